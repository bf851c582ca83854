"""Looking for people, courses, papers and terms by what one remembers, accents and slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from cpepa_desktop.db import courses, documents, people
from cpepa_desktop.db import search as index
from cpepa_desktop.db.search import Entry
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.papers import IssuedPaper, PaperState
from cpepa_desktop.domain.people import Person
from cpepa_desktop.domain.periods import Month, parse_period
from cpepa_desktop.domain.search import Found, FoundKind, folded, squeezed
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words, month_words
from cpepa_desktop.operations.papers import DOCUMENTS
from cpepa_desktop.operations.search_planning import planning_entries
from cpepa_desktop.operations.workspace import Workspace

_LEAST_CODE: Final = 2
# Below four letters nearly everything is one slip away from everything.
_LEAST_SLIPPED: Final = 4
_LEAST_SLIPPED_CODE: Final = 7
_LETTERS_OF_TWO_SLIPS: Final = 8
_MOST_READINGS: Final = 12
_MOST_WEIGHED: Final = 60
_WORD: Final = re.compile(r"[^\W_]+")


def search(ws: Workspace, typed: str, limit: int = 8) -> tuple[Found, ...]:
    """Return what ``typed`` may mean, at most ``limit`` of each kind, kind by kind.

    First what has exactly that code or document, then what has every word typed or a word that begins with
    it, then what has words that a slip or two away become those typed. Among equals, the recent first.
    """
    words = _words(typed)
    if not words:
        return ()
    _bring_up_to_date(ws)
    code = squeezed(typed)
    exact = {kind: index.with_code(ws.db, kind, code, limit) for kind in FoundKind}
    found = {kind: _merged(limit, exact[kind], _as_typed(ws, kind, words, code, limit)) for kind in FoundKind}
    if not any(exact.values()) and any(len(of_kind) < limit for of_kind in found.values()):
        known = index.words_of(ws.db, _LEAST_SLIPPED - 1)
        readings = [_readings(word, known) for word in words]
        if any(len(each) > 1 for each in readings):
            for kind, of_kind in found.items():
                found[kind] = _merged(limit, of_kind, _with_slips(ws, kind, readings))
    return tuple(each for kind in sorted(FoundKind, key=lambda kind: not exact[kind]) for each in found[kind])


def named(ws: Workspace, kind: FoundKind, key: str) -> Found | None:
    """Return the person, course or paper of that key, ``None`` where it is no longer in the file."""
    _bring_up_to_date(ws)
    return index.named(ws.db, kind, key)


def matching(typed: str, names: Sequence[str]) -> tuple[int, ...]:
    """Return which of some names, by their places, ``typed`` may mean: as typed first, then with slips."""
    words = _words(typed)
    of_names = [_words(name) for name in names]
    known = {word for each in of_names for word in each}
    readings = [_readings(word, known) for word in words]
    costs = {at: cost for at, each in enumerate(of_names) if (cost := _cost(each, readings)) is not None}
    return tuple(sorted(costs, key=costs.__getitem__)) if words else ()


def _bring_up_to_date(ws: Workspace) -> None:
    if index.is_stale(ws.db):
        index.make(ws.db, _entries(ws))


def _as_typed(
    ws: Workspace, kind: FoundKind, words: Sequence[str], code: str, limit: int
) -> tuple[Found, ...]:
    beginning = code if len(code) >= _LEAST_CODE else ""
    found = index.with_words(ws.db, kind, [(word,) for word in words], limit, beginning)
    return tuple(each for each in found if _is_told(each, [{word: 0} for word in words]))


def _with_slips(ws: Workspace, kind: FoundKind, readings: Sequence[Mapping[str, int]]) -> tuple[Found, ...]:
    """Return what has one reading of every word, the fewest slips first."""
    near = index.with_words(ws.db, kind, [tuple(each) for each in readings], _MOST_WEIGHED)
    # What was found by words that are not shown, such as an e-mail address, was found as typed.
    near = tuple(each for each in near if _is_told(each, readings))
    return tuple(
        sorted(near, key=lambda found: _cost(_words(f"{found.title} {found.detail}"), readings) or 0)
    )


def _is_told(found: Found, readings: Sequence[Mapping[str, int]]) -> bool:
    """Say whether a thing is meant by more than its course: a term is not what looks for a course."""
    if found.kind is not FoundKind.OBLIGATION:
        return True
    own = _words(found.title)
    return any(word.startswith(read) for each in readings for read in each for word in own)


def _cost(words: Sequence[str], readings: Sequence[Mapping[str, int]]) -> int | None:
    """Return how many slips lead from what was typed to ``words``, ``None`` where they are not meant."""
    costs = [
        min(
            (slips for read, slips in each.items() if any(word.startswith(read) for word in words)),
            default=None,
        )
        for each in readings
    ]
    return None if None in costs else sum(filter(None, costs))


def _readings(word: str, known: Collection[str]) -> dict[str, int]:
    """Return the ``known`` words that ``word`` may stand for, with their slips; itself with none.

    What is typed may be the beginning of a word, and a letter left out or doubled moves its end by one.
    """
    from rapidfuzz import process  # noqa: PLC0415 - only those who look for something wait for it
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    has_figures = any(sign.isdigit() for sign in word)
    length = len(word)
    if length < (_LEAST_SLIPPED_CODE if has_figures else _LEAST_SLIPPED):
        return {word: 0}
    most = 2 if length >= _LETTERS_OF_TWO_SLIPS and not has_figures else 1
    readings: dict[str, int] = {}
    for end in (length, length + 1, None):
        beginnings = {each[:end] for each in known if len(each) >= length - 1}
        for read, slips, _place in process.extract(
            word, beginnings, scorer=OSA.distance, score_cutoff=most, limit=_MOST_READINGS
        ):
            readings[read] = min(slips, readings.get(read, slips))
    return {word: 0} | readings


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _merged(limit: int, *lists: Sequence[Found]) -> tuple[Found, ...]:
    """Return the first ``limit`` things of the lists one after the other, each thing once."""
    return tuple(dict.fromkeys(found for each in lists for found in each))[:limit]


# What can be found ------------------------------------------------------------------------------------------


def _entries(ws: Workspace) -> Iterator[Entry]:
    """Yield everything that can be found, the recent first."""
    known = {course.code: course for course in courses.courses(ws.db)}
    of_person = people.courses_by_person(ws.db)

    def last_course(person: Person) -> tuple[str, int]:
        codes = of_person.get(person.id)
        return (known[codes[-1]].start_on.isoformat() if codes else "", person.id)

    for person in sorted(people.people(ws.db), key=last_course, reverse=True):
        yield _person_entry(person, of_person.get(person.id, ()))
    by_start = sorted(known.values(), key=lambda course: course.start_on, reverse=True)
    for course in by_start:
        yield _course_entry(course)
    for paper in documents.papers(ws.db):
        yield _paper_entry(paper, known.get(paper.course))
    yield from planning_entries(ws, by_start)


def _person_entry(person: Person, codes: Sequence[str]) -> Entry:
    numbers = [person.document.number, *(document.number for document in person.earlier_documents)]
    detail = " · ".join([str(person.document), *codes[::-1]])
    return Entry(
        Found(FoundKind.PERSON, str(person.id), person.listed_name, detail),
        words=(person.email, person.phone, *numbers),
        codes=tuple(squeezed(each) for each in (*numbers, person.phone) if each),
    )


def _course_entry(course: Course) -> Entry:
    detail = " · ".join(filter(None, (course.code, course.speciality, course.file_number)))
    return Entry(
        Found(FoundKind.COURSE, course.code, course.title, detail),
        codes=tuple(squeezed(each) for each in (course.code, course.speciality, course.file_number) if each),
    )


def _paper_entry(paper: IssuedPaper, course: Course | None) -> Entry:
    number = f"{paper.number}/{paper.year}"
    parts = [
        paper.course,
        _period_words(paper.period),
        paper.person,
        _("n.º {number}").format(number=number),
        _("sustituido") if paper.state is PaperState.REPLACED else "",
        _("anulado") if paper.state is PaperState.ANNULLED else "",
    ]
    title = DOCUMENTS[paper.kind].title if paper.kind in DOCUMENTS else paper.kind
    return Entry(
        Found(FoundKind.PAPER, str(paper.id), title, " · ".join(filter(None, parts))),
        words=(course.title if course else "", paper.person, paper.period),
        codes=(squeezed(number), squeezed(paper.period)),
    )


def _period_words(text: str) -> str:
    period = parse_period(text) if text else None
    match period:
        case IsoWeek():
            return _("semana {week} de {year}").format(week=period.week, year=period.year)
        case Month():
            return _("{month} de {year}").format(month=month_words(period.first), year=period.year)
        case date():
            return day_words(period)
    return ""
