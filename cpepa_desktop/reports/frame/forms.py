"""The two boxes that make a sheet a form: labels with their values, and room to sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cpepa_desktop.reports.frame.boxes import Box, set_lines
from cpepa_desktop.reports.frame.marks import Pen
from cpepa_desktop.reports.frame.styles import FIELD_PADDING, FRAME_LINE, HAIRLINE, INK, LINE, MM, TextStyle
from cpepa_desktop.reports.frame.text import Run, break_lines
from cpepa_desktop.reports.frame.tree import Bounds, Node


@dataclass(frozen=True, slots=True)
class Said:
    """A short text of one node in one style."""

    node: Node
    runs: tuple[Run, ...]
    style: TextStyle

    def height(self, width: float) -> float:
        """Return the height of its lines in ``width`` points."""
        return len(break_lines(self.runs, self.style.size, width)) * self.style.leading

    def draw(self, pen: Pen, left: float, top: float, width: float) -> float:
        """Draw it under ``top`` and return where it ends."""
        lines = break_lines(self.runs, self.style.size, width)
        with pen.tagged(self.node):
            pen.lines(set_lines(lines, self.style, left, top, width), self.style.size, self.style.colour)
        return top - len(lines) * self.style.leading


@dataclass(frozen=True, slots=True)
class FieldBox:
    """A label and its value, ``columns`` columns of the grid wide."""

    label: Said
    value: Said
    columns: int


@dataclass(slots=True, eq=False)
class FieldsBox(Box):
    """Rows of fields, each row as wide as the grid of ``columns``; parted only between rows."""

    rows: Sequence[Sequence[FieldBox]]
    columns: int
    padding: float
    after: float = 7

    def _row_height(self, row: Sequence[FieldBox], width: float) -> float:
        inner = [(field, self._inner(field, width)) for field in row]
        return (
            max(field.label.height(room) + field.value.height(room) for field, room in inner)
            + 2 * self.padding
        )

    def _inner(self, field: FieldBox, width: float) -> float:
        return width * field.columns / self.columns - 2 * self.padding

    def height(self, width: float) -> float:
        """Return the height of all rows."""
        return sum(self._row_height(row, width) for row in self.rows)

    def start(self, width: float) -> float:
        """Return the height of the first row."""
        return self._row_height(self.rows[0], width)

    # Rows are parted alike on any page.
    def split(self, width: float, available: float, *, fresh: bool) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Part the grid under the last row that fits."""
        used = 0.0
        for number, row in enumerate(self.rows):
            used += self._row_height(row, width)
            if used > available:
                upper = replace(self, rows=self.rows[:number], after=0.0)
                return (upper, replace(self, rows=self.rows[number:])) if number else None
        return None

    def texts(self) -> Iterable[str]:
        """Return what the fields say."""
        return (field.value.node.text for row in self.rows for field in row)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw the fields row by row, then the grid."""
        frames = []
        floor = top
        for row in self.rows:
            ceiling, x = floor, left
            floor -= self._row_height(row, width)
            for field in row:
                room = self._inner(field, width)
                under = field.label.draw(pen, x + self.padding, ceiling - self.padding, room)
                field.value.draw(pen, x + self.padding, under, room)
                frames.append(Bounds(x, floor, x + room + 2 * self.padding, ceiling))
                x += room + 2 * self.padding
        with pen.artifact():
            pen.frames(frames, LINE, HAIRLINE)
            pen.frames([Bounds(left, floor, left + width, top)], INK, FRAME_LINE)


@dataclass(frozen=True, slots=True)
class SignerBox:
    """Room to sign over role and name; ``form`` is the node of the field ``field_name``, if there is one.

    ``note`` is printed small inside the room (where a stamp goes, for example).
    """

    role: Said
    name: Said | None
    note: Said | None
    form: Node | None = None
    field_name: str = ""
    tooltip: str = ""


_GUTTER = 10.0
_UNDER_LINE = 2.5
_WIDEST_ROOM = 95 * MM


@dataclass(slots=True, eq=False)
class SignaturesBox(Box):
    """Signers side by side; ``room`` is the height in points to sign in. Never parted."""

    signers: Sequence[SignerBox]
    room: float
    before: float = 6
    after: float = 6

    def _width(self, width: float) -> float:
        count = len(self.signers)
        return min((width - _GUTTER * (count - 1)) / count, _WIDEST_ROOM)

    def height(self, width: float) -> float:
        """Return the room with the tallest of the texts under it."""
        inner = self._width(width)
        texts = [(signer.role, signer.name) for signer in self.signers]
        under = max(role.height(inner) + (name.height(inner) if name else 0) for role, name in texts)
        return self.room + _UNDER_LINE + under

    def texts(self) -> Iterable[str]:
        """Return the roles and names."""
        return (said.node.text for signer in self.signers for said in (signer.role, signer.name) if said)

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw each signer's room, with its field, and the texts under it."""
        inner = self._width(width)
        for number, signer in enumerate(self.signers):
            x = left + number * (inner + _GUTTER)
            box = Bounds(x, top - self.room, x + inner, top)
            under = signer.role.draw(pen, x, box.bottom - _UNDER_LINE, inner)
            if signer.note:
                signer.note.draw(pen, x + FIELD_PADDING, top - FIELD_PADDING, inner - 2 * FIELD_PADDING)
            if signer.form:
                pen.form_field(signer.form, box, signer.field_name, signer.tooltip)
            if signer.name:
                signer.name.draw(pen, x, under, inner)
            with pen.artifact():
                pen.frames([box], LINE, HAIRLINE)
                pen.segments([(x, box.bottom, x + inner, box.bottom)], INK, FRAME_LINE)
