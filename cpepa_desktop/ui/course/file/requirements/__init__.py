"""What must be met before a course starts, how far it has come, and the papers that prove it."""
