"""Use cases, one verb a function: read, judge, write in one transaction, say what changed."""
