"""The pictures of a course: its people by days, and the line of the share of attendance."""
