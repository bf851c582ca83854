"""Drawings: one figure whatever is in it, inside its field, its dashes as long as the line."""

from __future__ import annotations

import pytest

from cpepa_desktop.reports.frame import Align, Curve, Drawing, Label, MalformedDocumentError, render
from tests.reports.checks import check
from tests.reports.papers import paper

FRAME = Curve(((0, 0), (100, 0), (100, 50), (0, 50), (0, 0)))


def test_a_drawing_is_one_figure_with_its_words() -> None:
    document = paper(
        Drawing((FRAME, Label(10, 10, "Uno"), Label(90, 40, "Dos", Align.RIGHT)), 100, 50, "Dos palabras")
    )
    (figure,) = [e for e in check(document, render(document)).elements if e.tag == "Figure"]
    assert (figure.alternative, figure.text.strip()) == ("Dos palabras", "Uno Dos")
    left, bottom, right, top = (float(edge) for edge in figure.attributes["BBox"])
    assert (right - left, top - bottom) == pytest.approx((100 / 25.4 * 72, 50 / 25.4 * 72), abs=0.1)


def test_a_field_wider_than_the_page_shrinks_whole() -> None:
    document = paper(Drawing((FRAME,), 400, 200, "Un marco"))
    (figure,) = [e for e in check(document, render(document)).elements if e.tag == "Figure"]
    left, bottom, right, top = (float(edge) for edge in figure.attributes["BBox"])
    assert (right - left) / (top - bottom) == pytest.approx(2, abs=0.01)


def test_dashes_go_to_the_end_of_a_line_and_no_further() -> None:
    for length in (0, 0.5, 1.4, 33.3, 100):
        document = paper(Drawing((FRAME, Curve(((0, 10), (length, 10)), is_dashed=True)), 100, 50, "Guiones"))
        check(document, render(document))


def test_a_drawing_says_in_words_what_it_shows() -> None:
    with pytest.raises(MalformedDocumentError):
        Drawing((FRAME,), 10, 10, " ")
    with pytest.raises(MalformedDocumentError):
        Drawing((), 10, 10, "Nada")
    with pytest.raises(MalformedDocumentError):
        Label(0, 0, "")
