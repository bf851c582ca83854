"""Which courses a paper serves, ticked in a list, and what it grants to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpepa_desktop.domain.official_papers import CourseServed
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.fields import Field

Choice = tuple[str, str]
_COURSE: Final = 0
_AMOUNT: Final = 1
_FEWEST_ROWS: Final = 2
_ROWS_SHOWN: Final = 5
_AMOUNT_FIGURES: Final = "000.000,00 €"
_CENTS: Final = 100


class CoursesField(Field[tuple[CourseServed, ...]]):
    """Courses ticked with the space bar; beside each its amount, while the paper has amounts.

    Its value is never ``None``.
    """

    _table: QTableWidget

    def __init__(
        self, name: str, label: str, courses: Sequence[Choice], *, required: bool = False, hint: str = ""
    ) -> None:
        self._codes: list[str] = []
        super().__init__(name, label, required=required, hint=hint)
        self._offer(courses)

    def _make_editor(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.row_height())
        head = table.horizontalHeader()
        head.setSectionResizeMode(_COURSE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_AMOUNT, QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.hide()
        table.setColumnWidth(_AMOUNT, table.fontMetrics().horizontalAdvance(_AMOUNT_FIGURES) * 3 // 2)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.EditKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
        )
        table.itemChanged.connect(self._take)
        self._table = table
        return table

    def show_amounts(self, words: str) -> None:
        """Ask for the amount of each course under those words, or for none where they are empty."""
        self._table.setHorizontalHeaderLabels([_("Curso"), words])
        self._table.setColumnHidden(_AMOUNT, not words)
        self._table.horizontalHeader().setVisible(bool(words))
        heading = self._table.horizontalHeader().sizeHint().height() if words else 0
        rows = min(max(len(self._codes), _FEWEST_ROWS), _ROWS_SHOWN)
        self._table.setFixedHeight(theme.row_height() * rows + heading + 2)

    def value(self) -> tuple[CourseServed, ...]:
        """Return the courses ticked with their amounts. Raise ``NotUnderstood`` for no amount of money."""
        return tuple(
            CourseServed(code, self._cents(at)) for at, code in enumerate(self._codes) if self._is_ticked(at)
        )

    def set_value(self, value: tuple[CourseServed, ...] | None) -> None:
        """Tick these courses and no other, each with its amount."""
        served = {each.course: each for each in value or ()}
        with QSignalBlocker(self._table):
            for at, code in enumerate(self._codes):
                found = served.get(code)
                self._item(at, _COURSE).setCheckState(_state(ticked=found is not None))
                cents = found.cents if found else None
                self._item(at, _AMOUNT).setText("" if cents is None else text.money(cents))
        self.say("")

    def check(self) -> bool:
        """Say what is wrong: an amount nobody understands, no course where one is asked for."""
        if self._table.state() == QAbstractItemView.State.EditingState:
            self._table.setFocus()  # the amount under way is taken as it stands
        is_right = super().check()
        if is_right and self.required and not self.value():
            self.say(_("Elija al menos un curso."))
            return False
        return is_right

    def _offer(self, courses: Sequence[Choice]) -> None:
        self._codes = [code for code, _words in courses]
        with QSignalBlocker(self._table):
            self._table.setRowCount(len(courses))
            for at, (_code, words) in enumerate(courses):
                course, amount = QTableWidgetItem(words), QTableWidgetItem("")
                flags = Qt.ItemFlag
                course.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
                course.setCheckState(_state(ticked=False))
                course.setToolTip(words)
                amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(at, _COURSE, course)
                self._table.setItem(at, _AMOUNT, amount)
            if courses:
                self._table.setCurrentCell(0, _COURSE)
        self.show_amounts("")

    def _take(self, changed: QTableWidgetItem) -> None:
        """Take what was ticked or typed; an amount ticks its course."""
        at = changed.row()
        with QSignalBlocker(self._table):
            if changed.column() == _AMOUNT and changed.text().strip():
                self._item(at, _COURSE).setCheckState(_state(ticked=True))
        try:
            cents = self._cents(at)
        except text.NotUnderstood as error:
            self.say(str(error))
        else:
            with QSignalBlocker(self._table):
                self._item(at, _AMOUNT).setText("" if cents is None else text.money(cents))
            self.say("")
        self.changed.emit()

    def _cents(self, at: int) -> int | None:
        typed = self._item(at, _AMOUNT).text().replace("€", "").strip()
        if self._table.isColumnHidden(_AMOUNT) or not typed:
            return None
        plain = typed.replace(".", "") if "," in typed else typed
        return text.parse_number(plain, _CENTS)

    def _is_ticked(self, at: int) -> bool:
        return self._item(at, _COURSE).checkState() == Qt.CheckState.Checked

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self._table.item(row, column)
        assert found is not None  # noqa: S101 - every cell is made with the rows
        return found


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
