"""History and undo as the window asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cpepa_desktop.db import journal
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.history import OperationKind
from cpepa_desktop.operations import files, history
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.centre_file import add_person, create, people


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    ws = create(tmp_path / "centro.cpepa")
    yield ws
    ws.file.close()


def test_every_table_has_its_kind(ws: Workspace) -> None:
    assert history.KINDS.keys() == set(journal.watched_tables(ws.db))


def test_undo_says_what_it_would_do_and_what_has_to_be_read_again(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    with ws.operation("Aula"):
        ws.db.execute("INSERT INTO room (centre_id, name) VALUES (1, 'Aula 1')")
    assert history.what_undo_would_do(ws) == "Aula"
    assert history.what_redo_would_do(ws) is None
    kinds = frozenset({Kind.CENTRE, Kind.JOURNAL})
    changes = history.undo(ws)
    assert (changes.operation, changes.kinds) == ("Deshacer: Aula", kinds)
    assert history.what_undo_would_do(ws) == "Alta de Lucía"
    assert history.what_redo_would_do(ws) == "Aula"
    changes = history.redo(ws)
    assert (changes.operation, changes.kinds) == ("Rehacer: Aula", kinds)


def test_history_tells_what_is_undone_and_what_each_operation_wrote(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    history.undo(ws)
    undone, alta, _birth = history.history(ws)
    assert (undone.kind, undone.target_id, undone.undone) == (OperationKind.UNDO, alta.id, False)
    assert (alta.kind, alta.undone, alta.changes) == (OperationKind.NORMAL, True, 1)
    (change,) = history.changes_of(ws, alta.id)
    assert change.before is None
    assert change.after is not None
    assert change.after["name"] == "Lucía"
    assert history.history(ws, 1) == (undone,)


def test_undo_and_redo_survive_closing_the_file(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    add_person(ws, "Omar")
    history.undo(ws)
    files.close_file(ws)
    again = files.open_file(ws.file.path, ws.clock, "Berta")
    assert history.what_redo_would_do(again) == "Alta de Omar"
    history.undo(again)
    history.redo(again)
    history.redo(again)
    assert people(again) == ["Lucía", "Omar"]
    assert history.history(again, 1)[0].actor == "Berta"
    files.close_file(again)


def test_a_file_open_for_reading_undoes_nothing(ws: Workspace) -> None:
    add_person(ws, "Lucía")
    reader = files.open_file(ws.file.path, ws.clock, "Ana", writable=False)
    for action in (history.undo, history.redo):
        with pytest.raises(Refused, match="solo para leer"):
            action(reader)
    assert history.what_undo_would_do(reader) == "Alta de Lucía"
    reader.file.close()
