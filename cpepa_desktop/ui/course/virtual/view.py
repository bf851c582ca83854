"""The virtual classroom of a course on screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.connections import LogView
from cpepa_desktop.operations.virtual import PersonRow, RecordingRow
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.course.virtual.columns import log_columns, person_columns, recording_columns
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button, column_of, side_by_side
from cpepa_desktop.ui.parts.table import TablePanel

_SIZES = (700, 380)


class VirtualView(TabView):
    """Who follows the class at a distance, its recordings and its logs, and what can be done with them.

    Signals:
        import_wanted, class_wanted, record_wanted, destroy_wanted: a log, how the class is given, recordings.
        person_wanted, remove_wanted, forget_wanted: about one person, recording or log; carry the row.
    """

    import_wanted = Signal()
    class_wanted = Signal()
    record_wanted = Signal()
    destroy_wanted = Signal()
    person_wanted = Signal(object)
    remove_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("virtual", _("Aula virtual"))
        self.people: TablePanel[PersonRow] = TablePanel(
            "virtual_people",
            _("Personas"),
            person_columns(),
            key=lambda row: row.enrolment.id,
            empty=EmptyState("virtual_people_empty", _("Todavía no hay nadie en el curso."), icon="people"),
        )
        self.recordings: TablePanel[RecordingRow] = TablePanel(
            "virtual_recordings",
            _("Grabaciones"),
            recording_columns(),
            key=lambda row: row.recording.id,
            empty=EmptyState("virtual_recordings_empty", _("No hay ninguna grabación anotada.")),
            filtered=False,
        )
        self.logs: TablePanel[LogView] = TablePanel(
            "virtual_logs",
            _("Registros de conexiones"),
            log_columns(),
            key=lambda row: row.id,
            empty=EmptyState("virtual_logs_empty", _("No se ha importado ningún registro de conexiones.")),
            filtered=False,
        )
        self.read_log = button(
            "virtual_import",
            _("Importar conexiones…"),
            icon="import",
            shortcut="Ctrl+I",
            primary=True,
            owner=self,
        )
        self.person = button(
            "virtual_person", _("Motivo y autorización…"), icon="edit", shortcut="Ctrl+E", owner=self
        )
        self.classroom = button(
            "virtual_class", _("Herramienta y enlace…"), icon="link", shortcut="Ctrl+Shift+U", owner=self
        )
        self.record = button(
            "virtual_record", _("Anotar grabaciones…"), icon="add", shortcut="Ctrl+G", owner=self
        )
        self.destroy_recordings = button(
            "virtual_destroy", _("Destruir grabaciones…"), icon="delete", shortcut="Ctrl+Shift+G", owner=self
        )
        self.remove = button(
            "virtual_remove", _("Quitar la grabación"), icon="remove", shortcut="Ctrl+Shift+Del", owner=self
        )
        self.forget = button(
            "virtual_forget",
            _("Quitar el registro"),
            icon="remove",
            shortcut="Ctrl+Shift+Backspace",
            owner=self,
        )
        for made, signal in (
            (self.read_log, self.import_wanted),
            (self.classroom, self.class_wanted),
            (self.record, self.record_wanted),
            (self.destroy_recordings, self.destroy_wanted),
        ):
            made.clicked.connect(signal)
        self.person.clicked.connect(lambda: self.people.about_current(self.person_wanted.emit))
        self.remove.clicked.connect(lambda: self.recordings.about_current(self.remove_wanted.emit))
        self.forget.clicked.connect(lambda: self.logs.about_current(self.forget_wanted.emit))
        self.people.opened.connect(self.person_wanted)
        self.people.chosen.connect(lambda _row: self.settle())
        self.recordings.chosen.connect(lambda _row: self.settle())
        self.logs.chosen.connect(lambda _row: self.settle())
        self.set_body(self._body())
        self.start_at(self.people.view)
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for what is chosen."""
        recording = self.recordings.current_row()
        self.person.setEnabled(self.people.current_row() is not None)
        self.remove.setEnabled(recording is not None and not recording.recording.certificate)
        self.forget.setEnabled(self.logs.current_row() is not None)
        standing = (row for row in self.recordings.model.rows if row.recording.destroyed_on is None)
        self.destroy_recordings.setEnabled(next(standing, None) is not None)

    def say_notices(self, notices: tuple[str, ...]) -> None:
        """Show what the guide asks and is not there yet, or nothing."""
        if notices:
            self.banner.say("\n".join(notices), theme.Wash.WARNING)
        else:
            self.banner.clear()

    def _body(self) -> QWidget:
        kept = column_of(
            [
                theme.label(_("Grabaciones"), "virtual_recordings_title", theme.Role.STRONG),
                self.recordings,
                theme.label(_("Registros de conexiones"), "virtual_logs_title", theme.Role.STRONG),
                self.logs,
            ],
            "virtual_kept",
            spacing=theme.SPACE_SMALL,
        )
        body = QWidget()
        body.setObjectName("virtual_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        commands = [self.read_log, self.person, self.classroom, self.record]
        layout.addLayout(flow_of([*commands, self.destroy_recordings, self.remove, self.forget]))
        layout.addWidget(side_by_side("virtual_splitter", self.people, kept, _SIZES), 1)
        return body
