"""What operations answer."""

from __future__ import annotations

from cpepa_desktop.domain.changes import EVERYTHING, Changes, Kind


def test_changes_speak_of_one_course_or_of_none() -> None:
    changes = Changes("Alta", frozenset({Kind.PEOPLE}))
    assert (changes.course, changes.notices) == ("", ())


def test_everything_is_every_kind() -> None:
    assert all(kind in EVERYTHING for kind in Kind)
