"""Decisions in the file, each about one course."""

from __future__ import annotations

from sqlite_utils import Database

from cpepa_desktop.db.decisions import Decision, add, decisions
from tests.db import small_centre


def decision(subject: str, at: str = "2024-03-14T09:30:00+00:00") -> Decision:
    return Decision("attendance", subject, "yes", "Causa mayor", "Ana", at)


def test_the_decisions_of_a_course_are_about_it_or_a_part_of_it(small: Database) -> None:
    kept = (decision("24/001"), decision("24/001/2024-W07"))
    others = (decision("24/0011"), decision("24/00_"), decision("24"), decision("24/002/24/001"))
    with small_centre.write(small):
        for row in (*kept, *others):
            add(small, row)
    assert decisions(small, "24/001") == kept
    assert decisions(small, "24/003") == ()


def test_the_oldest_decision_comes_first(small: Database) -> None:
    later, earlier = decision("24/001", "2024-03-15"), decision("24/001", "2024-03-14")
    with small_centre.write(small):
        add(small, later)
        add(small, earlier)
    assert decisions(small, "24/001") == (earlier, later)
