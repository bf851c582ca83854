"""Tests of `print`: each document takes the words of its scope and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from tests.cli.conftest import Terminal
from tests.operations.builders import at

COURSE = "2024-SSCS0208"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Give the file of the sample centre."""
    path = tmp_path / "muestra.cpepa"
    build_sample(path, at(SAMPLE_DAY), "Ana").file.close()
    return path


def words(path: Path, *more: str) -> list[str]:
    """Return a line that prints to a folder beside the file."""
    return [
        "--file",
        str(path),
        "--today",
        f"{SAMPLE_DAY}",
        "print",
        *more,
        "--out",
        str(path.parent / "pdf"),
    ]


@pytest.mark.parametrize(
    ("document", "given", "said"),
    [
        ("attendance-sheet", [], "--week"),
        ("attendance-sheet", ["--week", "2024-W07", "--person", "90000011E"], "no lleva --person"),
        ("hours-certificate", [], "--person"),
        ("day-certificate", ["--person", "90000011E"], "--day"),
        ("class-list", ["--month", "2024-02"], "no lleva --month"),
    ],
)
def test_words_missing_or_too_many_are_said(
    run: Terminal, sample: Path, document: str, given: list[str], said: str
) -> None:
    answer = run.bare(*words(sample, document, COURSE, *given))
    assert answer.status == 2
    assert said in answer.err


def test_a_certificate_is_printed_by_document_and_day(run: Terminal, sample: Path) -> None:
    line = words(sample, "day-certificate", COURSE, "--person", "90000011E", "--day", "2024-02-07")
    answer = run.bare(*line, "--json")
    assert answer.status == 0
    assert "Ágreda" in Path(answer.json["path"]).name


def test_somebody_who_is_not_there_is_refused(run: Terminal, sample: Path) -> None:
    answer = run.bare(*words(sample, "hours-certificate", COURSE, "--person", "12345678Z"))
    assert answer.status == 1


def test_a_month_that_is_none_is_said(run: Terminal, sample: Path) -> None:
    answer = run.bare(*words(sample, "monthly-summary", COURSE, "--month", "2024-13"))
    assert answer.status == 2
    assert "2024-13" in answer.err


def test_the_list_says_what_each_document_is_of(run: Terminal) -> None:
    found = {each["document"]: each for each in run.bare("print", "--list", "--json").json}
    assert (found["hours-certificate"]["scope"], found["hours-certificate"]["owed"]) == ("person", False)
    assert (found["attendance-sheet"]["scope"], found["attendance-sheet"]["weekly"]) == ("week", True)
