"""A day typed in any usual form, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QPushButton, QWidgetAction

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.fields.lines import ParsedField
from cpepa_desktop.ui.parts.keys import give_keys


class DateField(ParsedField[date]):
    """A day, typed in any usual form or chosen in a calendar."""

    def _parse(self, typed: str) -> date:
        return text.parse_day(typed)

    def _format(self, value: date) -> str:
        return text.typed_day(value)

    def _accompany(self, row: QHBoxLayout) -> None:
        button = QPushButton()
        button.setIcon(icons.icon("calendar", "quiet"))
        button.setObjectName(f"{self.name}_calendar")
        button.setAccessibleName(_("Calendario: {label}").format(label=self.label))
        button.setToolTip(_("Elegir en el calendario"))
        button.clicked.connect(self._open_calendar)
        theme.set_role(button, theme.Role.FLAT)
        give_keys(button, "Alt+Down", self)
        row.addWidget(button)
        self._line.setPlaceholderText(_("dd/mm/aaaa"))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setObjectName(f"{self.name}_month")
        calendar.setAccessibleName(self.label)
        try:
            shown = self.value()
        except text.NotUnderstood:
            shown = None
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.setFocus()
        menu.exec(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.changed.emit()
