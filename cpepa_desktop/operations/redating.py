"""What a change does to the terms still open: which fall due on another day, from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.obligations import Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, listed
from cpepa_desktop.operations.deadlines import (
    DatedObligation,
    course_obligations,
    live_obligations,
    obligations_if,
)
from cpepa_desktop.operations.workspace import Workspace

P = ParamSpec("P")
_Key = tuple[str, str, str]
_Move = tuple[date | None, date | None]

_CLOSING: Final = timedelta(days=60)


@dataclass(slots=True)
class Moved:
    """What moved, in sentences; nothing is known before the end of the block."""

    notices: tuple[str, ...] = ()


def redating(ws: Workspace, course: str = "") -> AbstractContextManager[Moved]:
    """Give what tells, at the end of the block, which open terms of a course moved; ``""`` is every course.

    To be opened around the operation that moves them. Raises ``Refused`` where the course is not there.
    """
    return redating_courses(ws, [course]) if course else _telling(ws, lambda: _live(ws), names_courses=True)


def redating_courses(ws: Workspace, courses: Iterable[str]) -> AbstractContextManager[Moved]:
    """Give the same of some courses, each named where they are several; of none, nothing moves."""
    codes = tuple(dict.fromkeys(courses))
    return _telling(ws, lambda: _of_each(ws, codes), names_courses=len(codes) > 1)


def redates(
    operation: Callable[Concatenate[Workspace, str, P], Changes],
) -> Callable[Concatenate[Workspace, str, P], Changes]:
    """Return an operation on a course that also tells which of its open terms moved."""

    @wraps(operation)
    def telling(ws: Workspace, course: str, /, *args: P.args, **given: P.kwargs) -> Changes:
        with redating(ws, course) as moved:
            changes = operation(ws, course, *args, **given)
        return replace(changes, notices=(*changes.notices, *moved.notices))

    return telling


def moved_if(ws: Workspace, view: CourseView) -> tuple[str, ...]:
    """Return what would move if a course had the days of ``view``; nothing is written."""
    code = view.course.code
    return moved_words(course_obligations(ws, code), obligations_if(ws, view), ws.clock.today())


def moved_words(
    before: Iterable[DatedObligation],
    after: Iterable[DatedObligation],
    today: date,
    *,
    names_courses: bool = False,
) -> tuple[str, ...]:
    """Return in words what is not due when it was, one sentence for all that goes from a day to another.

    What is met, or past and owed no more, is not told; nor the weeks that begin or cease to have class.
    """
    was = {_key(each): each for each in before if each.is_open(today)}
    now = {_key(each): each for each in after if each.is_open(today)}
    moves: dict[_Move, list[str]] = defaultdict(list)
    for key in dict.fromkeys([*was, *now]):
        move = _move(was.get(key), now.get(key))
        if move:
            each = now.get(key) or was[key]
            moves[move].append(_what(each, names_course=names_courses))
    return tuple(_sentence(move, what, today) for move, what in _in_order(moves))


@contextmanager
def _telling(
    ws: Workspace, dated: Callable[[], tuple[DatedObligation, ...]], *, names_courses: bool
) -> Iterator[Moved]:
    moved = Moved()
    before = dated()
    yield moved
    moved.notices = moved_words(before, dated(), ws.clock.today(), names_courses=names_courses)


def _of_each(ws: Workspace, codes: Iterable[str]) -> tuple[DatedObligation, ...]:
    return tuple(each for code in codes for each in course_obligations(ws, code))


def _live(ws: Workspace) -> tuple[DatedObligation, ...]:
    return live_obligations(ws, ws.clock.today() - _CLOSING)


def _key(each: DatedObligation) -> _Key:
    return each.course, each.name, each.subject


def _move(was: DatedObligation | None, now: DatedObligation | None) -> _Move | None:
    """Return from when to when an obligation moves, ``None`` where nothing is to be told."""
    before, after = was.due if was else None, now.due if now else None
    is_another_week = any(each.hangs_on is Subject.WEEK for each in (was, now) if each) and not (was and now)
    return None if before == after or is_another_week else (before, after)


def _what(each: DatedObligation, *, names_course: bool) -> str:
    what = f"«{', '.join(filter(None, (each.text, each.subject_words)))}»"
    return _("{what} de {course}").format(what=what, course=each.course) if names_course else what


def _in_order(moves: Mapping[_Move, list[str]]) -> list[tuple[_Move, list[str]]]:
    return sorted(moves.items(), key=lambda move: (move[0][1] or date.max, move[0][0] or date.max))


def _sentence(move: _Move, what: list[str], today: date) -> str:
    was, now = move
    things = listed(what)
    if now is None:
        return _("Ya no tiene plazo: {things}.").format(things=things)
    if was is None:
        message = _("Ha vencido el {now}: {things}.") if now < today else _("Vence el {now}: {things}.")
        return message.format(now=day_words(now), things=things)
    message = _("Vencía el {was} y ya ha vencido el {now}: {things}.")
    if now >= today:
        message = _("Vencía el {was} y vence el {now}: {things}.")
    return message.format(was=day_words(was), now=day_words(now), things=things)
