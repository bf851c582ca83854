"""Commands, run as a user types them."""
