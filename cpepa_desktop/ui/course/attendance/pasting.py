"""What comes from a spreadsheet into the week, cell by cell, and what goes there.

Lines are people and columns stretches, as everywhere. A line may begin with the person's name, and with the
number before it: then it is theirs wherever they stand; else lines go down from the current cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.week_grid import CellState, GridCell
from cpepa_desktop.ui.course.attendance import cells
from cpepa_desktop.ui.course.attendance.columns import Week, WeekLine
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.intake import IntakeDialog
from cpepa_desktop.ui.parts.table import Column, TablePanel
from cpepa_desktop.ui.parts.text import NotUnderstood

_MINUTES_A_DAY: Final = 1440
_SECONDS = re.compile(r"(\d+:\d{2}):\d{2}")
_PART_OF_DAY = re.compile(r"0[.,]\d{3,}")
_OPEN: Final = frozenset({CellState.PENDING, CellState.ENTERED})


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell that would be written: what it shows and what was pasted in it."""

    cell: GridCell
    person: str
    before: str
    words: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste would write, and what of it cannot be written and why."""

    rows: tuple[PastedCell, ...]
    problems: tuple[Problem, ...]


def copied_text(rows: Sequence[Sequence[GridCell | None]]) -> str:
    """Return cells as a spreadsheet takes them: tabs and lines, a full class as its hours."""
    return "\n".join("\t".join(map(_copied, row)) for row in rows)


def cell_words(figure: str) -> str:
    """Return a figure as a cell takes it: spreadsheets write 5:00 as ``05:00:00`` or as a part of a day."""
    bare = figure.strip()
    if match := _SECONDS.fullmatch(bare):
        return match[1]
    if _PART_OF_DAY.fullmatch(bare):
        return text.clock(round(float(bare.replace(",", ".")) * _MINUTES_A_DAY))
    return bare


def pasted(words: str, week: Week, row: int, column: int) -> Pasted:
    """Return what the text of a clipboard would write in a week, from a cell on; nothing is written."""
    rows: list[PastedCell] = []
    problems: list[Problem] = []
    lines = words.replace("\r\n", "\n").rstrip("\n").split("\n")
    for at, line in enumerate(lines):
        figures = line.split("\t")
        person, first = _named(figures, week.lines)
        start = 0 if person and len(figures) - first >= len(week.columns) else column
        found = person or (week.lines[row + at] if row + at < len(week.lines) else None)
        for across, figure in enumerate(figures[first:], start=start):
            if not figure.strip():
                continue
            answer = _placed(found, across, cell_words(figure), week)
            if isinstance(answer, str):
                problems.append(Problem(answer, at + 1, where=figure.strip()))
            elif answer.words != answer.before:
                rows.append(answer)
    return Pasted(tuple(rows), tuple(problems))


def pasted_columns() -> tuple[Column[PastedCell], ...]:
    """Return the columns of the cells that would be written."""
    return (
        Column(_("Persona"), lambda row: row.person, stretched=True),
        Column(_("Día"), lambda row: row.cell.day, text=lambda row: day_words(row.cell.day)),
        Column(_("Lo que hay"), lambda row: row.before, width=14),
        Column(_("Lo pegado"), lambda row: row.words, width=14),
    )


def paste_dialog(found: Pasted, parent: QWidget) -> IntakeDialog[PastedCell]:
    """Return the dialog that shows what a paste would write and what of it cannot be."""
    dialog: IntakeDialog[PastedCell] = IntakeDialog("attendance_paste", _("Pegar en la semana"), parent)
    rows: TablePanel[PastedCell] = TablePanel(
        "attendance_paste_rows",
        _("Casillas que se escribirán"),
        pasted_columns(),
        key=lambda row: (row.cell.enrolment_id, row.cell.stretch_id),
        empty=EmptyState("attendance_paste_empty", _("Nada de lo pegado puede escribirse.")),
    )
    rows.set_rows(found.rows)
    words = _("Hay casillas que no pueden escribirse. Nada se ha escrito todavía.")
    dialog.show_intake(words, rows, found.problems, (), in_part=True)
    acts = ((dialog.accept_all, _("Pegar")), (dialog.accept_part, _("Pegar sólo las correctas")))
    for act, name in acts:
        act.setText(name)
        act.setAccessibleName(name)
    return dialog


def _copied(cell: GridCell | None) -> str:
    if cell is None:
        return ""
    shown = cells.shown(cell)
    return text.clock(cell.minutes) if shown == cells.FULL else shown


def _named(figures: Sequence[str], lines: Sequence[WeekLine]) -> tuple[WeekLine | None, int]:
    """Return the person a line names, and where its figures begin; nobody and the beginning where none."""
    people = {folded(line.row.enrolment.person.listed_name): line for line in lines}
    for at, figure in enumerate(figures[:2]):
        if person := people.get(folded(figure.strip())):
            return person, at + 1
    return None, 0


def _placed(line: WeekLine | None, column: int, words: str, week: Week) -> PastedCell | str:
    """Return what would be written in a cell, or why it cannot be."""
    if line is None or column >= len(week.columns):
        return _("Cae fuera de la semana.")
    cell, person = line.row.cells[column], line.row.enrolment.person.listed_name
    if week.is_locked or cell.state not in _OPEN:
        why = _("la semana está bloqueada") if week.is_locked else cells.spoken(cell)
        return _("{person}, {day}: {why}.").format(person=person, day=day_words(cell.day), why=why)
    try:
        cells.typed(words, cell)
    except NotUnderstood as error:
        return f"{person}, {day_words(cell.day)}: {error}"
    return PastedCell(cell, person, cells.shown(cell), words)


def cells_of(rows: Sequence[PastedCell]) -> Iterator[tuple[GridCell, str]]:
    """Yield pairs of a cell and what is typed in it, as the grid tells them."""
    for row in rows:
        yield row.cell, row.words
