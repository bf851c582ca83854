"""What the program costs, always as a ratio against something bare measured in the same run."""
