"""What the coordinator plans for the whole centre, a section each."""
