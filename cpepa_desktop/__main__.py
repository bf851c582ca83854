"""The only place that wires the rooms: arguments, paths, logging, file, window."""
