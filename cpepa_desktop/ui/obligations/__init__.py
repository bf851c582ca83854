"""Obligations on screen: the table that every list of them has, what can be done with one, and its words."""
