"""«¿Por qué?» of what a justification may cover."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.explained_justifications import proposal_figures
from cpepa_desktop.operations.explanations import Explanation, frame_of
from cpepa_desktop.operations.justification_proposals import JustificationForm, propose
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled


def explained(ws: Workspace, course: CourseView, cause: AbsenceCause, minute: int | None) -> Explanation:
    """Return why a missed Monday is justified as it is for a cause."""
    ws.clock = at(date(2024, 1, 19))
    ana = enrolled(ws)
    stretch, _sessions = class_on(course, MONDAY)
    record_attendance(ws, CODE, [StretchInput(ana.id, stretch.id, 0)])
    form = JustificationForm(ana.person.document.number, cause, MONDAY, appointment_minute=minute)
    (figure,) = proposal_figures(propose(ws, CODE, form), frame_of(ws, CODE))
    assert figure.label == "lun 15 ene 2024, 09:00"
    return figure.explanation


def test_an_appointment_is_explained_by_the_guide_and_the_hour_of_the_call(
    ws: Workspace, course: CourseView
) -> None:
    found = explained(ws, course, AbsenceCause.B, 600)
    assert "primera mitad" in found.sentence
    assert dict(found.lines) == {
        "Faltó": "5 h",
        "Con otro justificante": "0 h",
        "Se propone justificar": "2 h",
        "Queda sin justificar": "3 h",
    }
    assert found.articles[0].place == "Guía 10.4.b"
    assert [source.value for source in found.sources] == ["1 h"]


@pytest.mark.parametrize(
    ("cause", "title", "place"),
    [
        (AbsenceCause.C, "Horas que justifica la causa", "ap. 19.1"),
        (AbsenceCause.D, "Días por suceso familiar", "ap. 19.1"),
        (AbsenceCause.H, "Horas que justifica un contrato corto", "ap. 19.1"),
    ],
)
def test_every_cause_has_its_article(
    ws: Workspace, course: CourseView, cause: AbsenceCause, title: str, place: str
) -> None:
    found = explained(ws, course, cause, None)
    assert found.title == title
    assert found.articles[0].place.startswith(place)
    assert found.articles[0].text
