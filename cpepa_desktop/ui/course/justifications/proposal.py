"""The classes that a justification may cover, with their minutes, which the keyboard changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words, short_day_words
from cpepa_desktop.operations.justification_proposals import Proposal, ProposedCell
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.fields import Field
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.table import Align
from cpepa_desktop.ui.parts.why import why_head

_MINUTES_COLUMN: Final = 4
_REST_COLUMN: Final = 5
_WHY_COLUMN: Final = 6
_FIGURES: Final = (3, _MINUTES_COLUMN, _REST_COLUMN)
_ROWS_SHOWN: Final = 5
_WHY_WIDTH: Final = 320


class ProposalTable(QTableWidget):
    """A row a class; only the minutes that are justified can be changed: typing begins, Enter goes down."""

    def __init__(self) -> None:
        super().__init__(0, _WHY_COLUMN + 1)
        for column, words in enumerate(_headings()):
            heading = QTableWidgetItem(words)
            heading.setTextAlignment((Align.RIGHT if column in _FIGURES else Align.LEFT).value)
            self.setHorizontalHeaderItem(column, heading)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.EditKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if theme.is_large_text():  # there is no room left to stretch over: the table scrolls
            header.setSectionResizeMode(_WHY_COLUMN, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(_WHY_COLUMN, theme.scaled(_WHY_WIDTH))
            self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        else:
            header.setSectionResizeMode(_WHY_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(theme.row_height() * (_ROWS_SHOWN + 1))
        self.currentCellChanged.connect(self._stay_on_minutes)

    def _stay_on_minutes(self, row: int, column: int, _old_row: int, _old_column: int) -> None:
        if row >= 0 and column != _MINUTES_COLUMN:
            self.setCurrentCell(row, _MINUTES_COLUMN)


class ProposalField(Field[Mapping[int, int]]):
    """Minutes by session, as they are proposed and as the person corrects them.

    Signals:
        why_wanted: the proposal is to be explained.
    """

    why_wanted = Signal()
    _table: ProposalTable

    def __init__(self, name: str, label: str) -> None:
        self._cells: tuple[ProposedCell, ...] = ()
        self._notices: tuple[str, ...] = ()
        self._minutes: list[int | None] = []
        super().__init__(name, label)

    def _make_editor(self) -> ProposalTable:
        self._table = ProposalTable()
        self._table.itemChanged.connect(self._take)
        return self._table

    def _lay_out(self, editor: QWidget, unit: str, hint: str) -> None:
        del unit, hint
        caption = theme.label(self.label, f"{self.name}_label", theme.Role.STRONG)
        caption.setBuddy(editor)
        self.why = button(f"{self.name}_why", _("¿Por qué?"), icon="law")
        self.why.clicked.connect(self.why_wanted)
        self.words = theme.label("", f"{self.name}_words", theme.Role.QUIET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_TIGHT)
        layout.addWidget(caption)
        layout.addWidget(editor)
        layout.addLayout(why_head(self.words, self.why))  # after the table: Tab passes over what is before it
        layout.addWidget(self._error)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what is proposed, in place of what was there."""
        self._cells = proposal.cells
        missing = _("No consta que faltara esos días: introduzca antes la asistencia.")
        self._notices = proposal.notices if self._cells else (missing,)
        self.set_value({cell.session_id: cell.minutes for cell in proposal.cells})
        self.why.setEnabled(bool(self._cells))

    def show_nothing(self, sentence: str) -> None:
        """Show no class, and say what is missing."""
        self._cells = ()
        self._notices = (sentence,)
        self.set_value({})
        self.why.setEnabled(False)

    def value(self) -> Mapping[int, int]:
        """Return the minutes of each class. Raise ``NotUnderstood`` where one makes no sense."""
        for cell, minutes in zip(self._cells, self._minutes, strict=True):
            if minutes is None:
                message = _("{day}: escriba los minutos como 2:30, 45m o 5.")
                raise text.NotUnderstood(message.format(day=short_day_words(cell.day)))
            if not 0 <= minutes <= cell.most:
                message = _("{day}: no puede justificar más de {most}, lo que faltó.")
                raise text.NotUnderstood(
                    message.format(day=short_day_words(cell.day), most=hours_words(cell.most))
                )
        return {
            cell.session_id: minutes or 0 for cell, minutes in zip(self._cells, self._minutes, strict=True)
        }

    def set_value(self, value: Mapping[int, int] | None) -> None:
        """Show other minutes for the same classes."""
        self._minutes = [(value or {}).get(cell.session_id, 0) for cell in self._cells]
        with QSignalBlocker(self._table):
            self._table.setRowCount(len(self._cells))
            for at, cell in enumerate(self._cells):
                self._fill(at, cell)
            if self._cells:
                self._table.setCurrentCell(0, _MINUTES_COLUMN)
            self._table.resizeRowsToContents()
        self._say_words()
        self.say("")

    def _fill(self, at: int, cell: ProposedCell) -> None:
        day = short_day_words(cell.day)
        hours = f"{text.clock(cell.start)}\N{EN DASH}{text.clock(cell.end)}"
        for column, words in enumerate((day, hours, cell.block, hours_words(cell.missed))):
            self._table.setItem(at, column, _read_only(column, words))
        minutes = QTableWidgetItem(text.typed_hours(self._minutes[at]))
        minutes.setTextAlignment(Align.RIGHT.value)
        minutes.setData(Qt.ItemDataRole.AccessibleDescriptionRole, day)
        self._table.setItem(at, _MINUTES_COLUMN, minutes)
        self._say_rest(at)

    def _say_rest(self, at: int) -> None:
        cell = self._cells[at]
        rest = cell.most - (self._minutes[at] or 0)
        why = " ".join(part for part in (cell.why, cell.rest_why if rest else "") if part)
        for column, words in ((_REST_COLUMN, hours_words(rest) if rest > 0 else ""), (_WHY_COLUMN, why)):
            self._table.setItem(at, column, _read_only(column, words))

    def _take(self, item: QTableWidgetItem) -> None:
        """Take what is typed as minutes; what makes no sense is said and stays to be mended."""
        if item.column() != _MINUTES_COLUMN:
            return
        try:
            self._minutes[item.row()] = text.parse_hours(item.text()) if item.text().strip() else 0
        except text.NotUnderstood:
            self._minutes[item.row()] = None
        with QSignalBlocker(self._table):
            if self._minutes[item.row()] is not None:
                item.setText(text.typed_hours(self._minutes[item.row()]))
            self._say_rest(item.row())
        self._say_words()
        self.check()
        self.changed.emit()

    def _say_words(self) -> None:
        total = sum(minutes or 0 for minutes in self._minutes)
        rest = sum(cell.most for cell in self._cells) - total
        said = list(self._notices)
        if self._cells:
            message = (
                _("Se justifican {total}; quedan {rest} sin justificar.")
                if rest
                else _("Se justifican {total}.")
            )
            said.append(message.format(total=hours_words(total), rest=hours_words(rest)))
        self.words.setText("\n".join(said))


def _headings() -> tuple[str, ...]:
    return (
        _("Día"),
        _("Horas"),
        _("Bloque"),
        _("Faltó"),
        _("Se justifica"),
        _("Sin justificar"),
        _("Por qué"),
    )


def _read_only(column: int, words: str) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setToolTip(words)
    item.setTextAlignment((Align.RIGHT if column in _FIGURES else Align.LEFT).value)
    return item
