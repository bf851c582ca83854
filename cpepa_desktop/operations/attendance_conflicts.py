"""What a file of attendance says otherwise than what is entered already, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cpepa_desktop.domain.attendance import Absence, Entry
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.intake import AttendanceRow
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.attendance_writing import StretchInput


class OnConflict(StrEnum):
    """What becomes of the cells that a file says otherwise than they are entered."""

    REFUSE = "refuse"
    KEEP = "keep"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that is entered and a row of a file that says something else; ``cell`` would write the row."""

    cell: StretchInput
    person: str
    day: date
    stretch: int
    existing: str
    new: str
    row: int
    sheet: str

    @property
    def problem(self) -> Problem:
        """Return both, side by side, with the place in the file."""
        message = _("{person}, {day}, tramo {n}: está introducido «{existing}» y el fichero dice «{new}».")
        words = message.format(
            person=self.person, day=day_words(self.day), n=self.stretch, existing=self.existing, new=self.new
        )
        return Problem(words, self.row, where=self.sheet)


def says_the_same(entered: Sequence[Entry], wanted: Sequence[Entry], row: AttendanceRow) -> bool:
    """Say whether a row says nothing that is not entered. A state it leaves out is no other."""
    with_states = row.state is not None or row.cause is None
    return [_said(entry, with_states=with_states) for entry in entered] == [
        _said(entry, with_states=with_states) for entry in wanted
    ]


def cell_words(entries: Iterable[Entry]) -> str:
    """Return what some entries of a cell say, in words."""
    listed = tuple(entries)
    words = [_("asiste {time}").format(time=hours_words(sum(entry.attended_minutes for entry in listed)))]
    words += [_absence_words(absence) for entry in listed for absence in entry.absences]
    if any(entry.is_virtual for entry in listed):
        words.append(_("por aula virtual"))
    return "; ".join(words)


def _said(entry: Entry, *, with_states: bool) -> tuple[object, ...]:
    """Return what can be told apart of an entry; minutes missed for no cause are what is left over."""
    causes = sorted(
        (absence.cause, absence.minutes, absence.state if with_states else "")
        for absence in entry.absences
        if absence.cause is not None
    )
    return entry.session_id, entry.attended_minutes, causes


def _absence_words(absence: Absence) -> str:
    missed = _("falta {time}").format(time=hours_words(absence.minutes))
    return missed if absence.cause is None else f"{missed} {absence.cause}), {absence.state.label}"
