"""Each invariant of the planning, broken once; and the other side of each limit, which breaks none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import planning_invariants as invariants
from cpepa_desktop.db.invariants import INVARIANTS, Invariant
from cpepa_desktop.db.planning_invariants import PLANNING_INVARIANTS
from tests.db.small_centre import ANOTHER_COURSE, fill, memory, write

FILING = "INSERT INTO obligation_filing (course_id, name, subject, day) VALUES "
TRAINER = "INSERT INTO trainer (id, person_id) VALUES (1, 2); "
ROLE = "INSERT INTO course_role (course_id, trainer_id, role, {columns}) VALUES (1, 1, 'tutor', {values})"
ENTITY = "INSERT INTO local_entity (id, name) VALUES (1, 'Ayuntamiento de Utebo'); "
REQUEST = "INSERT INTO yearly_request (begins_in) VALUES (2024); "
LINE = "INSERT INTO request_line (begins_in, position, speciality, route, local_entity_id, course_id) VALUES "
APPLICATION = "INSERT INTO application (id, centre_id, call) VALUES (1, 1, '{call}'); "
ACTION = (
    "INSERT INTO application_action (application_id, position, speciality, province, course_id) "
    "VALUES (1, 1, 'SSCS0208', 'Zaragoza', 1)"
)
SUPPORT = (
    "INSERT INTO disability_support (enrolment_id, service, minutes, {columns}) "
    "VALUES (1, 'other', 60, {values})"
)
PAID = "UPDATE course SET local_entity_id = 1 WHERE id = 1"
LOCAL = "UPDATE course SET route = 'local', local_entity_id = 1 WHERE id = 1; "
LUCIA = "24/001, Lucía Ibáñez Ñúñez"
OMAR = "24/001, Omar Zapata"

OUT_OF_ORDER = "el escrito es del 10/01/2024 y se recibe o acaba antes de esa fecha"
NOT_SENT_YET = "el contrato acaba antes de empezar o se validó antes de enviarse"
HALF_APPROVED = "la aprobación del apoyo no tiene día y horas, o es anterior a pedirlo"

BREAKS: list[tuple[Invariant, str, str]] = [
    (
        invariants.papers_keep_the_order_of_their_days,
        """INSERT INTO paper (kind, number, issued_on, ends_on)
           VALUES ('agreement', '7', '2024-01-10', '2024-01-09')""",
        f"agreement 7: {OUT_OF_ORDER}",
    ),
    (
        invariants.papers_keep_the_order_of_their_days,
        """INSERT INTO paper (kind, number, issued_on, received_on)
           VALUES ('authorisation', '', '2024-01-10', '2024-01-09')""",
        f"authorisation : {OUT_OF_ORDER}",
    ),
    (
        invariants.filings_meet_obligations_there_are,
        FILING + "(1, 'tea_time', '', '2024-02-12')",
        "24/001: consta presentada «tea_time», que no es ninguna obligación",
    ),
    (
        invariants.filings_meet_obligations_there_are,
        FILING + "(1, 'participant_registration', '2', '2024-02-12')",
        "24/001: «participant_registration» consta presentada por «2», que no es del curso",
    ),
    (
        invariants.filings_meet_obligations_there_are,
        FILING + "(1, 'incidents', '9', '2024-02-12')",
        "24/001: «incidents» consta presentada por «9», que no es del curso",
    ),
    (
        invariants.filings_meet_obligations_there_are,
        FILING + "(1, 'attendance_weekly', '2024-7', '2024-02-12')",
        "24/001: «attendance_weekly» consta presentada por «2024-7», que no es del curso",
    ),
    (
        invariants.pauses_do_not_overlap,
        """INSERT INTO pause VALUES (1, 1, '2024-02-19', '2024-02-26', 'Obras');
           INSERT INTO pause VALUES (2, 1, '2024-02-25', '2024-03-04', 'Nieve')""",
        "24/001, 25/02/2024: la pausa empieza dentro de otra",
    ),
    (
        invariants.pauses_hold_no_class,
        "INSERT INTO pause VALUES (1, 1, '2024-02-13', '2024-02-14', 'Obras')",
        "24/001, 13/02/2024: hay clase el 13/02/2024, dentro de la pausa",
    ),
    (
        invariants.renunciations_say_why,
        "UPDATE course SET renounced_on = '2024-02-01' WHERE id = 1",
        "24/001: la renuncia no tiene día y motivo a la vez",
    ),
    (
        invariants.roles_keep_the_order_of_their_days,
        TRAINER + ROLE.format(columns="contract_from, contract_to", values="'2024-02-02', '2024-02-01'"),
        f"{OMAR}: {NOT_SENT_YET}",
    ),
    (
        invariants.roles_keep_the_order_of_their_days,
        TRAINER + ROLE.format(columns="sent_on, validated_on", values="'2024-02-02', '2024-02-01'"),
        f"{OMAR}: {NOT_SENT_YET}",
    ),
    (
        invariants.support_is_approved_whole,
        SUPPORT.format(columns="approved_on", values="'2024-02-02'"),
        f"{LUCIA}: {HALF_APPROVED}",
    ),
    (
        invariants.support_is_approved_whole,
        SUPPORT.format(
            columns="requested_on, approved_on, approved_minutes", values="'2024-02-03', '2024-02-02', 60"
        ),
        f"{LUCIA}: {HALF_APPROVED}",
    ),
    (
        invariants.local_entities_pay_where_they_are_named,
        ENTITY + PAID,
        "24/001: figura «Ayuntamiento de Utebo», y no paga una entidad local",
    ),
    (
        invariants.local_entities_pay_where_they_are_named,
        ENTITY + REQUEST + LINE + "(2024, 1, 'SSCS0208', 'own', 1, NULL)",
        "2024, SSCS0208: figura «Ayuntamiento de Utebo», y no paga una entidad local",
    ),
    (
        invariants.request_lines_name_their_own_course,
        REQUEST + LINE + "(2024, 1, 'ADGD0308', 'own', NULL, 1)",
        "2024, ADGD0308: la responde el curso 24/001, de otra especialidad",
    ),
    (
        invariants.applications_ask_for_courses_of_their_call,
        APPLICATION.format(call="EPE-873-2023") + ACTION,
        "EPE-873-2023, 24/001: el curso de la solicitud es de otra convocatoria",
    ),
    (
        invariants.accreditations_end_after_they_begin,
        """INSERT INTO accreditation (centre_id, speciality, number, day, until)
           VALUES (1, 'SSCS0208', '12', '2024-02-02', '2024-02-01')""",
        "SSCS0208 12: la acreditación acaba antes de empezar",
    ),
]

HOLDS: list[str] = [
    """INSERT INTO paper (kind, issued_on, received_on, ends_on)
       VALUES ('agreement', '2024-01-10', '2024-01-10', '2024-01-10')""",
    FILING + "(1, 'participant_registration', '1', '2024-02-12'), (1, 'attendance_weekly', '2024-W07', "
    "'2024-02-19'), (1, 'selection_record', '', '2024-02-09'), (1, 'change_communication', '2024-02-09', "
    "'2024-02-09')",
    """INSERT INTO obligation_filing VALUES
       (1, 1, 'incidents', '9', '2024-02-12', '', '', NULL, '2024-02-13', 'No era')""",
    """INSERT INTO pause VALUES (1, 1, '2024-02-14', '2024-02-26', 'Obras');
       INSERT INTO pause VALUES (2, 1, '2024-02-26', '2024-03-04', 'Nieve');
       INSERT INTO pause VALUES (3, 2, '2024-02-14', '2024-03-04', 'Otro curso')""",
    "UPDATE course SET renounced_on = '2024-02-01', renounce_reason = 'Sin alumnado' WHERE id = 1",
    TRAINER
    + ROLE.format(
        columns="contract_from, contract_to, sent_on, validated_on",
        values="'2024-02-01', '2024-02-01', '2024-02-01', '2024-02-01'",
    ),
    SUPPORT.format(
        columns="requested_on, approved_on, approved_minutes", values="'2024-02-02', '2024-02-02', 0"
    ),
    ENTITY + REQUEST + LOCAL + LINE + "(2024, 1, 'SSCS0208', 'local', 1, 1)",
    APPLICATION.format(call="own") + ACTION,
    """INSERT INTO accreditation (centre_id, speciality, day, until)
       VALUES (1, 'SSCS0208', '2024-02-02', '2024-02-02')""",
]


@pytest.fixture
def db() -> Iterator[Database]:
    """Return a file with two courses in which everything holds."""
    made = memory()
    fill(made)
    with write(made):
        made.executescript(ANOTHER_COURSE)
    yield made
    made.close()


def answers(db: Database) -> list[str]:
    """Return what every invariant of the file says."""
    return [str(problem) for ask in (*INVARIANTS, *PLANNING_INVARIANTS) for problem in ask(db)]


@pytest.mark.parametrize(
    ("ask", "script", "sentence"),
    [pytest.param(*case, id=f"{n} {case[0].__name__}") for n, case in enumerate(BREAKS)],
)
def test_what_breaks_an_invariant_is_told_by_it_alone(
    db: Database, ask: Invariant, script: str, sentence: str
) -> None:
    with write(db):
        db.executescript(script)
    assert [str(problem) for problem in ask(db)] == [sentence]
    assert answers(db) == [sentence]


@pytest.mark.parametrize("script", HOLDS)
def test_what_keeps_within_a_limit_breaks_nothing(db: Database, script: str) -> None:
    with write(db):
        db.executescript(script)
    assert answers(db) == []


def test_every_invariant_is_asked_and_has_a_test() -> None:
    defined = {
        value
        for name, value in vars(invariants).items()
        if callable(value) and value.__module__ == invariants.__name__ and not name.startswith("_")
    }
    assert set(PLANNING_INVARIANTS) == defined
    assert {ask for ask, _script, _sentence in BREAKS} == defined
