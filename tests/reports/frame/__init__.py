"""Tests of the frame of papers."""
