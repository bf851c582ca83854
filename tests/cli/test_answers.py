"""How answers look as JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cpepa_desktop.cli.answers import of_changes, problem_forms, to_json
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Problem


def test_money_days_words_and_paths_are_texts() -> None:
    data = {"money": Decimal("7.10"), "day": date(2024, 2, 12), "kind": Kind.COURSE, "path": Path("a/b")}
    assert json.loads(to_json(data)) == {
        "money": "7.10",
        "day": "2024-02-12",
        "kind": "course",
        "path": str(Path("a/b")),
    }


def test_accents_stay_readable() -> None:
    assert "Ágreda" in to_json({"name": "Ágreda"})


def test_what_has_no_form_is_a_bug() -> None:
    with pytest.raises(TypeError):
        to_json({"set": {1}})


def test_an_operation_answers_with_its_name_and_its_notices() -> None:
    answer = of_changes(Changes("Planificar", frozenset(), "C1", ("ojo",)), sessions=76)
    assert answer.notices == ("ojo",)
    assert json.loads(to_json(answer.data))["sessions"] == 76


def test_a_problem_keeps_its_place() -> None:
    assert problem_forms([Problem("mal", 3, "DNI")]) == [
        {"row": 3, "column": "DNI", "where": "", "message": "mal"}
    ]
