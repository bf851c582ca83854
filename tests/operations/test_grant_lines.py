"""A grant line by line, as the window, the paper and the command line show it."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.domain.grant import GrantRequest
from cpepa_desktop.operations.grant import estimate
from cpepa_desktop.operations.grant_lines import basis_lines, grant_figures, grant_lines

FOUND = estimate(None, GrantRequest("EPE-873-2023", "SSCS0208", "", "Zaragoza"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_every_amount_comes_with_its_arithmetic_and_its_article() -> None:
    lines = {line.key: line for line in grant_lines(FOUND)}
    assert list(lines) == [
        "estimated",
        "product_cap",
        "result_cap",
        "product_unit",
        "result_unit",
        "advance_initial",
        "advance_after_start",
        "advance_single",
    ]
    assert plain(lines["estimated"].formula) == "(370 h + 10 h) × 7,61 €/h × 13 participantes = 37.593,40 €"
    assert plain(lines["result_unit"].formula) == "20 % × 37.593,40 € ÷ 10 = 751,868 €"
    assert str(lines["result_unit"].citation) == "EPE/873/2023, ap. 19.1.2º"
    assert all(plain(line.value) in plain(line.formula) for line in lines.values())


def test_what_the_resolution_grants_is_a_line_of_its_own() -> None:
    lines = grant_lines(replace(FOUND, resolved=3_000_000))
    assert [(line.key, plain(line.value)) for line in lines[:2]] == [
        ("estimated", "37.593,40 €"),
        ("resolved", "30.000,00 €"),
    ]


def test_without_a_complementary_module_the_hours_stand_alone() -> None:
    line = grant_lines(replace(FOUND, complementary_minutes=0))[0]
    assert plain(line.formula).startswith("370 h × 7,61 €/h")


def test_each_amount_explains_itself_with_its_formula_and_the_wording_of_its_article() -> None:
    for figure in grant_figures(FOUND):
        assert figure.explanation.formula[1]
        assert figure.explanation.articles
        assert all(article.text for article in figure.explanation.articles)
        assert figure.value in figure.explanation.sentence


def test_the_basis_says_how_many_of_the_seats_are_asked_for() -> None:
    assert dict(basis_lines(FOUND))["Participantes"] == "13"
    assert dict(basis_lines(replace(FOUND, participants=10)))["Participantes"] == "10 de 13"
