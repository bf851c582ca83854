"""Tests of the list of pages."""

from __future__ import annotations

from cpepa_desktop.ui.pages import FIRST, pages
from cpepa_desktop.ui.parts.icons import icon_names


def test_every_page_has_a_name_of_its_own_and_an_icon() -> None:
    names = [page.name for page in pages()]
    assert len(set(names)) == len(names)
    assert {page.icon for page in pages()} <= set(icon_names())


def test_the_first_page_is_in_the_navigation_and_so_is_what_others_are_within() -> None:
    stops = {page.name for page in pages() if not page.within}
    assert FIRST in stops
    assert {page.within for page in pages() if page.within} <= stops
