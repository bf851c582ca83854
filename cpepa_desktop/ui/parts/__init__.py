"""What every page is built of: theme, icons, tables, forms, dialogs, verdicts, texts, workers, previews.

Parts know no page, no file and no operation that writes. A page puts them together in its view, and its
controller listens to their signals; see `page` for what a page is.
"""
