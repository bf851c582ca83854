"""The staff of a course on screen: the roles, and under them the modules with who teaches them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.staff import CourseStaff, StaffedModule
from cpepa_desktop.ui.course.file.staff.columns import (
    StaffRow,
    module_columns,
    staff_columns,
    staff_rows,
    summary,
)
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import why_button

_FEWEST_ROWS: Final = 3
_ROWS_SHOWN: Final = 6


class StaffView(TabView):
    """Who does what in the course, and what can be done about it.

    Signals:
        add_wanted, missing_wanted: about the course.
        change_wanted, remove_wanted, proofs_wanted, scans_wanted: about one role; carry its row.
        why_wanted: what the rules say is to be explained; carries the role or the module chosen, or ``None``.
    """

    add_wanted = Signal()
    missing_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    proofs_wanted = Signal(object)
    scans_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("staff", _("Profesorado"))
        self.roles: TablePanel[StaffRow] = TablePanel(
            "staff_roles",
            _("Funciones del profesorado"),
            staff_columns(),
            key=lambda row: row.key,
            filtered=False,
        )
        self.modules: TablePanel[StaffedModule] = TablePanel(
            "staff_modules",
            _("Quién imparte cada módulo"),
            module_columns(),
            key=lambda row: row.code,
            filtered=False,
        )
        self.add = button(
            "staff_add", _("Añadir…"), icon="person-add", shortcut="Ctrl+N", primary=True, owner=self
        )
        self.change = button("staff_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E", owner=self)
        self.proofs = button("staff_proofs", _("Acreditar…"), icon="attach", shortcut="Ctrl+M", owner=self)
        self.scans = button(
            "staff_scans", _("Abrir escaneos"), icon="open", shortcut="Ctrl+Alt+O", owner=self
        )
        self.remove = button(
            "staff_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=self
        )
        self.missing = button("staff_missing", _("Qué falta…"), icon="to-do", shortcut="Ctrl+L", owner=self)
        self.why = why_button("staff_why", self)
        self._connect()
        self._lay_out()
        self.start_at(self.roles.view)
        self.settle()

    def show_staff(self, staff: CourseStaff) -> None:
        """Show the staff of the course."""
        self.roles.set_rows(staff_rows(staff))
        self.roles.choose_first()
        self.roles.fit_rows(least=_FEWEST_ROWS, most=_ROWS_SHOWN)
        self.modules.set_rows(staff.modules)
        self.modules.choose_first()
        self.missing.setEnabled(bool(staff.missing))
        self.say(summary(staff))
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for the role chosen."""
        row = self.roles.current_row()
        is_somebody = row is not None and row.member is not None
        for each in (self.change, self.proofs, self.remove):
            each.setEnabled(is_somebody)
        proofs = row.member.proofs if row and row.member else ()
        self.scans.setEnabled(any(proof.attachment for proof in proofs))

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.missing.clicked.connect(self.missing_wanted)
        self.change.clicked.connect(lambda: self._about_role(self.change_wanted))
        self.proofs.clicked.connect(lambda: self._about_role(self.proofs_wanted))
        self.scans.clicked.connect(lambda: self._about_role(self.scans_wanted))
        self.remove.clicked.connect(lambda: self._about_role(self.remove_wanted))
        self.why.clicked.connect(self._ask_why)
        self.roles.opened.connect(self._open)
        self.roles.chosen.connect(lambda _row: self.settle())
        self.modules.opened.connect(self.why_wanted)

    def _open(self, row: StaffRow) -> None:
        """Change a role; say who has one that nobody has."""
        if row.member is None:
            self.add_wanted.emit()
        else:
            self.change_wanted.emit(row)

    def _about_role(self, signal: SignalInstance) -> None:
        row = self.roles.current_row()
        if row is not None and row.member is not None:
            signal.emit(row)

    def _ask_why(self) -> None:
        """Explain the module chosen where the keyboard is among the modules, else the role chosen."""
        is_module = self.modules.view.hasFocus()
        self.why_wanted.emit(self.modules.current_row() if is_module else self.roles.current_row())

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("staff_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(
            flow_of([self.add, self.change, self.proofs, self.scans, self.remove, self.missing, self.why])
        )
        layout.addWidget(self.roles)
        self.modules.setMinimumHeight(theme.row_height() * (_FEWEST_ROWS + 1))
        layout.addWidget(self.modules, 1)
        self.set_body(body)
