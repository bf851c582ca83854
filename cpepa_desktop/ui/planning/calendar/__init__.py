"""The calendar of the whole centre: a month day by day, and a school year month by month."""
