"""Tests of the icons."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.theme import DARK, LIGHT


@pytest.fixture
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, dark=False)


@pytest.mark.usefixtures("_light_again")
def test_an_icon_takes_the_colour_of_the_theme_it_is_painted_in(qapp: QApplication) -> None:
    add = icons.icon("add")
    light = add.pixmap(24, 24).toImage().pixelColor(12, 12)
    theme.apply_theme(qapp, dark=True)
    dark = add.pixmap(24, 24).toImage().pixelColor(12, 12)
    assert (light.name(), dark.name()) == (LIGHT.text.lower(), DARK.text.lower())


@pytest.mark.parametrize("name", icons.icon_names())
def test_every_icon_paints_something(name: str) -> None:
    image = icons.pixmap(name, size=24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_an_unknown_icon_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        icons.icon("nothing")


def test_the_icon_of_the_program_is_sharp_in_every_size() -> None:
    drawn = QSvgRenderer(str(Path(str(files("cpepa_desktop.resources"))) / "icons" / "program.svg"))
    assert drawn.isValid()
    made = icons.program_icon()
    assert [size.width() for size in made.availableSizes()] == [16, 24, 32, 48, 64, 128, 256]
    ground = made.pixmap(64, 64).toImage().pixelColor(32, 6)
    assert ground.name() == LIGHT.accent.lower()


def test_the_picture_of_the_program_is_not_one_of_the_outlines() -> None:
    assert "program" not in icons.icon_names()
