"""What a course needs around its classes: a tab of sections, each with its own folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.ui.course.file.deadlines.controller import DeadlinesTab
from cpepa_desktop.ui.course.file.funding.controller import FundingTab
from cpepa_desktop.ui.course.file.requirements.controller import RequirementsTab
from cpepa_desktop.ui.course.file.staff.controller import StaffTab
from cpepa_desktop.ui.course.file.view import FileView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.section_names import file_sections
from cpepa_desktop.ui.sections import Section, SectionWalk
from cpepa_desktop.ui.shell import Shell


class FileTab(Tab):
    """The sections of the file of a course; ``deadlines`` is the detail of the one of its terms."""

    view: FileView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        view = FileView()
        super().__init__(shell, view, parent)
        sections = _sections(shell, self)
        self._tabs = [section.part for section in sections]
        self.sections = SectionWalk(view.sections, sections, "Alt+Shift", view)

    def show_course(self, code: str) -> None:
        """Be about another course, in every section."""
        super().show_course(code)
        for tab in self._tabs:
            assert isinstance(tab, Tab)  # noqa: S101 - every section of a course is one
            tab.show_course(code)

    def read(self) -> None:
        """Read the section on screen."""
        self.sections.refresh()

    def refresh(self) -> None:
        """Read the section on screen where it is old."""
        self.sections.refresh()

    def on_changes(self, changes: Changes) -> None:
        """Tell the sections, which know what each depends on."""
        self.sections.on_changes(changes)

    def reveal_detail(self, detail: str) -> None:
        """Show a section, and what of it is named."""
        self.sections.reveal(detail)

    def detail(self) -> str:
        """Return the section and what of it is on screen."""
        return self.sections.detail()

    def leave(self) -> bool:
        """Save what is typed in the section on screen. Return false where that cannot be."""
        return self.sections.leave()


def _sections(shell: Shell, file: FileTab) -> list[Section]:
    """Return the sections in the order in which a course needs them; each part is a `Tab`."""
    makers: dict[str, Callable[[Shell, QObject], Tab]] = {
        "requirements": RequirementsTab,
        "deadlines": DeadlinesTab,
        "staff": StaffTab,
        "funding": FundingTab,
    }
    return [Section(name, words, makers[name](shell, file)) for name, words in file_sections().items()]
