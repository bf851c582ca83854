"""Everybody the centre has known: learners and trainers, once each."""
