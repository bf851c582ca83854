"""Where the cells of a table stand when some span several columns or rows. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]  # columns, rows
Place = tuple[int, int]  # row, column, counted from 0


class BadGridError(ValueError):
    """The cells do not tile the table exactly."""


def place(rows: Sequence[Sequence[Span]], width: int) -> tuple[tuple[Place, ...], ...]:
    """Return the place of each cell, row by row, as a browser lays out HTML.

    ``rows`` gives the spans of the cells written in each row; a cell that hangs from a row above is not
    written again. Raises ``BadGridError`` unless the cells cover ``width`` columns in every row, with no gap
    and no overlap.
    """
    taken: set[Place] = set()
    placed = []
    for row, spans in enumerate(rows):
        here = []
        column = 0
        for columns, height in spans:
            while (row, column) in taken:
                column += 1
            cells = {(row + down, column + right) for down in range(height) for right in range(columns)}
            if (
                columns < 1
                or height < 1
                or column + columns > width
                or row + height > len(rows)
                or cells & taken
            ):
                raise BadGridError(f"row {row}: the cell at column {column} does not fit in {width} columns")
            taken |= cells
            here.append((row, column))
            column += columns
        missing = [column for column in range(width) if (row, column) not in taken]
        if missing:
            raise BadGridError(f"row {row} has no cell in the columns {missing}")
        placed.append(tuple(here))
    return tuple(placed)
