"""A course as a place to work in: one folder a tab, under a header that says where the course stands."""
