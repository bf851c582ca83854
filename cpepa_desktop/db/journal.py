"""One journal for undo, audit and history: triggers write each row as it was and as it became.

The triggers live in the file and refuse any write while no operation is under way, so nothing can change
without a name, an actor and a moment. An operation is one transaction. Undo applies what was there before, in
reverse order, and is itself an operation; so is redo. All of it is in the file, so it survives a restart.

What Ctrl+Z does next follows from the rows alone. An operation *stands* unless the last word on it is an
undo. Undo takes the newest that stands; redo takes the one undone last, provided no operation came after that
undo. A legal act is never taken: undo stops there and says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final

from sqlite_utils import Database

from cpepa_desktop.db import faults
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.history import Cell, Operation, OperationKind, RowChange
from cpepa_desktop.domain.texts import _

OUTSIDE_AN_OPERATION: Final = "a write outside an operation"
"""What the triggers say; only a bug ever shows it."""

# Two arguments a column, and SQLite takes 127 at most.
_MOST_COLUMNS: Final = 63
_TRIGGER_PREFIX: Final = "journal_"
# JSON brings these back exactly as they were; a REAL or a BLOB it would not.
_FAITHFUL_TYPES: Final = frozenset({"INTEGER", "TEXT"})

_TRIGGER: Final = """
CREATE TRIGGER "{name}" AFTER {action} ON "{table}"{when} BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, '{refusal}')),
        '{word}', '{table}', {before}, {after});
END
""".strip()
WATCHED_TABLES: Final = """
    SELECT name FROM sqlite_master
    WHERE type = 'table'
      AND substr(name, 1, 8) <> 'journal_' AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 1) <> '_'
    ORDER BY name
"""
TRIGGERS: Final = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 8) = 'journal_'"
)
COLUMNS: Final = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"

BEGIN_OPERATION: Final = """
    INSERT INTO journal_operation (name, actor, at, working_day, kind, target_id) VALUES (?, ?, ?, ?, ?, ?)
"""
SET_CURRENT: Final = "INSERT INTO journal_current (id, operation_id) VALUES (1, ?)"
CLEAR_CURRENT: Final = "DELETE FROM journal_current"
HAS_CHANGES: Final = "SELECT EXISTS (SELECT 1 FROM journal_change WHERE operation_id = ?)"
FORGET_OPERATION: Final = "DELETE FROM journal_operation WHERE id = ?"

CHANGES_OF: Final = """
    SELECT action, table_name, before, after FROM journal_change WHERE operation_id = ? ORDER BY id
"""
NEWEST_STANDING: Final = """
    SELECT id, name, kind FROM journal_operation AS operation
    WHERE kind IN ('normal', 'legal')
      AND coalesce((SELECT kind FROM journal_operation AS word
                    WHERE word.target_id = operation.id ORDER BY word.id DESC LIMIT 1), 'redo') = 'redo'
    ORDER BY id DESC LIMIT 1
"""
STANDING_AFTER: Final = """
    SELECT id, name, kind FROM journal_operation AS operation
    WHERE kind IN ('normal', 'legal') AND id > ?
      AND coalesce((SELECT kind FROM journal_operation AS word
                    WHERE word.target_id = operation.id ORDER BY word.id DESC LIMIT 1), 'redo') = 'redo'
    ORDER BY id DESC
"""
LAST_UNDONE: Final = """
    SELECT operation.id, operation.name, operation.kind
    FROM journal_operation AS word JOIN journal_operation AS operation ON operation.id = word.target_id
    WHERE word.kind = 'undo'
      AND word.id > (SELECT id FROM journal_operation
                     WHERE kind IN ('normal', 'legal') ORDER BY id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM journal_operation AS later
                      WHERE later.target_id = word.target_id AND later.id > word.id)
    ORDER BY word.id DESC LIMIT 1
"""
HISTORY: Final = """
    SELECT id, name, actor, at, working_day, kind, target_id,
           coalesce((SELECT kind FROM journal_operation AS word
                     WHERE word.target_id = operation.id
                     ORDER BY word.id DESC LIMIT 1), '') = 'undo' AS undone,
           (SELECT count(*) FROM journal_change WHERE operation_id = operation.id) AS changes
    FROM journal_operation AS operation ORDER BY id DESC LIMIT ?
"""
IS_RECORDED: Final = "SELECT EXISTS (SELECT 1 FROM journal_operation WHERE id = ?)"
LAST_OPERATION: Final = "SELECT id, at, name FROM journal_operation ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Target:
    """The operation that undo or redo would take next."""

    id: int
    name: str
    kind: OperationKind


@dataclass(frozen=True, slots=True)
class Replayed:
    """What an undo or a redo did: to which operation, and in which tables."""

    name: str
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class LastOperation:
    """Number, moment and name of an operation: two files with the same one are at the same point."""

    id: int
    at: str
    name: str


# Watching ---------------------------------------------------------------------------------------------------


def watched_tables(db: Database) -> tuple[str, ...]:
    """Return the tables whose every change is written down: all but the journal's own and the engine's."""
    return tuple(name for (name,) in db.execute(WATCHED_TABLES))


def trigger_texts(db: Database) -> dict[str, str]:
    """Return the text of each trigger that the file should have, by name.

    Raises ``ValueError`` for a table that the journal could not bring back exactly.
    """
    return {name: text for table in watched_tables(db) for name, text in _triggers_of(db, table)}


def watch(db: Database) -> None:
    """Make every table of the file write to the journal; to be called after its shape has changed."""
    unwatch(db)
    for text in trigger_texts(db).values():
        db.execute(text)


def unwatch(db: Database) -> None:
    """Remove the triggers of the journal, so that a migration can rewrite rows that nobody changed."""
    for name, _text in db.execute(TRIGGERS).fetchall():
        db.execute(f'DROP TRIGGER "{name}"')


def _triggers_of(db: Database, table: str) -> Iterator[tuple[str, str]]:
    columns = _columns(db, table).names
    old, new = (_json_object(row, columns) for row in ("OLD", "NEW"))
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    for action, when, before, after in (
        ("INSERT", "", "NULL", new),
        ("UPDATE", f" WHEN {changed}", old, new),
        ("DELETE", "", old, "NULL"),
    ):
        name = f"{_TRIGGER_PREFIX}{table}_{action.lower()}"
        text = _TRIGGER.format(
            name=name,
            action=action,
            table=table,
            when=when,
            refusal=OUTSIDE_AN_OPERATION,
            word=action.lower(),
            before=before,
            after=after,
        )
        yield name, text


def _json_object(row: str, columns: Sequence[str]) -> str:
    pairs = ", ".join(f"'{column}', {row}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table, all and those of its key."""

    names: tuple[str, ...]
    key: tuple[str, ...]


def _columns(db: Database, table: str) -> _Columns:
    rows = db.execute(COLUMNS, (table,)).fetchall()
    names = tuple(name for name, _type, _pk in rows)
    key = tuple(name for name, _type, pk in rows if pk)
    unfaithful = [name for name, column_type, _pk in rows if column_type not in _FAITHFUL_TYPES]
    if unfaithful or not key or len(names) > _MOST_COLUMNS:
        raise ValueError(
            f"the journal cannot bring back rows of {table}: key {key}, other types {unfaithful}"
        )
    return _Columns(names, key)


# Operations -------------------------------------------------------------------------------------------------


@contextmanager
def operation(
    db: Database,
    name: str,
    *,
    actor: str,
    at: datetime,
    day: date,
    kind: OperationKind = OperationKind.NORMAL,
    target: int | None = None,
) -> Iterator[int]:
    """Open the only transaction in which the file can be written, and give its number in the journal.

    It is all written or nothing is. An operation that changed no row leaves no trace. ``name`` is what the
    history shows, ``at`` the real moment and ``day`` the working day. Raises ``RuntimeError`` inside another,
    and :class:`EnvironmentFault` where the disk gives way.
    """
    if db.conn.in_transaction:
        raise RuntimeError(f"an operation inside another: {name}")
    with faults.explained(), db.atomic():
        number = _begin(db, (name, actor, at.isoformat(timespec="seconds"), day.isoformat(), kind, target))
        db.execute(SET_CURRENT, (number,))
        yield number
        db.execute(CLEAR_CURRENT)
        if not _single(db, HAS_CHANGES, (number,)):
            db.execute(FORGET_OPERATION, (number,))


def record_act(db: Database, name: str, *, actor: str, at: datetime, day: date) -> None:
    """Write down a legal act that changes no row of its own, such as bringing back a copy."""
    with faults.explained(), db.atomic():
        _begin(
            db, (name, actor, at.isoformat(timespec="seconds"), day.isoformat(), OperationKind.LEGAL, None)
        )


def _begin(db: Database, values: tuple[object, ...]) -> int:
    number = db.execute(BEGIN_OPERATION, values).lastrowid
    if number is None:  # pragma: no cover - the engine always gives one after an insert
        raise RuntimeError("the journal gave no number")
    return number


def _single(db: Database, sql: str, parameters: tuple[object, ...]) -> Any:  # noqa: ANN401 - the column decides
    return db.execute(sql, parameters).fetchone()[0]


# Undo and redo ----------------------------------------------------------------------------------------------


def next_undo(db: Database) -> Target | None:
    """Return the newest operation that stands, a legal act included, or ``None`` where there is none."""
    return _target(db, NEWEST_STANDING)


def standing_after(db: Database, operation_id: int) -> tuple[Target, ...]:
    """Return the operations after one that stand, legal acts included, the newest first."""
    rows = db.execute(STANDING_AFTER, (operation_id,))
    return tuple(Target(number, name, OperationKind(kind)) for number, name, kind in rows)


def next_redo(db: Database) -> Target | None:
    """Return the operation undone last, or ``None`` where a newer operation has taken its place."""
    return _target(db, LAST_UNDONE)


def _target(db: Database, sql: str) -> Target | None:
    row = db.execute(sql).fetchone()
    return None if row is None else Target(row[0], row[1], OperationKind(row[2]))


def undo(db: Database, *, actor: str, at: datetime, day: date) -> Replayed:
    """Bring back what the newest standing operation replaced.

    Raises :class:`Refused` where there is nothing to undo or that operation is a legal act.
    """
    target = next_undo(db)
    if target is None:
        raise Refused(_("No hay nada que deshacer."))
    if target.kind is OperationKind.LEGAL:
        raise Refused(
            _(
                "No se puede deshacer más atrás de «{name}»: es un acto que queda registrado. "
                "No se ha cambiado nada. Si hay que corregirlo, se hace con otro acto."
            ).format(name=target.name)
        )
    steps = [_Step(table, after, before) for table, before, after in reversed(_changes(db, target))]
    return _replay(db, target, steps, kind=OperationKind.UNDO, actor=actor, at=at, day=day)


def redo(db: Database, *, actor: str, at: datetime, day: date) -> Replayed:
    """Do again what was undone last.

    Raises :class:`Refused` where nothing was undone or something else was done since.
    """
    target = next_redo(db)
    if target is None:
        raise Refused(_("No hay nada que rehacer."))
    steps = [_Step(table, before, after) for table, before, after in _changes(db, target)]
    return _replay(db, target, steps, kind=OperationKind.REDO, actor=actor, at=at, day=day)


_Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class _Step:
    """A row to take from one state to another; ``None`` is its absence."""

    table: str
    present: _Row | None
    wanted: _Row | None

    @property
    def run(self) -> tuple[str, bool, bool]:
        """Return what steps that can go to the engine together have in common."""
        return self.table, self.present is None, self.wanted is None


def _changes(db: Database, target: Target) -> list[tuple[str, _Row | None, _Row | None]]:
    changes = []
    for _action, table, before, after in db.execute(CHANGES_OF, (target.id,)).fetchall():
        if before is None and after is None:
            raise Refused(
                _(
                    "No se puede deshacer ni rehacer «{name}»: sus datos se borraron a petición de la "
                    "persona. No se ha cambiado nada."
                ).format(name=target.name)
            )
        changes.append((table, _row(before), _row(after)))
    return changes


def _row(text: str | None) -> _Row | None:
    return None if text is None else json.loads(text)


def _replay(
    db: Database,
    target: Target,
    steps: Iterable[_Step],
    *,
    kind: OperationKind,
    actor: str,
    at: datetime,
    day: date,
) -> Replayed:
    tables = set()
    with operation(db, target.name, actor=actor, at=at, day=day, kind=kind, target=target.id):
        # Also lifts ON DELETE RESTRICT until the commit: what is undone may itself have been out of order.
        db.execute("PRAGMA defer_foreign_keys = ON")
        for (table, _is_insert, _is_delete), run in groupby(steps, key=lambda step: step.run):
            _apply(db, table, list(run))
            tables.add(table)
    return Replayed(target.name, frozenset(tables))


def _apply(db: Database, table: str, run: list[_Step]) -> None:
    columns = _columns(db, table)
    names = ", ".join(f'"{name}"' for name in columns.names)
    where = " AND ".join(f'"{name}" = ?' for name in columns.key)
    marks = ", ".join("?" for _name in columns.names)
    if run[0].present is None:
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names from the file's own shape
    elif run[0].wanted is None:
        sql = f'DELETE FROM "{table}" WHERE {where}'  # noqa: S608 - names from the file's own shape
    else:
        sql = f'UPDATE "{table}" SET ({names}) = ({marks}) WHERE {where}'  # noqa: S608 - the same
    values = [[*_values(step.wanted, columns.names), *_values(step.present, columns.key)] for step in run]
    if db.conn.executemany(sql, values).rowcount != len(run):
        raise EnvironmentFault(
            _(
                "El historial no coincide con los datos de «{table}», así que no se ha deshecho ni rehecho "
                "nada. Use «Comprobar el archivo» y, si hay problemas, recupere una copia de seguridad."
            ).format(table=table)
        )


def _values(row: _Row | None, names: Sequence[str]) -> list[Cell]:
    return [] if row is None else [row[name] for name in names]


# Reading ----------------------------------------------------------------------------------------------------


def history(db: Database, limit: int) -> tuple[Operation, ...]:
    """Return the last ``limit`` operations, the newest first."""
    return tuple(
        Operation(
            id=number,
            name=name,
            actor=actor,
            at=datetime.fromisoformat(at),
            working_day=date.fromisoformat(day),
            kind=OperationKind(kind),
            target_id=target,
            undone=bool(undone),
            changes=changes,
        )
        for number, name, actor, at, day, kind, target, undone, changes in db.execute(HISTORY, (limit,))
    )


def changes_of(db: Database, operation_id: int) -> tuple[RowChange, ...]:
    """Return the rows that one operation wrote, in order."""
    return tuple(
        RowChange(table, _row(before), _row(after))
        for _action, table, before, after in db.execute(CHANGES_OF, (operation_id,))
    )


def last_operation(db: Database) -> LastOperation | None:
    """Return the newest operation, which tells whether two files are at the same point."""
    row = db.execute(LAST_OPERATION).fetchone()
    return None if row is None else LastOperation(*row)


def is_recorded(db: Database, operation_id: int) -> bool:
    """Say whether the operation of that number left a trace, that is, changed something."""
    return bool(_single(db, IS_RECORDED, (operation_id,)))
