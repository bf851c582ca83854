"""A pause of a course."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.pauses import Pause

WORKS = Pause(0, date(2024, 2, 5), date(2024, 2, 19), "Obras en el aula")


def test_a_course_stands_still_until_the_eve_of_resuming() -> None:
    covered = [day for day in range(1, 29) if WORKS.covers(date(2024, 2, day))]
    assert covered == list(range(5, 19))
