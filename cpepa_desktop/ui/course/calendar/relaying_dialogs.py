"""Asking for another start, a pause or a day of resuming, with what it would change in sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calendar_comparison import WhatIf
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.pauses import pause_words
from cpepa_desktop.ui.course.calendar.what_if import WhatIfPanel
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, TextField
from cpepa_desktop.ui.parts.form import AnyField, Form, FormDialog
from cpepa_desktop.ui.parts.last_day import last_day_choices
from cpepa_desktop.ui.parts.text import NotUnderstood

_PREVIEW_AFTER: Final = 250
"""Milliseconds after the last key until what would change is worked out."""
_SIZE: Final = (920, 600)


class RelayingDialog(FormDialog):
    """Days, what becomes of a short last day, and under them what would change.

    Signals:
        preview_wanted: the days were changed and make sense.
    """

    preview_wanted = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        items: Sequence[AnyField | tuple[AnyField, int] | str],
        accept: str,
        parent: QWidget | None = None,
    ) -> None:
        self.last_day: ChoiceField[LastDay] = ChoiceField(f"{name}_last_day", _("Último día corto"))
        self.reason_kept = TextField(f"{name}_last_day_reason", _("Motivo para dejarlo así"))
        for field in (self.last_day, self.reason_kept):
            field.hide()
        form = Form(f"{name}_form", [*items, self.last_day, self.reason_kept])
        super().__init__(f"{name}_dialog", title, form, parent, accept=accept)
        self.preview = WhatIfPanel(f"{name}_what_if")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - a form dialog is made so
        layout.insertWidget(2, self.preview, 1)
        layout.setStretch(1, 0)
        self.resize(theme.size_on_screen(*_SIZE))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_AFTER)
        self._later.timeout.connect(self._ask)
        form.changed.connect(self._later.start)
        self.last_day.changed.connect(self._settle_reason)

    @property
    def choice(self) -> tuple[LastDay, str]:
        """Return what is to be done with a short last day, and why it may stay so."""
        return self.last_day.value() or LastDay.ASK, self.reason_kept.value()

    def days(self) -> tuple[date | None, ...]:
        """Return the days entered. Raises ``NotUnderstood`` where one makes no sense."""
        raise NotImplementedError

    def show_what_if(self, what: WhatIf) -> None:
        """Show what would change, and ask about a last day that is too short."""
        self._ask_last_day(what)
        self.preview.show_what_if(what)

    def show_no_preview(self, refused: Refused) -> None:
        """Show why the course cannot be laid so."""
        self.preview.show_refused(refused)

    def ask_now(self) -> None:
        """Ask what would change without waiting for more keys."""
        self._later.stop()
        self._ask()

    def _ask(self) -> None:
        try:
            is_whole = all(day is not None for day in self.days())
        except NotUnderstood:
            is_whole = False
        if is_whole:
            self.preview_wanted.emit()
        else:
            self.preview.clear(_("Escriba el día para ver qué cambiaría."))

    def _ask_last_day(self, what: WhatIf | None) -> None:
        short = what.short_last_day if what else None
        if short is None:
            self.last_day.set_choices([])
        elif self.last_day.isHidden():
            until = short.proposal[-1].day if short.proposal else None
            self.last_day.set_choices([(LastDay.ASK, _("Elija qué hacer…")), *last_day_choices(until)])
        self.last_day.setVisible(short is not None)
        self._settle_reason()

    def _settle_reason(self) -> None:
        """Show the reason that is asked for, and give the form the room it takes now."""
        self.reason_kept.setVisible(self.last_day.value() is LastDay.KEEP)
        area = self.findChild(QScrollArea, f"{self.objectName()}_scroll")
        if isinstance(area, QScrollArea):
            area.setMinimumHeight(self.form.sizeHint().height() + 2)


class StartDialog(RelayingDialog):
    """«¿Y si empezamos el…?»: another start, and doing it."""

    def __init__(self, start: date, parent: QWidget | None = None) -> None:
        self.start = DateField("start_day", _("Empezar el"), required=True)
        self.start.set_value(start)
        title = _("¿Y si empezamos el…?")
        super().__init__("start", title, [self.start], _("Cambiar el inicio"), parent)

    def days(self) -> tuple[date | None, ...]:
        """Override RelayingDialog::days."""
        return (self.start.value(),)


class PauseDialog(RelayingDialog):
    """From when and until when a course is paused, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.first = DateField("pause_first", _("Sin clase desde el"), required=True)
        hint = _("Si aún no se sabe, ponga el previsto: puede cambiarse después.")
        self.resume = DateField("pause_resume", _("Se reanuda el"), required=True, hint=hint)
        self.reason = TextField("pause_reason", _("Motivo"), required=True)
        items: list[AnyField | tuple[AnyField, int] | str] = [self.first, self.resume, (self.reason, 2)]
        super().__init__("pause", _("Poner el curso en pausa"), items, _("Poner en pausa"), parent)

    def days(self) -> tuple[date | None, ...]:
        """Override RelayingDialog::days."""
        return self.first.value(), self.resume.value()


class ResumeDialog(RelayingDialog):
    """On which day a paused course has class again; the day it stopped takes the pause out."""

    def __init__(self, pause: Pause, parent: QWidget | None = None) -> None:
        hint = _("El mismo día en que se paró quita la pausa.")
        self.resume = DateField("resume_day", _("Se reanuda el"), required=True, hint=hint)
        self.resume.set_value(pause.resume_on)
        words = _("Curso en pausa {words}").format(words=pause_words(pause))
        super().__init__("resume", _("Reanudar el curso"), [words, self.resume], _("Reanudar"), parent)

    def days(self) -> tuple[date | None, ...]:
        """Override RelayingDialog::days."""
        return (self.resume.value(),)
