"""Tests of the official papers of the centre."""
