"""Tests of how papers that come from outside are asked for and listed."""
