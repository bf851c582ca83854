"""Tests of what a picture says of itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cpepa_desktop.domain.pictures import ShareLine, SharePoint

DAY = date(2024, 2, 12)


def line(base: int, *points: SharePoint) -> ShareLine:
    return ShareLine("C", "Curso", "", base, base * 3 // 4, Decimal("0.75"), DAY, DAY, points)


def test_before_the_first_day_nothing_is_reached_and_all_of_it_is_reachable() -> None:
    begun = line(600)
    assert (begun.reached, begun.reachable) == (0, 600)


def test_the_last_day_says_where_the_share_stands() -> None:
    begun = line(600, SharePoint(DAY, 100, 600), SharePoint(date(2024, 2, 13), 150, 550))
    assert (begun.reached, begun.reachable) == (150, 550)
    assert begun.percent(begun.reached) == 25


def test_without_a_base_there_is_no_share() -> None:
    assert line(0).percent(0) == 0
