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


# Several steps at once --------------------------------------------------------------------------------------


def test_everything_after_an_operation_is_taken_back_and_can_be_redone(ws: Workspace) -> None:
    for name in ("Ana", "Luz", "Eva"):
        add_person(ws, name)
    ana = history.history(ws)[2]
    assert history.steps_back_to(ws, ana.id) == ("Alta de Eva", "Alta de Luz")
    changes = history.undo_back_to(ws, ana.id)
    assert (changes.operation, changes.kinds) == (
        "Deshacer 2 operaciones",
        frozenset({Kind.PEOPLE, Kind.JOURNAL}),
    )
    assert people(ws) == ["Ana"]
    assert history.what_redo_would_do(ws) == "Alta de Luz"
    history.redo(ws)
    history.redo(ws)
    assert people(ws) == ["Ana", "Luz", "Eva"]


def test_what_is_undone_already_is_no_step(ws: Workspace) -> None:
    for name in ("Ana", "Luz", "Eva"):
        add_person(ws, name)
    ana = history.history(ws)[2]
    history.undo(ws)
    assert history.steps_back_to(ws, ana.id) == ("Alta de Luz",)
    history.redo(ws)
    assert history.steps_back_to(ws, ana.id) == ("Alta de Eva", "Alta de Luz")


def test_with_nothing_after_it_nothing_is_written(ws: Workspace) -> None:
    add_person(ws, "Ana")
    before = history.history(ws)
    assert history.undo_back_to(ws, before[0].id).kinds == frozenset()
    assert history.history(ws) == before


def test_a_legal_act_in_the_way_is_named_before_anything_is_undone(ws: Workspace) -> None:
    for name in ("Ana", "Luz"):
        add_person(ws, name)
    ana = history.history(ws)[1]
    with ws.operation("Imprimir un acta", legal=True):
        ws.db.execute("INSERT INTO room (centre_id, name) VALUES (1, 'Aula 1')")
    add_person(ws, "Eva")
    act = history.history(ws)[1]
    before = history.history(ws)
    for look in (history.steps_back_to, history.undo_back_to):
        with pytest.raises(Refused, match="«Imprimir un acta»"):
            look(ws, ana.id)
    assert history.history(ws) == before
    history.undo_back_to(ws, act.id)
    assert people(ws) == ["Ana", "Luz"]
