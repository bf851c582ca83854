"""Vocabulary shared by all rooms."""
