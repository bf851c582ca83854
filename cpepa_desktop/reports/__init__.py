"""Documents: a frozen dataclass in, the bytes of a PDF out. One file a document, named for its form."""
