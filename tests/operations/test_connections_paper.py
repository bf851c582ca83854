"""The reports of connections, filled from the logs of the course."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.virtual import VirtualClass
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.connections import apply_connections, preview_connections
from cpepa_desktop.operations.connections_paper import connections_of_course, connections_of_week
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.sessions import assign_trainers, set_mode
from cpepa_desktop.operations.virtual import save_virtual_class
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.parts.connection_tables import LogFile
from tests.operations.builders import CODE, MONDAY, at, class_on, planned, request, trainer
from tests.operations.virtual_class import SAMPLES, ana, omar

WEEK = IsoWeek.of(MONDAY)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a course whose first class has its log."""
    planned(ws)
    ws.clock = at(TUESDAY)
    ana(ws)
    apply_connections(ws, preview_connections(ws, SAMPLES / "zoom_es.csv", CODE, MONDAY, 1))
    return ws


def test_who_was_connected_is_printed_as_the_log_says_and_counted_within_the_class(ws: Workspace) -> None:
    (found,) = connections_of_week(ws, CODE, WEEK).classes
    (who,) = found.people
    assert (who.name, who.spans, who.minutes) == (
        "Muñoz Lago, Ana",
        ((32_290, 37_800), (38_720, 50_580)),
        284,
    )
    sample = (SAMPLES / "zoom_es.csv").read_bytes()
    assert found.files == (LogFile("zoom_es.csv", "Zoom", sha256_of(sample)),)


def test_attendance_at_a_distance_without_a_log_is_printed_too(ws: Workspace) -> None:
    who = omar(ws)
    stretch, _sessions = class_on(read_course(ws, CODE), TUESDAY)
    record_attendance(ws, CODE, [StretchInput(who.id, stretch.id, 120, is_virtual=True)])
    found = connections_of_week(ws, CODE, WEEK).classes[1]
    assert [(each.name, each.spans, each.minutes) for each in found.people] == [("El Idrissi, Omar", (), 120)]
    assert found.files == ()


def test_a_class_at_a_distance_without_anybody_is_printed_and_one_to_come_is_not(ws: Workspace) -> None:
    view = read_course(ws, CODE)
    for day in (TUESDAY, TUESDAY + timedelta(days=1)):
        set_mode(ws, CODE, [each.id for each in class_on(view, day)[1]], SessionMode.VIRTUAL)
    assert [each.day for each in connections_of_course(ws, CODE).classes] == [MONDAY, TUESDAY]


def test_the_room_has_its_tool_link_and_trainers(ws: Workspace) -> None:
    assert connections_of_week(ws, CODE, WEEK).room.tool == "Zoom"
    eva = trainer(ws, 7)
    sessions = class_on(read_course(ws, CODE), MONDAY)[1]
    assign_trainers(ws, CODE, [each.id for each in sessions], [eva.id])
    save_virtual_class(ws, CODE, VirtualClass("Zoom Education", "https://aula.example/1"))
    room = connections_of_course(ws, CODE).room
    assert (room.tool, room.inspection_link, room.trainers) == (
        "Zoom Education",
        "https://aula.example/1",
        (eva.full_name,),
    )


def test_the_final_report_is_of_the_whole_course(ws: Workspace) -> None:
    report = connections_of_course(ws, CODE)
    assert (report.first, report.last) == (MONDAY, read_course(ws, CODE).last_day)


def test_a_week_or_a_course_without_a_virtual_classroom_has_no_class_in_it(ws: Workspace) -> None:
    assert connections_of_week(ws, CODE, IsoWeek(2024, 4)).classes == ()
    planned(ws, request(code="24/002"))
    assert connections_of_course(ws, "24/002").classes == ()


def test_a_week_without_class_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="2023-W52"):
        connections_of_week(ws, CODE, IsoWeek(2023, 52))
