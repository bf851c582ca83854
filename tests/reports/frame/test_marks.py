"""The pen refuses ink that nobody owns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpepa_desktop.reports.frame import MalformedDocumentError, UntaggedContentError
from cpepa_desktop.reports.frame.fonts import Face
from cpepa_desktop.reports.frame.images import _printable as printable
from cpepa_desktop.reports.frame.marks import Artifact, Pen
from cpepa_desktop.reports.frame.styles import A4, INK
from cpepa_desktop.reports.frame.text import Line, Run
from cpepa_desktop.reports.frame.tree import Bounds, Marked, Node, Tag
from tests.reports.papers import picture

LINE = Line((Run("hola", Face.REGULAR),), 20)
BOX = Bounds(10, 10, 20, 20)


def draw_picture(pen: Pen) -> None:
    pen.picture(printable(picture(), "un óvalo", 60), BOX)


STROKES: dict[str, Callable[[Pen], None]] = {
    "text": lambda pen: pen.lines([(10, 10, LINE)], 9, INK),
    "upward text": lambda pen: pen.upward_lines([(10, 10, LINE)], 9, INK),
    "line": lambda pen: pen.segments([(0, 0, 1, 1)], INK, 1),
    "frame": lambda pen: pen.frames([BOX], INK, 1),
    "ground": lambda pen: pen.grounds([BOX], INK),
    "picture": draw_picture,
}


@pytest.mark.parametrize("stroke", STROKES)
def test_a_stroke_outside_every_mark_raises(stroke: str) -> None:
    with pytest.raises(UntaggedContentError):
        STROKES[stroke](Pen(A4))


@pytest.mark.parametrize("stroke", STROKES)
def test_a_stroke_after_the_mark_is_closed_raises(stroke: str) -> None:
    pen = Pen(A4)
    with pen.artifact(Artifact.FOOT):
        STROKES[stroke](pen)

    with pytest.raises(UntaggedContentError):
        STROKES[stroke](pen)


@pytest.mark.parametrize("stroke", STROKES)
def test_untagged_papers_are_held_to_the_same(stroke: str) -> None:
    with pytest.raises(UntaggedContentError):
        STROKES[stroke](Pen(A4, tagging=False))


def test_marks_do_not_nest() -> None:
    pen = Pen(A4)

    with pen.artifact(), pytest.raises(MalformedDocumentError), pen.tagged(Node(Tag.PARAGRAPH)):
        pass


def test_a_node_knows_its_ink_page_by_page() -> None:
    pen = Pen(A4)
    node, other = Node(Tag.PARAGRAPH), Node(Tag.PARAGRAPH)
    with pen.tagged(other):
        STROKES["text"](pen)
    with pen.tagged(node):
        STROKES["text"](pen)
    pen.end_page()
    with pen.tagged(node):
        STROKES["text"](pen)
    pen.end_page()

    assert node.content == [Marked(0, 1), Marked(1, 0)]
    assert pen.pages == [[other, node], [node]]
