"""What is typed again into the administration's programs, and what was typed of it already.

Neither program takes files, and neither publishes its screens: the order and the way of writing hours are
ours, kept here as data so that they can follow the screens without touching anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek


class Program(StrEnum):
    """A program of the administration in which everything is typed again."""

    GESTIFOR = "gestifor"
    GACEPA = "gacepa"

    @property
    def label(self) -> str:
        """Return its name as its users write it."""
        return self.name


class TypingKind(StrEnum):
    """What an item is about, in the order in which they are typed: nobody has hours before joining.

    Those of a week come first, then those of the start of a course: the message «Mes de inicio», its days of
    class, the communication of the start, and the staff.
    """

    JOIN = "join"
    DAY = "day"
    LEAVE = "leave"
    MONTH = "month"
    CLASS_DAY = "class_day"
    START = "start"
    STAFF = "staff"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        return {
            TypingKind.JOIN: _("Alta"),
            TypingKind.DAY: _("Asistencia"),
            TypingKind.LEAVE: _("Baja"),
            TypingKind.MONTH: _("Mes de inicio"),
            TypingKind.CLASS_DAY: _("Días de clase"),
            TypingKind.START: _("Comunicación de inicio"),
            TypingKind.STAFF: _("Profesorado"),
        }[self]


WEEK_KINDS: Final = (TypingKind.JOIN, TypingKind.DAY, TypingKind.LEAVE)
"""What is typed of a week."""

START_KINDS: Final = (TypingKind.MONTH, TypingKind.CLASS_DAY, TypingKind.START, TypingKind.STAFF)
"""What is typed before a course starts (EPE/873/2023, Guía 10.1.1, 10.2.1 and 10.3)."""


class DayOrder(StrEnum):
    """How the attendance of a week is walked through."""

    BY_DAY = "by_day"
    BY_PERSON = "by_person"


class HourForm(StrEnum):
    """How a program wants hours: ``4,5`` or ``4:30``."""

    DECIMAL = "decimal"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class ProgramForm:
    """In which order a program is filled and how it wants hours."""

    order: DayOrder
    hours: HourForm


PROGRAM_FORMS: Final[Mapping[Program, ProgramForm]] = {
    # The administration's copy of the signed sheet: a day at a time, down the list of people.
    Program.GESTIFOR: ProgramForm(DayOrder.BY_DAY, HourForm.DECIMAL),
    # The record of each learner: a person at a time, along their week.
    Program.GACEPA: ProgramForm(DayOrder.BY_PERSON, HourForm.CLOCK),
}


class TypingState(StrEnum):
    """How far an item has come."""

    WAITING = "waiting"
    MISSING = "missing"
    CHANGED = "changed"
    TYPED = "typed"

    @property
    def label(self) -> str:
        """Return the state in the user's language."""
        match self:
            case TypingState.WAITING:
                return _("Sin introducir aún")
            case TypingState.MISSING:
                return _("Falta")
            case TypingState.CHANGED:
                return _("Ha cambiado")
            case TypingState.TYPED:
                return _("Tecleado")


@dataclass(frozen=True, slots=True)
class TypedMark:
    """That an item was typed: what it said then, on which day, and under which number, ``""`` for none."""

    value: str
    typed_on: date
    number: str = ""


@dataclass(frozen=True, slots=True)
class TypingCell:
    """One text to copy, and what it is.

    One that is not compared may change without the line having to be typed again: the day on which leaving
    was communicated is the day on which it was typed.
    """

    label: str
    text: str
    is_compared: bool = True


@dataclass(frozen=True, slots=True)
class TypingItem:
    """A line to type: a person on a day, somebody who joins or leaves, or a fact of the start of a course.

    ``key`` stays the same however often it changes; ``n`` is the number in the list of the attendance sheet.
    ``is_ready`` is false while the day still has classes to enter: what it will say is not known.
    """

    key: str
    kind: TypingKind
    day: date
    n: int
    name: str
    document: str
    cells: tuple[TypingCell, ...]
    is_ready: bool = True
    mark: TypedMark | None = None

    @property
    def value(self) -> str:
        """Return all that is typed of it, as one text to compare."""
        return " | ".join(cell.text for cell in self.cells if cell.is_compared)

    @property
    def state(self) -> TypingState:
        """Return how far it has come. What was typed and says something else now is to be typed again."""
        if not self.is_ready:
            return TypingState.WAITING
        if self.mark is None:
            return TypingState.MISSING
        return TypingState.TYPED if self.mark.value == self.value else TypingState.CHANGED

    @property
    def is_left(self) -> bool:
        """Say whether it can be typed now and is not."""
        return self.state in {TypingState.MISSING, TypingState.CHANGED}


@dataclass(frozen=True, slots=True)
class TypingList:
    """Everything of a week that is typed into a program, in the order in which it is typed.

    ``week`` is ``None`` for what is typed before the course starts.
    """

    course: str
    program: Program
    week: IsoWeek | None
    items: tuple[TypingItem, ...]

    @property
    def left(self) -> int:
        """Return how many items can be typed now and are not."""
        return sum(item.is_left for item in self.items)

    def count(self, state: TypingState) -> int:
        """Return how many items have come that far."""
        return sum(item.state is state for item in self.items)


@dataclass(frozen=True, slots=True)
class TypingWeek:
    """A week of a course and how many of its items are left to type."""

    week: IsoWeek
    left: int
