"""What can be found of the planning: official papers, local entities, accreditations, terms of courses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cpepa_desktop.db import accreditations, calls, local_entities, official_papers
from cpepa_desktop.db.search import Entry
from cpepa_desktop.domain.course import Course
from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.search import Found, FoundKind, squeezed
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_in
from cpepa_desktop.operations.workspace import Workspace

SEPARATOR: Final = "/"
"""What parts the name of an obligation from the code of its course in a key: no name has it."""


def planning_entries(ws: Workspace, courses: Sequence[Course]) -> Iterator[Entry]:
    """Yield what can be found of the planning of some courses and of the centre, the recent first."""
    known = {course.code: course for course in courses}
    for paper in reversed(official_papers.official_papers(ws.db)):
        yield _paper_entry(paper, known)
    for entity in local_entities.local_entities(ws.db):
        found = Found(FoundKind.LOCAL_ENTITY, str(entity.id), entity.name, entity.contact_name)
        words = (entity.municipality, entity.email, entity.phone, entity.pays)
        yield Entry(found, words=words, codes=tuple(filter(None, (squeezed(entity.cif),))))
    titles = {course.speciality: course.title for course in courses}
    for row in accreditations.accreditations(ws.db):
        until = _("hasta {day}").format(day=day_words(row.until)) if row.until else ""
        detail = " · ".join(filter(None, (titles.get(row.speciality, ""), row.number, until)))
        found = Found(FoundKind.ACCREDITATION, row.speciality, row.speciality, detail)
        yield Entry(found, codes=tuple(squeezed(each) for each in (row.speciality, row.number) if each))
    yield from _obligation_entries(ws, courses)


def obligation_of(key: str) -> tuple[str, str]:
    """Return the name of the obligation and the code of the course that a key is of."""
    name, _separator, course = key.partition(SEPARATOR)
    return name, course


def _paper_entry(paper: OfficialPaper, known: Mapping[str, Course]) -> Entry:
    day = paper.issued_on or paper.received_on
    served = [each.course for each in paper.courses]
    parts = [
        *served,
        _("n.º {number}").format(number=paper.number) if paper.number else "",
        day_words(day) if day else "",
    ]
    titles = {known[code].title for code in served if code in known}
    found = Found(FoundKind.OFFICIAL_PAPER, str(paper.id), paper.kind.label, " · ".join(filter(None, parts)))
    words = (paper.signer, paper.body, paper.note, *sorted(titles))
    return Entry(found, words=words, codes=tuple(filter(None, (squeezed(paper.number),))))


def _obligation_entries(ws: Workspace, courses: Sequence[Course]) -> Iterator[Entry]:
    """Yield the terms that the call of each course sets, each once; its text is read once for all of them."""
    versions = {key: calls.call_version(ws.db, key) for key in {each.call_version_id for each in courses}}
    for course in courses:
        version = versions[course.call_version_id]
        for name, deadline in call_in(version.content, version.call).deadlines.items():
            if deadline.is_active:
                key = f"{name}{SEPARATOR}{course.code}"
                detail = f"{course.code} · {course.title}"
                yield Entry(Found(FoundKind.OBLIGATION, key, deadline.text, detail))
