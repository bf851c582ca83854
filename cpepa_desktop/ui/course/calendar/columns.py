"""The calendar of a course as rows: a session each, and the holidays that fall among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.course import CourseView, Session, SessionState, Stretch
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import parse_timetable
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import hours_words, short_day_words
from cpepa_desktop.ui.parts import course_words, text, theme
from cpepa_desktop.ui.parts.table import Align, Column, Total
from cpepa_desktop.ui.parts.verdicts import Badge


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A session with where it stands, a holiday or a pause. Times are minutes of the day."""

    day: date
    start: int
    end: int
    block: str
    title: str
    trainers: str
    session: Session | None
    holiday: Holiday | None = None
    pause: Pause | None = None

    @property
    def key(self) -> tuple[str, object]:
        """Return what tells the row from every other."""
        if self.pause:
            return "pause", self.pause.id
        return ("session", self.session.id) if self.session else ("holiday", self.day)

    @property
    def is_to_come(self) -> bool:
        """Say whether it is a session that was not given yet."""
        return self.session is not None and self.session.state is SessionState.PLANNED

    @property
    def is_cancelled(self) -> bool:
        """Say whether it is a session that was cancelled."""
        return self.session is not None and not self.session.counts


def calendar_rows(
    view: CourseView,
    trainers: Mapping[int, str],
    holiday_on: Callable[[date], Holiday | None],
    pauses: Sequence[Pause] = (),
) -> tuple[CalendarRow, ...]:
    """Return sessions, holidays and pauses by day and clock."""
    rows = [*_sessions(view, trainers), *_holidays(view, holiday_on), *map(_pause, pauses)]
    return tuple(sorted(rows, key=lambda row: (row.day, row.start, row.key[0])))


def calendar_columns() -> tuple[Column[CalendarRow], ...]:
    """Return the columns of the calendar."""
    return (
        Column(
            _("Semana"),
            lambda row: IsoWeek.of(row.day).week,
            sort_key=_week_order,
            align=Align.RIGHT,
            width=6,
        ),
        Column(_("Día"), lambda row: row.day, text=lambda row: short_day_words(row.day), width=10),
        Column(_("Hora"), _clock, sort_key=lambda row: row.start, width=10),
        Column(_("Bloque"), lambda row: row.block, width=9),
        Column(
            _("Contenido"), lambda row: row.title, tooltip=lambda row: row.title, width=14, stretched=True
        ),
        Column(
            _("Horas"),
            _minutes,
            text=_hours,
            align=Align.RIGHT,
            width=5,
            measure=Measure.MINUTES,
            total=Total.SUM,
        ),
        Column(_("Formadores"), lambda row: row.trainers, tooltip=lambda row: row.trainers, width=18),
        Column(_("Modalidad"), _mode, width=10),
        Column(
            _("Estado"),
            lambda row: _badge(row).words,
            icon=lambda row: _badge(row).icon,
            wash=_wash,
            tooltip=lambda row: row.session.reason if row.session else "",
            width=12,
        ),
    )


def session_words(row: CalendarRow) -> str:
    """Return a session in words, «lun 15 ene, 9:00–14:00, MF1016»."""
    return f"{short_day_words(row.day)}, {_clock(row)}, {row.block}"


def _sessions(view: CourseView, trainers: Mapping[int, str]) -> Iterator[CalendarRow]:
    blocks = {block.id: block for block in view.blocks}
    for stretch in view.stretches:
        minute = stretch.start
        for session in _of_stretch(view, stretch):
            block = blocks[session.block_id]
            names = ", ".join(trainers[trainer_id] for trainer_id in session.trainer_ids)
            end = minute + session.minutes
            yield CalendarRow(stretch.day, minute, end, block.code, block.title, names, session)
            minute = end


def _pause(pause: Pause) -> CalendarRow:
    words = _("Hasta que se reanuda el {day}: {reason}")
    title = words.format(day=short_day_words(pause.resume_on), reason=pause.reason)
    return CalendarRow(pause.from_day, 0, 0, "", title, "", None, pause=pause)


def _of_stretch(view: CourseView, stretch: Stretch) -> list[Session]:
    found = [session for session in view.sessions if session.stretch_id == stretch.id]
    return sorted(found, key=lambda session: session.position)


def _holidays(view: CourseView, holiday_on: Callable[[date], Holiday | None]) -> Iterator[CalendarRow]:
    """Yield the holidays on which the timetable would have had class."""
    last = view.last_day
    if last is None:
        return
    weekdays = {slot.weekday for slot in parse_timetable(view.course.timetable).slots}
    day = view.course.start_on
    while day <= last:
        holiday = holiday_on(day) if day.weekday() in weekdays else None
        if holiday:
            yield CalendarRow(day, 0, 0, "", holiday.name, "", None, holiday)
        day += timedelta(days=1)


def _week_order(row: CalendarRow) -> int:
    return row.day.toordinal()


def _clock(row: CalendarRow) -> str:
    return f"{text.clock(row.start)}\N{EN DASH}{text.clock(row.end)}" if row.session else ""


def _minutes(row: CalendarRow) -> int | None:
    return row.session.minutes if row.session else None


def _hours(row: CalendarRow) -> str:
    return hours_words(row.session.minutes) if row.session else ""


def _mode(row: CalendarRow) -> str:
    return course_words.mode_words(row.session.mode) if row.session else ""


def _badge(row: CalendarRow) -> Badge:
    if row.pause:
        return Badge(_("En pausa"), "pending", theme.Wash.WARNING)
    if row.session is None:
        return Badge(_("Festivo"), "holiday", theme.Wash.QUIET)
    return course_words.session_badge(row.session)


def _wash(row: CalendarRow) -> theme.Wash | None:
    if row.session is None or row.is_cancelled:
        return _badge(row).wash
    return theme.Wash.WARNING if row.session.replaces_id else None
