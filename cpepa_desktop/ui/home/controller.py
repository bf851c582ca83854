"""Connects the first page to what it names."""

from __future__ import annotations

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.ui.home.reading import read_home
from cpepa_desktop.ui.home.view import HomeView
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.page import Page
from cpepa_desktop.ui.shell import Shell


class HomePage(Page):
    """What is under way and what waits."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL, Kind.CATALOGUE}
    view: HomeView

    def __init__(self, shell: Shell) -> None:
        super().__init__(HomeView())
        self._shell = shell
        self.view.course_asked.connect(lambda row: shell.go("course", row.code))
        self.view.week_asked.connect(
            lambda week: shell.go("course", week.course, f"attendance/{week.summary.week}")
        )
        self.view.risk_asked.connect(
            lambda each: shell.go("course", each.course, f"enrolments/{each.enrolment.id}")
        )
        self.view.paper_asked.connect(lambda each: shell.go("papers", str(each.paper.id)))
        self.view.plan_asked.connect(lambda: shell.go("courses", detail="new"))

    def read(self) -> None:
        """Read everything the page names."""
        home = self._shell.ask(lambda: read_home(self._shell.workspace))
        if home is not None:
            self.view.show_home(home)
            today = self._shell.clock.today()
            self.view.set_title(self.view.title.text(), text.long_day(today))
