"""Tests of the manual inside the program."""
