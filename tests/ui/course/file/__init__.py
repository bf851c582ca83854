"""Tests of the file of a course: its sections."""
