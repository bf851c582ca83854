"""What the program costs, as ratios against a bare peer measured in the same run."""
