"""Inicio: what is under way and what waits."""
