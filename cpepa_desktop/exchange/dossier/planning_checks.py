"""What must hold of the planning that a dossier brings: papers, filings, events, pauses, and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.dossier.findings import repeated, unknown, unused
from cpepa_desktop.exchange.dossier.model import (
    Dossier,
    ObligationFilingRecord,
    OfficialPaperRecord,
    PauseRecord,
    SupportRecord,
    incident_key,
)


def planning_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the official papers, of what was filed and happened, and of who pays."""
    for n, paper in enumerate(dossier.official_papers):
        yield from _paper_problems(paper, f"$.official_papers[{n}]")
    yield from _filing_problems(dossier)
    yield from repeated(
        (f"$.events[{n}]", (event.event, event.day)) for n, event in enumerate(dossier.events)
    )
    if (dossier.course.renounced_on is None) != (dossier.course.renounce_reason == ""):
        yield Problem(_("La renuncia y su motivo van juntos."), where="$.course.renounce_reason")
    yield from _pause_problems(dossier)
    yield from _entity_problems(dossier)
    yield from repeated((f"$.budget[{n}].position", line.position) for n, line in enumerate(dossier.budget))
    for n, enrolment in enumerate(dossier.enrolments):
        for index, support in enumerate(enrolment.supports):
            yield from _support_problems(support, f"$.enrolments[{n}].supports[{index}]")


def _paper_problems(paper: OfficialPaperRecord, where: str) -> Iterator[Problem]:
    issued = paper.issued_on
    if issued and paper.ends_on and paper.ends_on < issued:
        message = _("Acaba antes de su fecha, el {day}.")
        yield Problem(message.format(day=day_words(issued)), where=f"{where}.ends_on")
    if issued and paper.received_on and paper.received_on < issued:
        message = _("Se recibe antes de su fecha, el {day}.")
        yield Problem(message.format(day=day_words(issued)), where=f"{where}.received_on")


def _filing_problems(dossier: Dossier) -> Iterator[Problem]:
    filed = [(f"$.obligation_filings[{n}]", each) for n, each in enumerate(dossier.obligation_filings)]
    yield from repeated((where, (each.name, each.subject)) for where, each in filed if each.stands)
    people = {enrolment.person for enrolment in dossier.enrolments}
    modules = {module.code for module in dossier.modules}
    yield from unknown(_subjects(filed, Subject.PERSON), people, "enrolments")
    yield from unknown(_subjects(filed, Subject.MODULE), modules, "modules")
    yield from unknown(_subjects(filed, Subject.SESSION), _incidents(dossier), "incidents")
    for where, subject in _subjects(filed, Subject.WEEK):
        yield from _week_problems(subject, where)
    for where, each in filed:
        if each.name not in OBLIGATIONS:
            message = _("«{name}» no es ninguna obligación conocida.")
            yield Problem(message.format(name=each.name), where=f"{where}.name")
        if each.stands is bool(each.withdraw_reason):
            yield Problem(_("La retirada y su motivo van juntos."), where=f"{where}.withdraw_reason")


def _week_problems(subject: str, where: str) -> Iterator[Problem]:
    try:
        week = IsoWeek.parse(subject)
    except Refused as refusal:
        yield Problem(refusal.message, where=where)
        return
    if str(week) != subject:
        yield Problem(_("Debe escribirse así: {week}.").format(week=week), where=where)


def _subjects(filed: list[tuple[str, ObligationFilingRecord]], kind: Subject) -> tuple[tuple[str, str], ...]:
    """Return the paths and names of what filings hang on, those of one kind."""
    return tuple(
        (f"{where}.subject", each.subject) for where, each in filed if OBLIGATIONS.get(each.name) is kind
    )


def _incidents(dossier: Dossier) -> set[str]:
    return {
        incident_key(stretch.day, stretch.n, number)
        for stretch in dossier.stretches
        for number, _incident in enumerate(stretch.incidents, start=1)
    }


def _pause_problems(dossier: Dossier) -> Iterator[Problem]:
    pauses = [(f"$.pauses[{n}]", pause) for n, pause in enumerate(dossier.pauses)]
    for where, pause in pauses:
        if pause.resume_on <= pause.from_day:
            yield Problem(_("Se reanuda antes de pararse."), where=f"{where}.resume_on")
        yield from _classes_inside(dossier, pause, where)
    in_order = sorted(pauses, key=lambda placed: placed[1].from_day)
    for (earlier, one), (later, other) in pairwise(in_order):
        if other.from_day < one.resume_on:
            message = _("Empieza antes de que acabe {earlier}.")
            yield Problem(message.format(earlier=earlier), where=f"{later}.from_day")


def _classes_inside(dossier: Dossier, pause: PauseRecord, where: str) -> Iterator[Problem]:
    for n, stretch in enumerate(dossier.stretches):
        is_inside = pause.from_day <= stretch.day < pause.resume_on
        if is_inside and any(session.counts for session in stretch.sessions):
            message = _("Hay clase dentro de la pausa: {stretch}.")
            yield Problem(message.format(stretch=f"$.stretches[{n}]"), where=f"{where}.from_day")


def _entity_problems(dossier: Dossier) -> Iterator[Problem]:
    entities = [(f"$.local_entities[{n}].name", each.name) for n, each in enumerate(dossier.local_entities)]
    yield from repeated((where, " ".join(name.split()).casefold()) for where, name in entities)
    named = [("$.course.local_entity", dossier.course.local_entity)]
    papers = enumerate(dossier.official_papers)
    named += [(f"$.official_papers[{n}].local_entity", paper.local_entity) for n, paper in papers]
    yield from unknown(named, {name for _where, name in entities}, "local_entities")
    idle = _("No paga el curso ni firma ninguno de sus escritos: quítela.")
    yield from unused(entities, {name for _where, name in named}, idle)
    if dossier.course.local_entity is not None and dossier.course.route is not Route.LOCAL:
        yield Problem(_("El curso no lo paga una entidad local."), where="$.course.local_entity")


def _support_problems(support: SupportRecord, where: str) -> Iterator[Problem]:
    if (support.approved_on is None) is not (support.approved_minutes is None):
        message = _("La aprobación lleva su día y sus horas: falta uno de los dos.")
        yield Problem(message, where=f"{where}.approved_minutes")
    if support.requested_on and support.approved_on and support.approved_on < support.requested_on:
        yield Problem(_("No pudo aprobarse antes de pedirse."), where=f"{where}.approved_on")
