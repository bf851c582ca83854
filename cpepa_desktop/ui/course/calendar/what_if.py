"""What another calendar of a course would be, beside the one it has: modules, days and what to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words, short_day_words
from cpepa_desktop.operations.calendar_comparison import DayChange, ModuleDays, WhatIf
from cpepa_desktop.ui.parts import icons, text, theme
from cpepa_desktop.ui.parts.lines import Line, LinesList
from cpepa_desktop.ui.parts.table import Column, TablePanel

_LEAST_ROWS: Final = 5


class WhatIfPanel(QWidget):
    """A sentence that says when the course would begin and end, and three lists."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = theme.label("", f"{name}_words", theme.Role.STRONG)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.modules: TablePanel[ModuleDays] = TablePanel(
            f"{name}_modules", _("Módulos"), module_columns(), key=lambda row: row.code, filtered=False
        )
        self.days: TablePanel[DayChange] = TablePanel(
            f"{name}_days", _("Días que cambian"), day_columns(), key=lambda row: row.day, filtered=False
        )
        self.notes = LinesList(f"{name}_notes", _("Avisos"))
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}_tabs")
        self.tabs.setAccessibleName(_("Qué cambiaría"))
        for widget in (self.modules, self.days, self.notes):
            widget.setMinimumHeight(_LEAST_ROWS * theme.row_height())
            self.tabs.addTab(widget, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.words)
        layout.addWidget(self.tabs, 1)
        self.clear(_("Escriba el día para ver qué cambiaría."))

    def clear(self, words: str) -> None:
        """Show that there is nothing to compare, and why."""
        theme.set_role(self.words, theme.Role.QUIET)
        self.words.setText(words)
        self.tabs.setVisible(False)

    def show_what_if(self, what: WhatIf) -> None:
        """Show another calendar beside the one there is."""
        theme.set_role(self.words, theme.Role.STRONG)
        self.words.setText(_summary(what))
        self.modules.set_rows(what.modules)
        self.days.set_rows(what.moved_days)
        notes = [*_notes(what)]
        self.notes.set_lines(notes)
        self.tabs.setTabText(0, _("Módulos"))
        self.tabs.setTabText(1, _("Días que cambian ({n})").format(n=len(what.moved_days)))
        self.tabs.setTabText(2, _("Avisos ({n})").format(n=len(notes)))
        self.tabs.setTabIcon(2, icons.icon("no", "danger") if what.clashes else icons.icon("info", "quiet"))
        self.tabs.setVisible(True)
        if what.clashes:
            self.tabs.setCurrentIndex(2)

    def show_refused(self, refused: Refused) -> None:
        """Show why the course cannot be laid so."""
        self.clear("\n".join([refused.message, *(f"• {problem}" for problem in refused.problems)]))
        theme.set_role(self.words, theme.Role.STRONG)


def module_columns() -> tuple[Column[ModuleDays], ...]:
    """Return the columns of the modules, now and then."""
    return (
        Column(_("Módulo"), lambda row: row.code, width=11),
        Column(_("Ahora"), lambda row: row.was_first, text=_now, width=16),
        Column(
            _("Quedaría"),
            lambda row: row.first,
            text=_then,
            wash=lambda row: theme.Wash.WARNING if _now(row) != _then(row) else None,
            icon=lambda row: "move" if _now(row) != _then(row) else "",
            width=18,
        ),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, stretched=True),
    )


def day_columns() -> tuple[Column[DayChange], ...]:
    """Return the columns of the days that change."""
    return (
        Column(_("Día"), lambda row: row.day, text=lambda row: day_words(row.day), width=16),
        Column(_("Ahora"), lambda row: row.was or _("sin clase"), width=24),
        Column(_("Quedaría"), lambda row: row.now or _("sin clase"), stretched=True),
    )


def _summary(what: WhatIf) -> str:
    message = _("El curso empezaría el {first} y acabaría el {last}. Ahora: {was}.")
    if what.first == what.was_first:
        message = _("El curso acabaría el {last}. Ahora: {was}.")
    was = text.period(what.was_first, what.was_last) if what.was_last else day_words(what.was_first)
    return message.format(first=day_words(what.first), last=day_words(what.last), was=was)


def _notes(what: WhatIf) -> Iterator[Line]:
    for clash in what.clashes:
        yield Line(clash, "no", "danger", clash)
    if what.short_last_day:
        message = _("El último día, {day}, quedaría con {minutes}, menos del mínimo: elija qué hacer.")
        short = what.short_last_day
        words = message.format(day=day_words(short.day), minutes=hours_words(short.minutes))
        yield Line(words, "warning", "warning", words)
    for notice in what.notices:
        yield Line(notice, "warning", "warning", notice)
    for obligation in what.obligations:
        yield Line(obligation, "calendar", "quiet", obligation)


def _now(row: ModuleDays) -> str:
    return _period(row.was_first, row.was_last)


def _then(row: ModuleDays) -> str:
    return _period(row.first, row.last)


def _period(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return _("sin fechas")
    if first == last:
        return short_day_words(first)
    return text.short_period(first, last)
