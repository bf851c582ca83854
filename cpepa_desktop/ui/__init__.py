"""The window. Shows what operations return and calls them; decides nothing."""
