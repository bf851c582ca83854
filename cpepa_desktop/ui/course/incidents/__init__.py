"""What happened in class: written down, communicated, and taken back."""
