"""Each invariant, broken once; and a sound file, which breaks none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import invariants, journal
from cpepa_desktop.db.invariants import INVARIANTS, Invariant
from tests.db.small_centre import ANOTHER_COURSE, fill, memory, sha256, write

MONDAY = "24/001, 12/02/2024, Lucía Ibáñez Ñúñez"
WEEK_7 = sha256('[[1,"2024-02-12/1/1",40,0,"a",60]]')
SENT = f"INSERT INTO week_lock VALUES (1, 1, 2024, 7, 1, '2024-02-19', 'R', '{WEEK_7}', NULL, '')"  # noqa: S608 - a hash
"""Sends the week of the small centre as it is."""
TUESDAY = "24/001, 13/02/2024, Lucía Ibáñez Ñúñez"

BREAKS: list[tuple[Invariant, str, str]] = [
    (
        invariants.nobody_attends_more_than_was_given,
        "UPDATE attendance SET attended_minutes = 101 WHERE session_id = 1; DELETE FROM absence",
        f"{MONDAY}: consta que asistió 101 minutos a una sesión de 100",
    ),
    (
        invariants.absences_fit_in_what_was_missed,
        "INSERT INTO absence VALUES (2, 1, 1, 1, NULL, NULL)",
        f"{MONDAY}: las faltas suman 61 minutos y solo pudo faltar 60",
    ),
    (
        invariants.proofs_belong_to_who_missed,
        "UPDATE absence SET justification_id = 2",
        f"{MONDAY}: la falta se justifica con un documento de otra persona",
    ),
    (
        invariants.attendance_is_of_the_own_course,
        "INSERT INTO attendance VALUES (1, 5, 10, 0)",
        f"{MONDAY}: la asistencia es de una sesión de otro curso",
    ),
    (
        invariants.attendance_is_of_classes_given,
        "INSERT INTO attendance VALUES (1, 2, 80, 0)",
        f"{MONDAY}: hay asistencia en una sesión cancelada",
    ),
    (
        invariants.attendance_is_within_the_enrolment,
        "UPDATE enrolment SET joined_on = '2024-02-13' WHERE id = 1",
        f"{MONDAY}: hay asistencia fuera de su matrícula, que va del 13/02/2024 al …",
    ),
    (
        invariants.attendance_is_within_the_enrolment,
        """INSERT INTO attendance VALUES (1, 3, 80, 0);
           UPDATE enrolment SET left_on = '2024-02-12', leave_cause = 'job' WHERE id = 1""",
        f"{TUESDAY}: hay asistencia fuera de su matrícula, que va del 12/02/2024 al 12/02/2024",
    ),
    (
        invariants.sessions_fill_their_stretch,
        "UPDATE session SET minutes = 39 WHERE id = 4",
        "24/001, 13/02/2024: el tramo dura 120 minutos y sus sesiones suman 119, más 0 cancelados",
    ),
    (
        invariants.sessions_fill_their_stretch,
        "UPDATE session SET minutes = 79 WHERE id = 2",
        "24/001, 12/02/2024: el tramo dura 180 minutos y sus sesiones suman 100, más 79 cancelados",
    ),
    (
        invariants.sessions_fill_their_stretch,
        """UPDATE block SET official_minutes = 200 WHERE id = 2;
           INSERT INTO session VALUES (9, 1, 3, 2, 81, 'in_person', 'held', NULL, '')""",
        "24/001, 12/02/2024: el tramo dura 180 minutos y sus sesiones suman 181, más 80 cancelados",
    ),
    (
        invariants.sessions_fill_their_stretch,
        "INSERT INTO stretch VALUES (9, 1, '2024-02-14', 1, 540, 600, NULL)",
        "24/001, 14/02/2024: el tramo dura 60 minutos y sus sesiones suman 0, más 0 cancelados",
    ),
    (
        invariants.stretches_follow_one_another,
        """UPDATE block SET official_minutes = 400 WHERE id = 1;
           INSERT INTO stretch VALUES (9, 1, '2024-02-12', 2, 719, 780, NULL);
           INSERT INTO session VALUES (9, 9, 1, 1, 61, 'in_person', 'planned', NULL, '')""",
        "24/001, 12/02/2024: el tramo 2 se solapa con otro o es el tercero del día",
    ),
    (
        invariants.stretches_follow_one_another,
        """UPDATE block SET official_minutes = 400 WHERE id = 1;
           INSERT INTO stretch VALUES (9, 1, '2024-02-12', 2, 780, 840, NULL);
           INSERT INTO session VALUES (9, 9, 1, 1, 60, 'in_person', 'planned', NULL, '');
           INSERT INTO stretch VALUES (10, 1, '2024-02-12', 3, 900, 960, NULL);
           INSERT INTO session VALUES (10, 10, 1, 1, 60, 'in_person', 'planned', NULL, '')""",
        "24/001, 12/02/2024: el tramo 3 se solapa con otro o es el tercero del día",
    ),
    (
        invariants.sessions_teach_their_own_course,
        "UPDATE session SET block_id = 3 WHERE id = 4",
        "24/001, 13/02/2024: la sesión imparte «MF1017_2», que es de otro curso",
    ),
    (
        invariants.blocks_are_not_exceeded,
        "UPDATE block SET official_minutes = 179 WHERE id = 1",
        "24/001, UF0119: hay 180 minutos programados y oficialmente son 179",
    ),
    (
        invariants.blocks_belong_to_a_module,
        "DELETE FROM block_module WHERE block_id = 2",
        "24/001, UF0120: no cuenta en ningún módulo",
    ),
    (
        invariants.blocks_belong_to_their_own_course,
        "INSERT INTO block_module VALUES (1, 3)",
        "24/001, UF0119: cuenta en «MF1017_2», que es de otro curso o de prácticas en empresa",
    ),
    (
        invariants.blocks_belong_to_their_own_course,
        "INSERT INTO block_module VALUES (1, 2)",
        "24/001, UF0119: cuenta en «MP0029», que es de otro curso o de prácticas en empresa",
    ),
    (
        invariants.replacements_replace_what_was_cancelled,
        "UPDATE session SET replaces_id = 1 WHERE id = 4",
        "24/001, 13/02/2024: la sesión sustituye a una que no está cancelada o que es de otro curso",
    ),
    (
        invariants.replacements_replace_what_was_cancelled,
        "UPDATE session SET replaces_id = 2 WHERE id = 5",
        "24/002, 12/02/2024: la sesión sustituye a una que no está cancelada o que es de otro curso",
    ),
    (
        invariants.people_have_one_current_document,
        "UPDATE person_document SET is_current = 0",
        "Lucía Ibáñez Ñúñez: tiene 0 documentos de identidad vigentes, no uno",
    ),
    (
        invariants.seats_are_of_the_own_course,
        """UPDATE occupancy SET seat_id = 1 WHERE enrolment_id = 2;
           UPDATE occupancy SET to_day = '2024-02-11', from_day = '2024-02-11' WHERE enrolment_id = 1""",
        "24/002, Omar Zapata: ocupa la plaza 1 de otro curso",
    ),
    (
        invariants.seats_hold_one_at_a_time,
        """INSERT INTO enrolment (id, course_id, person_id, joined_on) VALUES (3, 1, 2, '2024-02-20');
           INSERT INTO occupancy VALUES (1, 3, '2024-02-20', NULL)""",
        "24/001, Omar Zapata: ocupa la plaza 1 al mismo tiempo que otra persona",
    ),
    (
        invariants.seats_hold_one_at_a_time,
        """INSERT INTO enrolment (id, course_id, person_id, joined_on) VALUES (3, 1, 2, '2024-02-20');
           UPDATE occupancy SET to_day = '2024-02-20' WHERE enrolment_id = 1;
           INSERT INTO occupancy VALUES (1, 3, '2024-02-20', NULL)""",
        "24/001, Omar Zapata: ocupa la plaza 1 al mismo tiempo que otra persona",
    ),
    (
        invariants.standings_are_of_the_own_course,
        "INSERT INTO enrolment_module VALUES (1, 3, 'accredited', '')",
        "24/001, Lucía Ibáñez Ñúñez: consta exento o acreditado «MF1017_2», que es de otro curso",
    ),
    (
        invariants.weeks_sent_stand_still,
        f"{SENT}; UPDATE attendance SET attended_minutes = 39 WHERE session_id = 1",  # noqa: S608 - our own text
        "24/001, 2024-W07: los minutos y las causas de la semana ya no son los que se enviaron",
    ),
    (
        invariants.weeks_sent_stand_still,
        f"{SENT}; UPDATE absence SET cause = 'b'",  # noqa: S608 - our own text
        "24/001, 2024-W07: los minutos y las causas de la semana ya no son los que se enviaron",
    ),
    (
        invariants.only_the_last_lock_stands,
        f"""{SENT};
            INSERT INTO week_lock SELECT 2, 1, 2024, 7, 2, sent_on, 'S', content_sha256, '2024-02-20', 'x'
            FROM week_lock""",  # noqa: S608 - our own text
        "24/001, 2024-W07: la semana sigue bloqueada por su versión 1, que no es la última",
    ),
    (
        invariants.nobody_is_virtual_against_their_will,
        """INSERT INTO virtual_person VALUES (1, NULL, '', 'refused', '2024-02-12', NULL);
           UPDATE attendance SET is_virtual = 1 WHERE enrolment_id = 1""",
        f"{MONDAY}: consta por aula virtual y la persona no autoriza la grabación",
    ),
    (
        invariants.incidents_are_of_the_own_course,
        "INSERT INTO incident VALUES (1, 1, 2, 560, 'Caída', '', '', NULL)",
        "24/001, 12/02/2024: la incidencia «Caída» es de alguien de otro curso",
    ),
    (
        invariants.connections_are_of_the_own_course,
        """INSERT INTO connection_log SELECT 1, 1, 'Zoom', sha256, '2024-02-12' FROM attachment;
           INSERT INTO connection VALUES (1, 1, 2, 'omar', 1, 2), (2, 1, NULL, 'nadie', 1, 2)""",
        "24/001, 12/02/2024: la conexión de «omar» es de alguien de otro curso",
    ),
    (
        invariants.aliases_are_of_the_own_course,
        "INSERT INTO connection_alias VALUES (1, 'omar', 2)",
        "24/001: el nombre «omar» es de alguien de otro curso",
    ),
    (
        invariants.kept_texts_are_what_they_were,
        "UPDATE document SET data = '{}'",
        "attendance-sheet 1/2024: el texto guardado ya no es el que era: su huella no coincide",
    ),
    (
        invariants.kept_texts_are_what_they_were,
        "UPDATE call_version SET content = content || ' '",
        "own: el texto guardado ya no es el que era: su huella no coincide",
    ),
    (
        invariants.kept_texts_are_what_they_were,
        "UPDATE certificate_version SET content = '{}'",
        "SSCS0208 (1): el texto guardado ya no es el que era: su huella no coincide",
    ),
]


@pytest.fixture
def db() -> Iterator[Database]:
    base = memory()
    fill(base)
    with write(base):
        base.executescript(ANOTHER_COURSE)
    yield base
    base.close()


def test_a_sound_file_breaks_nothing(db: Database) -> None:
    assert [problem for ask in INVARIANTS for problem in ask(db)] == []


def test_a_stretch_cancelled_whole_leaves_its_place_to_another(db: Database) -> None:
    with write(db):
        db.executescript(
            """INSERT INTO stretch VALUES (9, 1, '2024-02-12', 2, 719, 780, NULL);
               INSERT INTO session VALUES (9, 9, 1, 1, 61, 'in_person', 'cancelled', NULL, '')"""
        )
    assert invariants.stretches_follow_one_another(db) == ()


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
    assert [str(problem) for other in INVARIANTS for problem in other(db)] == [sentence]


def test_a_substitute_who_comes_the_day_after_shares_nothing(db: Database) -> None:
    with write(db):
        db.executescript(
            """UPDATE occupancy SET to_day = '2024-02-19' WHERE enrolment_id = 1;
               INSERT INTO enrolment (id, course_id, person_id, joined_on) VALUES (3, 1, 2, '2024-02-20');
               INSERT INTO occupancy VALUES (1, 3, '2024-02-20', NULL)"""
        )
    assert invariants.seats_hold_one_at_a_time(db) == ()


def test_a_week_stands_as_it_was_sent_though_somebody_gets_another_document(db: Database) -> None:
    with write(db):
        db.execute(SENT)
        db.execute("UPDATE person_document SET number = '87654321X' WHERE is_current = 1")
    assert invariants.weeks_sent_stand_still(db) == ()


def test_an_operation_left_open_is_told(db: Database) -> None:
    db.execute("INSERT INTO journal_current VALUES (1, 1)")
    assert [str(problem) for problem in invariants.no_operation_is_left_open(db)] == [
        "Curso de prueba: la operación quedó abierta"
    ]


def test_a_table_that_the_journal_does_not_watch_is_told(db: Database) -> None:
    db.execute("DROP TRIGGER journal_person_update")
    db.execute(
        "CREATE TRIGGER journal_own AFTER INSERT ON person BEGIN UPDATE centre_file SET is_sample = 0; END"
    )
    places = [problem.where for problem in invariants.the_journal_watches_every_table(db)]
    assert places == ["journal_own", "journal_person_update"]
    journal.watch(db)
    assert invariants.the_journal_watches_every_table(db) == ()


def test_every_invariant_is_asked_and_has_a_test() -> None:
    defined = {
        value
        for name, value in vars(invariants).items()
        if callable(value) and value.__module__ == invariants.__name__ and not name.startswith("_")
    }
    apart = {invariants.Invariant, invariants.told}
    assert set(INVARIANTS) == defined - apart
    tested = {ask for ask, _script, _sentence in BREAKS}
    assert {ask.__name__ for ask in defined - tested - apart} == {
        "no_operation_is_left_open",
        "the_journal_watches_every_table",
    }
