"""What stands in the window while no file is open."""
