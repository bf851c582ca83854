"""A small centre's file in memory, in which everything holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from tests.db import small_centre


@pytest.fixture
def small() -> Iterator[Database]:
    """Give the file of `small_centre`: one course of two blocks, two days of class, a learner."""
    db = small_centre.memory()
    small_centre.fill(db)
    yield db
    db.close()


@pytest.fixture
def two_courses(small: Database) -> Database:
    """Give the same file with a second course beside the first, so that one can be mistaken for the other."""
    with small_centre.write(small):
        for statement in small_centre.ANOTHER_COURSE.split(";"):
            small.execute(statement)
    return small
