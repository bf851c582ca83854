"""Who pays for a course and with what, out of a file and into another: entities, budget and support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields

from cpepa_desktop.db import budgets, local_entities, supports
from cpepa_desktop.domain.budgets import BudgetLine
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.exchange.dossier import model
from cpepa_desktop.operations.workspace import Workspace


def entity_names(ws: Workspace) -> dict[int, str]:
    """Return the names of the local entities of the file by key."""
    return {entity.id: entity.name for entity in local_entities.local_entities(ws.db)}


def entity_records(ws: Workspace, named: Iterable[str | None]) -> tuple[model.LocalEntityRecord, ...]:
    """Return the local entities that have one of some names, by name."""
    wanted = frozenset(named)
    records = (_entity_record(each) for each in local_entities.local_entities(ws.db) if each.name in wanted)
    return tuple(sorted(records, key=lambda record: record.name))


def known_entity(ws: Workspace, name: str) -> LocalEntity | None:
    """Return the local entity of that name, however it is spaced and capitalised."""
    wanted = " ".join(name.split()).casefold()
    known = local_entities.local_entities(ws.db)
    return next((each for each in known if " ".join(each.name.split()).casefold() == wanted), None)


def is_as_known(record: model.LocalEntityRecord, known: LocalEntity) -> bool:
    """Say whether a dossier tells the same of a local entity as the file, its name apart."""
    return astuple(record)[1:] == astuple(_entity_record(known))[1:]


def budget_records(ws: Workspace, course_id: int) -> tuple[model.BudgetLineRecord, ...]:
    """Return the lines of the budget of a course, numbered again without gaps."""
    return tuple(
        model.BudgetLineRecord(position, line.kind, line.concept, line.cents, line.note)
        for position, line in enumerate(budgets.budget_lines(ws.db, course_id), start=1)
    )


class SupportOfPeople:
    """The support asked for each person of a course, in an order of its own content."""

    def __init__(self, ws: Workspace, course_id: int) -> None:
        self._records: dict[int, list[model.SupportRecord]] = defaultdict(list)
        for each in supports.supports(ws.db, course_id):
            self._records[each.enrolment_id].append(
                model.SupportRecord(
                    service=each.service,
                    minutes=each.minutes,
                    requested_on=each.requested_on,
                    approved_on=each.approved_on,
                    approved_minutes=each.approved_minutes,
                    note=each.note,
                )
            )

    def records(self, enrolment_id: int) -> tuple[model.SupportRecord, ...]:
        """Return what was asked for a person."""
        return tuple(sorted(self._records[enrolment_id], key=repr))


def write_entities(ws: Workspace, dossier: model.Dossier) -> dict[str, int]:
    """Write the local entities that the file does not know, and return the key of each by name.

    Those it knows stay as they are.
    """
    keys = {}
    for record in dossier.local_entities:
        known = known_entity(ws, record.name)
        keys[record.name] = known.id if known else local_entities.save(ws.db, _entity(record))
    return keys


def write_money(ws: Workspace, dossier: model.Dossier, course_id: int, enrolments: Mapping[str, int]) -> None:
    """Write the budget of a course and the support asked for its people."""
    for line in sorted(dossier.budget, key=lambda each: each.position):
        budgets.save(ws.db, course_id, BudgetLine(0, 0, line.kind, line.concept, line.cents, line.note))
    for enrolment in dossier.enrolments:
        for each in enrolment.supports:
            support = DisabilitySupport(
                id=0,
                enrolment_id=enrolments[enrolment.person],
                service=each.service,
                minutes=each.minutes,
                requested_on=each.requested_on,
                approved_on=each.approved_on,
                approved_minutes=each.approved_minutes,
                note=each.note,
            )
            supports.save(ws.db, support)


_FACTS = tuple(field.name for field in fields(model.LocalEntityRecord))


def _entity_record(entity: LocalEntity) -> model.LocalEntityRecord:
    return model.LocalEntityRecord(**{name: getattr(entity, name) for name in _FACTS})


def _entity(record: model.LocalEntityRecord) -> LocalEntity:
    return LocalEntity(0, *astuple(record))
