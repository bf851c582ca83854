"""Whole use cases without a window."""
