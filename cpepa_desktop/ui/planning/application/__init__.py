"""The application to a call: the courses it asks for, its checklist, its submission."""
