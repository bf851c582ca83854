"""The journal: nothing unwritten, everything undone and done again, legal acts left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlite_utils import Database

from cpepa_desktop.db import journal
from cpepa_desktop.db.open import open_for_writing
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.history import OperationKind
from tests.db.small_centre import (
    CLOCK,
    DAY,
    MOMENT,
    closing,
    contents,
    fill,
    memory,
    new_file,
    redo,
    undo,
    write,
)

JOURNAL_TABLES = {"journal_operation", "journal_change", "journal_current"}


@pytest.fixture
def db() -> Iterator[Database]:
    base = memory()
    yield base
    base.close()


def names(db: Database) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM person ORDER BY id")]


def add_person(db: Database, name: str) -> None:
    db.execute("INSERT INTO person (name, surnames) VALUES (?, '')", (name,))


def add_people(db: Database, *some_names: str) -> None:
    for name in some_names:
        add_person(db, name)


# Watching ---------------------------------------------------------------------------------------------------


def test_no_table_is_forgotten(db: Database) -> None:
    tables = set(db.table_names()) - JOURNAL_TABLES - {"_sqlite_migrations"}
    assert set(journal.watched_tables(db)) == tables
    triggers = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers == {
        f"journal_{table}_{action}" for table in tables for action in ("insert", "update", "delete")
    }


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO person (name, surnames) VALUES ('Ana', '')",
        "UPDATE centre_file SET is_sample = 1",
        "DELETE FROM centre_file",
    ],
)
def test_a_write_outside_an_operation_is_refused(db: Database, statement: str) -> None:
    before = contents(db)
    with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE_AN_OPERATION):
        db.execute(statement)
    assert contents(db) == before


def test_a_table_that_json_cannot_bring_back_is_refused(db: Database) -> None:
    db.execute("CREATE TABLE photograph (id INTEGER PRIMARY KEY, bytes BLOB) STRICT")
    with pytest.raises(ValueError, match="photograph"):
        journal.watch(db)


def test_a_table_without_key_is_refused(db: Database) -> None:
    db.execute("CREATE TABLE note (body TEXT) STRICT")
    with pytest.raises(ValueError, match="note"):
        journal.watch(db)


def test_a_table_added_later_is_watched_once_asked(db: Database) -> None:
    db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT")
    journal.watch(db)
    with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE_AN_OPERATION):
        db.execute("INSERT INTO note VALUES (1, 'x')")


def test_rows_are_written_as_they_were_and_as_they_became(db: Database) -> None:
    with write(db) as number:
        db.execute("INSERT INTO certificate_text VALUES ('SSCS0208', 'a', 'Uno')")
        db.execute("UPDATE certificate_text SET body = 'Dos'")
        db.execute("DELETE FROM certificate_text")
    one, two = ({"certificate_code": "SSCS0208", "item": "a", "body": body} for body in ("Uno", "Dos"))
    changes = journal.changes_of(db, number)
    assert [(c.before, c.after) for c in changes] == [(None, one), (one, two), (two, None)]
    assert {c.table for c in changes} == {"certificate_text"}


def test_an_update_that_changes_nothing_is_not_written(db: Database) -> None:
    fill(db)
    with write(db) as number:
        db.execute("UPDATE person SET name = name, birth_date = NULL")
        db.execute("UPDATE person SET phone = '976'")
    assert len(journal.changes_of(db, number)) == 1


def test_what_a_replace_deletes_is_written_too(db: Database) -> None:
    with write(db):
        db.execute("INSERT INTO certificate_text VALUES ('SSCS0208', 'a', 'Uno')")
    before = contents(db)
    with write(db) as number:
        db.execute("INSERT OR REPLACE INTO certificate_text VALUES ('SSCS0208', 'a', 'Dos')")
    assert len(journal.changes_of(db, number)) == 2
    undo(db)
    assert contents(db) == before


# Operations -------------------------------------------------------------------------------------------------


def test_an_operation_that_changes_nothing_leaves_no_trace(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
    with write(db, "Nada") as number:
        db.execute("UPDATE person SET name = name")
    assert [operation.name for operation in journal.history(db, 9)] == ["Prueba"]
    assert not journal.is_recorded(db, number)


def test_an_operation_that_fails_writes_nothing_at_all(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), write(db):
        add_people(db, "Ana", "")
    assert names(db) == []
    assert journal.history(db, 9) == ()
    with pytest.raises(sqlite3.IntegrityError):
        add_person(db, "Ana")


def test_operations_do_not_nest(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
        with pytest.raises(RuntimeError, match="inside another"), write(db):
            add_person(db, "Berta")
    assert names(db) == ["Ana"]


def test_a_savepoint_rolled_back_inside_an_operation_is_not_in_its_changes(db: Database) -> None:
    def half() -> None:
        with db.atomic():
            add_person(db, "Berta")
            raise Refused("no")

    with write(db) as number:
        add_person(db, "Ana")
        with pytest.raises(Refused):
            half()
    assert names(db) == ["Ana"]
    assert len(journal.changes_of(db, number)) == 1


def test_an_operation_says_who_and_when(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
    (line,) = journal.history(db, 9)
    assert (line.name, line.actor, line.at, line.working_day) == ("Prueba", "Ana", MOMENT, DAY)
    assert (line.kind, line.target_id, line.undone, line.changes) == (OperationKind.NORMAL, None, False, 1)


def test_a_full_disk_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with closing(new_file(tmp_path / "centro.cpepa")) as file:
        pages = file.db.execute("PRAGMA page_count").fetchone()[0]
        file.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(EnvironmentFault, match="disco está lleno"), write(file.db):
            file.db.conn.executemany(
                "INSERT INTO person (name, surnames) VALUES (?, '')",
                [(f"Persona {n}",) for n in range(5_000)],
            )
        assert names(file.db) == ["Lucía"]


# Undo and redo ----------------------------------------------------------------------------------------------


def test_undo_and_redo_walk_back_and_forth(db: Database) -> None:
    for name in ("Ana", "Berta", "Carla"):
        with write(db, f"Alta de {name}"):
            add_person(db, name)
    assert [undo(db).name, undo(db).name] == ["Alta de Carla", "Alta de Berta"]
    assert names(db) == ["Ana"]
    assert redo(db).name == "Alta de Berta"
    assert names(db) == ["Ana", "Berta"]
    assert undo(db).name == "Alta de Berta"
    assert [redo(db).name, redo(db).name] == ["Alta de Berta", "Alta de Carla"]
    assert names(db) == ["Ana", "Berta", "Carla"]


def test_undo_is_an_operation_that_names_its_target(db: Database) -> None:
    with write(db, "Alta"):
        add_person(db, "Ana")
    assert undo(db) == journal.Replayed("Alta", frozenset({"person"}))
    line, first = journal.history(db, 9)
    assert (line.kind, line.target_id, line.changes) == (OperationKind.UNDO, first.id, 1)
    assert first.undone


def test_a_new_operation_forgets_what_could_be_redone(db: Database) -> None:
    for name in ("Ana", "Berta"):
        with write(db):
            add_person(db, name)
    undo(db)
    with write(db):
        add_person(db, "Carla")
    assert journal.next_redo(db) is None
    with pytest.raises(Refused, match="nada que rehacer"):
        redo(db)
    undo(db)
    undo(db)
    assert names(db) == []


def test_a_new_operation_that_changes_nothing_forgets_nothing(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
    undo(db)
    with write(db):
        db.execute("UPDATE person SET name = 'x'")
    redo(db)
    assert names(db) == ["Ana"]


def test_undo_with_nothing_done_says_so(db: Database) -> None:
    with pytest.raises(Refused, match="nada que deshacer"):
        undo(db)


def test_undo_stops_at_a_legal_act_and_names_it(db: Database) -> None:
    with write(db, "Acta de evaluación", legal=True):
        add_person(db, "Ana")
    with write(db):
        add_person(db, "Berta")
    undo(db)
    with pytest.raises(Refused, match="No se puede deshacer más atrás de «Acta de evaluación»: es un acto"):
        undo(db)
    assert names(db) == ["Ana"]
    redo(db)
    assert names(db) == ["Ana", "Berta"]


def test_a_legal_act_without_rows_stops_undo_too(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
    journal.record_act(db, "Restauración", actor="Ana", at=MOMENT, day=DAY)
    with pytest.raises(Refused, match="«Restauración»"):
        undo(db)
    assert names(db) == ["Ana"]


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    with closing(new_file(path)) as file:
        before = contents(file.db)
        with write(file.db, "Corregir falta"):
            file.db.execute("UPDATE absence SET minutes = 30")
            file.db.execute("UPDATE attendance SET attended_minutes = 70")
        after = contents(file.db)
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert undo(file.db).name == "Corregir falta"
        assert contents(file.db) == before
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        redo(file.db)
        assert contents(file.db) == after


def test_children_written_before_their_parents_are_undone(db: Database) -> None:
    before = contents(db)
    with write(db):
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("INSERT INTO person_document VALUES ('dni', '', '12345678Z', 1, 1)")
        db.execute("INSERT INTO person (id, name, surnames) VALUES (1, 'Ana', '')")
    after = contents(db)
    undo(db)
    assert contents(db) == before
    redo(db)
    assert contents(db) == after


def test_positions_moved_in_one_statement_are_undone_without_clashing(db: Database) -> None:
    fill(db)
    before = contents(db)
    with write(db):
        db.execute("UPDATE block SET position = position + 10")
        db.execute("UPDATE block SET position = 13 - position")
    undo(db)
    assert contents(db) == before


def test_a_change_of_key_is_undone(db: Database) -> None:
    with write(db):
        db.execute("INSERT INTO certificate_text VALUES ('SSCS0208', 'a', 'Uno')")
    before = contents(db)
    with write(db):
        db.execute("UPDATE certificate_text SET item = 'b', body = 'Dos'")
    undo(db)
    assert contents(db) == before


def test_rows_that_are_not_as_the_journal_left_them_stop_undo_with_nothing_done(db: Database) -> None:
    with write(db):
        add_person(db, "Ana")
        add_person(db, "Berta")
    journal.unwatch(db)
    db.execute("DELETE FROM person WHERE name = 'Berta'")
    journal.watch(db)
    with pytest.raises(EnvironmentFault, match="no coincide"):
        undo(db)
    assert names(db) == ["Ana"]


def test_erased_values_are_not_undone(db: Database) -> None:
    with write(db, "Alta"):
        add_person(db, "Ana")
    db.execute("UPDATE journal_change SET before = NULL, after = NULL")
    with pytest.raises(Refused, match="«Alta»: sus datos se borraron"):
        undo(db)
    (number,) = (line.id for line in journal.history(db, 9))
    assert [change.erased for change in journal.changes_of(db, number)] == [True]


# Whatever is done -------------------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
"""Any text that can be stored: quotes, zeros, emoji, accents; half a surrogate is no text."""
keys = st.integers(1, 4)
minutes = st.integers(0, 90)

moves = st.one_of(
    st.tuples(
        st.just("INSERT INTO person (name, surnames, email) VALUES ('N' || ?, ?, ?)"),
        st.tuples(texts, texts, texts),
    ),
    st.tuples(
        st.just("UPDATE person SET surnames = ?, birth_date = NULL WHERE id = ?"), st.tuples(texts, keys)
    ),
    st.tuples(
        st.just("UPDATE person SET birth_date = date('1990-01-01', '+' || ? || ' days')"), st.tuples(minutes)
    ),
    st.tuples(st.just("DELETE FROM person WHERE id = ?"), st.tuples(keys)),
    st.tuples(
        st.just("INSERT OR REPLACE INTO certificate_text VALUES (?, ?, ?)"), st.tuples(texts, texts, texts)
    ),
    st.tuples(st.just("UPDATE certificate_text SET item = item || ?, body = ?"), st.tuples(texts, texts)),
    st.tuples(st.just("DELETE FROM certificate_text WHERE item < ?"), st.tuples(texts)),
    st.tuples(
        st.just(
            """INSERT INTO attendance VALUES (1, ?, ?, 0) ON CONFLICT (enrolment_id, session_id)
               DO UPDATE SET attended_minutes = excluded.attended_minutes"""
        ),
        st.tuples(keys, minutes),
    ),
    st.tuples(st.just("DELETE FROM attendance WHERE session_id = ?"), st.tuples(keys)),
    st.tuples(
        st.just("INSERT INTO absence (enrolment_id, session_id, minutes, cause) VALUES (1, ?, ?, 'b')"),
        st.tuples(keys, st.integers(1, 90)),
    ),
    st.tuples(st.just("UPDATE absence SET justification_id = NULL WHERE session_id = ?"), st.tuples(keys)),
    st.tuples(st.just("DELETE FROM absence WHERE minutes < ?"), st.tuples(minutes)),
    st.tuples(st.just("UPDATE session SET position = position + ?"), st.tuples(keys)),
    st.tuples(st.just("UPDATE session SET replaces_id = ?, reason = ? WHERE id = 4"), st.tuples(keys, texts)),
    st.tuples(
        st.just(
            "INSERT INTO stretch VALUES (NULL, 1, date('2024-03-01', '+' || ? || ' days'), 2, 600, 660, NULL)"
        ),
        st.tuples(minutes),
    ),
    st.tuples(
        st.just(
            "INSERT INTO session (stretch_id, position, block_id, minutes, mode, state)"
            " VALUES ((SELECT max(id) FROM stretch), ?, 1, 60, 'virtual', 'planned')"
        ),
        st.tuples(keys),
    ),
    st.tuples(st.just("INSERT INTO block_module VALUES (?, 2)"), st.tuples(keys)),
    st.tuples(st.just("DELETE FROM block_module WHERE block_id = ?"), st.tuples(keys)),
)
Move = tuple[str, tuple[object, ...]]


def do(db: Database, some_moves: list[Move]) -> bool:
    """Do the moves in one operation and say whether it stands: the schema refuses some."""
    last = journal.last_operation(db)
    try:
        with write(db):
            for statement, parameters in some_moves:
                db.execute(statement, parameters)
    except sqlite3.IntegrityError:
        return False
    return journal.last_operation(db) != last


@given(st.lists(st.lists(moves, min_size=1, max_size=4), max_size=8))
def test_undoing_everything_brings_every_table_back_and_redoing_does_it_all_again(
    operations: list[list[Move]],
) -> None:
    db = memory()
    fill(db)
    states = [contents(db)]
    for some_moves in operations:
        before = states[-1]
        if do(db, some_moves):
            states.append(contents(db))
        else:
            assert contents(db) == before
    for state in reversed(states[:-1]):
        undo(db)
        assert contents(db) == state
    for state in states[1:]:
        redo(db)
        assert contents(db) == state
    assert journal.next_redo(db) is None
    db.close()


class UndoMachine(RuleBasedStateMachine):
    """Operations, undos and redos in any order, against two plain stacks of states."""

    def __init__(self) -> None:
        super().__init__()
        self.db = memory()
        fill(self.db)
        self.past = [contents(self.db)]
        self.future: list[dict[str, list[tuple[object, ...]]]] = []

    @rule(some_moves=st.lists(moves, min_size=1, max_size=2))
    def operate(self, some_moves: list[Move]) -> None:
        if do(self.db, some_moves):
            self.past.append(contents(self.db))
            self.future.clear()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        undo(self.db)
        self.future.append(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        redo(self.db)
        self.past.append(self.future.pop())

    @invariant()
    def file_is_as_the_stacks_say(self) -> None:
        assert contents(self.db) == self.past[-1]
        assert (journal.next_redo(self.db) is not None) == bool(self.future)

    def teardown(self) -> None:
        self.db.close()


TestUndoMachine = UndoMachine.TestCase
TestUndoMachine.settings = settings(deadline=None, stateful_step_count=20, max_examples=50)
