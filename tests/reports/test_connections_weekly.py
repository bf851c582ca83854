"""The weekly control of connections: who came and went in each class, how long, and from which logs."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.connections_weekly import ConnectionsWeek, missing_items, pdf, story
from cpepa_desktop.reports.parts.connection_tables import LEGAL_NOTE, NO_CLASS, Classroom
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.connection_sheets import ROOM, week
from tests.reports.sheets import PEOPLE


def table_rows(control: ConnectionsWeek, place: int) -> list[list[str]]:
    return rows_of(check(story(control), pdf(control)), place)


def test_each_person_of_each_class_has_the_times_in_and_out_and_the_minutes() -> None:
    rows = table_rows(week(), 0)

    assert rows[1] == [
        *("lun 12 feb", "09:00\N{EN DASH}14:00", PEOPLE[0], "10000000X"),
        *("08:58:10-10:30:00", "4:44 h"),
    ]
    assert rows[2] == [PEOPLE[1], "10000001X", "08:58:10-10:30:00, 10:45:20-14:03:00", "4:43 h"]


def test_attendance_that_no_log_supports_and_classes_without_a_log_say_so() -> None:
    rows = table_rows(week(), 0)

    assert rows[4] == [PEOPLE[3], "10000099X", "Sin registro de conexiones: 5 h introducidas", "0 h"]
    assert [row[-1] for row in rows[6:8]] == ["Nadie se conectó", "Sin registro de conexiones"]
    assert missing_items(week()) == (
        f"Sin registro de conexiones, lun 12 feb, {PEOPLE[3]}",
        "Sin registro de conexiones, vie 16 feb",
    )


def test_the_time_is_added_up_in_all_and_by_person() -> None:
    assert table_rows(week(), 0)[-1] == ["Total", "18:53 h"]
    assert table_rows(week(), 1)[1] == [PEOPLE[0], "10000000X", "2", "9:28 h"]


def test_each_log_is_named_with_its_tool_and_its_hash() -> None:
    rows = table_rows(week(), 2)

    assert [row[1:3] for row in rows[1:]] == [
        ["Informe de asistencia <12-2> & anexo.csv", "Microsoft Teams"],
        ["a.csv", "Microsoft Teams"],
        ["b.csv", "Google Meet"],
        ["vacio.csv", "Microsoft Teams"],
    ]
    assert {len(row[3].replace(" ", "")) for row in rows[1:]} == {64}


def test_the_course_its_file_the_tool_the_link_the_note_and_who_signs_are_there() -> None:
    texts = [element.text.strip() for element in check(story(week()), pdf(week())).elements]

    for expected in (
        "7 de 2024, del 12 al 16 de febrero de 2024",
        ROOM.tool,
        ROOM.inspection_link,
        LEGAL_NOTE,
        "Pilar Aznar Gil",
        "José Luis Gil",
        "Ana Belén Gracia",
    ):
        assert expected in texts, expected


def test_a_tool_that_nobody_has_said_is_told_before_printing() -> None:
    assert missing_items(replace(week(), room=Classroom()))[0] == "Herramienta del aula virtual"


def test_a_week_without_people_has_no_totals() -> None:
    nobody = replace(week(), classes=week().classes[3:])
    assert len(check(story(nobody), pdf(nobody)).elements) > 0


def test_a_week_without_a_virtual_classroom_says_so() -> None:
    nothing = replace(week(), room=Classroom(), classes=())
    texts = [element.text.strip() for element in check(story(nothing), pdf(nothing)).elements]
    assert NO_CLASS in texts
    assert missing_items(nothing) == ()


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("connections-weekly", pdf(week()))
