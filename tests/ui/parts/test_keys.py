"""Tests of shortcuts in words."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox

from cpepa_desktop.ui.parts.keys import KeyNames, key_words, with_keys


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+N", "Ctrl+N"),
        ("Ctrl+Shift+N", "Ctrl+Mayús+N"),
        ("Ctrl+Return", "Ctrl+Intro"),
        ("Ctrl+Del", "Ctrl+Supr"),
        ("Alt+Left", "Alt+←"),
        ("Ctrl+PgDown", "Ctrl+Av Pág"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+.", "Ctrl+."),
        ("Ctrl+Backspace", "Ctrl+Retroceso"),
        ("Shift+F1", "Mayús+F1"),
        ("F1", "F1"),
        ("", ""),
    ],
)
def test_keys_are_called_as_on_the_keyboard(keys: str, words: str) -> None:
    assert key_words(keys) == words
    assert key_words(QKeySequence(keys)) == words


def test_a_tooltip_says_the_words_and_the_keys() -> None:
    assert with_keys("Imprimir", "Ctrl+P") == "Imprimir (Ctrl+P)"
    assert with_keys("Imprimir", "") == "Imprimir"


def test_the_compiled_names_are_those_of_their_source() -> None:
    source = (files("cpepa_desktop.resources") / "locale" / "keys_es.ts").read_text(encoding="utf-8")
    names = re.findall(r"<source>(.*)</source><translation>(.*)</translation>", source)
    compiled = KeyNames()
    assert names
    assert [compiled.translate("QShortcut", key) for key, _name in names] == [name for _key, name in names]


def test_qt_keeps_its_other_words() -> None:
    buttons = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(buttons.Save | buttons.Cancel)
    assert [box.button(each).text() for each in (buttons.Save, buttons.Cancel)] == ["Guardar", "Cancelar"]
    assert QKeySequence("Ctrl+Space").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Espacio"
