"""The papers of a course: what can be printed and how it would look, and what was issued."""
