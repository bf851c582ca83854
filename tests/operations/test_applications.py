"""The application to a call: its courses, its checklist, its submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.operations.application_view import calls_to_apply_for, read_application
from cpepa_desktop.operations.applications import (
    ActionForm,
    SubmissionForm,
    add_planned_courses,
    mark_item,
    remove_action,
    save_action,
    set_published,
    submit_application,
    withdraw_submission,
)
from cpepa_desktop.operations.centres import read_centre, save_centre
from cpepa_desktop.operations.history import history, undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, at, own_request, planned, rows

CALL = "EPE-873-2023"
PUBLISHED, DUE = date(2023, 7, 10), date(2023, 7, 24)
SSCS = ActionForm("SSCS0208")


@pytest.fixture
def applying(ws: Workspace) -> Workspace:
    """Give the centre within the term of the call, which came out on Monday 10 July 2023."""
    ws.clock = at(date(2023, 7, 20))
    set_published(ws, CALL, PUBLISHED)
    return ws


def complete(ws: Workspace) -> None:
    """Ask for one course and have everything that goes with it."""
    save_action(ws, CALL, SSCS)
    for view in read_application(ws, CALL).items:
        mark_item(ws, CALL, view.item.key, ItemState.READY)


def ask(ws: Workspace, *specialities: str) -> None:
    for words in specialities:
        code, _space, part = words.partition(" ")
        save_action(ws, CALL, ActionForm(code, part))


def answers(ws: Workspace) -> dict[str, Answer]:
    return {words: verdict.answer for words, verdict in read_application(ws, CALL).specialities}


def test_only_what_takes_applications_is_offered(ws: Workspace) -> None:
    assert [call for call, _title in calls_to_apply_for(ws)] == [CALL]
    with pytest.raises(Refused, match="no es una convocatoria a la que se presente solicitud"):
        read_application(ws, "own-resources")


def test_an_application_begins_empty_with_everything_missing(ws: Workspace) -> None:
    view = read_application(ws, CALL)
    assert (view.actions, view.asked, view.due, view.is_submitted) == ((), 0, None, False)
    assert {each.mark.state for each in view.items} == {ItemState.MISSING}
    assert view.gaps[0] == "No se pide ninguna acción formativa."
    assert len(view.gaps) == 15


def test_the_last_day_is_the_tenth_working_one_after_the_publication(applying: Workspace) -> None:
    view = read_application(applying, CALL)
    assert view.due == DUE
    assert str(view.due_citation) == "EPE/873/2023, ap. 9"


def test_a_call_cannot_come_out_on_a_day_to_come(applying: Workspace) -> None:
    with pytest.raises(Refused, match="vie 21 jul 2023 aún no ha llegado"):
        set_published(applying, CALL, date(2023, 7, 21))
    set_published(applying, CALL, None)
    assert read_application(applying, CALL).due is None


def test_each_course_asked_for_has_its_amount_and_they_add_up(applying: Workspace) -> None:
    changes = save_action(applying, CALL, SSCS)
    save_action(applying, CALL, ActionForm("ADGD0308", "A1", "Teruel", 10))
    view = read_application(applying, CALL)
    assert changes.kinds == frozenset({Kind.PLANNING})
    amounts = [each.estimate.estimated for each in view.actions if each.estimate]
    assert amounts == [3_759_340, 470 * 672 * 10]
    assert view.asked == sum(amounts)
    assert [each.action.province for each in view.actions] == ["Zaragoza", "Teruel"]
    assert view.actions[1].is_priority
    assert view.actions[1].title == "Actividades de gestión administrativa"
    assert view.cap is not None
    assert view.cap.answer is Answer.YES


def test_a_course_asked_for_is_changed_and_taken_out(applying: Workspace) -> None:
    save_action(applying, CALL, SSCS)
    key = read_application(applying, CALL).actions[0].action.id
    save_action(applying, CALL, replace(SSCS, participants=10), key)
    (view,) = read_application(applying, CALL).actions
    assert (view.action.id, view.action.participants) == (key, 10)
    remove_action(applying, CALL, key)
    assert read_application(applying, CALL).actions == ()
    with pytest.raises(Refused, match="ya no está en la solicitud"):
        save_action(applying, CALL, SSCS, key)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (ActionForm("XXXX0000"), "«XXXX0000»"),
        (ActionForm("ADGD0308"), "no se oferta completo"),
        (replace(SSCS, participants=14), "de 1 a 13 participantes"),
        (replace(SSCS, participants=0), "de 1 a 13 participantes"),
        (replace(SSCS, province="Soria"), "«Soria»"),
        (replace(SSCS, course="NO-HAY"), "El curso NO-HAY no está planificado"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_and_nothing_written(
    applying: Workspace, form: ActionForm, words: str
) -> None:
    before = rows(applying)
    with pytest.raises(Refused, match=words):
        save_action(applying, CALL, form)
    assert rows(applying) == before


def test_the_planned_courses_of_the_call_come_in_at_once_and_only_once(ws: Workspace) -> None:
    planned(ws)
    planned(ws, own_request(code="24/002", timetable="L-V 16:00-21:00"))
    add_planned_courses(ws, CALL)
    (view,) = read_application(ws, CALL).actions
    assert (view.action.course, view.action.speciality) == (CODE, "SSCS0208")
    with pytest.raises(Refused, match="No hay cursos planificados"):
        add_planned_courses(ws, CALL)


def test_a_course_of_other_means_is_not_part_of_the_application(ws: Workspace) -> None:
    planned(ws, own_request())
    with pytest.raises(Refused, match="no está planificado con la convocatoria"):
        save_action(ws, CALL, replace(SSCS, course=CODE))


def test_a_second_action_of_a_speciality_is_for_the_priority_ones_in_the_central_zone(
    applying: Workspace,
) -> None:
    ask(applying, "ADGD0210 A1", "ADGD0210 A1", "ADGD0308 A1", "ADGD0308 A2")
    assert answers(applying) == {"ADGD0210": Answer.NO, "ADGD0308": Answer.YES}
    ask(applying, "ADGD0308 A1")
    assert answers(applying)["ADGD0308"] is Answer.YES
    ask(applying, "ADGD0308 A1")
    assert answers(applying)["ADGD0308"] is Answer.NO


@pytest.mark.parametrize(
    ("town", "province", "answer"),
    [
        ("Zaragoza", "Zaragoza", Answer.YES),
        ("Utebo", "Zaragoza", Answer.PENDING),
        ("Teruel", "Teruel", Answer.NO),
    ],
)
def test_where_the_centre_is_decides_on_a_second_action(
    applying: Workspace, town: str, province: str, answer: Answer
) -> None:
    centre = read_centre(applying).centre
    save_centre(applying, replace(centre, municipality=town, province=province))
    ask(applying, "ADGD0308 A1", "ADGD0308 A1")
    assert answers(applying)["ADGD0308"] is answer


def test_a_module_offered_alone_counts_apart_from_its_certificate(applying: Workspace) -> None:
    ask(applying, "ADGD0308 A1", "ADGD0308 A2", "ADGD0308 MF0973_1")
    assert answers(applying) == {"ADGD0308": Answer.YES, "ADGD0308 MF0973_1": Answer.YES}


def test_more_than_the_centre_may_ask_for_is_said_and_cannot_be_submitted(applying: Workspace) -> None:
    complete(applying)
    for _n in range(16):
        save_action(applying, CALL, SSCS)
    view = read_application(applying, CALL)
    assert view.asked == 17 * 3_759_340
    assert view.cap is not None
    assert (view.cap.answer, view.cap.citation.place) == (Answer.NO, "ap. 11.5")
    with pytest.raises(Refused) as refused:
        submit_application(applying, CALL, SubmissionForm(PUBLISHED, "RE-1"))
    said = " ".join(str(problem) for problem in refused.value.problems).replace("\N{NO-BREAK SPACE}", " ")
    assert "El centro pide 639.087,80 € y el máximo es 600.000,00 €." in said


def test_an_item_is_ready_with_its_paper_and_keeps_it_when_the_note_changes(
    applying: Workspace, tmp_path: Path
) -> None:
    scan = tmp_path / "lista.pdf"
    scan.write_bytes(b"%PDF-1.7")
    mark_item(applying, CALL, "action_list", ItemState.READY, " Firmada ", scan)
    mark_item(applying, CALL, "action_list", ItemState.READY, "Firmada por la directora")
    mark = read_application(applying, CALL).application.mark("action_list")
    assert (mark.state, mark.note) == (ItemState.READY, "Firmada por la directora")
    assert applying.file.attachments.get(mark.attachment or "") == b"%PDF-1.7"
    with pytest.raises(Refused, match="No se puede leer"):
        mark_item(applying, CALL, "action_list", ItemState.READY, "", tmp_path / "no.pdf")


def test_what_is_asked_of_everybody_is_not_needed_only_where_somebody_says_why(applying: Workspace) -> None:
    mark_item(applying, CALL, "local_entity_certificate", ItemState.NOT_NEEDED)
    with pytest.raises(Refused, match="escriba en la nota cuándo y ante qué órgano"):
        mark_item(applying, CALL, "action_list", ItemState.NOT_NEEDED, " ")
    mark_item(applying, CALL, "action_list", ItemState.NOT_NEEDED, "INAEM, 2 de mayo de 2023")
    with pytest.raises(Refused, match="no pide «otra»"):
        mark_item(applying, CALL, "otra", ItemState.READY)


def test_a_submission_is_a_legal_act_with_its_day_and_number(applying: Workspace) -> None:
    complete(applying)
    assert read_application(applying, CALL).gaps == ()
    changes = submit_application(applying, CALL, SubmissionForm(date(2023, 7, 20), " RE-2023-1 "))
    view = read_application(applying, CALL)
    assert (view.is_submitted, view.application.number) == (True, "RE-2023-1")
    assert (changes.notices, Kind.COURSE in changes.kinds) == ((), True)
    with pytest.raises(Refused):
        undo(applying)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (SubmissionForm(date(2023, 7, 21), "RE-1"), "aún no ha llegado"),
        (SubmissionForm(date(2023, 7, 9), "RE-1"), "antes de publicarse"),
        (SubmissionForm(date(2023, 7, 20), " "), "número del registro"),
    ],
)
def test_a_submission_that_cannot_have_been_is_refused(
    applying: Workspace, form: SubmissionForm, words: str
) -> None:
    complete(applying)
    with pytest.raises(Refused) as refused:
        submit_application(applying, CALL, form)
    assert words in str(refused.value.problems[0])
    assert not read_application(applying, CALL).is_submitted


def test_what_is_missing_is_listed_when_it_is_submitted(applying: Workspace) -> None:
    save_action(applying, CALL, SSCS)
    with pytest.raises(Refused) as refused:
        submit_application(applying, CALL, SubmissionForm(PUBLISHED, "RE-1"))
    assert len(refused.value.problems) == 14


@pytest.mark.parametrize(("day", "notices"), [(DUE, 0), (date(2023, 7, 25), 1)])
def test_a_submission_after_the_term_is_told(applying: Workspace, day: date, notices: int) -> None:
    complete(applying)
    applying.clock = at(date(2023, 7, 31))
    changes = submit_application(applying, CALL, SubmissionForm(day, "RE-1"))
    assert [notice[:29] for notice in changes.notices] == ["El plazo acabó el lun 24 jul "] * notices


def test_a_submitted_application_stands_still_until_somebody_says_why(applying: Workspace) -> None:
    complete(applying)
    submit_application(applying, CALL, SubmissionForm(date(2023, 7, 20), "RE-1"))
    key = read_application(applying, CALL).actions[0].action.id
    changes: list[Callable[[], Changes]] = [
        lambda: save_action(applying, CALL, SSCS),
        lambda: remove_action(applying, CALL, key),
        lambda: set_published(applying, CALL, None),
        lambda: mark_item(applying, CALL, "truth", ItemState.MISSING),
        lambda: add_planned_courses(applying, CALL),
        lambda: submit_application(applying, CALL, SubmissionForm(PUBLISHED, "RE-2")),
    ]
    for change in changes:
        with pytest.raises(Refused, match="ya no se cambia"):
            change()
    with pytest.raises(Refused, match="Diga por qué"):
        withdraw_submission(applying, CALL, " ")
    withdraw_submission(applying, CALL, "El registro la rechazó")
    assert "El registro la rechazó" in history(applying, 1)[0].name
    assert not read_application(applying, CALL).is_submitted
    with pytest.raises(Refused, match="no consta como presentada"):
        withdraw_submission(applying, CALL, "Otra vez")


def test_an_action_can_be_undone(applying: Workspace) -> None:
    before = rows(applying)
    save_action(applying, CALL, SSCS)
    undo(applying)
    assert rows(applying) == before


def test_the_day_a_call_came_out_dates_the_application_of_each_of_its_courses(ws: Workspace) -> None:
    planned(ws)
    planned(ws, own_request(code="24/002", timetable="L-V 16:00-21:00"))
    ws.clock = at(date(2023, 7, 20))
    (told,) = set_published(ws, CALL, PUBLISHED).notices
    assert told.startswith("Vence el lun 24 jul 2023")
    (moved,) = set_published(ws, CALL, PUBLISHED + timedelta(days=1)).notices
    assert moved.startswith("Vencía el lun 24 jul 2023 y vence el mar 25 jul 2023")
    (gone,) = set_published(ws, CALL, None).notices
    assert gone.startswith("Ya no tiene plazo")


def test_an_application_that_was_not_submitted_after_all_is_due_again(ws: Workspace) -> None:
    planned(ws)
    ws.clock = at(date(2023, 7, 20))
    set_published(ws, CALL, PUBLISHED)
    complete(ws)
    assert submit_application(ws, CALL, SubmissionForm(date(2023, 7, 20), "RE-1")).notices == ()
    (told,) = withdraw_submission(ws, CALL, "El registro la rechazó").notices
    assert told.startswith("Vence el lun 24 jul 2023")
