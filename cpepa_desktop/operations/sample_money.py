"""Who pays for the courses of the sample: its application to a call, its support and its budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.budgets import BudgetLine, LineKind
from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.operations.application_view import read_application
from cpepa_desktop.operations.applications import (
    ActionForm,
    SubmissionForm,
    mark_item,
    save_action,
    set_published,
    submit_application,
)
from cpepa_desktop.operations.budgets import save_budget_line
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.supports import save_support
from cpepa_desktop.operations.workspace import Workspace

_Document = Mapping[str, Any]


def build_money(ws: Workspace, money: _Document) -> None:
    """Write the money of the sample; its courses and its people are there."""
    _build_application(ws, money["application"])
    for support in money["supports"]:
        _build_support(ws, support)
    for line in money["budgets"]:
        kind = LineKind(line["kind"])
        written = BudgetLine(0, 0, kind, line["concept"], line["cents"], line.get("note", ""))
        save_budget_line(ws, line["course"], written)


def _build_application(ws: Workspace, facts: _Document) -> None:
    call = facts["call"]
    set_published(ws, call, facts["published_on"])
    for action in facts["actions"]:
        save_action(ws, call, ActionForm(**action))
    for each in read_application(ws, call).items:
        is_needed = each.item.key not in facts["not_needed"]
        mark_item(ws, call, each.item.key, ItemState.READY if is_needed else ItemState.NOT_NEEDED)
    submit_application(ws, call, SubmissionForm(facts["submitted_on"], facts["number"]))


def _build_support(ws: Workspace, facts: _Document) -> None:
    enrolment = list_enrolments(ws, facts["course"])[facts["person"]]
    support = DisabilitySupport(
        id=0,
        enrolment_id=enrolment.id,
        service=SupportService(facts["service"]),
        minutes=facts["hours"] * MINUTES_PER_HOUR,
        requested_on=facts["requested_on"],
        approved_on=facts["approved_on"],
        approved_minutes=facts["approved_hours"] * MINUTES_PER_HOUR,
        note=facts["note"],
    )
    save_support(ws, facts["course"], support)
