"""The final report of connections: the same of every class of the course."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.connections_final import missing_items, pdf, story
from cpepa_desktop.reports.parts.connection_tables import NO_CLASS
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.connection_sheets import final
from tests.reports.sheets import PEOPLE


def test_it_is_of_the_whole_course_with_every_class_and_the_totals_of_each_person() -> None:
    read = check(story(final()), pdf(final()))

    assert "del 12 de febrero al 2 de mayo de 2024" in [element.text.strip() for element in read.elements]
    assert [row[0] for row in rows_of(read, 0) if row[0].endswith("feb")] == [
        "lun 12 feb",
        "mié 14 feb",
        "jue 15 feb",
        "vie 16 feb",
    ]
    assert [PEOPLE[0], "10000000X", "2", "9:28 h"] in rows_of(read, 1)


def test_many_people_run_over_pages() -> None:
    check(story(final(40)), pdf(final(40)))


def test_what_is_missing_is_told_before_printing() -> None:
    assert missing_items(final())[-1] == "Sin registro de conexiones, vie 16 feb"


def test_a_course_without_a_virtual_classroom_says_so() -> None:
    nothing = replace(final(), classes=())
    assert NO_CLASS in [element.text.strip() for element in check(story(nothing), pdf(nothing)).elements]


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("connections-final", pdf(final()))
