"""The first page: three lists that answer three questions, and the year under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.home import Home
from cpepa_desktop.ui.home.deck import DeckLayout
from cpepa_desktop.ui.home.rows import due_rows, paper_row, quiet_words, risk_row, week_row
from cpepa_desktop.ui.home.strip import YearStrip
from cpepa_desktop.ui.home.waiting import RowCommand, WaitingList, WaitingRow
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import PageView, Place, button

_COLUMN: Final = 264
_FILE_KEYS: Final = "Ctrl+D"
_SHARE_OF_LISTS, _SHARE_OF_YEAR = 3, 2


class HomeView(PageView):
    """What is due, who is at risk, what is to be entered, and the courses of the year.

    Signals:
        place_asked: the person wants to go where something that waits is dealt with; carries the place.
        course_asked: the person wants to see a course of the year; carries its code.
        plan_asked: there is no course and the person wants to plan one.
        filing_asked: something that is due was met; carries its obligations.
    """

    place_asked = Signal(object)
    course_asked = Signal(str)
    plan_asked = Signal()
    filing_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("home", _("Inicio"))
        self.due = WaitingCard("home_due", _("Vence"), "calendar", _("Nada pendiente."))
        self.risks = WaitingCard(
            "home_risks", _("En riesgo"), "risk", _("Nadie está en riesgo de no llegar a su asistencia.")
        )
        self.entries = WaitingCard(
            "home_entries", _("Por introducir"), "to-do", _("Toda la asistencia está introducida.")
        )
        self.strip = YearStrip("home_year_strip")
        self.strip.opened.connect(self.course_asked)
        self._year = Card("home_year", "", "courses", self.strip)
        for card in (self.due, self.risks, self.entries):
            card.list.opened.connect(self.place_asked)
        self._offer_filing()
        nothing = EmptyState(
            "home_empty",
            _("Todavía no hay ningún curso. Planifique el primero: especialidad, fechas y horario."),
            action=_("Planificar un curso"),
            icon="courses",
        )
        nothing.acted.connect(self.plan_asked)
        self.set_body(self._body(), nothing)

    def show_home(self, home: Home, today: date) -> None:
        """Show everything as of a day."""
        self.show_empty(empty=not home.has_courses)
        self.due.say_quiet(quiet_words(home.next_due))
        self.due.set_rows(due_rows(home.due, today))
        self.risks.set_rows([risk_row(each) for each in home.at_risk])
        weeks = [week_row(week, today) for week in home.weeks]
        self.entries.set_rows([*weeks, *(paper_row(each) for each in home.papers)])
        self.strip.show_year(home.year, home.courses, today)
        self._year.say(_("Curso {year}").format(year=home.year), len(home.courses))

    def _offer_filing(self) -> None:
        """Let what is due be closed from here, and everything that is due be seen."""
        open_row = RowCommand("open", _("Abrir"), "link", "", lambda row: self.place_asked.emit(row.place))
        file = RowCommand(
            "file",
            _("Dar por cumplido…"),
            "check",
            _FILE_KEYS,
            lambda row: self.filing_asked.emit(row.about),
        )
        for command in (open_row, file):
            self.due.list.add_command(command)
        self.due.list.setAccessibleDescription(with_keys(file.words, _FILE_KEYS))
        everything = button(
            "home_due_all", _("Ver todos los plazos"), icon="calendar", shortcut="Ctrl+Alt+D", owner=self
        )
        theme.set_role(everything, theme.Role.FLAT)
        everything.clicked.connect(lambda: self.place_asked.emit(Place("planning", detail="agenda")))
        self.due.add_foot(everything)

    def _body(self) -> QWidget:
        lists = QWidget()
        lists.setObjectName("home_lists")
        deck = DeckLayout(_COLUMN)
        lists.setLayout(deck)
        for card in (self.due, self.risks, self.entries):
            deck.addWidget(card)
        body = QWidget()
        body.setObjectName("home_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(lists, _SHARE_OF_LISTS)
        layout.addWidget(self._year, _SHARE_OF_YEAR)
        return body


class Card(QFrame):
    """A card with a title, how many things it holds, and what it holds."""

    def __init__(self, name: str, title: str, icon: str, content: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        theme.set_role(self, theme.Role.CARD)
        self._title = theme.label(title, f"{name}_title", theme.Role.STRONG)
        self._count = QLabel()
        self._count.setObjectName(f"{name}_count")
        theme.set_role(self._count, theme.Role.QUIET)
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE_SMALL, 0, theme.SPACE_SMALL, 0)
        head.setSpacing(theme.SPACE_SMALL)
        head.addWidget(icons.icon_label(icon, "accent", icons.NORMAL))
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_SMALL, theme.SPACE, theme.SPACE_SMALL, theme.SPACE_SMALL)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addLayout(head)
        layout.addWidget(content, 1)

    def add_foot(self, widget: QWidget) -> None:
        """Put something under what the card holds."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made with one
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, title: str, count: int) -> None:
        """Change the title and how many things there are."""
        self._title.setText(title)
        self._count.setText(str(count) if count else "")
        things = ngettext("{title}: {n}", "{title}: {n}", count)
        self.setAccessibleName(things.format(title=title, n=count))


class WaitingCard(Card):
    """A card with a list of what waits, or what is said while nothing does."""

    def __init__(self, name: str, title: str, icon: str, quiet: str) -> None:
        pages = QStackedWidget()
        pages.setObjectName(f"{name}_pages")
        super().__init__(name, title, icon, pages)
        self.list = WaitingList(f"{name}_list", title)
        self._quiet = EmptyState(f"{name}_empty", quiet, icon="ok")
        self._pages = pages
        self._pages.addWidget(self._quiet)
        self._pages.addWidget(self.list)
        self._words = title

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show what waits."""
        self.list.set_rows(rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        self.say(self._words, len(rows))

    def say_quiet(self, sentence: str) -> None:
        """Change what is said while nothing waits."""
        self._quiet.say(sentence)
