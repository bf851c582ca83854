"""Tests of what the first page is drawn with."""
