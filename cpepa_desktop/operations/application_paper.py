"""What the printed application to a call says."""

from __future__ import annotations

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.application_view import (
    ActionView,
    ApplicationView,
    ItemView,
    read_application,
)
from cpepa_desktop.operations.explanations import explain
from cpepa_desktop.operations.law_texts import wording_of
from cpepa_desktop.operations.paper_head import centre_head
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.grant_application import ActionLine, ChecklistLine, GrantApplicationPaper


def application_sheet(ws: Workspace, call_id: str) -> GrantApplicationPaper:
    """Return the application to a call as it prints. Raises ``Refused`` where the call takes none."""
    view = read_application(ws, call_id)
    return GrantApplicationPaper(
        head=centre_head(ws),
        call_title=view.call_title,
        actions=tuple(_action(each) for each in view.actions),
        items=tuple(_item(each) for each in view.items),
        limits=limit_words(view),
        due=view.due,
        submitted_on=view.application.submitted_on,
        number=view.application.number,
    )


def limit_words(view: ApplicationView) -> tuple[str, ...]:
    """Return what the call says of the sum, and of every speciality that is not plainly within its limit."""
    words = [explain(view.cap).sentence] if view.cap else []
    message = _("{speciality}: {sentence}")
    words += [
        message.format(speciality=speciality, sentence=explain(verdict).sentence)
        for speciality, verdict in view.specialities
        if verdict.answer is not Answer.YES
    ]
    return tuple(words)


def _action(each: ActionView) -> ActionLine:
    found = each.estimate
    return ActionLine(
        speciality=each.action.speciality,
        part=each.action.part,
        title=each.title,
        province=each.action.province,
        minutes=found.total_minutes if found else None,
        participants=found.participants if found else each.action.participants,
        cents=found.estimated if found else None,
        is_priority=each.is_priority,
    )


def _item(each: ItemView) -> ChecklistLine:
    return ChecklistLine(
        place=each.item.citation.place,
        text=each.item.text,
        kind=each.item.kind.label,
        when=each.item.when.label,
        state=each.mark.state,
        note=each.mark.note,
        has_scan=each.mark.attachment is not None,
        wording=wording_of(each.item.citation),
    )
