"""Attendance from the log of a virtual classroom: shown first, then written."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import connections as table
from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.virtual import Consent, VirtualPerson
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.connections import (
    ConnectionsPreview,
    apply_connections,
    confirm_alias,
    list_logs,
    preview_connections,
    remove_log,
)
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.sessions import cancel_session, split_session
from cpepa_desktop.operations.virtual import save_virtual_person
from cpepa_desktop.operations.week_grid import entries_of
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, planned, rows
from tests.operations.virtual_class import SAMPLES, ana, learner, omar

TUESDAY = MONDAY + timedelta(days=1)
ANA_MINUTES, OMAR_MINUTES = 284, 255
"""Ana 9:00:00-10:30:00 and 10:45:20-14:00:00, Omar 9:04:30-13:20:00: seconds added, rounded down once."""


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a course the day after its first class, 9:00-14:00."""
    planned(ws)
    ws.clock = at(TUESDAY)
    return ws


def preview(ws: Workspace, sample: str = "teams_new_es.csv", **more: object) -> ConnectionsPreview:
    """Return what a sample would write in the first class."""
    return preview_connections(ws, SAMPLES / sample, CODE, MONDAY, 1, **more)  # type: ignore[arg-type]  # its fields


def minutes(found: ConnectionsPreview) -> dict[int, int]:
    """Return the minutes of each person."""
    return {person.enrolment.id: person.minutes for person in found.people}


def entries(ws: Workspace, *who: Enrolment) -> list[Entry]:
    """Return what is entered of some people in the week."""
    found = entries_of(ws, read_course(ws, CODE), IsoWeek.of(MONDAY)).values()
    return [entry for entry in found if entry.enrolment_id in {each.id for each in who}]


@pytest.mark.parametrize(
    ("sample", "told_ana"),
    [
        ("teams_old_en.csv", "name"),
        ("teams_old_es.csv", "name"),
        ("teams_new_en.csv", "email"),
        ("teams_new_es.csv", "email"),
        ("zoom_en.csv", "email"),
        ("zoom_es.csv", "email"),
        ("learning_dashboard_data.json", "name"),
    ],
)
def test_every_tool_gives_the_same_minutes_of_the_same_class(
    ws: Workspace, sample: str, told_ana: str
) -> None:
    one, other = ana(ws), omar(ws)
    found = preview(ws, sample)
    assert minutes(found) == {one.id: ANA_MINUTES, other.id: OMAR_MINUTES}
    assert [person.matched_by for person in found.people] == [told_ana, "name"]


def test_times_are_cut_to_the_class_on_the_clock_of_madrid(ws: Workspace) -> None:
    ana(ws)
    (person,) = preview(ws).people
    shown = [
        (one.strftime("%H:%M:%S"), other.strftime("%H:%M:%S")) for one, other in person.attendee.intervals
    ]
    assert shown == [("09:00:00", "10:30:00"), ("10:45:20", "14:00:00")]


def test_who_is_nobody_of_the_course_is_listed_with_who_it_might_be(ws: Workspace) -> None:
    who = learner(ws, 3, "Ana", "Muñoz")
    found = preview(ws, "teams_old_es.csv")
    assert found.people == ()
    assert {one.name: [each.id for each in one.suggestions] for one in found.unmatched} == {
        "Docente Gil": [],
        "Ana Muñoz Lago": [who.id],
        "Omar El Idrissi": [],
    }
    assert "Nadie del registro es del curso" in str(found.problems[-1])


def test_a_name_of_two_people_matches_nobody_and_says_so(ws: Workspace) -> None:
    one, other = omar(ws), learner(ws, 4, "Omar", "El Idrissi")
    found = next(u for u in preview(ws).unmatched if u.name == "Omar El Idrissi")
    assert found.is_shared
    assert [each.id for each in found.suggestions] == [one.id, other.id]


def test_a_name_is_confirmed_once_and_used_from_then_on(ws: Workspace) -> None:
    who = learner(ws, 5, "Umar", "Idrissi")
    confirm_alias(ws, CODE, "  omar   el IDRISSI ", who.id)
    (person,) = preview(ws).people
    assert (person.enrolment.id, person.matched_by, person.minutes) == (who.id, "alias", OMAR_MINUTES)
    confirm_alias(ws, CODE, "Omar El Idrissi", who.id)
    assert table.aliases(ws.db, 1) == {"Omar El Idrissi": who.id}


def test_a_name_for_nobody_or_no_name_is_refused(ws: Workspace) -> None:
    who = ana(ws)
    with pytest.raises(Refused, match="ya no está"):
        confirm_alias(ws, CODE, "Ana", 99)
    with pytest.raises(Refused, match="Falta el nombre"):
        confirm_alias(ws, CODE, "  ", who.id)


def test_what_is_shown_is_written_with_its_log_in_one_operation(ws: Workspace) -> None:
    one, absent = ana(ws), learner(ws, 6, "Eva", "Pérez")
    before = rows(ws)
    changes = apply_connections(ws, preview(ws))
    assert entries(ws, one, absent) == [Entry(one.id, 1, ANA_MINUTES, is_virtual=True)]
    (log,) = table.logs(ws.db, 1)
    assert ws.file.attachments.get(log.file) == (SAMPLES / "teams_new_es.csv").read_bytes()
    assert (log.tool, log.imported_on) == ("Microsoft Teams", TUESDAY)
    own = [row for row in table.connections(ws.db, 1) if row.enrolment_id == one.id]
    assert [(row.from_second, row.to_second) for row in own] == [(32_290, 37_800), (38_720, 50_580)]
    assert changes.notices == (
        "No se sabe quiénes son «Docente Gil» y «Omar El Idrissi»: no se les ha introducido nada.",
    )
    undo(ws)
    assert rows(ws) == before


def test_names_given_for_the_time_are_kept_when_it_is_written(ws: Workspace) -> None:
    who = learner(ws, 5, "Umar", "Idrissi")
    found = preview(ws, aliases={"Omar El Idrissi": who.id})
    assert (minutes(found), table.aliases(ws.db, 1)) == ({who.id: OMAR_MINUTES}, {})
    apply_connections(ws, found)
    assert table.aliases(ws.db, 1) == {"Omar El Idrissi": who.id}


def test_other_minutes_entered_stay_unless_it_is_said(ws: Workspace) -> None:
    who, other = ana(ws), omar(ws)
    stretch = class_on(read_course(ws, CODE), MONDAY)[0]
    record_attendance(ws, CODE, [StretchInput(who.id, stretch.id, 200, (Absence(100, AbsenceCause.B),))])
    found = preview(ws)
    assert [(one.entered, one.minutes) for one in found.conflicts] == [(200, ANA_MINUTES)]
    changes = apply_connections(ws, found)
    assert "ya tenía 3:20 h introducidas y el registro dice 4:44 h" in changes.notices[0]
    assert [entry.attended_minutes for entry in entries(ws, who, other)] == [200, OMAR_MINUTES]
    apply_connections(ws, preview(ws), overwrite={who.id})
    assert entries(ws, who) == [Entry(who.id, 1, ANA_MINUTES, is_virtual=True)]


def test_the_same_minutes_keep_their_causes_and_become_virtual(ws: Workspace) -> None:
    who = omar(ws)
    stretch = class_on(read_course(ws, CODE), MONDAY)[0]
    cause = (Absence(45, AbsenceCause.B),)
    record_attendance(ws, CODE, [StretchInput(who.id, stretch.id, OMAR_MINUTES, cause)])
    found = preview(ws)
    assert found.conflicts == ()
    apply_connections(ws, found)
    assert entries(ws, who) == [Entry(who.id, 1, OMAR_MINUTES, cause, is_virtual=True)]


def test_who_refuses_to_be_recorded_is_left_out_and_told(ws: Workspace) -> None:
    who, other = ana(ws), omar(ws)
    save_virtual_person(ws, CODE, VirtualPerson(who.id, consent=Consent.REFUSED, consent_on=MONDAY))
    found = preview(ws)
    assert "no autoriza la grabación" in str(found.problems[0])
    changes = apply_connections(ws, found)
    assert "no autoriza la grabación" in changes.notices[0]
    assert [entry.enrolment_id for entry in entries(ws, who, other)] == [other.id]


def test_where_nobody_can_be_written_nothing_is(ws: Workspace) -> None:
    who = ana(ws)
    save_virtual_person(ws, CODE, VirtualPerson(who.id, consent=Consent.REFUSED, consent_on=MONDAY))
    with pytest.raises(Refused, match="No hay nadie") as refused:
        apply_connections(ws, preview(ws))
    assert refused.value.problems
    assert table.logs(ws.db, 1) == ()


def test_a_week_that_was_sent_stands_still(ws: Workspace) -> None:
    ana(ws)
    found = preview(ws)
    ws.clock = at(MONDAY + timedelta(days=7))
    fill_week(ws, CODE, IsoWeek.of(MONDAY))
    lock_week(ws, CODE, IsoWeek.of(MONDAY), MONDAY + timedelta(days=7), "REG-1")
    with pytest.raises(Refused, match="bloqueada"):
        apply_connections(ws, found)


def test_the_seconds_of_two_blocks_are_shared_out_and_rounded_once(ws: Workspace) -> None:
    who = ana(ws)
    session = class_on(read_course(ws, CODE), MONDAY)[1][0]
    split_session(ws, CODE, session.id, 100)
    (person,) = preview(ws).people
    assert person.minutes == ANA_MINUTES
    assert [cell.attended_minutes for cell in person.inputs] == [90, 194]
    apply_connections(ws, preview(ws))
    assert [entry.attended_minutes for entry in entries(ws, who)] == [90, 194]


def test_what_was_cancelled_of_a_class_is_not_attended(ws: Workspace) -> None:
    ana(ws)
    session = class_on(read_course(ws, CODE), MONDAY)[1][0]
    split_session(ws, CODE, session.id, 100)
    later = class_on(read_course(ws, CODE), MONDAY)[1][1]
    cancel_session(ws, CODE, later.id, "Corte de luz", None)
    assert minutes(preview(ws)) == {1: 90}


def test_a_log_of_the_wrong_class_is_taken_away_and_the_minutes_stay(ws: Workspace) -> None:
    who = ana(ws)
    apply_connections(ws, preview(ws))
    (log,) = list_logs(ws, CODE)
    assert (log.file_name, log.stretch.day, log.tool) == ("teams_new_es.csv", MONDAY, "Microsoft Teams")
    assert "sigue como está" in remove_log(ws, CODE, log.id).notices[0]
    assert list_logs(ws, CODE) == ()
    assert [entry.attended_minutes for entry in entries(ws, who)] == [ANA_MINUTES]
    with pytest.raises(Refused, match="ya no está"):
        remove_log(ws, CODE, log.id)


def test_a_log_of_another_meeting_of_the_day_is_refused(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "tarde.csv"
    path.write_text(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        "Ana Muñoz Lago,,01/15/2024 04:00:00 PM,01/15/2024 06:00:00 PM,120,Yes\n",
        encoding="utf-8",
    )
    with pytest.raises(Refused, match="es de otra reunión"):
        preview_connections(ws, path, CODE, MONDAY, 1)


def test_a_class_that_is_not_there_is_refused(ws: Workspace) -> None:
    for day, n, words in ((MONDAY, 2, "no tiene tramo 2"), (MONDAY - timedelta(days=1), 1, "no hay clase")):
        with pytest.raises(Refused, match=words):
            preview_connections(ws, SAMPLES / "zoom_en.csv", CODE, day, n)


def test_a_class_that_was_cancelled_is_refused(ws: Workspace) -> None:
    session = class_on(read_course(ws, CODE), MONDAY)[1][0]
    cancel_session(ws, CODE, session.id, "Corte de luz", None)
    with pytest.raises(Refused, match="está cancelada"):
        preview(ws)
