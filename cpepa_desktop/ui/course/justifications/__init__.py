"""The justifications of a course: the list, a new one with what it may cover, and what became of each."""
