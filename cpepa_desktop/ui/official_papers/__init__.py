"""Papers that come from outside or are signed: how they are asked for, listed and opened."""
