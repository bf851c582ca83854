"""Every official paper of the centre, whichever courses it serves."""
