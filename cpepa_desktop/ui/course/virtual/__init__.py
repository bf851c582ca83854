"""The virtual classroom of a course: who follows it and why, its recordings, and its logs of connections."""
