"""The local entities that pay for courses."""
