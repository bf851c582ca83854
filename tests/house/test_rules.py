"""Every rule of law cites its article, has a case, and is used; every figure of a call has its source."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping

import cpepa_desktop.rules
from cpepa_desktop.rules.registry import RULES, Rule
from tests.house.tree import PACKAGE, ROOT, TESTS, parsed, shown, sources


def all_rules() -> Mapping[str, Rule]:
    """Return the rules of every file of the room."""
    for module in pkgutil.walk_packages(cpepa_desktop.rules.__path__, "cpepa_desktop.rules."):
        importlib.import_module(module.name)
    return RULES


def test_there_are_rules_and_each_cites_a_norm_and_the_place_in_it() -> None:
    assert all_rules()
    for name, rule in all_rules().items():
        assert rule.citation.norm.strip(), name
        assert rule.citation.place.strip(), name


def test_what_answers_with_a_verdict_is_a_rule() -> None:
    """A public function of `rules` that returns a verdict and is not registered might have no article."""
    uncited = [
        f"{shown(file)}: {node.name}"
        for file in sources(PACKAGE / "rules")
        for node in parsed(file).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and "Verdict" in ast.unparse(node.returns)
        and node.name not in all_rules()
    ]
    assert uncited == []


def test_every_rule_has_a_case() -> None:
    """In the cases that a lawyer can read or in a test that names it."""
    room = TESTS / "rules"
    words = {
        word
        for file in (*room.rglob("*.toml"), *room.rglob("*.py"))
        for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))
    }
    assert sorted(set(all_rules()) - words) == []


def test_every_rule_is_used_outside_its_file() -> None:
    """A rule that nothing asks is a reading of the law that nobody has checked; another rule may ask it."""
    used = {
        (name, file)
        for file in sources(PACKAGE)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Name | ast.Attribute)
        for name in [node.id if isinstance(node, ast.Name) else node.attr]
    }
    own = {
        name: ROOT / f"{rule.function.__module__.replace('.', '/')}.py" for name, rule in all_rules().items()
    }
    assert [name for name, file in own.items() if not any(n == name and f != file for n, f in used)] == []


def values(table: object, path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each dated value of a call's file with its path."""
    if isinstance(table, list):
        for n, item in enumerate(table):
            yield from values(item, f"{path}[{n}]")
    elif isinstance(table, dict):
        if "value" in table and "day" in table:
            yield path, table
        for key, item in table.items():
            yield from values(item, f"{path}.{key}")


def test_every_figure_of_a_call_has_its_norm_and_the_place_in_it() -> None:
    calls = sorted((PACKAGE / "resources" / "calls").glob("*.toml"))
    assert calls
    unsourced = [
        f"{file.relative_to(ROOT)}{path}"
        for file in calls
        for path, value in values(tomllib.loads(file.read_text(encoding="utf-8")), "")
        if not value.get("norm") or not value.get("place")
    ]
    assert unsourced == []
