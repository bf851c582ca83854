"""Connects the first page to what it names."""

from __future__ import annotations

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations.home import read_home
from cpepa_desktop.ui.home.view import HomeView
from cpepa_desktop.ui.obligations.filing import ask_filing
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.page import Page
from cpepa_desktop.ui.shell import Shell


class HomePage(Page):
    """What is due, who is at risk, what is to be entered, and the courses of the year."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL, Kind.CATALOGUE}
    view: HomeView

    def __init__(self, shell: Shell) -> None:
        super().__init__(HomeView())
        self._shell = shell
        self.view.place_asked.connect(shell.travelled)
        self.view.course_asked.connect(lambda code: shell.go("course", code))
        self.view.filing_asked.connect(lambda due: ask_filing(self.view, shell, *due))
        self.view.plan_asked.connect(lambda: shell.go("courses", detail="new"))
        shell.year_changed.connect(self.read_again)

    def read(self) -> None:
        """Read everything the page names."""
        shell, today = self._shell, self._shell.clock.today()
        home = shell.ask(lambda: read_home(shell.workspace, shell.school_year))
        if home is not None:
            self.view.show_home(home, today)
            self.view.set_title(self.view.title.text(), text.long_day(today))
