"""Frozen data and vocabulary that every room shares. Knows no file, no engine and no window."""
