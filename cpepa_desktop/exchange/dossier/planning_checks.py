"""What must hold of the papers, the filings and the events that a dossier brings of a course's planning."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.dossier.findings import repeated, unknown
from cpepa_desktop.exchange.dossier.model import Dossier


def planning_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the official papers, of what was filed and of what happened."""
    for n, paper in enumerate(dossier.official_papers):
        if paper.issued_on and paper.ends_on and paper.ends_on < paper.issued_on:
            message = _("Acaba antes de su fecha, el {day}.")
            where = f"$.official_papers[{n}].ends_on"
            yield Problem(message.format(day=day_words(paper.issued_on)), where=where)
    yield from _filing_problems(dossier)
    yield from repeated(
        (f"$.events[{n}]", (event.event, event.day)) for n, event in enumerate(dossier.events)
    )
    if (dossier.course.renounced_on is None) != (dossier.course.renounce_reason == ""):
        yield Problem(_("La renuncia y su motivo van juntos."), where="$.course.renounce_reason")


def _filing_problems(dossier: Dossier) -> Iterator[Problem]:
    filed = [(f"$.obligation_filings[{n}]", each) for n, each in enumerate(dossier.obligation_filings)]
    yield from repeated((where, (each.name, each.subject)) for where, each in filed)
    enrolled = {enrolment.person for enrolment in dossier.enrolments}
    yield from unknown(
        (
            (f"{where}.subject", each.subject)
            for where, each in filed
            if OBLIGATIONS.get(each.name) is Subject.PERSON
        ),
        enrolled,
        "enrolments",
    )
    for where, each in filed:
        if each.name not in OBLIGATIONS:
            message = _("«{name}» no es ninguna obligación conocida.")
            yield Problem(message.format(name=each.name), where=f"{where}.name")
