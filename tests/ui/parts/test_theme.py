"""Tests of the look: contrast, both themes, the text size."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.theme import DARK, LIGHT, TEXT_PAIRS, Tokens, Wash


@pytest.fixture
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, dark=False)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_every_text_stands_out_from_what_it_stands_on(tokens: Tokens, pair: tuple[str, str]) -> None:
    ink, ground = (getattr(tokens, name) for name in pair)
    assert theme.contrast(ink, ground) >= theme.TEXT_CONTRAST


def test_every_text_of_the_style_sheet_is_among_the_pairs() -> None:
    """The sheet is read with names for colours, so that each rule says which token stands on which."""
    names = Tokens(**{name: f"<{name}>" for name in Tokens.__slots__})
    missing = set()
    for selector, rule in re.findall(r"([^{}]+)\{([^}]*)\}", theme.style_sheet(names, dark=False)):
        ink = re.search(r"(?<![-\w])color: <(\w+)>", rule)
        ground = re.search(r"(?<![-\w])background: <(\w+)>", rule)
        grounds = [ground[1]] if ground else ["window", "surface"]
        if ink and not ground and (wash := re.search(r'wash="(\w+)"', selector)):
            grounds = [f"{wash[1]}_wash"]
        missing |= {(ink[1], each) for each in grounds if ink} - set(TEXT_PAIRS)
    assert sorted(missing) == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface", "selection", "hover"])
def test_the_frame_of_the_focus_stands_out_from_what_is_around_it(tokens: Tokens, ground: str) -> None:
    assert theme.contrast(tokens.accent, getattr(tokens, ground)) >= 3  # WCAG 2.2, 1.4.11


def test_contrast_is_that_of_the_guidelines() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)


@pytest.mark.usefixtures("_light_again")
def test_the_theme_in_use_is_told_by_the_palette(qapp: QApplication) -> None:
    theme.apply_theme(qapp, dark=True)
    assert theme.is_dark()
    assert theme.tokens() is DARK
    theme.apply_theme(qapp, dark=False)
    assert theme.tokens() is LIGHT


@pytest.mark.usefixtures("_light_again")
def test_text_grows_with_its_scale(qapp: QApplication) -> None:
    theme.apply_theme(qapp, dark=False, scale=2.0)
    assert qapp.font().pointSizeF() == pytest.approx(2 * theme.BASE_POINTS)
    assert "36.0pt" in theme.style_sheet(LIGHT, dark=False, points=2 * theme.BASE_POINTS)


def test_the_style_sheet_names_no_colour_but_the_tokens() -> None:
    sheet = theme.style_sheet(LIGHT, dark=False)
    named = {word.strip(";,") for word in sheet.replace("\n", " ").split(" ") if word.startswith("#")}
    assert named <= {getattr(LIGHT, name) for name in Tokens.__slots__}
    assert "$" not in sheet


def test_every_wash_has_its_ink() -> None:
    assert LIGHT.ink(Wash.DANGER) == LIGHT.danger
    assert LIGHT.wash(Wash.QUIET) == LIGHT.quiet_wash


@pytest.mark.usefixtures("qtbot")
def test_a_label_shows_names_as_they_are() -> None:
    assert theme.label("<b>Ana</b> & José", "name").textFormat() is Qt.TextFormat.PlainText


def test_a_system_without_fonts_writes_with_the_one_shipped(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    program = (
        "from PySide6.QtGui import QFontMetrics\n"
        "from cpepa_desktop.ui.app import open_application\n"
        "app = open_application([], dark=False)\n"
        "print(all(QFontMetrics(app.font()).inFontUcs4(ord(sign)) for sign in 'añÁ€'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize(("scale", "row"), [(1.0, 30), (1.25, 38), (1.5, 45)])
def test_measures_grow_with_the_text(qapp: QApplication, scale: float, row: int) -> None:
    theme.apply_theme(qapp, scale=scale)
    assert theme.row_height() == row
    assert theme.is_large_text() is (row > 40)
    assert f"icon-size: {round(16 * scale)}px" in qapp.styleSheet()


@pytest.mark.usefixtures("_light_again")
def test_nothing_grows_beyond_the_screen(qapp: QApplication) -> None:
    theme.apply_theme(qapp, scale=2.0)
    screen = qapp.primaryScreen().availableSize()
    assert theme.size_on_screen(100, 50) == QSize(200, 100)
    assert theme.size_on_screen(screen.width() - 100, 50).width() < screen.width()
    assert theme.size_on_screen(100, screen.height() - 100).height() < screen.height()
    assert theme.size_on_screen(1120, 680).width() == 1120
