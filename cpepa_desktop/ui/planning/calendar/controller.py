"""The calendar of the centre: reads the month or the school year in hand, and opens what is chosen in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject

from cpepa_desktop.domain.centre_calendar import Conflict
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calendar_year import Axis, MonthLoad, YearRow, year_rows
from cpepa_desktop.operations.centre_calendar import CentreCalendar, Filter, read_calendar, read_year
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.lines import Line
from cpepa_desktop.ui.planning.calendar.days import DayCell, month_span
from cpepa_desktop.ui.planning.calendar.month import month_away
from cpepa_desktop.ui.planning.calendar.view import CentreCalendarView
from cpepa_desktop.ui.planning.calendar.year import load_words
from cpepa_desktop.ui.shell import Shell

_YEAR: Final = "year"
_MONTHS_A_YEAR: Final = 12
_FILTERS: Final = {Axis.COURSE: "course", Axis.ROOM: "room_id", Axis.TRAINER: "trainer_id"}


class CalendarSection(Part):
    """The section «Calendario». ``2024-02-13`` is a day of it, ``year/2024-02-13`` its school year."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.CENTRE, Kind.PLANNING, Kind.FILE})
    view: CentreCalendarView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, CentreCalendarView(), parent)
        self._day = shell.clock.today()
        self._is_year = False
        view = self.view
        view.moved.connect(self._move)
        view.today_wanted.connect(lambda: self._go_to(shell.clock.today()))
        view.day_wanted.connect(self._go_to)
        view.month_wanted.connect(lambda: self._turn(is_year=False))
        view.year_wanted.connect(lambda: self._turn(is_year=True))
        view.filtered.connect(self.read)
        view.month.rested.connect(self._rest)
        view.day_opened.connect(self._open_day)
        view.class_opened.connect(self._open_course)
        view.conflict_opened.connect(self._open_conflict)
        view.year.rested.connect(self._show_load)
        view.load_opened.connect(self._open_load)
        view.holidays_wanted.connect(lambda: shell.go("centre", "holidays"))
        view.plan_wanted.connect(lambda: shell.go("courses", detail="new"))
        shell.year_changed.connect(self._look_at_year)

    def read(self) -> None:
        """Read the month or the school year in hand."""
        self.shell.ask(self._read)

    def reveal_detail(self, detail: str) -> None:
        """Show a day, ``2024-02-13`` or ``2024-02``, or the school year it is of, ``year/2024-02-13``."""
        kind, _slash, words = detail.rpartition("/")
        try:
            day = date.fromisoformat(words if words.count("-") > 1 else f"{words}-01")
        except ValueError:
            return
        self._is_year = kind == _YEAR
        self._go_to(day)

    def detail(self) -> str:
        """Return the day in hand, as `reveal_detail` takes it."""
        return f"{_YEAR}/{self._day}" if self._is_year else self._day.isoformat()

    def _read(self) -> None:
        workspace, today = self.workspace, self.workspace.clock.today()
        courses = list_courses(workspace)
        centre = read_centre(workspace)
        self.view.show_empty(empty=not courses)
        self.view.offer(
            [(row.code, f"{row.code} {row.title}") for row in courses],
            [(room.id, room.name) for room in centre.rooms],
            [(trainer.id, trainer.full_name) for trainer in centre.trainers],
        )
        wanted = self.view.wanted
        if self._is_year:
            year = SchoolYear.of(self._day)
            calendar = read_year(workspace, year).shown(wanted)
            words = _("Curso escolar {year}").format(year=year)
            self.view.show_year(calendar, words, self._rows(calendar, wanted), self._day)
        else:
            calendar = read_calendar(workspace, *month_span(self._day)).shown(wanted)
            self.view.show_month(calendar, self._day, today)

    def _rows(self, calendar: CentreCalendar, wanted: Filter) -> tuple[YearRow, ...]:
        """Return the rows of the year: of what is filtered by, the one that was asked for."""
        axis = self.view.wanted_axis
        rows = year_rows(calendar, axis)
        key = getattr(wanted, _FILTERS[axis])
        return tuple(row for row in rows if not key or row.key == str(key))

    def _go_to(self, day: date) -> None:
        self._day = day
        self.read()

    def _move(self, step: int) -> None:
        self._go_to(month_away(self._day, step * (_MONTHS_A_YEAR if self._is_year else 1)))

    def _turn(self, *, is_year: bool) -> None:
        self._is_year = is_year
        self.read()
        self.view.take_focus()

    def _rest(self, cell: DayCell) -> None:
        self._day = cell.day

    def _open_day(self, cell: DayCell) -> None:
        """Open the course of a day; where it has several, let one be chosen among its classes."""
        if len(cell.courses) == 1:
            self._open_course(cell.courses[0], cell.day)
        elif cell.courses:
            self.view.day_lines.setFocus()

    def _open_course(self, course: str, day: date) -> None:
        self.shell.go("course", course, f"calendar/{day}")

    def _open_conflict(self, conflict: Conflict) -> None:
        self._is_year = False
        self._go_to(conflict.days[0])
        self.view.take_focus()

    def _show_load(self, row: YearRow, load: MonthLoad) -> None:
        self._day = load.days[0] if load.days else load.month
        lines = [Line(conflict.words, "warning", "danger", conflict) for conflict in self._conflicts_of(load)]
        self.view.show_load(f"{row.name} {row.title}".strip(), load_words(row, load), lines)

    def _conflicts_of(self, load: MonthLoad) -> tuple[Conflict, ...]:
        found = [line.about for line in self.view.wrong_lines.lines.lines]
        days = set(load.conflicts)
        return tuple(each for each in found if isinstance(each, Conflict) and days.intersection(each.days))

    def _open_load(self, row: YearRow, load: MonthLoad) -> None:
        """Show the month of a row, that row alone."""
        field, key = _FILTERS[self.view.wanted_axis], row.key
        facts: dict[str, Any] = {field: key if field == "course" else int(key)}
        wanted = replace(self.view.wanted, **facts)
        self.view.choose(wanted)
        self._is_year = False
        self._go_to(load.days[0] if load.days else load.month)
        self.view.take_focus()

    def _look_at_year(self, year: SchoolYear | None) -> None:
        """Go to the school year looked at: today where it is of it, else its first day."""
        if year is None or year == SchoolYear.of(self._day):
            return
        today = self.shell.clock.today()
        self._day = today if SchoolYear.of(today) == year else year.first
        self.read_again()
