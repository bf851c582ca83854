"""The law: pure typed functions, one file a subject, each carrying the article it applies."""
