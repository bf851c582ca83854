"""Tests of the page of what is planned for the whole centre."""
