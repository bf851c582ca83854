"""Commands over the same operations that the window uses."""
