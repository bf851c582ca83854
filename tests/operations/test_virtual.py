"""Who follows class at a distance, and what is kept of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.db import sessions
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.virtual import Consent, VirtualClass, VirtualPerson, VirtualReason
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.sessions import set_mode
from cpepa_desktop.operations.virtual import (
    destroy_recordings,
    keep_recordings,
    may_be_virtual,
    read_virtual,
    remove_recording,
    save_virtual_class,
    save_virtual_person,
)
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, MONDAY, at, class_on, enrolled, planned, request, room

TUESDAY = MONDAY + timedelta(days=1)
REFUSED = (Consent.REFUSED, date(2024, 1, 11))


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a course on its first Tuesday, its Monday at a distance for some."""
    view = planned(ws)
    _stretch, sessions = class_on(view, MONDAY)
    set_mode(ws, CODE, [session.id for session in sessions], SessionMode.BIMODAL)
    ws.clock = at(TUESDAY)
    return ws


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Give a scan."""
    path = tmp_path / "papel.pdf"
    path.write_bytes(b"%PDF-1.7 papel")
    return path


def monday(ws: Workspace) -> int:
    """Return the key of the stretch at a distance."""
    return class_on(read_course(ws, CODE), MONDAY)[0].id


def refused_person(enrolment_id: int) -> VirtualPerson:
    """Return somebody of another town who will not be recorded."""
    return VirtualPerson(enrolment_id, VirtualReason.OTHER_TOWN, "", *REFUSED)


def test_who_refuses_to_be_recorded_may_not_be_virtual_and_hears_why(ws: Workspace) -> None:
    who = enrolled(ws)
    save_virtual_person(ws, CODE, refused_person(who.id))
    answer = may_be_virtual(ws, CODE, who.id)
    assert answer is not None
    assert answer.startswith("Muñoz, Ana 1 no autoriza la grabación")
    assert "Guía 3.b" in answer


def test_who_has_not_been_asked_or_consents_may_be_virtual(ws: Workspace) -> None:
    asked, unasked = enrolled(ws, 1), enrolled(ws, 2)
    save_virtual_person(ws, CODE, VirtualPerson(asked.id, consent=Consent.GIVEN, consent_on=MONDAY))
    assert (may_be_virtual(ws, CODE, asked.id), may_be_virtual(ws, CODE, unasked.id)) == (None, None)


def test_what_is_still_to_be_asked_is_told(ws: Workspace) -> None:
    who, other = enrolled(ws, 1), enrolled(ws, 2)
    save_virtual_person(ws, CODE, VirtualPerson(who.id, VirtualReason.DIFFICULTY, "Cuida de su madre"))
    pending = {row.enrolment.id: row.pending for row in read_virtual(ws, CODE).people}
    assert pending == {
        who.id: "falta preguntar si autoriza la grabación; falta el justificante",
        other.id: "",
    }


def test_who_attended_at_a_distance_without_a_reason_is_told(ws: Workspace) -> None:
    who = enrolled(ws)
    record_attendance(ws, CODE, [StretchInput(who.id, monday(ws), 300, is_virtual=True)])
    (row,) = read_virtual(ws, CODE).people
    assert row.pending == "falta el motivo; falta preguntar si autoriza la grabación"


def test_a_refusal_after_class_at_a_distance_is_written_and_warned_of(ws: Workspace) -> None:
    who = enrolled(ws)
    record_attendance(ws, CODE, [StretchInput(who.id, monday(ws), 300, is_virtual=True)])
    changes = save_virtual_person(ws, CODE, refused_person(who.id))
    assert "ya tiene asistencia introducida por aula virtual" in changes.notices[0]


def test_the_proof_is_kept_with_the_file(ws: Workspace, paper: Path) -> None:
    who = enrolled(ws)
    person = VirtualPerson(who.id, VirtualReason.DIFFICULTY, "Cuidados", Consent.GIVEN, MONDAY)
    save_virtual_person(ws, CODE, person, paper)
    (row,) = read_virtual(ws, CODE).people
    assert row.virtual.proof
    assert ws.file.attachments.get(row.virtual.proof) == paper.read_bytes()
    assert row.pending == ""
    save_virtual_person(ws, CODE, row.virtual)
    assert read_virtual(ws, CODE).people[0].virtual.proof == row.virtual.proof


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"consent": Consent.GIVEN}, "qué día"),
        ({"consent_on": MONDAY}, "si autoriza"),
        ({"consent": Consent.GIVEN, "consent_on": TUESDAY + timedelta(days=1)}, "aún no ha llegado"),
        ({"reason": VirtualReason.DIFFICULTY, "reason_note": " "}, "qué dificultad"),
    ],
)
def test_half_an_answer_is_refused(ws: Workspace, said: dict[str, object], words: str) -> None:
    who = enrolled(ws)
    with pytest.raises(Refused, match=words):
        save_virtual_person(ws, CODE, VirtualPerson(who.id, **said))  # type: ignore[arg-type]  # of the cases


def test_somebody_of_no_enrolment_here_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match="ya no está en el curso"):
        save_virtual_person(ws, CODE, VirtualPerson(99))


def test_a_proof_that_cannot_be_read_leaves_nothing(ws: Workspace, tmp_path: Path) -> None:
    who = enrolled(ws)
    with pytest.raises(Refused, match="No se puede leer"):
        save_virtual_person(ws, CODE, VirtualPerson(who.id, VirtualReason.ROOM_SIZE), tmp_path / "no.pdf")
    assert read_virtual(ws, CODE).people[0].virtual == VirtualPerson(who.id)


def test_a_course_in_the_room_owes_nothing(ws: Workspace) -> None:
    planned(ws, request(code="24/002"))
    assert read_virtual(ws, "24/002").notices == ()


def test_what_the_guide_asks_of_the_class_is_told_until_it_is_there(ws: Workspace) -> None:
    missing = read_virtual(ws, CODE).notices
    assert [word in " ".join(missing) for word in ("3.b", "3.c", "3.d")] == [True, True, True]
    save_virtual_class(ws, CODE, VirtualClass("Zoom", "https://aula.example/inspeccion"))
    keep_recordings(ws, CODE, [monday(ws)], "Disco de secretaría, armario 2")
    (notice,) = read_virtual(ws, CODE).notices
    assert notice == (
        "El profesorado debe impartir desde el aula homologada y estas clases no tienen aula: "
        "lun 15 ene 2024 (Guía 3.c)."
    )


def test_a_course_with_its_room_is_taught_from_it(ws: Workspace) -> None:
    view = planned(ws, request(code="24/002", room=room(ws, "Aula 2").name))
    set_mode(ws, "24/002", [view.sessions[0].id], SessionMode.VIRTUAL)
    assert "3.c" not in " ".join(read_virtual(ws, "24/002").notices)


def test_many_days_are_named_by_the_first_ones(ws: Workspace) -> None:
    view = read_course(ws, CODE)
    set_mode(ws, CODE, [session.id for session in view.sessions[:-1]], SessionMode.VIRTUAL)
    words = " ".join(read_virtual(ws, CODE).notices)
    assert "Todo el curso" not in words
    assert re.search(r"vie 19 ene 2024 y 7\d más", words)


def test_a_course_that_came_wholly_by_virtual_classroom_is_told(ws: Workspace) -> None:
    with ws.operation("Importar"):
        for session in read_course(ws, CODE).sessions:
            sessions.change_session(ws.db, replace(session, mode=SessionMode.VIRTUAL))
    assert "Todo el curso figura por aula virtual" in " ".join(read_virtual(ws, CODE).notices)


def test_recordings_are_destroyed_with_a_certificate_that_is_kept(ws: Workspace, paper: Path) -> None:
    keep_recordings(ws, CODE, [monday(ws)], "Disco")
    (row,) = read_virtual(ws, CODE).recordings
    destroy_recordings(ws, CODE, [row.recording.id], TUESDAY, paper)
    (gone,) = read_virtual(ws, CODE).recordings
    assert gone.recording.destroyed_on == TUESDAY
    assert ws.file.attachments.get(gone.recording.certificate or "") == paper.read_bytes()
    with pytest.raises(Refused, match="ya consta como destruida"):
        destroy_recordings(ws, CODE, [row.recording.id], TUESDAY, paper)
    with pytest.raises(Refused, match="está certificada"):
        remove_recording(ws, CODE, row.recording.id)


@pytest.mark.parametrize(("day", "words"), [(-3, "no pudo destruirse"), (2, "aún no ha llegado")])
def test_an_impossible_day_of_destruction_is_refused(
    ws: Workspace, paper: Path, day: int, words: str
) -> None:
    keep_recordings(ws, CODE, [monday(ws)], "Disco")
    (row,) = read_virtual(ws, CODE).recordings
    with pytest.raises(Refused, match=words):
        destroy_recordings(ws, CODE, [row.recording.id], MONDAY + timedelta(days=day), paper)


def test_a_recording_noted_by_mistake_is_taken_away(ws: Workspace) -> None:
    keep_recordings(ws, CODE, [monday(ws)], "Disco")
    remove_recording(ws, CODE, read_virtual(ws, CODE).recordings[0].recording.id)
    assert read_virtual(ws, CODE).recordings == ()


def test_a_recording_of_nothing_nowhere_or_to_come_is_refused(ws: Workspace) -> None:
    to_come = class_on(read_course(ws, CODE), MONDAY + timedelta(days=7))[0].id
    for stretches, place, words in (
        ([], "Disco", "de qué clases"),
        ([monday(ws)], " ", "dónde se guarda"),
        ([to_come], "Disco", "aún no ha llegado"),
        ([999], "Disco", "ya no está"),
    ):
        with pytest.raises(Refused, match=words):
            keep_recordings(ws, CODE, stretches, place)
    with pytest.raises(Refused, match="ya no está en la lista"):
        remove_recording(ws, CODE, 999)
