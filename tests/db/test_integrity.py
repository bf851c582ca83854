"""The check of a file: the engine's answer, the attachments', and the program's own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cpepa_desktop.db import open as db_open
from cpepa_desktop.db.integrity import check
from cpepa_desktop.db.open import CentreFile, open_for_reading
from tests.db.small_centre import closing, new_file, write


def said(file: CentreFile) -> list[str]:
    return [str(problem) for problem in check(file.db, file.attachments)]


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    with closing(new_file(tmp_path / "centro.cpepa")) as file:
        file.attachments.store.write(b"")
        assert said(file) == []


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with closing(new_file(tmp_path / "centro.cpepa")) as file:
        with write(file.db):
            file.db.execute("UPDATE attendance SET attended_minutes = 101")
            file.db.execute("DELETE FROM block_module WHERE block_id = 2")
        problems = said(file)
    assert len(problems) == 4
    assert "Falta el adjunto «hoja.pdf»" in problems[0]
    assert "consta que asistió 101 minutos" in problems[1]
    assert "las faltas suman 60 minutos y solo pudo faltar -1" in problems[2]
    assert "UF0120: no cuenta en ningún módulo" in problems[3]


def test_a_broken_foreign_key_is_the_whole_answer(tmp_path: Path) -> None:
    path = tmp_path / "centro.cpepa"
    new_file(path).close()
    connection = sqlite3.connect(path)
    connection.executescript("DROP TRIGGER journal_person_delete; DELETE FROM person;")
    connection.close()
    with closing(open_for_reading(path)) as file:
        problems = said(file)
    assert len(problems) == 3
    assert all("el archivo está dañado" in problem and "person" in problem for problem in problems)


def test_a_damaged_page_is_the_whole_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "centro.cpepa"
    new_file(path).close()
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xaa" * 4096
    path.write_bytes(content)
    monkeypatch.setattr(
        db_open, "_ALWAYS_READ_WHOLE", 0
    )  # as a large file, which opens without a look at it all
    with closing(open_for_reading(path)) as file:
        problems = said(file)
    assert problems
    assert all("el archivo está dañado" in problem for problem in problems)
