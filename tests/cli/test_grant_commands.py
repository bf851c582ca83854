"""The grant of a course asked for at the command line, without a file."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal

SSCS = ("grant", "estimate", "--call", "EPE-873-2023", "--speciality", "SSCS0208", "--province", "Zaragoza")


def test_an_estimate_answers_with_decimal_strings_and_needs_no_file(run: Terminal) -> None:
    assert run.bare(*SSCS, "--json").json == {
        "hours": 370,
        "complementary_hours": 10,
        "rate": "7.61",
        "participants": 13,
        "granted": "37593.40",
        "product_cap": "30074.72",
        "result_cap": "7518.68",
        "result_unit": "751.868",
        "advances": {"initial": "9398.35", "after_start": "13157.69", "single": "22556.04"},
    }


@pytest.mark.parametrize(("part", "unit"), [("A1", "821.184"), ("A2", "622.44"), ("MF0973_1", "195.78")])
def test_a_part_has_its_own_hours_and_rate_and_its_unit_two_decimals_at_least(
    run: Terminal, part: str, unit: str
) -> None:
    words = ("grant", "estimate", "--call", "EPE-873-2023", "--speciality", "ADGD0308", "--part", part)
    assert run.bare(*words, "--province", "Zaragoza", "--json").json["result_unit"] == unit


def test_a_round_unit_keeps_two_decimals(run: Terminal) -> None:
    words = (*SSCS, "--participants", "10", "--json")
    assert run.bare(*words).json["granted"] == "28918.00"
    assert run.bare(*words).json["result_unit"] == "578.36"


def test_the_words_give_the_formula_and_the_articles(run: Terminal) -> None:
    said = run.bare(*SSCS)
    assert said.status == 0
    assert "(370 h + 10 h)" in said.out
    assert "ap. 19.1.2º" in said.out


def test_over_a_file_the_figures_of_the_centre_count(centre: Terminal) -> None:
    assert centre(*SSCS, "--json").json["granted"] == "37593.40"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--participants", "0"), "de 1 a 13 participantes"),
        (("--participants", "14"), "de 1 a 13 participantes"),
        (("--province", "Soria"), "«Soria»"),
        (("--speciality", "XXXX0000"), "«XXXX0000»"),
        (("--part", "A1"), "no tiene partes"),
        (("--call", "own-resources"), "no concede subvención"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(run: Terminal, words: tuple[str, ...], sentence: str) -> None:
    said = run.bare(*SSCS, *words)
    assert (said.status, said.out) == (1, "")
    assert sentence in said.err


def test_participants_that_are_no_number_are_ill_written(run: Terminal) -> None:
    assert run.bare(*SSCS, "--participants", "trece").status == 2
