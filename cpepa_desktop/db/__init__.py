"""The centre's file: the only room that knows the engine. One file a subject, rows out as frozen data."""
