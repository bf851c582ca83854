"""The week of a course as a grid of people and stretches, and how the person chosen stands."""
