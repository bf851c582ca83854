"""Tables: how wide, where parted, and what happens to the tall ones."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

import pytest

from cpepa_desktop.reports.frame import (
    Cell,
    Column,
    MalformedDocumentError,
    Row,
    Table,
    TooLong,
    grid,
    render,
)
from cpepa_desktop.reports.frame.compose import compose
from cpepa_desktop.reports.frame.flow import paginate
from cpepa_desktop.reports.frame.styles import MM, SAFE_STEP
from cpepa_desktop.reports.frame.tables import TableBox
from cpepa_desktop.reports.frame.tree import Node
from tests.reports.hard_cases import tall_rows
from tests.reports.papers import LONG_NAME, SENTENCE, paper

TWO = (Column("a", 20), Column("b"))
WIDTH = 170 * MM


def box_of(table: Table) -> TableBox:
    _tree, boxes = compose(paper(table))
    (box,) = [box for box in boxes if isinstance(box, TableBox)]
    return box


def parts_of(table: Table, height: float) -> list[TableBox]:
    """Return the parts of a table, page by page."""
    pages = paginate([box_of(table)], WIDTH, height)
    return [placed.box for page in pages for placed in page if isinstance(placed.box, TableBox)]


def pages_of(table: Table, height: float) -> list[int]:
    """Return how many rows of the body stand on each page."""
    return [len(part.body) for part in parts_of(table, height)]


def test_a_row_is_as_tall_as_its_tallest_cell_and_no_less_than_asked() -> None:
    box = box_of(Table(TWO, (Row(("a", SENTENCE * 4)), Row(("a", "b"), height=15), Row(("a", "b")))))
    box.height(WIDTH)

    long, asked, short = (row.height for row in box.body)
    assert long > 3 * short
    assert asked == pytest.approx(15 * MM)


def test_a_tall_cell_grows_the_last_row_it_hangs_over() -> None:
    box = box_of(Table(TWO, (Row((Cell(LONG_NAME * 2, rows=2), "b")), Row(("c",)))))
    box.height(WIDTH)

    assert box.body[1].height > 3 * box.body[0].height


def test_rows_held_by_a_tall_cell_are_never_parted() -> None:
    rows = [Row(("a", "b"), height=20) for _row in range(3)]
    rows[1:] = [Row((Cell("alta", rows=2), "b"), height=20), Row(("c",), height=20)]

    assert pages_of(Table(TWO, tuple(rows)), 60 * MM) == [1, 2]


def test_the_last_row_stays_with_the_foot() -> None:
    table = Table(
        TWO, tuple(Row(("a", "b"), height=20) for _row in range(3)), foot=(Row(("t", "t"), height=20),)
    )

    assert pages_of(table, 75 * MM) == [2, 1]


def test_a_table_that_just_fits_is_not_parted() -> None:
    table = Table(TWO, tuple(Row(("a", "b"), height=20) for _row in range(3)))
    whole = box_of(table).height(WIDTH)

    assert pages_of(table, whole) == [3]
    assert pages_of(table, whole - 1) == [2, 1]


def test_a_row_taller_than_a_page_is_parted_between_its_lines_and_no_line_is_lost() -> None:
    table = Table(TWO, (Row(("corta", "b")), Row(("alta", SENTENCE * 40)), Row(("última", "b"))))

    parts = parts_of(table, 60 * MM)
    lines = [line for part in parts for row in part.body for line in row.cells[1].lines]
    assert "".join(run.text for line in lines for run in line.runs) == "b" + SENTENCE * 40 + "b"


@pytest.mark.parametrize("height", [45, 60, 100, 170, 257])
def test_however_rows_are_parted_no_line_is_lost_and_no_page_is_overfilled(height: float) -> None:
    (table,) = (block for block in tall_rows().blocks if isinstance(block, Table))
    parts = parts_of(table, height * MM)

    said: dict[Node, str] = defaultdict(str)
    for part in parts:
        assert part.height(WIDTH) <= height * MM + SAFE_STEP
        grid.place([[(cell.columns, cell.rows) for cell in row.cells] for row in part.body], 3)
        for cell in chain.from_iterable(row.cells for row in part.body):
            said[cell.node] += "".join(run.text for line in cell.lines for run in line.runs)
    assert len(parts) > 5
    assert all(text == node.text for node, text in said.items())
    assert sum(node.text == SENTENCE * 60 for node in said) == 2


def test_rows_under_one_cell_are_parted_between_them_where_no_page_holds_them_all() -> None:
    rows = [Row((Cell("alta", rows=5), "b"), height=20), *(Row(("c",), height=20) for _row in range(4))]

    assert pages_of(Table(TWO, tuple(rows)), 70 * MM) == [3, 2]


def test_an_empty_row_taller_than_a_page_goes_on_over_the_pages() -> None:
    assert pages_of(Table(TWO, (Row(("", ""), height=150),)), 100 * MM) == [1, 1]


def test_a_foot_that_no_page_holds_beside_the_last_row_stands_alone() -> None:
    table = Table(TWO, (Row(("a", "b"), height=50),), foot=(Row(("t", "t"), height=50),))

    assert pages_of(table, 80 * MM) == [1, 0]


def test_a_head_that_fills_the_page_is_refused_by_its_text() -> None:
    table = Table((Column(SENTENCE * 60), Column("b")), (Row(("a", "b")),))

    with pytest.raises(TooLong, match=SENTENCE[:40]):
        pages_of(table, 100 * MM)


def test_columns_share_what_the_fixed_ones_leave() -> None:
    box = box_of(
        Table((Column("a", 50), Column("b", share=1), Column("c", share=2)), (Row(("1", "2", "3")),))
    )

    assert box._edges(WIDTH) == pytest.approx([0, 50 * MM, 90 * MM, 170 * MM])  # noqa: SLF001 - widths show nowhere else


@pytest.mark.parametrize("columns", [(Column("a", 171),), (Column("a", 170), Column("b"))])
def test_columns_wider_than_the_page_are_refused(columns: tuple[Column, ...]) -> None:
    with pytest.raises(MalformedDocumentError):
        render(paper(Table(columns, (Row(("x",) * len(columns)),))))
