"""Filing an obligation, withdrawing it, and what happens to a course: both sides of every refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.timeline import CourseEvent, ObligationMet
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import fill_week
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.enrolments import Withdrawal, list_enrolments, withdraw
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.incidents import IncidentForm, add_incident, list_incidents
from cpepa_desktop.operations.obligations import (
    EVENTS,
    FilingForm,
    events_of,
    file_obligation,
    file_together,
    find_obligation,
    record_event,
    remove_event,
    withdraw_filing,
)
from cpepa_desktop.operations.papers import mark_paper, print_paper
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.week_locking import lock_week
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, enrolled, rows

RECORD = "selection_record"
FRIDAY = date(2024, 1, 12)
pytestmark = pytest.mark.usefixtures("course")


def filed(ws: Workspace, name: str, day: date, subject: str = "") -> tuple[str, ...]:
    """File an obligation on a day and return what is told."""
    ws.clock = at(day)
    return file_obligation(ws, CODE, name, subject, FilingForm(day)).notices


def met(ws: Workspace, name: str, subject: str = "") -> ObligationMet | None:
    return find_obligation(ws, CODE, name, subject).met


def refused(ws: Workspace, act: Callable[[], object]) -> str:
    """Return why something is refused; nothing of the file changes."""
    before = rows(ws)
    with pytest.raises(Refused) as refusal:
        act()
    assert rows(ws) == before
    return refusal.value.message


# Filing -----------------------------------------------------------------------------------------------------


def test_what_is_filed_is_met_with_its_day_number_channel_and_scan(ws: Workspace, tmp_path: Path) -> None:
    scan = tmp_path / "acta.pdf"
    scan.write_bytes(b"%PDF-1.7 acta")
    day = date(2024, 1, 11)
    changes = file_obligation(ws, CODE, RECORD, "", FilingForm(day, " Gestifor Web ", " R-7 ", scan))
    assert changes.notices == ()
    found = met(ws, RECORD)
    assert found is not None
    assert (found.day, found.channel, found.number) == (day, "Gestifor Web", "R-7")
    assert found.attachment is not None
    assert ws.file.attachments.get(found.attachment) == b"%PDF-1.7 acta"


def test_one_day_late_is_taken_and_told_with_what_the_call_says_of_it(ws: Workspace) -> None:
    assert filed(ws, "accident_insurance", date(2024, 1, 11)) == ()
    notices = filed(ws, RECORD, FRIDAY)
    told, consequence = notices
    assert told.startswith(
        "Se presentó 1 día después del plazo, que acababa el jue 11 ene 2024 (EPE/873/2023,"
    )
    assert consequence == "Guía 10.2.5: el centro no puede iniciar el curso."
    late = filed(ws, "conditions_sheet", date(2024, 1, 18))
    assert late[0].startswith("Se presentó 10 días después del plazo")


def test_filing_is_a_legal_act_that_undo_does_not_pass(ws: Workspace) -> None:
    filed(ws, RECORD, FRIDAY)
    with pytest.raises(Refused):
        undo(ws)
    assert met(ws, RECORD) is not None


def test_several_are_met_at_once_with_one_number_or_none_is(ws: Workspace) -> None:
    ws.clock = at(FRIDAY)
    wanted = [find_obligation(ws, CODE, name, "") for name in (RECORD, "accident_insurance")]
    changes = file_together(ws, wanted, FilingForm(FRIDAY, number="RE-7"))
    assert changes.operation.endswith("y 1 obligación más")
    assert changes.course == CODE
    assert [met(ws, each.name) for each in wanted] == [ObligationMet(FRIDAY, number="RE-7")] * 2
    others = [find_obligation(ws, CODE, name, "") for name in ("start_communication", RECORD)]
    assert "ya consta" in refused(ws, lambda: file_together(ws, others, FilingForm(FRIDAY)))
    assert met(ws, "start_communication") is None


def test_a_day_to_come_is_refused_and_today_is_not(ws: Workspace) -> None:
    tomorrow = FilingForm(date(2024, 1, 13))
    assert refused(ws, lambda: file_obligation(ws, CODE, RECORD, "", tomorrow)) == (
        "El sáb 13 ene 2024 aún no ha llegado. No se ha anotado nada."
    )
    file_obligation(ws, CODE, RECORD, "", FilingForm(FRIDAY))


def test_nothing_after_an_event_is_filed_before_it(ws: Workspace) -> None:
    """The course ends on Friday 3 May 2024."""
    last = date(2024, 5, 3)
    ws.clock = at(last)
    before = FilingForm(date(2024, 5, 2))
    message = refused(ws, lambda: file_obligation(ws, CODE, "evaluation_record", "", before))
    assert "antes del vie 3 may 2024 no se puede" in message
    file_obligation(ws, CODE, "evaluation_record", "", FilingForm(last))


def test_what_opens_on_a_day_is_not_filed_before_it(ws: Workspace) -> None:
    ws.clock = at(date(2024, 5, 3))
    early = FilingForm(date(2024, 1, 14))
    assert "antes del lun 15 ene 2024" in refused(
        ws, lambda: file_obligation(ws, CODE, "advance_after_start", "", early)
    )
    file_obligation(ws, CODE, "advance_after_start", "", FilingForm(date(2024, 1, 15)))


def test_what_hangs_on_something_that_has_not_happened_waits_for_it(ws: Workspace) -> None:
    form = FilingForm(FRIDAY)
    message = refused(ws, lambda: file_obligation(ws, CODE, "requirement_answer", "", form))
    assert "pendiente del requerimiento" in message
    record_event(ws, CODE, Anchor.REQUIREMENT, FRIDAY)
    file_obligation(ws, CODE, "requirement_answer", FRIDAY.isoformat(), form)


def test_what_must_come_before_an_event_unknown_may_be_filed(ws: Workspace) -> None:
    assert filed(ws, "candidate_request", FRIDAY) == ()


def test_what_is_filed_already_is_refused_with_its_day_and_number(ws: Workspace) -> None:
    form = FilingForm(FRIDAY, number="R-7")
    file_obligation(ws, CODE, RECORD, "", form)
    message = refused(ws, lambda: file_obligation(ws, CODE, RECORD, "", form))
    assert "ya consta: se presentó el vie 12 ene 2024 con el número R-7." in message


def test_what_a_paper_meets_is_not_filed_twice(ws: Workspace, tmp_path: Path) -> None:
    printed = print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    mark_paper(ws, printed.paper.id, FilingAct.SENT, FRIDAY)
    message = refused(ws, lambda: file_obligation(ws, CODE, "conditions_sheet", "", FilingForm(FRIDAY)))
    assert "ya consta: se presentó el vie 12 ene 2024. " in message


def test_an_unknown_name_is_told_with_those_near_it(ws: Workspace) -> None:
    form = FilingForm(FRIDAY)
    near = refused(ws, lambda: file_obligation(ws, CODE, "selection_recrod", "", form))
    assert near.startswith("No hay ninguna obligación «selection_recrod». ¿Quería decir selection_record")
    strange = refused(ws, lambda: file_obligation(ws, CODE, "xyz", "", form))
    assert "conditions_sheet" in strange
    absent = refused(ws, lambda: file_obligation(ws, CODE, "virtual_final", "", form))
    assert absent.startswith("El curso 24/001 no tiene la obligación «virtual_final». Las que tiene son: ")


def test_a_subject_that_is_none_is_told_with_those_there_are(ws: Workspace) -> None:
    form = FilingForm(FRIDAY)
    missing = refused(ws, lambda: file_obligation(ws, CODE, "attendance_weekly", "", form))
    assert "diga de qué" in missing
    assert "2024-W03 (semana del 15 ene)" in missing
    strange = refused(ws, lambda: file_obligation(ws, CODE, RECORD, "2024-W03", form))
    assert strange.endswith("no tiene «2024-W03». Lo que hay es: el curso entero.")


def test_a_scan_that_cannot_be_read_files_nothing(ws: Workspace, tmp_path: Path) -> None:
    form = FilingForm(FRIDAY, scan=tmp_path / "no.pdf")
    assert "no.pdf" in refused(ws, lambda: file_obligation(ws, CODE, RECORD, "", form))


# Days that other parts of the file ask for ------------------------------------------------------------------


def test_the_sheet_of_a_week_goes_with_its_last_class_and_asks_to_be_locked(ws: Workspace) -> None:
    enrolled(ws)
    week, thursday, friday = IsoWeek(2024, 3), date(2024, 1, 18), date(2024, 1, 19)
    ws.clock = at(friday)
    early = FilingForm(thursday)
    assert "antes del vie 19 ene 2024" in refused(
        ws, lambda: file_obligation(ws, CODE, "attendance_weekly", str(week), early)
    )
    notices = file_obligation(ws, CODE, "attendance_weekly", str(week), FilingForm(friday)).notices
    assert notices == ("La semana sigue abierta: bloquéela en Asistencia para que lo enviado no cambie.",)


def test_a_week_that_is_locked_is_met(ws: Workspace) -> None:
    enrolled(ws)
    ws.clock = at(date(2024, 1, 19))
    fill_week(ws, CODE, IsoWeek(2024, 3))
    lock_week(ws, CODE, IsoWeek(2024, 3), ws.clock.today(), "R-8")
    assert met(ws, "attendance_weekly", "2024-W03") == ObligationMet(ws.clock.today(), number="R-8")


def test_registering_somebody_is_written_where_enrolments_show_it_and_taken_back(ws: Workspace) -> None:
    someone = enrolled(ws)
    subject = str(someone.id)
    file_obligation(ws, CODE, "participant_registration", subject, FilingForm(FRIDAY))
    assert list_enrolments(ws, CODE)[0].registered_on == FRIDAY
    withdraw_filing(ws, CODE, "participant_registration", subject, "otra persona")
    assert list_enrolments(ws, CODE)[0].registered_on is None
    assert met(ws, "participant_registration", subject) is None


def test_a_leaver_communicated_here_is_judged_in_time(ws: Workspace) -> None:
    someone = enrolled(ws)
    number = someone.person.document.number
    ws.clock = at(date(2024, 1, 17))
    withdraw(ws, CODE, number, Withdrawal(date(2024, 1, 16), LeaveCause.OTHER))
    filed(ws, "leaver_communication", date(2024, 1, 22), str(someone.id))
    notice = course_status(ws, CODE).people[0].notice
    assert notice is not None
    assert notice.numbers["communicated_on"] == date(2024, 1, 22)
    assert notice.numbers["due"] == find_obligation(ws, CODE, "leaver_communication", str(someone.id)).due


def test_an_incident_communicated_here_is_communicated(ws: Workspace) -> None:
    monday = date(2024, 1, 15)
    ws.clock = at(monday)
    add_incident(ws, CODE, IncidentForm(monday, 600, "Avería"))
    (incident,) = list_incidents(ws, CODE)
    filed(ws, "incidents", monday, str(incident.incident.id))
    assert list_incidents(ws, CODE)[0].incident.communicated_on == monday


# Withdrawing ------------------------------------------------------------------------------------------------


def test_a_filing_withdrawn_is_owed_again_and_may_be_filed_anew(ws: Workspace) -> None:
    filed(ws, RECORD, FRIDAY)
    withdraw_filing(ws, CODE, RECORD, "", "Era de otro curso")
    assert met(ws, RECORD) is None
    filed(ws, RECORD, FRIDAY)
    assert met(ws, RECORD) == ObligationMet(FRIDAY)


def test_withdrawing_asks_why_and_for_something_filed_here(ws: Workspace, tmp_path: Path) -> None:
    assert "no se ha dado por presentado" in refused(ws, lambda: withdraw_filing(ws, CODE, RECORD, "", "x"))
    filed(ws, RECORD, FRIDAY)
    assert "Diga por qué" in refused(ws, lambda: withdraw_filing(ws, CODE, RECORD, "", " "))
    printed = print_paper(ws, "conditions-sheet", CODE, None, tmp_path)
    mark_paper(ws, printed.paper.id, FilingAct.SENT, FRIDAY)
    assert "anúlelo en Documentos" in refused(
        ws, lambda: withdraw_filing(ws, CODE, "conditions_sheet", "", "x")
    )


# What happens to a course -----------------------------------------------------------------------------------


@pytest.mark.parametrize("event", EVENTS)
def test_what_happens_is_written_and_taken_away(ws: Workspace, event: Anchor) -> None:
    record_event(ws, CODE, event, FRIDAY, " Oficio 12 ")
    assert events_of(ws, CODE) == (CourseEvent(event, FRIDAY, "Oficio 12"),)
    remove_event(ws, CODE, event, FRIDAY)
    assert events_of(ws, CODE) == ()


def test_a_change_is_planned_and_a_requirement_is_not(ws: Workspace) -> None:
    tomorrow = date(2024, 1, 13)
    (moved,) = record_event(ws, CODE, Anchor.CHANGE, tomorrow).notices
    assert moved.startswith("Ha vencido el mié 10 ene 2024: «Comunicar una modificación")
    assert find_obligation(ws, CODE, "change_communication", "2024-01-13").due == date(2024, 1, 10)
    assert "aún no ha llegado" in refused(ws, lambda: record_event(ws, CODE, Anchor.REQUIREMENT, tomorrow))
    record_event(ws, CODE, Anchor.REQUIREMENT, FRIDAY)


def test_what_the_file_knows_by_itself_is_not_written_again_nor_the_same_twice(ws: Workspace) -> None:
    message = refused(ws, lambda: record_event(ws, CODE, Anchor.COURSE_START, FRIDAY))
    assert message.startswith("El inicio del curso no se anota aquí")
    record_event(ws, CODE, Anchor.CHANGE, FRIDAY)
    assert "Ya está anotado" in refused(ws, lambda: record_event(ws, CODE, Anchor.CHANGE, FRIDAY))


def test_what_was_answered_is_not_taken_away(ws: Workspace) -> None:
    record_event(ws, CODE, Anchor.REQUIREMENT, FRIDAY)
    filed(ws, "requirement_answer", FRIDAY, FRIDAY.isoformat())
    message = refused(ws, lambda: remove_event(ws, CODE, Anchor.REQUIREMENT, FRIDAY))
    assert "retírelo antes" in message
    gone = refused(ws, lambda: remove_event(ws, CODE, Anchor.CHANGE, FRIDAY))
    assert gone == "Ese hecho ya no está anotado. No se ha cambiado nada."


def test_an_unknown_course_is_refused(ws: Workspace, course: CourseView) -> None:
    assert course.course.code == CODE
    for act in (lambda: events_of(ws, "nada"), lambda: course_obligations(ws, "nada")):
        assert "nada" in refused(ws, act)
