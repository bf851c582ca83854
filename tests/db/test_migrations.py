"""Older files reach the shape of today, or stay exactly as they were."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from cpepa_desktop.db import journal, migrations, places
from cpepa_desktop.db.open import open_for_reading, open_for_writing
from cpepa_desktop.domain.backups import Reason, read_backup_name
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from tests.db.make_release import RELEASED, dump
from tests.db.shape import shape_of
from tests.db.small_centre import CLOCK, closing, contents, memory, new_file, undo, write

PLANNING = (
    "accreditation",
    "application",
    "budget_line",
    "course_event",
    "disability_support",
    "local_entity",
    "obligation_filing",
    "paper",
    "paper_course",
    "pause",
    "request_line",
    "speciality_need",
    "trainer_proof",
    "yearly_request",
)
"""Tables that a file of before planning has not got."""
VERSIONS = sorted(int(file.stem) for file in RELEASED.glob("*.sql"))


def load(version: int, path: Path) -> Path:
    """Make the file of a released version."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(RELEASED.joinpath(f"{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def born_today() -> object:
    db = memory()
    try:
        return shape_of(db)
    finally:
        db.close()


@pytest.fixture
def grown(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Return the steps of a program that is one version ahead, to add one to."""
    steps = Migrations("cpepa_desktop")
    steps(name="step_1_adopt")(migrations.step_1_adopt)
    monkeypatch.setattr(migrations, "migrations", steps)
    monkeypatch.setattr(migrations, "FILE_VERSION", migrations.FILE_VERSION + 1)
    return steps


def test_the_version_is_the_number_of_steps() -> None:
    db = Database(memory=True)
    steps = migrations.migrations.pending(db)
    assert len(steps) == migrations.FILE_VERSION
    db.close()


def test_a_file_born_today_has_no_step_pending() -> None:
    db = memory()
    assert migrations.migrations.pending(db) == []
    assert migrations.version_of(db) == migrations.FILE_VERSION
    db.close()


def test_every_version_up_to_today_has_its_dump() -> None:
    assert [*range(1, migrations.FILE_VERSION + 1)] == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_file_opens_and_reaches_the_shape_of_today(version: int, tmp_path: Path) -> None:
    path = load(version, tmp_path / "centro.cpepa")
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert shape_of(file.db) == born_today()
        assert migrations.version_of(file.db) == migrations.FILE_VERSION
        assert file.db.execute("SELECT name, phone FROM person").fetchall() == [("Lucía", "976 000 000")]


def test_the_dump_of_today_is_what_the_program_writes(tmp_path: Path) -> None:
    """The last dump may be written again until it is released; here is who notices that it has to be."""
    script, fresh = load(migrations.FILE_VERSION, tmp_path / "a.cpepa"), tmp_path / "b.cpepa"
    connection = sqlite3.connect(fresh, isolation_level=None)
    connection.executescript(dump(tmp_path))
    connection.close()
    with (
        closing(open_for_writing(script, clock=CLOCK)) as kept,
        closing(open_for_writing(fresh, clock=CLOCK)) as new,
    ):
        assert shape_of(kept.db) == shape_of(new.db)


def test_step_1_adopt_changes_nothing() -> None:
    db = memory()
    before = shape_of(db)
    migrations.step_1_adopt(db)
    assert shape_of(db) == before
    db.close()


def test_step_2_attendance_in_full_keeps_every_justification(tmp_path: Path) -> None:
    with closing(open_for_writing(load(1, tmp_path / "centro.cpepa"), clock=CLOCK)) as file:
        kept = file.db.execute("SELECT state, travel_minutes, handed_in_on, registry FROM justification")
        assert kept.fetchall() == [("pending", None, None, "")]
        assert file.db.execute("SELECT count(*) FROM week_lock").fetchone() == (0,)


def test_step_3_planning_leaves_a_course_with_nothing_known_of_its_planning(tmp_path: Path) -> None:
    with closing(open_for_writing(load(2, tmp_path / "centro.cpepa"), clock=CLOCK)) as file:
        course = file.db.execute(
            "SELECT code, start_on, local_entity_id, started_on, renounced_on, renounce_reason FROM course"
        )
        assert course.fetchall() == [("24/001", "2024-02-12", None, None, None, "")]
        for table in PLANNING:
            assert file.db.table(table).count == 0, table


def test_step_3_planning_keeps_every_row_of_before(tmp_path: Path) -> None:
    path = load(2, tmp_path / "centro.cpepa")
    connection = sqlite3.connect(path)
    before = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - names of tables
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%journal%'"
        )
        if not table.startswith(("sqlite_", "_"))
    }
    connection.close()
    assert before["course"] == before["seat"] == (1,)
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        after = {table: (file.db.table(table).count,) for table in before}
        assert after == before
        with write(file.db):
            file.db.execute("INSERT INTO pause VALUES (1, 1, '2024-02-19', '2024-02-26', 'Obras')")
        undo(file.db)
        assert file.db.table("pause").count == 0


def test_shapes_that_differ_in_one_word_differ() -> None:
    db = memory()
    before = shape_of(db)
    db.execute("ALTER TABLE unit ADD COLUMN hours INTEGER CHECK (hours > 0)")
    changed = shape_of(db)
    assert {name for name in before if before[name] != changed[name]} == {"table unit"}
    db.close()


def test_a_column_added_by_a_step_is_the_same_as_one_born_with_the_table() -> None:
    born, grew = Database(memory=True), Database(memory=True)
    born.execute("CREATE TABLE t (a TEXT NOT NULL, b INTEGER CHECK (b IN (0, 1)), UNIQUE (a)) STRICT")
    grew.execute("CREATE TABLE t (\n  a TEXT NOT NULL, -- why\n  UNIQUE (a)\n) STRICT")
    grew.execute('ALTER TABLE "t" ADD COLUMN b INTEGER CHECK (b IN (0, 1))')
    assert shape_of(born) == shape_of(grew)
    born.close()
    grew.close()


def test_an_older_file_is_copied_before_it_is_upgraded(tmp_path: Path, grown: Migrations) -> None:
    @grown(name="step_2_nickname")
    def _add_nickname(db: Database) -> None:
        db.execute("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
        db.execute("UPDATE person SET nickname = 'Luci'")

    path = load(1, tmp_path / "centro.cpepa")
    with closing(open_for_writing(path, clock=CLOCK)) as file:
        assert file.db.execute("SELECT name, nickname FROM person").fetchall() == [("Lucía", "Luci")]
        with write(file.db) as number:
            file.db.execute("UPDATE person SET nickname = 'Lu'")
        (change,) = journal.changes_of(file.db, number)
        assert change.after is not None
        assert change.after["nickname"] == "Lu"
        undo(file.db)
        with pytest.raises(
            Refused, match=f"«Actualización del archivo a la versión {migrations.FILE_VERSION}»"
        ):
            undo(file.db)
    (copy,) = places.backups_folder(path).iterdir()
    made = read_backup_name(copy)
    assert made is not None
    assert (made.reason, made.moment) == (Reason.MIGRATION, CLOCK.moment)
    with pytest.raises(Refused, match="versión anterior"):
        open_for_reading(copy)
    with closing(open_for_reading(path)) as file:
        assert migrations.version_of(file.db) == migrations.FILE_VERSION


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, grown: Migrations) -> None:
    @grown(name="step_2_fails")
    def _fail(db: Database) -> None:
        db.execute("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
        db.execute("UPDATE person SET name = ''")

    path = load(1, tmp_path / "centro.cpepa")
    with pytest.raises(sqlite3.IntegrityError):
        open_for_writing(path, clock=CLOCK)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert "nickname" not in [row[1] for row in connection.execute("PRAGMA table_info(person)")]
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() > (90,)
    connection.close()


def test_a_step_that_orphans_rows_is_undone_and_told(tmp_path: Path, grown: Migrations) -> None:
    @grown(name="step_2_orphans")
    def _orphan(db: Database) -> None:
        db.execute("DELETE FROM person")

    path = load(1, tmp_path / "centro.cpepa")
    with pytest.raises(EnvironmentFault, match="no se ha podido actualizar"):
        open_for_writing(path, clock=CLOCK)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM person").fetchall() == [("Lucía",)]
    connection.close()


def test_what_was_born_and_what_grew_hold_the_same_rows(tmp_path: Path) -> None:
    path = load(1, tmp_path / "old.cpepa")
    with (
        closing(open_for_writing(path, clock=CLOCK)) as old,
        closing(new_file(tmp_path / "new.cpepa")) as new,
    ):
        with write(new.db):
            new.db.execute("UPDATE person SET phone = '976 000 000'")
        tables = contents(old.db).keys() - {"centre_file"}
        assert {name: contents(old.db)[name] for name in tables} == {
            name: contents(new.db)[name] for name in tables
        }
