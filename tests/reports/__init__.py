"""Documents: text, pages, fonts."""
