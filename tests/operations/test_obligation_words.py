"""Tests of terms in words: every event and every kind of day, with its contractions."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import OBLIGATIONS, Anchor
from cpepa_desktop.operations.obligation_words import count_words, pending_words, short_name, term_words

CITATION = Citation("EPE/873/2023", "Guía 10.2.1")


def term(
    number: int, kind: DayKind, anchor: Anchor, side: Side = Side.AFTER, *, is_inclusive: bool = False
) -> Term:
    return Term(number, kind, anchor, side, CITATION, is_inclusive)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            term(7, DayKind.CALENDAR, Anchor.COURSE_START, Side.BEFORE),
            "7 días naturales antes del inicio del curso",
        ),
        (
            term(1, DayKind.CALENDAR, Anchor.SELECTION, Side.BEFORE),
            "1 día natural antes de la selección",
        ),
        (term(15, DayKind.WORKING, Anchor.COURSE_END), "15 días hábiles después del fin del curso"),
        (term(1, DayKind.MONTH, Anchor.GRANT_NOTIFIED), "1 mes después de la notificación de la concesión"),
        (term(0, DayKind.CALENDAR, Anchor.LEAVING), "el mismo día de la baja de la persona"),
        (
            term(1, DayKind.WEEK, Anchor.COURSE_END),
            "el último día hábil de la semana siguiente al fin del curso",
        ),
        (
            term(2, DayKind.WEEK, Anchor.WEEK),
            "el último día hábil de la 2.ª semana siguiente a la semana de la asistencia",
        ),
        (
            term(3, DayKind.TEACHING, Anchor.JOINING, is_inclusive=True),
            "3 días lectivos después de la incorporación de la persona, contando ese día",
        ),
    ],
)
def test_a_term_says_how_many_days_of_which_kind_and_from_what(asked: Term, words: str) -> None:
    assert term_words(asked) == words


def test_a_fixed_day_is_said_and_counted_from_nothing() -> None:
    fixed = Term(0, DayKind.FIXED, Anchor.FIXED, Side.AFTER, CITATION, day=date(2023, 12, 31))
    assert term_words(fixed) == "el dom 31 dic 2023, que fija el texto"


@pytest.mark.parametrize("anchor", Anchor)
def test_every_event_can_be_waited_for(anchor: Anchor) -> None:
    assert pending_words(anchor).startswith(("pendiente del ", "pendiente de la "))


@pytest.mark.parametrize("kind", [kind for kind in DayKind if kind is not DayKind.FIXED])
def test_every_kind_of_day_is_counted_in_one_and_in_several(kind: DayKind) -> None:
    assert count_words(1, kind).startswith("1 ")
    assert count_words(2, kind).split()[1].endswith("s")


@pytest.mark.parametrize("name", OBLIGATIONS)
def test_every_obligation_has_a_name_that_fits_a_narrow_column(name: str) -> None:
    assert 0 < len(short_name(name)) <= 28


def test_no_two_obligations_are_called_alike() -> None:
    assert len({short_name(name) for name in OBLIGATIONS}) == len(OBLIGATIONS)
