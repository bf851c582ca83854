"""Pages by keyboard and mouse, offscreen."""
