"""Where spanning cells stand."""

from __future__ import annotations

import pytest

from cpepa_desktop.reports.frame.grid import BadGridError, place


def test_plain_cells_stand_one_after_another() -> None:
    assert place([[(1, 1), (1, 1)], [(1, 1), (1, 1)]], 2) == (((0, 0), (0, 1)), ((1, 0), (1, 1)))


def test_a_cell_under_a_tall_one_moves_right() -> None:
    assert place([[(1, 2), (2, 1)], [(1, 1), (1, 1)]], 3) == (((0, 0), (0, 1)), ((1, 1), (1, 2)))


@pytest.mark.parametrize(
    "rows",
    [
        [[(1, 1)]],  # too few
        [[(1, 1), (1, 1), (1, 1)]],  # too many
        [[(3, 1)]],  # too wide
        [[(1, 2), (1, 1)]],  # hangs under the last row
        [[(1, 2), (1, 1)], [(2, 1)]],  # overlaps the one that hangs
        [[(0, 1), (2, 1)]],
    ],
)
def test_cells_that_do_not_tile_the_table_are_refused(rows: list[list[tuple[int, int]]]) -> None:
    with pytest.raises(BadGridError):
        place(rows, 2)
