"""The list of courses, and the planning of a new one."""
