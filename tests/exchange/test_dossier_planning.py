"""What does not hold together in the planning that a dossier brings, each with its path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cpepa_desktop.exchange.dossier import read_dossier
from tests.exchange.dossier_data import ANA, LUIS, Document, as_bytes, document, put_at

ENTITY = "Comarca Central"


def put(*path: str | int, value: object) -> Callable[[Document], None]:
    """Return a change that puts ``value`` at a place."""
    return lambda found: put_at(found, path, value)


def both(*changes: Callable[[Document], None]) -> Callable[[Document], None]:
    """Return several changes as one."""

    def change(found: Document) -> None:
        for each in changes:
            each(found)

    return change


def told(change: Callable[[Document], None]) -> Sequence[tuple[str, str]]:
    """Return the path and the sentence of each problem of the changed dossier."""
    found = document()
    change(found)
    return [(problem.where, problem.message) for problem in read_dossier(as_bytes(found)).problems]


@pytest.mark.parametrize(
    ("change", "where", "message"),
    [
        (put("pauses", 0, "resume_on", value="2024-02-15"), "$.pauses[0].resume_on", "antes de pararse"),
        (put("pauses", 0, "resume_on", value="2024-02-20"), "$.pauses[1].from_day", "acabe $.pauses[0]"),
        (put("pauses", 0, "from_day", value="2024-02-14"), "$.pauses[0].from_day", "$.stretches[3]"),
        (put("budget", 1, "position", value=1), "$.budget[1].position", "Está repetido"),
        (
            put("course", "local_entity", value=ENTITY),
            "$.course.local_entity",
            "no lo paga una entidad local",
        ),
        (put("course", "local_entity", value="Otra"), "$.course.local_entity", "no está en «local_entities»"),
        (
            put("official_papers", 2, "local_entity", value=None),
            "$.local_entities[0].name",
            "No paga el curso ni firma",
        ),
        (
            put("official_papers", 2, "local_entity", value="Otra"),
            "$.official_papers[2].local_entity",
            "no está en «local_entities»",
        ),
        (
            put("official_papers", 1, "received_on", value="2024-01-07"),
            "$.official_papers[1].received_on",
            "antes de su fecha",
        ),
        (
            put("enrolments", 0, "supports", 0, "approved_on", value="2024-02-20"),
            "$.enrolments[0].supports[0].approved_minutes",
            "falta uno de los dos",
        ),
        (
            put("enrolments", 0, "supports", 1, "approved_on", value="2024-02-12"),
            "$.enrolments[0].supports[1].approved_on",
            "antes de pedirse",
        ),
        (
            put("obligation_filings", 0, "subject", value="2024-02-13/2/3"),
            "$.obligation_filings[0].subject",
            "no está en «incidents»",
        ),
        (
            both(
                put("obligation_filings", 0, "name", value="attendance_weekly"),
                put("obligation_filings", 0, "subject", value="2024-99"),
            ),
            "$.obligation_filings[0].subject",
            "2024-99",
        ),
        (
            put("obligation_filings", 2, "withdraw_reason", value=""),
            "$.obligation_filings[2].withdraw_reason",
            "van juntos",
        ),
        (
            both(
                put("obligation_filings", 2, "withdraw_reason", value=""),
                put("obligation_filings", 2, "withdrawn_on", value=None),
            ),
            "$.obligation_filings[3]",
            "Está repetido",
        ),
        (put("roles", 1, "contract_to", value="2023-12-31"), "$.roles[1].contract_to", "antes de empezar"),
        (put("roles", 1, "validated_on", value="2024-01-07"), "$.roles[1].validated_on", "antes de enviarse"),
        (put("proofs", 0, "trainer", value=ANA), "$.proofs[0].trainer", "no está en «trainers»"),
    ],
)
def test_each_thing_that_does_not_hold_is_told_with_its_path(
    change: Callable[[Document], None], where: str, message: str
) -> None:
    found = told(change)
    assert [sentence for place, sentence in found if place == where and message in sentence], found


@pytest.mark.parametrize(
    "change",
    [
        put("pauses", 0, "resume_on", value="2024-02-16"),
        put("roles", 1, "contract_to", value="2024-01-01"),
        put("roles", 1, "validated_on", value="2024-01-08"),
        put("enrolments", 0, "supports", 1, "approved_on", value="2024-02-13"),
        put("official_papers", 1, "ends_on", value="2024-01-08"),
        put("obligation_filings", 1, "subject", value=LUIS),
        both(put("course", "route", value="local"), put("course", "local_entity", value=ENTITY)),
    ],
)
def test_what_keeps_within_a_limit_is_not_told(change: Callable[[Document], None]) -> None:
    assert [place for place, _message in told(change) if place != "$.course.route"] == []


def test_two_local_entities_of_one_name_are_told() -> None:
    def again(found: Document) -> None:
        twin: dict[str, Any] = found["local_entities"][0] | {"name": "comarca  central"}
        found["local_entities"].append(twin)
        found["official_papers"][1]["local_entity"] = twin["name"]

    assert told(again) == [
        ("$.local_entities[1].name", "Está repetido: es el mismo que $.local_entities[0].name.")
    ]


def test_a_dossier_that_says_nothing_of_planning_is_read_as_it_always_was() -> None:
    found = document()
    for name in ("pauses", "budget", "local_entities", "proofs", "obligation_filings", "official_papers"):
        del found[name]
    for enrolment in found["enrolments"]:
        del enrolment["supports"]
    for role in found["roles"]:
        for fact in ("contract", "contract_from", "contract_to", "collective_agreement", "sent_on"):
            del role[fact]
    reading = read_dossier(as_bytes(found))
    assert (reading.problems, reading.dossier is not None) == ((), True)
    assert reading.dossier is not None
    assert (reading.dossier.pauses, reading.dossier.budget, reading.dossier.local_entities) == ((), (), ())
    assert reading.dossier.course.local_entity is None
    assert all(enrolment.supports == () for enrolment in reading.dossier.enrolments)
