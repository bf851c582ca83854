"""Every paper issued, with its bytes as they were and what was done with it."""
