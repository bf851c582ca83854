"""Logs of connections: samples as the tools export them, with people who do not exist, and what is read."""
