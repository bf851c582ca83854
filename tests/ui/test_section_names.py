"""The sections that pages have, and the words they are gone to by."""

from __future__ import annotations

from cpepa_desktop.ui.course.controller import CourseWorkspacePage
from cpepa_desktop.ui.course.file.controller import FileTab
from cpepa_desktop.ui.planning.controller import PlanningPage
from cpepa_desktop.ui.section_names import file_sections, planning_sections
from cpepa_desktop.ui.sections import SectionTabs
from cpepa_desktop.ui.window import MainWindow


def shown(tabs: SectionTabs) -> dict[str, str]:
    """Return the sections of a row by name, with the words on each."""
    return {name: tabs.tabText(at) for at, name in enumerate(tabs.names)}


def test_the_planning_has_the_sections_that_are_named(window: MainWindow) -> None:
    page = window.page("planning")
    assert isinstance(page, PlanningPage)
    assert shown(page.view.sections) == planning_sections()


def test_the_file_of_a_course_has_the_sections_that_are_named(window: MainWindow) -> None:
    page = window.page("course")
    assert isinstance(page, CourseWorkspacePage)
    tab = page.tab("file")
    assert isinstance(tab, FileTab)
    assert shown(tab.view.sections) == file_sections()


def test_no_two_sections_of_a_page_have_the_same_words() -> None:
    for sections in (planning_sections(), file_sections()):
        assert len(set(sections.values())) == len(sections)
