"""How a course is paid for: its grant, its support, or who pays instead and what it costs."""
