"""The calendar of the centre on screen: a month or a school year, the day in hand, and what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.centre_calendar import Conflict
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.calendar_year import Axis, YearRow
from cpepa_desktop.operations.centre_calendar import CentreCalendar, Filter
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.lines import Line, LinesList
from cpepa_desktop.ui.parts.page import button, column_of, side_by_side
from cpepa_desktop.ui.planning.calendar.days import class_words, day_summary, month_weeks
from cpepa_desktop.ui.planning.calendar.month import MonthTable
from cpepa_desktop.ui.planning.calendar.year import YearTable, month_name

Key = TypeVar("Key", str, int)
_SIZES: Final = (780, 256)
_FILTER_LENGTH: Final = 13
_LONGEST_HEADING: Final = "Septiembre de 2024"


class CentreCalendarView(PartView):
    """A month or a year of the centre, with what is on a day and what does not fit beside it.

    Signals:
        moved: the person wants to see another month or year; carries -1 or 1.
        today_wanted: they want the month or year of today.
        day_wanted: the keys went to a day that is not shown; carries it.
        year_wanted, month_wanted: the other view is wanted.
        filtered: another filter was chosen, or by what the year is told.
        day_opened: a day was opened; carries its `DayCell`.
        class_opened: a course was opened on a day; carries its code and the day.
        conflict_opened: something that does not fit was opened; carries it.
        load_opened: a month of the year was opened; carries its `YearRow` and its `MonthLoad`.
        holidays_wanted: the person wants to see the days without class, to change them.
        plan_wanted: there is no course and the person wants to plan one.
    """

    moved = Signal(int)
    today_wanted = Signal()
    day_wanted = Signal(object)
    year_wanted = Signal()
    month_wanted = Signal()
    filtered = Signal()
    day_opened = Signal(object)
    class_opened = Signal(str, object)
    conflict_opened = Signal(object)
    load_opened = Signal(object, object)
    holidays_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("centre_calendar", _("Calendario del centro"))
        self._calendar: CentreCalendar | None = None
        self.month = MonthTable("centre_calendar_month")
        self.year = YearTable("centre_calendar_year")
        self.tables = QStackedWidget()
        self.tables.setObjectName("centre_calendar_tables")
        self.tables.addWidget(self.month)
        self.tables.addWidget(self.year)
        self.heading = theme.label("", "centre_calendar_heading", theme.Role.STRONG)
        self.heading.setWordWrap(False)
        self._by_month = self._switch("month", _("Mes"), "Ctrl+M")
        self._by_year = self._switch("year", _("Curso escolar"), "Ctrl+U")
        views = QButtonGroup(self)
        views.addButton(self._by_month)
        views.addButton(self._by_year)
        self.course = self._filter("course", _("Curso"))
        self.room = self._filter("room", _("Aula"))
        self.trainer = self._filter("trainer", _("Docente"))
        self.axis = self._filter("axis", _("Por qué se reparte el curso escolar"))
        self._fill_axis()
        self.day_heading = theme.label("", "centre_calendar_day", theme.Role.STRONG)
        self.day_words = theme.label("", "centre_calendar_day_words", theme.Role.QUIET)
        self.day_lines = LinesList("centre_calendar_classes", _("Clases del día"))
        self.wrong_heading = theme.label("", "centre_calendar_wrong", theme.Role.STRONG)
        self.wrong_lines = LinesList("centre_calendar_conflicts", _("Conflictos"))
        self._connect()
        empty = EmptyState(
            "centre_calendar_empty",
            _("Todavía no hay ningún curso. Al planificar uno aparecen aquí sus días."),
            action=_("Planificar un curso"),
            icon="calendar",
        )
        empty.acted.connect(self.plan_wanted)
        self.set_body(self._body(), empty)
        self.start_at(self.month)

    # What is shown --------------------------------------------------------------------------------------

    @property
    def wanted(self) -> Filter:
        """Return what of the calendar is to be shown."""
        room, trainer = self.room.currentData(), self.trainer.currentData()
        return Filter(self.course.currentData() or "", room or None, trainer or None)

    @property
    def wanted_axis(self) -> Axis:
        """Return by what the year is told."""
        return Axis(self.axis.currentData())

    def offer(
        self,
        courses: Sequence[tuple[str, str]],
        rooms: Sequence[tuple[int, str]],
        trainers: Sequence[tuple[int, str]],
    ) -> None:
        """Offer courses, rooms and trainers to look at, keeping those chosen where they are still there."""
        _fill(self.course, _("Todos los cursos"), courses)
        _fill(self.room, _("Todas las aulas"), rooms)
        _fill(self.trainer, _("Todos los docentes"), trainers)

    def choose(self, wanted: Filter) -> None:
        """Choose what is to be shown."""
        for box, key in ((self.course, wanted.course), (self.room, wanted.room_id)):
            box.setCurrentIndex(max(0, box.findData(key)) if key else 0)
        trainer = wanted.trainer_id
        self.trainer.setCurrentIndex(max(0, self.trainer.findData(trainer)) if trainer else 0)

    def show_month(self, calendar: CentreCalendar, day: date, today: date) -> None:
        """Show the month of a day, on that day."""
        self._calendar = calendar
        self._by_month.setChecked(True)
        self.axis.setVisible(False)
        self.heading.setText(month_name(day).capitalize())
        self.tables.setCurrentWidget(self.month)
        self.month.show_weeks(month_weeks(calendar, day, today), day)
        self._show_wrong(calendar.conflicts)
        self.start_at(self.month)

    def show_year(self, calendar: CentreCalendar, words: str, rows: Sequence[YearRow], month: date) -> None:
        """Show a school year, on a month of it."""
        self._calendar = calendar
        self._by_year.setChecked(True)
        self.axis.setVisible(True)
        self.heading.setText(words)
        self.tables.setCurrentWidget(self.year)
        self.year.show_rows(rows, month)
        if not rows:
            self.show_load(words, _("Ninguna clase en este curso escolar"), ())
        self._show_wrong(calendar.conflicts)
        self.start_at(self.year)

    def show_day(self, day: date) -> None:
        """Show the classes of a day beside the calendar."""
        if self._calendar is None:
            return
        self.day_heading.setText(text.long_day(day).capitalize())
        self.day_words.setText(day_summary(self._calendar, day))
        classes = self._calendar.by_day.get(day, ())
        lines = [
            Line(f"{each.course} · {class_words(each)}", "courses", "accent", (each.course, each.day))
            for each in classes
        ]
        self.day_lines.set_lines(lines)

    def show_load(self, heading: str, words: str, lines: Sequence[Line]) -> None:
        """Show what a row has in a month beside the year."""
        self.day_heading.setText(heading)
        self.day_words.setText(words)
        self.day_lines.set_lines(lines)

    # Making ---------------------------------------------------------------------------------------------

    def _show_wrong(self, conflicts: Sequence[Conflict]) -> None:
        count = len(conflicts)
        words = ngettext("{n} conflicto", "{n} conflictos", count).format(n=count)
        self.wrong_heading.setText(words if count else _("Sin conflictos"))
        self.wrong_lines.setVisible(bool(count))
        self.wrong_lines.set_lines([Line(each.words, "warning", "danger", each) for each in conflicts])

    def _connect(self) -> None:
        self.month.rested.connect(lambda cell: self.show_day(cell.day))
        self.month.left.connect(self.day_wanted)
        self.month.opened.connect(self.day_opened)
        self.year.opened.connect(self.load_opened)
        self.day_lines.opened.connect(self._open_line)
        self.wrong_lines.opened.connect(self.conflict_opened)
        self._by_month.clicked.connect(self.month_wanted)
        self._by_year.clicked.connect(self.year_wanted)
        for box in (self.course, self.room, self.trainer, self.axis):
            box.activated.connect(lambda _at: self.filtered.emit())

    def _open_line(self, about: object) -> None:
        if isinstance(about, Conflict):
            self.conflict_opened.emit(about)
        elif isinstance(about, tuple):
            self.class_opened.emit(*about)

    def _body(self) -> QWidget:
        before = self._arrow("before", _("Anterior"), "left", "Ctrl+Left", -1)
        after = self._arrow("after", _("Siguiente"), "right", "Ctrl+Right", 1)
        today = button("centre_calendar_today", _("Hoy"), icon="calendar", shortcut="Ctrl+T", owner=self)
        today.clicked.connect(self.today_wanted)
        closed = button(
            "centre_calendar_holidays", _("Días sin clase"), icon="holiday", shortcut="Ctrl+D", owner=self
        )
        closed.clicked.connect(self.holidays_wanted)
        self.heading.setMinimumSize(
            self.heading.fontMetrics().horizontalAdvance(_LONGEST_HEADING), today.sizeHint().height()
        )
        bar = flow_of([before, self.heading, after, today, self._by_month, self._by_year, closed])
        filters = flow_of([self.course, self.room, self.trainer, self.axis])
        holder = QWidget()
        holder.setObjectName("centre_calendar_left")
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE_SMALL)
        left.addLayout(bar)
        left.addLayout(filters)
        left.addWidget(self.tables, 1)
        right = column_of(
            [self.day_heading, self.day_words, self.day_lines, self.wrong_heading, self.wrong_lines],
            "centre_calendar_right",
            spacing=theme.SPACE_SMALL,
        )
        return side_by_side("centre_calendar_body", holder, right, _SIZES)

    def _arrow(self, name: str, words: str, icon: str, keys: str, step: int) -> QPushButton:
        made = button(f"centre_calendar_{name}", words, icon=icon, shortcut=keys, owner=self)
        made.setText("")
        made.clicked.connect(lambda: self.moved.emit(step))
        return made

    def _switch(self, name: str, words: str, keys: str) -> QPushButton:
        made = button(f"centre_calendar_by_{name}", words, shortcut=keys, owner=self)
        made.setCheckable(True)
        return made

    def _filter(self, name: str, words: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"centre_calendar_{name}")
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_FILTER_LENGTH)
        return made

    def _fill_axis(self) -> None:
        for axis, words in (
            (Axis.COURSE, _("Por cursos")),
            (Axis.ROOM, _("Por aulas")),
            (Axis.TRAINER, _("Por docentes")),
        ):
            self.axis.addItem(words, axis.value)
        self.axis.setVisible(False)


def _fill(box: QComboBox, everything: str, offered: Sequence[tuple[Key, str]]) -> None:
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for key, words in offered:
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)
