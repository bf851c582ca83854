"""What several documents print alike, built from the blocks of the frame."""
