"""The people of a course on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.course.enrolments.columns import EnrolmentRow, enrolment_columns
from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import why_button


class EnrolmentsView(TabView):
    """The list of enrolments and what can be done with them.

    Signals:
        import_wanted: people are to be read from a file.
        enrol_wanted: somebody is to join by hand.
        change_wanted, withdraw_wanted, return_wanted, except_wanted, why_wanted: about one enrolment; carry
            its row.
    """

    import_wanted = Signal()
    enrol_wanted = Signal()
    change_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    return_wanted = Signal(object)
    except_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("enrolments", _("Alumnado"))
        self.table: TablePanel[EnrolmentRow] = TablePanel(
            "enrolments_list", _("Alumnado"), enrolment_columns(), key=lambda row: row.enrolment.id
        )
        self.read_file = button(
            "enrolments_import",
            _("Importar de fichero…"),
            icon="import",
            shortcut="Ctrl+I",
            primary=True,
            owner=self,
        )
        self.enrol = button(
            "enrolments_enrol", _("Matricular…"), icon="person-add", shortcut="Ctrl+N", owner=self
        )
        self.change = button("enrolments_change", _("Cambiar…"), icon="edit", shortcut="Ctrl+E", owner=self)
        self.withdraw = button("enrolments_withdraw", _("Baja…"), icon="leave", shortcut="Ctrl+B", owner=self)
        self.give_back = button(
            "enrolments_return", _("Anular la baja"), icon="undo", shortcut="Ctrl+Shift+B", owner=self
        )
        self.late = button(
            "enrolments_late", _("Comunicación tardía…"), icon="to-do", shortcut="Ctrl+Shift+L", owner=self
        )
        self.why = why_button("enrolments_why", self)
        self.read_file.clicked.connect(self.import_wanted)
        self.enrol.clicked.connect(self.enrol_wanted)
        for made, signal in (
            (self.change, self.change_wanted),
            (self.withdraw, self.withdraw_wanted),
            (self.give_back, self.return_wanted),
            (self.late, self.except_wanted),
            (self.why, self.why_wanted),
        ):
            made.clicked.connect(lambda _checked=False, signal=signal: self.table.about_current(signal.emit))
        self.table.opened.connect(self.change_wanted)
        self.table.chosen.connect(lambda _row: self.settle())
        body = QWidget()
        body.setObjectName("enrolments_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        people = [self.read_file, self.enrol, self.change]
        leavers = [self.withdraw, self.give_back, self.late, self.why]
        layout.addLayout(flow_of([*people, *leavers]))
        layout.addWidget(self.table, 1)
        empty = EmptyState(
            "enrolments_empty",
            _(
                "Todavía no hay nadie en el curso. Importe la lista que ya tiene en Excel o en CSV: "
                "antes de escribir nada verá qué se entiende de ella."
            ),
            action=_("Importar de fichero…"),
            icon="people",
        )
        empty.acted.connect(self.import_wanted)
        self.set_body(body, empty)
        self.start_at(self.table.view)
        self.settle()

    def show_rows(self, rows: Sequence[EnrolmentRow]) -> None:
        """Show the people of the course."""
        self.table.set_rows(rows)
        self.show_empty(empty=not rows)
        self.table.choose_first()
        self.settle()

    def settle(self) -> None:
        """Offer the commands that make sense for the person chosen."""
        row = self.table.current_row()
        self.change.setEnabled(row is not None)
        self.why.setEnabled(row is not None)
        self.withdraw.setEnabled(row is not None and not row.has_left)
        self.give_back.setEnabled(row is not None and row.has_left)
        self.late.setEnabled(row is not None and row.enrolment.leaving_communicated_on is not None)
