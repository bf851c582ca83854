"""Tests of the page of shortcuts: it says what the commands say."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from cpepa_desktop.ui.manual.shortcuts import Group, Shortcut, groups_of, shortcuts_page
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.window import MainWindow


def keys_of(window: MainWindow) -> dict[tuple[str, str], str]:
    """Return the keys listed, by group and words."""
    views = [window.page(name).view for name in ("course", "courses")]
    return {(g.title, s.words): s.keys for g in groups_of(window, views) for s in g.shortcuts}


def shown(*keys: str) -> str:
    """Return keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " o ".join(QKeySequence(each).toString(native) for each in keys)


def test_the_menus_and_the_pages_are_listed_with_their_keys(window: MainWindow) -> None:
    listed = keys_of(window)
    assert listed["Archivo", "Abrir…"] == shown("Ctrl+O")
    assert listed["Edición", "Rehacer"] == shown("Ctrl+Y", "Ctrl+Shift+Z")
    assert listed["Ayuda", "Manual"] == "F1"
    assert listed["Cursos", "Nuevo curso…"] == shown("Ctrl+Shift+N")
    assert listed["Curso", "Calendario"] == shown("Alt+2")


def test_what_undo_would_take_back_is_no_part_of_its_name(window: MainWindow, shell: Shell) -> None:
    assert shell.undo_name()
    assert keys_of(window)["Edición", "Deshacer"] == shown("Ctrl+Z")


def test_a_tab_of_the_course_has_a_table_of_its_own(window: MainWindow) -> None:
    listed = keys_of(window)
    assert listed["Curso: Asistencia", "Semana completa"] == shown("Ctrl+Return")
    assert ("Curso", "Semana completa") not in listed


def test_a_group_without_shortcuts_is_left_out() -> None:
    text = shortcuts_page([Group("Vacío", ()), Group("Lleno", (Shortcut("Partir | unir", "F2"),))])
    assert "## Vacío" not in text
    assert "## Lleno\n\n| Orden | Teclas |\n|---|---|\n| Partir \\| unir | F2 |" in text
