"""The yearly request: what the centre wants to teach in the next school year."""
