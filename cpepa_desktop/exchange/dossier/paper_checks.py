"""What must hold of the papers of a dossier and of its bytes: nothing altered, missing or left over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.periods import parse_period
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.dossier.course_checks import text_problems
from cpepa_desktop.exchange.dossier.findings import circles, repeated, unknown, unused
from cpepa_desktop.exchange.dossier.model import Dossier, PaperRecord
from cpepa_desktop.exchange.dossier.people_checks import keys_of_people
from cpepa_desktop.exchange.dossier.text import NotJsonError, parse_strictly


def paper_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the papers, the decisions and the attachments."""
    papers = [(f"$.papers[{n}]", paper) for n, paper in enumerate(dossier.papers)]
    keys = {paper.key: paper.replaces for _where, paper in papers}
    yield from repeated((where, paper.key) for where, paper in papers)
    yield from unknown(((f"{where}.replaces", paper.replaces) for where, paper in papers), keys, "papers")
    yield from circles(keys, "$.papers")
    people = keys_of_people(dossier)
    yield from unknown(((f"{where}.person", paper.person) for where, paper in papers), people, "people")
    for where, paper in papers:
        yield from _paper_problems(paper, where)
    yield from _decision_problems(dossier)
    yield from _attachment_problems(dossier)


def _paper_problems(paper: PaperRecord, where: str) -> Iterator[Problem]:
    yield from text_problems(paper.data, paper.data_sha256, f"{where}.data_sha256")
    try:
        parse_strictly(paper.data)
    except NotJsonError as error:
        yield Problem(_("No es JSON válido: {why}.").format(why=error), where=f"{where}.data")
    if paper.week:
        try:
            parse_period(paper.week)
        except Refused as refusal:
            yield Problem(refusal.message, where=f"{where}.week")
    for index, filing in enumerate(paper.filings):
        if filing.day < paper.printed_on:
            message = _("Es anterior a su impresión, el {day}.")
            yield Problem(
                message.format(day=f"{paper.printed_on:%d/%m/%Y}"), where=f"{where}.filings[{index}].day"
            )


def _decision_problems(dossier: Dossier) -> Iterator[Problem]:
    code = dossier.course.code
    for index, decision in enumerate(dossier.decisions):
        if decision.subject != code and not decision.subject.startswith(f"{code}/"):
            message = _("No trata del curso {code}.")
            yield Problem(message.format(code=code), where=f"$.decisions[{index}].subject")


def _attachment_problems(dossier: Dossier) -> Iterator[Problem]:
    held = [(f"$.attachments[{n}]", attachment) for n, attachment in enumerate(dossier.attachments)]
    yield from repeated((f"{where}.sha256", attachment.sha256) for where, attachment in held)
    for where, attachment in held:
        found = hashlib.sha256(attachment.content).hexdigest()
        if found != attachment.sha256:
            message = _("No corresponde al contenido, cuya huella es {found}: se ha alterado.")
            yield Problem(message.format(found=found), where=f"{where}.sha256")
        if len(attachment.content) != attachment.size:
            message = _("El contenido tiene {size} bytes.")
            yield Problem(message.format(size=len(attachment.content)), where=f"{where}.size")
    references = list(_attachment_references(dossier))
    yield from unknown(references, {attachment.sha256 for _where, attachment in held}, "attachments")
    yield from unused(
        ((where, attachment.sha256) for where, attachment in held),
        {sha256 for _where, sha256 in references},
        _("Nada del curso se refiere a este archivo: quítelo."),
    )


def _attachment_references(dossier: Dossier) -> Iterator[tuple[str, str | None]]:
    yield from _attachments_of_people(dossier)
    for n, paper in enumerate(dossier.papers):
        yield f"$.papers[{n}].sha256", paper.sha256
        for index, filing in enumerate(paper.filings):
            yield f"$.papers[{n}].filings[{index}].attachment", filing.attachment
    for n, official in enumerate(dossier.official_papers):
        yield f"$.official_papers[{n}].attachment", official.attachment
    for n, filed in enumerate(dossier.obligation_filings):
        yield f"$.obligation_filings[{n}].attachment", filed.attachment
    for n, proved in enumerate(dossier.proofs):
        yield f"$.proofs[{n}].attachment", proved.attachment
    for n, stretch in enumerate(dossier.stretches):
        for index, recording in enumerate(stretch.recordings):
            yield f"$.stretches[{n}].recordings[{index}].certificate", recording.certificate
        for index, log in enumerate(stretch.connection_logs):
            yield f"$.stretches[{n}].connection_logs[{index}].file", log.file


def _attachments_of_people(dossier: Dossier) -> Iterator[tuple[str, str | None]]:
    for n, enrolment in enumerate(dossier.enrolments):
        yield f"$.enrolments[{n}].leave_proof", enrolment.leave_proof
        if enrolment.virtual is not None:
            yield f"$.enrolments[{n}].virtual.proof", enrolment.virtual.proof
        for index, justification in enumerate(enrolment.justifications):
            yield f"$.enrolments[{n}].justifications[{index}].proof", justification.proof
