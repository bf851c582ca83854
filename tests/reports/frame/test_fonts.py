"""The family: what it can print, and what it refuses to print badly."""

from __future__ import annotations

from importlib.resources import files

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.reports.frame import MissingGlyph
from cpepa_desktop.reports.frame.fonts import Face, clean, width


@pytest.mark.parametrize(
    "text",
    [
        "áéíóúüñç ÁÉÍÓÚÜÑÇ",
        "¿¡«»“”·ªº€—–…",
        "☐ ☑ ✓ → ≤ ≥ №",
        "Àòï l·l Ŀ",
        "0123456789",
        "Łódź Şükrü Ωμέγα Київ",
    ],
)
def test_every_sign_a_paper_needs_is_there(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "sign"), [("Li 李", "李"), ("ok 😀", "😀"), ("محمد", "م"), ("campana\x07", "\x07")]
)
def test_a_sign_without_glyph_is_refused_by_name(text: str, sign: str) -> None:
    with pytest.raises(MissingGlyph) as refusal:
        clean(text)

    assert isinstance(refusal.value, Refused)
    assert refusal.value.character == sign
    assert f"U+{ord(sign):04X}" in str(refusal.value)


def test_text_is_composed_and_loses_its_invisible_signs() -> None:
    assert clean("Ma\u0301laga\ufeff, so\u00adcio\tsanitario\r\n") == "Málaga, socio sanitario\n"


def test_figures_are_tabular_in_every_face() -> None:
    for face in Face:
        assert len({width(figure, face, 10) for figure in "0123456789"}) == 1


def test_bold_is_wider_than_regular() -> None:
    assert width("Asistencia", Face.BOLD, 9) > width("Asistencia", Face.REGULAR, 9)
    assert width("Asistencia", Face.REGULAR, 18) == pytest.approx(2 * width("Asistencia", Face.REGULAR, 9))


def test_the_licence_lies_beside_the_family() -> None:
    folder = files("cpepa_desktop.resources") / "fonts"
    assert "Bitstream" in (folder / "LICENSE.txt").read_text(encoding="utf-8")
