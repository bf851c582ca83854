"""Beginning a course on another day, pausing it and resuming it, from its calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calendar_comparison import WhatIf
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.pauses import (
    cancel_pause,
    list_pauses,
    pause_course,
    pause_on,
    resume_course,
    what_if_paused,
    what_if_unpaused,
)
from cpepa_desktop.operations.relaying import change_start, what_if
from cpepa_desktop.ui.course.calendar.relaying_dialogs import (
    PauseDialog,
    RelayingDialog,
    ResumeDialog,
    StartDialog,
)
from cpepa_desktop.ui.course.tab import Tab


class Relaying:
    """Asks for the days, shows what they would change, and lays the course again."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    def change_start(self) -> None:
        """Ask for another start."""
        ws, code = self._tab.workspace, self._tab.course
        course = self._tab.shell.ask(lambda: find_course(ws, code))
        if course is None:
            return
        dialog = StartDialog(course.start_on, self._tab.view)
        self._open(
            dialog,
            lambda: what_if(ws, code, _day(dialog.start.value())),
            lambda: change_start(ws, code, _day(dialog.start.value()), *dialog.choice),
        )

    def pause(self) -> None:
        """Ask from when to when, and why, the course is paused."""
        ws, code = self._tab.workspace, self._tab.course
        dialog = PauseDialog(self._tab.view)

        def entered() -> Pause:
            return Pause(
                0,
                _day(dialog.first.value()),
                _day(dialog.resume.value()),
                dialog.reason.value() or _("sin motivo todavía"),
            )

        def pause() -> Changes:
            wanted = entered()
            reason = dialog.reason.value()
            return pause_course(ws, code, wanted.from_day, wanted.resume_on, reason, *dialog.choice)

        self._open(dialog, lambda: what_if_paused(ws, code, entered()), pause)

    def resume(self) -> None:
        """Ask on which day a paused course has class again."""
        ws, code, shell = self._tab.workspace, self._tab.course, self._tab.shell
        pauses = shell.ask(lambda: list_pauses(ws, code)) or ()
        pause = pause_on(pauses, ws.clock.today()) or (pauses[-1] if pauses else None)
        if pause is None:
            shell.tell(Refused(_("El curso no está en pausa. Use «Pausar…» para pararlo desde un día.")))
            return
        dialog = ResumeDialog(pause, self._tab.view)

        def resume() -> Changes:
            on = _day(dialog.resume.value())
            if on == pause.from_day:
                return cancel_pause(ws, code, pause.id, *dialog.choice)
            return resume_course(ws, code, pause.id, on, *dialog.choice)

        def look() -> WhatIf:
            on = _day(dialog.resume.value())
            if on == pause.from_day:
                return what_if_unpaused(ws, code, pause.id)
            return what_if_paused(ws, code, replace(pause, resume_on=on))

        self._open(dialog, look, resume)

    def _open(
        self, dialog: RelayingDialog, look: Callable[[], WhatIf], operation: Callable[[], Changes]
    ) -> None:
        def preview() -> None:
            found = self._tab.shell.ask(look, refused=dialog.show_no_preview)
            if found is not None:
                dialog.show_what_if(found)

        dialog.preview_wanted.connect(preview)
        self._tab.ask_in(dialog, operation)
        dialog.ask_now()


def _day(day: date | None) -> date:
    assert day is not None  # noqa: S101 - the form was checked: the field is required
    return day
