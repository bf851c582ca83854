"""Who is in a course: joining by hand or from a file, changing, leaving."""
