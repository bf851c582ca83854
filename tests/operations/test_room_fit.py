"""Whether the group of a course fits in its rooms."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.accreditations import NeedKind, SpecialityNeed
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.operations.centres import read_centre, save_room
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol
from cpepa_desktop.operations.room_fit import RoomFit
from cpepa_desktop.operations.speciality_needs import save_need
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, enrolled, person, planned, request, room, rows

SPECIALITY = "SSCS0208"


@pytest.fixture
def view(ws: Workspace) -> CourseView:
    """Give a course in a room of 45 m²."""
    found = room(ws, "Aula 1")
    save_room(ws, type(found)(found.id, found.name, 4500))
    return planned(ws, request(room="Aula 1"))


def asked(
    ws: Workspace, area: int | None, people: int, name: str = "Aula polivalente", room_id: int = 0
) -> None:
    """Write what the speciality asks of a room."""
    save_need(
        ws,
        SpecialityNeed(
            0, SPECIALITY, 0, NeedKind.ROOM, name, area, people, "RD 1379/2008", room_id=room_id or None
        ),
    )


def test_a_speciality_without_rows_is_pending(ws: Workspace, view: CourseView) -> None:
    fit = RoomFit(ws, view)
    assert (fit.room, fit.verdict(15).reason) == ("Aula 1", "need_unknown")
    assert fit.sentence(15) == ""


def test_the_row_for_so_many_people_counts(ws: Workspace, view: CourseView) -> None:
    asked(ws, 4500, 15)
    asked(ws, 6000, 25)
    fit = RoomFit(ws, view)
    assert fit.verdict(15).answer is Answer.YES
    assert fit.verdict(16).answer is Answer.NO
    assert fit.sentence(16).startswith("Aula 1: El aula tiene 45 m² y se piden 60 m² para 25 personas (")


def test_a_group_above_the_rows_known_is_pending_while_one_lacks_its_metres(
    ws: Workspace, view: CourseView
) -> None:
    asked(ws, 4500, 15)
    asked(ws, None, 25)
    fit = RoomFit(ws, view)
    assert fit.verdict(15).answer is Answer.YES
    assert (fit.verdict(16).answer, fit.verdict(16).reason) == (Answer.PENDING, "need_unknown")


def test_a_room_nobody_has_measured_or_none_at_all_is_pending(ws: Workspace) -> None:
    asked(ws, 4500, 15)
    fit = RoomFit(ws, planned(ws))
    assert (fit.room, fit.verdict(15).reason) == ("", "area_unknown")


def test_of_several_kinds_of_room_the_one_that_is_written_for_it_counts(
    ws: Workspace, view: CourseView
) -> None:
    asked(ws, 4500, 15)
    asked(ws, 9000, 15, "Taller")
    assert RoomFit(ws, view).verdict(15).reason == "need_unknown"
    asked(ws, 9000, 15, "Taller grande", read_centre(ws).rooms[0].id)
    assert RoomFit(ws, view).verdict(15).reason == "too_small"


def test_a_class_that_does_not_fit_is_told_and_beyond_its_seats_refused(
    ws: Workspace, view: CourseView
) -> None:
    assert view.course.code == CODE
    asked(ws, 4600, 15)
    changes = enrol(ws, CODE, person(ws).id, EnrolmentForm())
    assert "se piden 46 m²" in changes.notices[0]
    for number in range(2, 16):
        enrolled(ws, number)
    last = person(ws, 16)
    before = rows(ws)
    with pytest.raises(Refused, match="sólo si el aula lo permite") as refusal:
        enrol(ws, CODE, last.id, EnrolmentForm())
    assert "la especialidad prevé 15" in refusal.value.problems[0].message
    assert rows(ws) == before


def test_beyond_its_seats_a_class_that_fits_or_may_do_is_taken_with_its_notice(
    ws: Workspace, view: CourseView
) -> None:
    assert view.course.code == CODE
    for number in range(1, 16):
        enrolled(ws, number)
    (notice,) = enrol(ws, CODE, person(ws, 16).id, EnrolmentForm()).notices
    assert "sólo si el aula lo permite" in notice


def test_a_group_of_twenty_six_is_refused_and_of_twenty_five_is_not(ws: Workspace, view: CourseView) -> None:
    assert view.course.code == CODE
    for number in range(1, 26):
        enrolled(ws, number)
    one_more = person(ws, 26)
    with pytest.raises(Refused, match="supera el máximo de 25"):
        enrol(ws, CODE, one_more.id, EnrolmentForm())
