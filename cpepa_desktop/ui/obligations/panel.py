"""The table of obligations with its commands, the same for a course and for the whole centre."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.obligations.columns import Key, ObligationRow, obligation_columns, rows_of
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.why import why_button

_SHOW_KEYS = "Ctrl+L"


class Shown(StrEnum):
    """Which obligations are listed."""

    OPEN = "open"
    ALL = "all"
    MET = "met"

    @property
    def label(self) -> str:
        """Return it in words."""
        return {
            Shown.OPEN: _("Abiertos"),
            Shown.ALL: _("Todos"),
            Shown.MET: _("Cumplidos"),
        }[self]

    def takes(self, obligation: DatedObligation, today: date) -> bool:
        """Say whether an obligation is among them on a day."""
        match self:
            case Shown.OPEN:
                return obligation.is_open(today)
            case Shown.MET:
                return obligation.met is not None
            case Shown.ALL:
                return True


class ObligationsPanel(QWidget):
    """Obligations by urgency, those asked for, and what can be done with the one chosen.

    Signals:
        open_wanted, withdrawal_wanted, why_wanted: about one; carry its `DatedObligation`.
        filing_wanted: some were met at once; carries them.
        export_wanted, print_wanted: the agenda is wanted in another program, or on paper.
        shown_changed: others are to be listed.
    """

    open_wanted = Signal(object)
    filing_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    why_wanted = Signal(object)
    export_wanted = Signal()
    print_wanted = Signal()
    shown_changed = Signal()

    def __init__(self, name: str, *, with_course: bool = False, more: Iterable[QPushButton] = ()) -> None:
        """Make the panel; ``more`` are commands of its own, which stand before those of the whole list."""
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._today = date.min
        self._obligations: tuple[DatedObligation, ...] = ()
        self.table: TablePanel[ObligationRow] = TablePanel(
            f"{name}_list",
            _("Plazos"),
            obligation_columns(with_course=with_course),
            key=lambda row: row.key,
            empty=EmptyState(f"{name}_none", _("No hay ningún plazo de los que ha pedido ver."), icon="ok"),
        )
        self.file = self._command("file", _("Dar por cumplido…"), "check", "Ctrl+D", primary=True)
        self.open = self._command("open", _("Abrir"), "link", "Ctrl+Return")
        self.withdraw = self._command("withdraw", _("Retirar…"), "undo", "Ctrl+Shift+Del")
        self.why = why_button(f"{name}_why", self)
        self.export = self._command("export", _("Calendario .ics…"), "export", "Ctrl+Alt+E")
        self.print = self._command("print", _("Imprimir…"), "print", "Ctrl+P")
        self.shown = self._make_shown()
        self.table.add_to_head(self.shown)
        about_one = {
            self.open: self.open_wanted,
            self.withdraw: self.withdrawal_wanted,
            self.why: self.why_wanted,
        }
        for each, signal in about_one.items():
            each.clicked.connect(lambda _checked=False, signal=signal: self._about_current(signal))
        self.file.clicked.connect(self._file_chosen)
        self.export.clicked.connect(self.export_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.table.opened.connect(lambda row: self.open_wanted.emit(row.obligation))
        self.table.chosen.connect(lambda _row: self._settle())
        self._offer_by_the_right_button([self.file, *about_one])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(flow_of([self.file, *about_one, *more, self.export, self.print]))
        layout.addWidget(self.table, 1)
        self._settle()

    def show_obligations(self, obligations: Iterable[DatedObligation], today: date) -> None:
        """Show obligations as of a day, of those the ones asked for."""
        self._obligations, self._today = tuple(obligations), today
        self._fill()

    def current(self) -> DatedObligation | None:
        """Return the obligation chosen, ``None`` where none is."""
        row = self.table.current_row()
        return row.obligation if row else None

    def choose(self, key: Key) -> bool:
        """Make an obligation the current one, listing all where it is not. Return whether it is there."""
        if self.table.choose(key):
            return True
        self.ask_for(Shown.ALL)
        return self.table.choose(key)

    def choose_first_of(self, name: str) -> None:
        """Make the most urgent obligation of a name the current one, where one is listed."""
        key = next((row.key for row in self.table.shown_rows() if row.obligation.name == name), None)
        if key is not None:
            self.table.choose(key)

    def ask_for(self, shown: Shown) -> None:
        """List others."""
        self.shown.setCurrentIndex(list(Shown).index(shown))
        self._list_others()

    @property
    def asked_for(self) -> Shown:
        """Return which obligations are listed."""
        return list(Shown)[self.shown.currentIndex()]

    def _list_others(self) -> None:
        self._fill()
        self.shown_changed.emit()

    def _fill(self) -> None:
        shown = self.asked_for
        wanted = (each for each in self._obligations if shown.takes(each, self._today))
        self.table.set_rows(rows_of(wanted, self._today))
        self.table.choose_first()
        self._settle()

    def _settle(self) -> None:
        """Offer the commands that make sense for what is chosen."""
        chosen = self.current()
        for each in (self.open, self.why):
            each.setEnabled(chosen is not None)
        self.file.setEnabled(bool(self._to_file()))
        self.withdraw.setEnabled(chosen is not None and chosen.met is not None)

    def _to_file(self) -> tuple[DatedObligation, ...]:
        """Return those chosen that are not met yet."""
        rows = self.table.selected_rows()
        return tuple(row.obligation for row in rows if row.obligation.met is None)

    def _file_chosen(self) -> None:
        chosen = self._to_file()
        if chosen:
            self.filing_wanted.emit(chosen)

    def _about_current(self, signal: SignalInstance) -> None:
        chosen = self.current()
        if chosen is not None:
            signal.emit(chosen)

    def _command(self, key: str, words: str, icon: str, keys: str, *, primary: bool = False) -> QPushButton:
        return button(f"{self._name}_{key}", words, icon=icon, shortcut=keys, primary=primary, owner=self)

    def _make_shown(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"{self._name}_shown")
        made.setAccessibleName(_("Qué plazos se ven"))
        made.setToolTip(with_keys(_("Qué plazos se ven"), _SHOW_KEYS))
        made.addItems([each.label for each in Shown])
        made.activated.connect(lambda _at: self._list_others())
        go = QAction(made.accessibleName(), self)
        go.setObjectName(f"{self._name}_shown_shortcut")
        go.setShortcut(QKeySequence(_SHOW_KEYS))
        go.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        go.triggered.connect(made.setFocus)
        self.addAction(go)
        return made

    def _offer_by_the_right_button(self, buttons: list[QPushButton]) -> None:
        view = self.table.view
        first = next(iter(view.actions()), None)
        actions = [QAction(each.icon(), each.accessibleName(), self) for each in buttons]
        for action, each in zip(actions, buttons, strict=True):
            action.setObjectName(f"{each.objectName()}_menu")
            action.triggered.connect(each.click)
        if first is not None:
            view.insertActions(first, actions)
