"""Where boxes come to stand."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.reports.frame import Field, Fields, render
from cpepa_desktop.reports.frame.boxes import Box, BreakBox, SpaceBox, StackBox, TextBox
from cpepa_desktop.reports.frame.flow import Page, TooLong, paginate
from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.styles import BODY
from cpepa_desktop.reports.frame.text import runs_of
from cpepa_desktop.reports.frame.tree import Node, Tag
from tests.reports.papers import paper

WIDTH = 100.0


class Slab(Box):
    """A box of a given height that cannot be parted."""

    def __init__(
        self, height: float, *, before: float = 0, after: float = 0, keeps_next: bool = False
    ) -> None:
        self._height = height
        self.before = before
        self.after = after
        self.keeps_next = keeps_next

    def height(self, width: float) -> float:  # noqa: ARG002 - the interface
        return self._height

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw nothing."""


def depths(pages: list[Page]) -> list[list[float]]:
    return [[placed.depth for placed in page] for page in pages]


def text(lines: int) -> TextBox:
    return TextBox(Node(Tag.PARAGRAPH), runs_of("\n".join("a" * 3 for _line in range(lines)), BODY), BODY)


def test_boxes_stand_under_one_another_with_the_larger_of_two_spaces() -> None:
    pages = paginate([Slab(10, before=5, after=4), Slab(10, before=6), Slab(10)], WIDTH, 100)

    assert depths(pages) == [[0, 16, 26]]


def test_what_exactly_fits_stays_and_a_hair_more_goes_on() -> None:
    assert len(paginate([Slab(60), Slab(40)], WIDTH, 100)) == 1
    assert len(paginate([Slab(60), Slab(40.1)], WIDTH, 100)) == 2


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = paginate([Slab(70), Slab(20, keeps_next=True), Slab(20)], WIDTH, 100)

    assert depths(pages) == [[0], [0, 20]]


def test_a_chain_of_headings_goes_together() -> None:
    chain = [Slab(10, keeps_next=True), Slab(10, keeps_next=True), Slab(40)]

    assert depths(paginate([Slab(50), *chain], WIDTH, 100)) == [[0], [0, 10, 20]]


def test_a_heading_before_a_long_text_needs_only_its_first_lines() -> None:
    pages = paginate([Slab(50), Slab(10, keeps_next=True), text(10)], WIDTH, 100)

    assert [len(page) for page in pages] == [3, 1]


def test_a_heading_alone_at_the_end_is_placed() -> None:
    assert depths(paginate([Slab(10, keeps_next=True)], WIDTH, 100)) == [[0]]


def test_no_lone_line_is_left_behind() -> None:
    height = 10 * BODY.leading
    for before in (8, 9):  # room for two lines, then for one
        pages = paginate([Slab(before * BODY.leading), text(4)], WIDTH, height)
        first_page = pages[0][1:]
        assert [placed.box.height(WIDTH) / BODY.leading for placed in first_page] == (
            [2] if before == 8 else []
        )


def test_a_text_of_three_lines_is_not_parted() -> None:
    pages = paginate([Slab(8 * BODY.leading), text(3)], WIDTH, 10 * BODY.leading)

    assert [len(page) for page in pages] == [1, 1]


def test_breaks_make_no_empty_pages() -> None:
    pages = paginate([BreakBox(), Slab(10), BreakBox(), BreakBox(), Slab(10), BreakBox()], WIDTH, 100)

    assert depths(pages) == [[0], [0]]


def test_nothing_is_one_empty_page() -> None:
    assert paginate([], WIDTH, 100) == [[]]


def test_a_stack_stays_whole_where_a_page_holds_it() -> None:
    pages = paginate([Slab(30), StackBox([Slab(40), Slab(40)])], WIDTH, 100)

    assert depths(pages) == [[0], [0]]


def test_a_stack_taller_than_a_page_is_parted_between_its_boxes() -> None:
    stack = StackBox([Slab(60, after=5), Slab(60), Slab(20)])

    pages = paginate([Slab(1), stack], WIDTH, 100)

    assert [placed.box.height(WIDTH) for page in pages for placed in page] == [1, 60, 80]


def test_a_stack_parts_its_own_long_text() -> None:
    pages = paginate([StackBox([Slab(50), text(10)])], WIDTH, 100)

    assert len(pages) == 2


def test_what_no_page_holds_is_refused_and_not_a_loop() -> None:
    with pytest.raises(TooLong):
        paginate([Slab(10), Slab(101)], WIDTH, 100)


def test_a_heading_stays_over_a_stack_that_no_page_holds() -> None:
    pages = paginate([Slab(20, keeps_next=True), StackBox([Slab(60), Slab(60)])], WIDTH, 100)

    assert depths(pages) == [[0, 20], [0]]


def test_a_text_that_no_page_holds_in_its_field_is_named() -> None:
    long = "Una dirección larguísima " * 200

    with pytest.raises(TooLong, match="Una dirección larguísima") as refusal:
        render(paper(Fields((Field("Centro", "CPEPA Ejemplo"), Field("Dirección", long)))))
    assert isinstance(refusal.value, Refused)


def test_space_takes_its_room() -> None:
    assert depths(paginate([Slab(10), SpaceBox(7), Slab(10)], WIDTH, 100)) == [[0, 10, 17]]
