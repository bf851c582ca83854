"""The manual covers every place of the window, and nothing in it leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cpepa_desktop.ui.course.tab import TabView
from cpepa_desktop.ui.manual.book import INDEX, ManualPage, links_of, manual, page_named, resource
from cpepa_desktop.ui.manual.topics import TOPICS
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from tests.house.tree import PACKAGE, sources
from tests.ui.conftest import CLOCK

MOST_BYTES = 150_000
FOLDER = PACKAGE / "resources" / "manual"


def leads_somewhere(page: ManualPage, target: str) -> bool:
    """Say whether a link or picture of a page is there."""
    name, _hash, anchor = target.partition("#")
    if name and not name.endswith(".md"):
        return bool(resource(name))
    try:
        named = page_named(name or page.name)
    except KeyError:
        return False
    return not anchor or anchor in {section.anchor for section in named.sections}


def test_every_link_and_picture_is_there() -> None:
    lost = [
        (page.name, to) for page in manual() for to in links_of(page.text) if not leads_somewhere(page, to)
    ]
    assert lost == []


def test_every_topic_is_a_page_or_a_heading_of_one() -> None:
    assert [topic for topic in TOPICS.values() if not leads_somewhere(page_named(INDEX), topic)] == []


def test_every_page_is_in_the_index_and_every_picture_in_a_page() -> None:
    assert {file.name for file in FOLDER.glob("*.md")} == {page.name for page in manual()}
    shown = {to for page in manual() for to in links_of(page.text) if to.startswith("pictures/")}
    assert {f"pictures/{file.name}" for file in (FOLDER / "pictures").iterdir()} == shown


def test_no_heading_of_a_page_stands_twice() -> None:
    """A link to it would lead to the first one."""
    for page in manual():
        anchors = [section.anchor for section in page.sections]
        assert sorted(set(anchors)) == sorted(anchors), page.name


def test_pictures_are_pictures_and_small() -> None:
    for file in (FOLDER / "pictures").iterdir():
        assert not QImage(str(file)).isNull(), file.name
        assert file.stat().st_size < MOST_BYTES, file.name


def test_every_page_of_the_window_and_every_tab_of_a_course_has_a_topic(qtbot: QtBot, tmp_path: Path) -> None:
    shell = Shell(CLOCK, "Secretaría", Settings(tmp_path))
    lacking = []
    for entry in pages():
        page = entry.make(shell)
        qtbot.addWidget(page.view)
        views = [page.view, *page.view.findChildren(TabView)]
        lacking += [view.objectName() for view in views if view.objectName() not in TOPICS]
    assert lacking == []


def test_every_topic_is_about_something_that_is_in_the_window() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources(PACKAGE / "ui"))
    names = {name.removeprefix("page_") for name in TOPICS}
    assert [name for name in sorted(names) if not re.search(rf'"(?:page_)?{name}"', text)] == []
