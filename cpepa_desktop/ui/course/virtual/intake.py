"""What a log of connections would write, before anything is written: who was there, and who nobody knows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.connections import ConnectionsPreview, Unmatched
from cpepa_desktop.ui.course.virtual.columns import ConnectedRow, connected_columns, unmatched_columns
from cpepa_desktop.ui.course.virtual.dialogs import stretch_words
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.dialogs import problem_columns
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel

_SIZE: Final = (980, 580)


class ConnectionsDialog(QDialog):
    """Who was connected, beside what is entered already; who is not known yet; what to look at.

    Signals:
        taken: the person accepts what is shown.
        who_wanted: the person wants to say who somebody is; carries the row.
    """

    taken = Signal()
    who_wanted = Signal(object)

    def __init__(self, preview: ConnectionsPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connections_dialog")
        self.setWindowTitle(_("Conexiones del aula virtual"))
        self.setAccessibleName(self.windowTitle())
        self.resize(theme.size_on_screen(*_SIZE))
        self.overwrite: set[int] = set()
        self.preview = preview
        self._words = theme.label("", "connections_words")
        self.people: TablePanel[ConnectedRow] = TablePanel(
            "connections_people",
            _("Personas del curso"),
            connected_columns(),
            key=lambda row: row.person.enrolment.id,
            empty=EmptyState("connections_people_empty", _("Nadie del registro es del curso.")),
        )
        self.unmatched: TablePanel[Unmatched] = TablePanel(
            "connections_unmatched",
            _("Sin emparejar"),
            unmatched_columns(),
            key=lambda row: (row.name, row.email),
            empty=EmptyState(
                "connections_unmatched_empty", _("Se sabe quién es todo el mundo."), icon="check"
            ),
        )
        self.problems: TablePanel[Problem] = TablePanel(
            "connections_problems",
            _("Avisos"),
            problem_columns(),
            key=lambda problem: problem,
            empty=EmptyState("connections_problems_empty", _("Ninguno."), icon="check"),
        )
        self.change = button(
            "connections_change", _("Cambiar o dejar lo introducido"), shortcut="Ctrl+E", owner=self
        )
        self.who = button("connections_who", _("¿Quién es?…"), icon="person", shortcut="Ctrl+U", owner=self)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("connections_tabs")
        self.tabs.setAccessibleName(self.windowTitle())
        for panel, icon, token in (
            (_with_command("connections_people_body", self.people, self.change), "ok", "ok"),
            (_with_command("connections_unmatched_body", self.unmatched, self.who), "unknown", "warning"),
            (self.problems, "warning", "warning"),
        ):
            self.tabs.addTab(panel, icons.icon(icon, token), "")
        self.buttons = QDialogButtonBox()
        self.buttons.setObjectName("connections_buttons")
        self.accept_all = self._button("accept", _("Introducir"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self._button("cancel", _("Cancelar"), QDialogButtonBox.ButtonRole.RejectRole)
        theme.set_role(self.accept_all, theme.Role.PRIMARY)
        self.accept_all.clicked.connect(self.taken)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self._turn)
        self.who.clicked.connect(lambda: self.unmatched.about_current(self.who_wanted.emit))
        self.unmatched.opened.connect(self.who_wanted)
        self.people.chosen.connect(lambda _row: self._settle())
        self.unmatched.chosen.connect(lambda _row: self._settle())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.label(self.windowTitle(), "connections_title", theme.Role.HEADING))
        layout.addWidget(self._words)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.buttons)
        self.show_preview(preview)

    def show_preview(self, preview: ConnectionsPreview) -> None:
        """Show what a log would write, as it is known now."""
        self.preview = preview
        message = _("«{file}», de {tool}, para la clase del {stretch}. Nada se escribe hasta que lo acepte.")
        self._words.setText(
            message.format(
                file=preview.path.name, tool=preview.log.tool, stretch=stretch_words(preview.stretch)
            )
        )
        self.people.set_rows([ConnectedRow(p, p.enrolment.id in self.overwrite) for p in preview.people])
        self.unmatched.set_rows(preview.unmatched)
        self.problems.set_rows(preview.problems)
        for at, (words, count) in enumerate(
            (
                (_("Del curso ({n})"), len(preview.people)),
                (_("Sin emparejar ({n})"), len(preview.unmatched)),
                (_("Avisos ({n})"), len(preview.problems)),
            )
        ):
            self.tabs.setTabText(at, words.format(n=count))
        self.people.choose_first()
        self.unmatched.choose_first()
        self._settle()

    def _settle(self) -> None:
        row = self.people.current_row()
        self.change.setEnabled(row is not None and row.person.is_conflict and not row.person.problem)
        self.who.setEnabled(self.unmatched.current_row() is not None)
        self.accept_all.setEnabled(
            any(
                not person.problem and (not person.is_conflict or person.enrolment.id in self.overwrite)
                for person in self.preview.people
            )
        )

    def _turn(self) -> None:
        """Change what is entered of the person chosen, or leave it after all."""
        row = self.people.current_row()
        if row is not None:
            self.overwrite ^= {row.person.enrolment.id}
            self.show_preview(self.preview)
            self.people.choose(row.person.enrolment.id)

    def _button(self, name: str, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        made = self.buttons.addButton(words, role)
        made.setObjectName(f"connections_{name}")
        made.setAccessibleName(words)
        made.setAutoDefault(True)
        return made


def _with_command(name: str, table: QWidget, command: QPushButton) -> QWidget:
    """Return a table under the command about its row."""
    holder = QWidget()
    holder.setObjectName(name)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, theme.SPACE_SMALL, 0, 0)
    layout.setSpacing(theme.SPACE_SMALL)
    layout.addLayout(flow_of([command]))
    layout.addWidget(table, 1)
    return holder
