"""Tests of the obligations on screen."""
