"""The heat map on paper: a sign in each cell, so that it reads in black and white and aloud."""

from __future__ import annotations

from cpepa_desktop.domain.pictures import HeatState
from cpepa_desktop.reports.heat_map import HeatMapPaper, pdf, story
from tests.reports.checks import check, tables
from tests.reports.person_sheets import heat
from tests.reports.sheets import PEOPLE

SIGNS = {
    HeatState.FULL: "✓",
    HeatState.PARTLY: "2:30",
    HeatState.ABSENT: "A",
    HeatState.JUSTIFIED: "J",
    HeatState.PENDING: "?",
    HeatState.FUTURE: "",
    HeatState.OUTSIDE: "—",
}


def cells(paper: HeatMapPaper) -> list[list[str]]:
    """Return the texts of the cells of each table."""
    found = tables(check(story(paper), pdf(paper)))
    return [[e.text.strip() for e in table if e.tag in {"TD", "TH"}] for table in found]


def test_every_state_has_a_sign_of_its_own() -> None:
    paper = heat()
    first = cells(paper)[0]
    place = first.index(f"1. {PEOPLE[0]}")
    row = paper.picture.rows[0].cells
    assert first[place + 1 : place + 8] == [SIGNS[cell.state] for cell in row[:7]]
    assert len(set(SIGNS.values())) == len(HeatState)


def test_each_month_has_its_table_with_all_the_people() -> None:
    months = cells(heat())
    assert len(months) == 2
    for month in months:
        assert [text for text in month if ". " in text] == [
            f"{n}. {name}" for n, name in enumerate(PEOPLE, 1)
        ]


def test_the_legend_tells_every_sign() -> None:
    text = " ".join(e.text for e in check(story(heat()), pdf(heat())).elements if e.tag == "P")
    for words in ("✓: asiste", "2:30: asiste", "A, tachado", "J, rayado", "?: asistencia sin", "—: fuera"):
        assert words in text.replace(" :", ":"), words


def test_a_course_with_nobody_says_so() -> None:
    texts = [e.text for e in check(story(heat(people=0)), pdf(heat(people=0))).elements]
    assert any("no tiene todavía" in text for text in texts)
