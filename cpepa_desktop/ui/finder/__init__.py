"""Ctrl+K: people, courses, papers and commands, found by what one remembers of them."""
