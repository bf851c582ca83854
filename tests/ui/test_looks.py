"""Tests of the colours and the size of the text, as the person wants them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.looks import Looks, apply_looks
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.settings import TEXT_SIZES, Scheme, Settings


@pytest.fixture
def looks(settings: Settings, qapp: QApplication) -> Iterator[Looks]:
    yield Looks(settings)
    theme.apply_theme(qapp)


def test_the_colours_are_applied_at_once_and_kept(looks: Looks, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(looks.changed):
        looks.set_scheme(Scheme.DARK)
    assert theme.is_dark()
    assert settings.scheme() is Scheme.DARK
    looks.set_scheme(Scheme.LIGHT)
    assert not theme.is_dark()


def test_the_text_grows_and_shrinks_a_size_at_a_time(looks: Looks, qtbot: QtBot) -> None:
    seen = [looks.text_size]
    for _size in TEXT_SIZES[1:]:
        with qtbot.waitSignals([looks.changed, looks.resized]):
            looks.enlarge()
        seen.append(looks.text_size)
        assert theme.text_scale() == looks.text_size / 100
    assert tuple(seen) == TEXT_SIZES
    with qtbot.assertNotEmitted(looks.resized):
        looks.enlarge()
    looks.reduce()
    assert looks.text_size == TEXT_SIZES[-2]
    looks.set_text_size(100)
    with qtbot.assertNotEmitted(looks.resized):
        looks.reduce()


def test_the_next_start_has_the_same_looks(looks: Looks, settings: Settings, qapp: QApplication) -> None:
    looks.set_scheme(Scheme.DARK)
    looks.set_text_size(200)
    theme.apply_theme(qapp)
    assert not theme.is_dark()
    apply_looks(settings)
    assert theme.is_dark()
    assert theme.scaled(30) == 60


def test_without_a_choice_the_colours_follow_the_system(looks: Looks, qtbot: QtBot) -> None:
    hints = QApplication.styleHints()
    with qtbot.waitSignal(looks.changed):
        hints.colorSchemeChanged.emit(hints.colorScheme())
    looks.set_scheme(Scheme.DARK)
    with qtbot.assertNotEmitted(looks.changed):
        hints.colorSchemeChanged.emit(hints.colorScheme())
