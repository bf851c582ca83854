"""The calendar of the whole centre."""
