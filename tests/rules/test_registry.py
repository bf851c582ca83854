"""A rule is entered once, under its own name, with the article it applies."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import cpepa_desktop.rules
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.rules.registry import RULES, Rule, rule
from tests.rules.reader import FOLDER, cases_of, document

HERE = Citation("EPE/873/2023", "ap. 19.1")


@pytest.fixture
def registry() -> Iterator[dict[str, Rule]]:
    """Give the rules, and make them afterwards what they were."""
    before = dict(RULES)
    yield RULES
    RULES.clear()
    RULES.update(before)


def all_rules() -> Mapping[str, Rule]:
    for module in pkgutil.walk_packages(cpepa_desktop.rules.__path__, "cpepa_desktop.rules."):
        importlib.import_module(module.name)
    return RULES


def test_a_rule_is_entered_under_its_name_and_stays_the_function_it_was(registry: dict[str, Rule]) -> None:
    def as_written(minutes: int) -> int:
        return minutes * 2

    assert rule(HERE)(as_written) is as_written
    assert registry["as_written"] == Rule("as_written", HERE, as_written)


def test_two_rules_cannot_share_a_name() -> None:
    all_rules()

    def module_test() -> None: ...

    known = RULES["module_test"]
    with pytest.raises(ValueError, match="two rules are called module_test"):
        rule(HERE)(module_test)
    assert RULES["module_test"] is known


@pytest.mark.parametrize("citation", [Citation("", "art. 1"), Citation("EPE/873/2023", "")])
def test_a_rule_without_its_article_cannot_be_written(citation: Citation) -> None:
    with pytest.raises(ValueError, match="the norm and the place"):
        rule(citation)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_file_of_cases_is_of_a_rule_and_cites_its_article(file: Path) -> None:
    assert document(file)["citation"] == str(all_rules()[file.stem].citation)
    assert document(file)["text"].strip()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_case_has_a_name_of_its_own_a_text_and_both_sides(file: Path) -> None:
    found = cases_of(file)
    assert len({case.name for case in found}) == len(found) > 1
    assert all(case.text and case.input and case.output for case in found)
