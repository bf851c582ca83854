"""The calendar of a course: reads it, and changes its sessions one command at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, hours_words, short_day_words
from cpepa_desktop.operations import sessions
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.explained_course import explain_class_day, explain_closed_day
from cpepa_desktop.operations.explained_pause import explain_pause
from cpepa_desktop.operations.explanations import Figure
from cpepa_desktop.operations.pauses import list_pauses
from cpepa_desktop.ui.course.calendar.columns import CalendarRow, calendar_rows, session_words
from cpepa_desktop.ui.course.calendar.dialogs import (
    BlockDialog,
    CancelDialog,
    ModeDialog,
    PlaceDialog,
    SplitDialog,
    TrainersDialog,
)
from cpepa_desktop.ui.course.calendar.relaying import Relaying
from cpepa_desktop.ui.course.calendar.view import CalendarView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell


class CalendarTab(Tab):
    """The tab «Calendario»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ATTENDANCE, Kind.CENTRE, Kind.PLANNING})
    view: CalendarView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, CalendarView(), parent)
        self._course: CourseView | None = None
        self._trainers: dict[int, str] = {}
        view = self.view
        view.move_wanted.connect(self._move)
        view.split_wanted.connect(self._split)
        view.cancel_wanted.connect(self._cancel)
        view.replace_wanted.connect(self._replace)
        view.block_wanted.connect(self._assign_block)
        view.trainers_wanted.connect(self._assign_trainers)
        view.mode_wanted.connect(self._set_mode)
        view.why_wanted.connect(self._explain)
        self._relaying = Relaying(self)
        view.start_wanted.connect(self._relaying.change_start)
        view.pause_wanted.connect(self._relaying.pause)
        view.resume_wanted.connect(self._relaying.resume)

    def reveal_detail(self, detail: str) -> None:
        """Make the first class of a day, ``2024-02-13``, the current one."""
        self.view.choose_day(detail)

    def read(self) -> None:
        """Read the calendar."""
        self.shell.ask(self._read)

    def _read(self) -> None:
        self._course = read_course(self.workspace, self.course)
        self._trainers = {t.id: t.full_name for t in read_centre(self.workspace).trainers}
        pauses = list_pauses(self.workspace, self.course)
        holiday_on = ClassCalendar(self.workspace).holiday
        self.view.show_rows(calendar_rows(self._course, self._trainers, holiday_on, pauses))
        self.view.offer_resuming(is_paused=bool(pauses))
        self.view.say(_what_is_due(self._course))

    def _move(self, row: CalendarRow) -> None:
        dialog = PlaceDialog(_("Mover la clase"), session_words(row), self.view)
        dialog.day.set_value(row.day)
        dialog.start.set_value(row.start)
        self.ask_in(
            dialog,
            lambda: sessions.move_session(self.workspace, self.course, _id(row), *dialog.entered()),
        )

    def _split(self, row: CalendarRow) -> None:
        dialog = SplitDialog(session_words(row), self.view)
        self.ask_in(
            dialog,
            lambda: sessions.split_session(self.workspace, self.course, _id(row), dialog.first.value() or 0),
        )

    def _cancel(self, row: CalendarRow) -> None:
        dialog = CancelDialog(session_words(row), self.view)
        self.ask_in(
            dialog,
            lambda: sessions.cancel_session(
                self.workspace, self.course, _id(row), dialog.reason.value(), dialog.replacement()
            ),
        )

    def _replace(self, row: CalendarRow) -> None:
        dialog = PlaceDialog(_("Recuperar la clase cancelada"), session_words(row), self.view)
        dialog.start.set_value(row.start)
        self.ask_in(
            dialog,
            lambda: sessions.replace_session(self.workspace, self.course, _id(row), *dialog.entered()),
        )

    def _assign_block(self, row: CalendarRow) -> None:
        dialog = BlockDialog(session_words(row), self._blocks(), self.view)
        dialog.block.set_value(row.block)
        self.ask_in(
            dialog,
            lambda: sessions.assign_block(self.workspace, self.course, _id(row), dialog.block.value() or ""),
        )

    def _assign_trainers(self, rows: Sequence[CalendarRow]) -> None:
        if not self._trainers:
            message = _("El centro no tiene formadores todavía. Añádalos en «Centro» y vuelva aquí.")
            self.shell.tell(Refused(message))
            return
        blocks = [(code, _("todo el bloque {words}").format(words=words)) for code, words in self._blocks()]
        dialog = TrainersDialog(_chosen_words(rows), blocks, list(self._trainers.items()), self.view)
        ids = [row.session.trainer_ids for row in rows if row.session]
        dialog.trainers.set_value(ids[0])

        def assign() -> Changes:
            trainers, block = dialog.trainers.value(), dialog.block.value()
            if block is None:
                return sessions.assign_trainers(self.workspace, self.course, _ids(rows), trainers)
            return sessions.assign_block_trainers(self.workspace, self.course, block, trainers)

        self.ask_in(dialog, assign)

    def _set_mode(self, rows: Sequence[CalendarRow]) -> None:
        dialog = ModeDialog(_chosen_words(rows), self.view)
        dialog.mode.set_value(rows[0].session.mode if rows[0].session else None)

        def set_mode() -> Changes:
            mode = dialog.mode.value()
            assert mode is not None  # noqa: S101 - the list of modes is never empty
            return sessions.set_mode(self.workspace, self.course, _ids(rows), mode)

        self.ask_in(dialog, set_mode)

    def _explain(self, row: CalendarRow) -> None:
        view = self._course
        if view is None:
            return
        if row.pause:
            explained = explain_pause(self.workspace, view, row.pause)
        elif row.holiday:
            explained = explain_closed_day(self.workspace, view, row.holiday)
        else:
            explained = explain_class_day(self.workspace, view, row.day)
        title = day_words(row.day).capitalize()
        show_why(title, (Figure(row.day.isoformat(), title, "", explained),), self.view)

    def _blocks(self) -> list[tuple[str, str]]:
        blocks = self._course.blocks if self._course else ()
        return [(block.code, f"{block.code} {block.title}") for block in blocks]


def _what_is_due(view: CourseView) -> str:
    scheduled = sum(session.minutes for session in view.sessions if session.counts)
    official = view.official_minutes
    words = _("{scheduled} de {official} en el calendario, hasta el {last}").format(
        scheduled=hours_words(scheduled),
        official=hours_words(official),
        last=short_day_words(view.last_day) if view.last_day else "…",
    )
    if scheduled == official:
        return words
    due = _("quedan {hours} por recuperar").format(hours=hours_words(official - scheduled))
    return f"{words} · {due}"


def _chosen_words(rows: Sequence[CalendarRow]) -> str:
    if len(rows) == 1:
        return session_words(rows[0])
    return ngettext("{n} clase elegida", "{n} clases elegidas", len(rows)).format(n=len(rows))


def _id(row: CalendarRow) -> int:
    return row.session.id if row.session else 0


def _ids(rows: Sequence[CalendarRow]) -> list[int]:
    return [row.session.id for row in rows if row.session]
