"""The printed estimate of a grant: every amount with its arithmetic and its article."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.grant_estimate import (
    FINAL_TITLE,
    NO_PROMISE,
    NOTE,
    TITLE,
    GrantEstimatePaper,
    pdf,
    story,
)
from tests.reports.checks import check
from tests.reports.conftest import Compare
from tests.reports.money_sheets import estimate_alone, estimate_of_course
from tests.reports.sheets import HEAD


def said(paper: GrantEstimatePaper) -> list[str]:
    return [element.text.strip() for element in check(story(paper), pdf(paper)).elements if element.text]


def test_an_estimate_prints_its_basis_its_formulas_and_its_articles() -> None:
    paper = estimate_of_course()
    texts = said(paper)
    assert TITLE in texts
    for label, value in paper.basis:
        assert label in texts
        assert value in texts
    for line in paper.lines:
        for words in (line.label, line.formula, line.value, line.article):
            assert words in texts
    for sentence in paper.conditions:
        assert any(sentence in text for text in texts)
    assert NOTE in texts
    assert NO_PROMISE in texts
    assert any(HEAD.course_name in text for text in texts)


def test_what_is_not_planned_prints_under_the_head_of_the_centre_and_without_conditions() -> None:
    texts = said(estimate_alone())
    assert "Anticipos y límites" not in texts
    assert "SSCS0208" in texts


def test_what_a_resolution_grants_is_no_estimate() -> None:
    texts = said(replace(estimate_of_course(), is_resolved=True))
    assert FINAL_TITLE in texts
    assert NO_PROMISE not in texts


def test_the_same_estimate_gives_the_same_bytes() -> None:
    assert pdf(estimate_of_course()) == pdf(estimate_of_course())


def test_the_first_page_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("grant-estimate", pdf(estimate_of_course()))
