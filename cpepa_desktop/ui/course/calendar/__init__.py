"""The calendar of a course: its sessions week by week, and what can be done with them."""
