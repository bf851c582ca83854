"""The manual inside the program: its pages, the window that shows them, and which page is about what."""
