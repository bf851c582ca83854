"""When a course has class: for each weekday one or two stretches with clock times, breaks not counted."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cpepa_desktop.domain.texts import _

WEEKDAY_LETTERS: Final = "LMXJVSD"
_STRETCHES_A_DAY: Final = 2
_MINUTES_AN_HOUR: Final = 60
_MINUTES_A_DAY: Final = 24 * _MINUTES_AN_HOUR
_DAYS = re.compile(r"[LMXJVSD]([-,][LMXJVSD])*")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
_SPAN = re.compile(r"(\d{1,2}[:.h]\d{2})\s*(?:-|\u2013|a)\s*(\d{1,2}[:.h]\d{2})")


class TimetableError(ValueError):
    """The text is no timetable; the message says in Spanish what is wrong and how to write it."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One stretch of one weekday (0 is Monday), in minutes of the day."""

    weekday: int
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """Return the length in minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Timetable:
    """The slots of a week, in order of weekday and clock."""

    slots: tuple[Slot, ...]

    def on(self, weekday: int) -> tuple[Slot, ...]:
        """Return the stretches of one weekday, none where there is no class."""
        return tuple(slot for slot in self.slots if slot.weekday == weekday)

    def minutes_on(self, weekday: int) -> int:
        """Return the minutes of class of one weekday."""
        return sum(slot.minutes for slot in self.on(weekday))

    def __str__(self) -> str:
        """Return the timetable as it is typed, weekdays with the same hours together."""
        days_by_hours: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
        for weekday in sorted({slot.weekday for slot in self.slots}):
            days_by_hours[tuple((slot.start, slot.end) for slot in self.on(weekday))].append(weekday)
        return "; ".join(
            f"{_days_text(days)} {' '.join(f'{clock_text(a)}-{clock_text(b)}' for a, b in hours)}"
            for hours, days in days_by_hours.items()
        )


def clock_text(minute: int) -> str:
    """Return a minute of the day as ``09:00``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def parse_clock(text: str) -> int:
    """Return the minute of the day written as ``9:00``, ``09.00`` or ``9h00``.

    Raises ``TimetableError`` where the text is no clock time.
    """
    match = _CLOCK.fullmatch(text.strip().lower())
    if match and int(match[2]) < _MINUTES_AN_HOUR:
        minute = int(match[1]) * _MINUTES_AN_HOUR + int(match[2])
        if minute <= _MINUTES_A_DAY:
            return minute
    raise TimetableError(_("«{text}» no es una hora: escríbala como 09:00.").format(text=text))


def parse_timetable(text: str) -> Timetable:
    """Return the timetable written as ``L-V 09:00-14:00; M,J 16:00-18:00``.

    Raises ``TimetableError`` with a sentence for the user: unknown days, a stretch that ends before it
    begins, two that overlap, or more than two in a day.
    """
    slots = [slot for part in re.split(r"[;\n]", text) if part.strip() for slot in _parse_part(part.strip())]
    if not slots:
        raise TimetableError(_("Falta el horario. Escríbalo como «L-V 09:00-14:00»."))
    _check_days(slots)
    return Timetable(tuple(sorted(slots)))


def _parse_part(part: str) -> list[Slot]:
    days, _space, hours = part.partition(" ")
    letters = days.upper()
    spans = _SPAN.findall(hours)
    if not _DAYS.fullmatch(letters) or not spans or _SPAN.sub("", hours).strip(" ,y+/"):
        message = _(
            "No se entiende «{part}». Escriba los días y las horas así: «L-V 09:00-14:00; M,J 16:00-18:00»."
        )
        raise TimetableError(message.format(part=part))
    slots = []
    for start, end in ((parse_clock(a), parse_clock(b)) for a, b in spans):
        if start >= end:
            raise TimetableError(
                _("En «{part}» la hora de fin no es posterior a la de inicio.").format(part=part)
            )
        slots += [Slot(weekday, start, end) for weekday in _weekdays(letters)]
    return slots


def _weekdays(letters: str) -> list[int]:
    days: list[int] = []
    for item in letters.split(","):
        first, _dash, last = item.partition("-")
        begin, end = WEEKDAY_LETTERS.index(first), WEEKDAY_LETTERS.index(last or first)
        if begin > end:
            raise TimetableError(_("«{item}»: el primer día va después del último.").format(item=item))
        days += range(begin, end + 1)
    return days


def _check_days(slots: list[Slot]) -> None:
    for weekday in {slot.weekday for slot in slots}:
        of_day = sorted(slot for slot in slots if slot.weekday == weekday)
        letter = WEEKDAY_LETTERS[weekday]
        if len(of_day) > _STRETCHES_A_DAY:
            raise TimetableError(_("El día {day} tiene más de dos tramos de clase.").format(day=letter))
        if any(later.start < earlier.end for earlier, later in pairwise(of_day)):
            raise TimetableError(_("Los dos tramos del día {day} se solapan.").format(day=letter))


def _days_text(days: list[int]) -> str:
    is_run = len(days) > _STRETCHES_A_DAY and days == list(range(days[0], days[-1] + 1))
    if is_run:
        return f"{WEEKDAY_LETTERS[days[0]]}-{WEEKDAY_LETTERS[days[-1]]}"
    return ",".join(WEEKDAY_LETTERS[day] for day in days)
