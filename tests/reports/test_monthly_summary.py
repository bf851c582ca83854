"""The monthly summary: the hours of each person, what is pending, and the mark of art. 20.3."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.reports.monthly_summary import (
    NOBODY,
    NOTES,
    Hours,
    MonthlySummary,
    missing_items,
    pdf,
    story,
)
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.course_sheets import monthly_summary
from tests.reports.reading import Reading
from tests.reports.sheets import PEOPLE


def read(summary: MonthlySummary) -> Reading:
    return check(story(summary), pdf(summary))


def said(summary: MonthlySummary) -> list[str]:
    return [element.text.strip() for element in read(summary).elements if element.text]


def row(summary: MonthlySummary, n: int) -> list[str]:
    """Return the row of a person without number, name and document."""
    (found,) = [cells for cells in rows_of(read(summary), 0) if cells and cells[0] == str(n)]
    return found[3:]


def test_each_person_has_the_hours_of_the_month_one_by_one() -> None:
    assert row(monthly_summary(), 3) == [
        *("95 h", "85 h", "5 h", "2:30 h", "2:30 h", "0 h", "0 h"),
        *("1", "150 h de 380 h", "39,4 %"),
    ]
    assert row(monthly_summary(), 1)[:7] == ["100 h", "95 h", "0 h", "0 h", "0 h", "0 h", "5 h"]


def test_more_days_than_the_limit_are_marked_and_told_with_their_article() -> None:
    summary = monthly_summary()
    texts = said(summary)

    assert row(summary, 2)[7] == "4 (más de 3)"
    assert any("causa de exclusión (EFP/942/2022, art. 20.3)" in text for text in texts)
    assert f"{PEOPLE[1]}: lun 12 feb, mar 13 feb, mié 14 feb y jue 15 feb" in texts
    at_the_limit = replace(summary.people[1], unjustified_days=summary.people[1].unjustified_days[:3])
    texts = said(replace(summary, people=(at_the_limit,)))
    assert "Faltas no justificadas" not in texts


def test_a_call_without_a_limit_marks_nobody() -> None:
    summary = replace(monthly_summary(), most_days=None, most_days_source="")

    assert row(summary, 2)[7] == "4"
    assert "Faltas no justificadas" not in said(summary)


def test_what_is_pending_is_told_as_pending() -> None:
    assert row(monthly_summary(), 4)[5] == "10 h"
    assert missing_items(monthly_summary()) == (f"{PEOPLE[3]}: 10\N{NO-BREAK SPACE}h sin introducir",)


def test_who_joins_or_leaves_says_when_and_who_owes_nothing_has_no_share() -> None:
    texts = said(monthly_summary())

    assert f"{PEOPLE[4]} (alta el jue 1 feb, baja el mié 14 feb)" in texts
    assert row(monthly_summary(), 6)[-1] == "—"


def test_a_share_just_short_is_never_rounded_up() -> None:
    person = replace(monthly_summary().people[0], attended_so_far=17_099, base=22_800)

    assert row(replace(monthly_summary(), people=(person,)), 1)[-1] == "74,9 %"


def test_totals_are_the_sum_of_the_rows() -> None:
    summary = monthly_summary()
    total = rows_of(read(summary), 0)[-1]

    assert total[0] == "Total"
    assert total[1:4] == ["1345 h", "1255 h", "5 h"]
    assert sum(person.hours.total for person in summary.people) == 1345 * 60
    assert total[-3] == "5"


def test_the_head_the_notes_and_the_signature_are_there() -> None:
    texts = said(monthly_summary())

    for expected in ("Febrero de 2024", *NOTES, "Ana Belén Gracia", "Sello del centro"):
        assert expected in texts, expected


def test_a_month_without_people_says_so() -> None:
    assert NOBODY in said(replace(monthly_summary(), people=()))


@pytest.mark.parametrize("people", [1, 25])
def test_any_number_of_people_is_one_table(people: int) -> None:
    assert len(read(monthly_summary(people)).pages) <= 2


def test_the_parts_of_the_hours_are_their_total() -> None:
    assert (Hours(1, 2, 3, 4, 5, 6) + Hours(attended=1)).total == 22


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("monthly-summary", pdf(monthly_summary()))
