"""What is asked about obligations beyond how they were met: why a filing goes, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timeline import CourseEvent
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.obligation_words import event_words
from cpepa_desktop.operations.obligations import EVENTS
from cpepa_desktop.ui.obligations.words import title_of
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, TextField
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.reason import ReasonDialog
from cpepa_desktop.ui.parts.table import Column, TablePanel

_SIZE: Final = (640, 420)


class WithdrawalDialog(ReasonDialog):
    """Asks why what was filed does not count."""

    def __init__(self, obligation: DatedObligation, parent: QWidget | None = None) -> None:
        title = _("Retirar lo presentado de «{obligation}»").format(obligation=title_of(obligation))
        hint = _("El plazo vuelve a estar abierto. Lo presentado y el motivo quedan en el historial.")
        super().__init__("withdrawal", title, _("Retirar"), hint=hint, parent=parent)


class EventDialog(FormDialog):
    """Asks what happened to a course, and when; a term that waits for it gets its day."""

    def __init__(self, today: date, parent: QWidget | None = None, chosen: Anchor | None = None) -> None:
        self.event_kind: ChoiceField[Anchor] = ChoiceField(
            "event",
            _("Qué ha ocurrido"),
            [(event, capitalised(event_words(event))) for event in EVENTS],
        )
        self.day = DateField("day", _("Día"), required=True)
        self.note = TextField("note", _("Nota"), hint=_("El número del requerimiento, qué se modifica…"))
        form = Form("event_form", [(self.event_kind, 2), self.day, (self.note, 2)])
        super().__init__("event_dialog", _("Anotar un hecho del curso"), form, parent, accept=_("Anotar"))
        self.day.set_value(today)
        if chosen in EVENTS:
            self.event_kind.set_value(chosen)

    def entered(self) -> tuple[Anchor, date, str]:
        """Return what happened, when, and the note. The form was checked: the day is there."""
        event, day = self.event_kind.value(), self.day.value()
        assert event is not None  # noqa: S101 - a choice without «nothing» always has a value
        assert day is not None  # noqa: S101 - the field is required
        return event, day, (self.note.value() or "").strip()


class EventsDialog(QDialog):
    """What has happened to a course that terms are counted from.

    Signals:
        add_wanted: something else happened.
        remove_wanted: something did not happen; carries its `CourseEvent`.
    """

    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, course: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Hechos de {course} que abren plazos").format(course=course)
        self.setObjectName("events_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.table: TablePanel[CourseEvent] = TablePanel(
            "events_list",
            title,
            event_columns(),
            key=lambda event: (event.event, event.day),
            empty=EmptyState(
                "events_none",
                _(
                    "No hay ningún hecho anotado. El comienzo de la publicidad, una modificación, un "
                    "requerimiento o el cierre de la justificación abren plazos desde el día en que ocurren."
                ),
            ),
            filtered=False,
        )
        self.add = button("events_add", _("Anotar un hecho…"), icon="add", shortcut="Ctrl+N", owner=self)
        self.remove = button(
            "events_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=self
        )
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(self._remove_current)
        self.table.chosen.connect(lambda row: self.remove.setEnabled(row is not None))
        ways_out = QDialogButtonBox()
        ways_out.setObjectName("events_buttons")
        close = ways_out.addButton(_("Cerrar"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("events_close")
        close.setAccessibleName(_("Cerrar"))
        ways_out.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(title, "events_title", theme.Role.HEADING))
        layout.addLayout(flow_of([self.add, self.remove]))
        layout.addWidget(self.table, 1)
        layout.addWidget(ways_out)
        self.resize(theme.size_on_screen(*_SIZE))

    def show_events(self, events: Sequence[CourseEvent]) -> None:
        """Show what has happened."""
        self.table.set_rows(events)
        self.table.choose_first()
        self.remove.setEnabled(self.table.current_row() is not None)

    def _remove_current(self) -> None:
        event = self.table.current_row()
        if event is not None:
            self.remove_wanted.emit(event)


def event_columns() -> tuple[Column[CourseEvent], ...]:
    """Return the columns of what happened to a course."""
    return (
        Column(_("Día"), lambda row: row.day, width=13),
        Column(_("Qué ocurrió"), lambda row: capitalised(event_words(row.event)), width=24),
        Column(_("Nota"), lambda row: row.note, tooltip=lambda row: row.note, stretched=True),
    )


def capitalised(words: str) -> str:
    """Return words with their first letter large."""
    return words[:1].upper() + words[1:]
