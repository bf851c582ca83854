"""What must hold of the course of a dossier: its call, certificate, rooms, calendar, modules and blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.course import ModuleKind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import TimetableError, parse_timetable
from cpepa_desktop.domain.words import hours_words, listed
from cpepa_desktop.exchange.call_file import load_flat_call
from cpepa_desktop.exchange.certificate_json import read_certificate
from cpepa_desktop.exchange.document_reader import DocumentReader
from cpepa_desktop.exchange.dossier.findings import repeated, unknown
from cpepa_desktop.exchange.dossier.model import CallRecord, CertificateRecord, CourseRecord, Dossier
from cpepa_desktop.exchange.dossier.text import NotJsonError, parse_strictly


def course_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of what the course is and teaches, its sessions apart."""
    yield from _call_problems(dossier.call, dossier.course)
    yield from _certificate_problems(dossier.certificate, dossier.course.speciality)
    yield from _timetable_problems(dossier.course)
    yield from repeated((f"$.texts[{n}].item", text.item) for n, text in enumerate(dossier.texts))
    yield from _room_problems(dossier)
    yield from _holiday_problems(dossier)
    yield from _module_problems(dossier)
    yield from _block_problems(dossier)
    yield from _role_problems(dossier)


def text_problems(content: str, sha256: str, where: str) -> Iterator[Problem]:
    """Yield a problem where a text is not the one its hash names."""
    found = hashlib.sha256(content.encode()).hexdigest()
    if found != sha256:
        message = _("No corresponde al texto, cuya huella es {found}: se ha alterado.")
        yield Problem(message.format(found=found), where=where)


def _call_problems(call: CallRecord, course: CourseRecord) -> Iterator[Problem]:
    yield from text_problems(call.content, call.sha256, "$.call.sha256")
    try:
        read = load_flat_call(call.content, f"{call.call}.toml")
    except Refused as refusal:
        causes = refusal.problems or (Problem(refusal.message),)
        yield from (Problem(str(cause), where="$.call.content") for cause in causes)
        return
    except (ValueError, RecursionError):  # numbers and levels that the reader of TOML gives up on
        yield Problem(_("No es el texto de una convocatoria."), where="$.call.content")
        return
    if read.id != call.call:
        message = _("El texto es de la convocatoria «{id}».")
        yield Problem(message.format(id=read.id), where="$.call.call")
    if course.route not in read.routes:
        message = _("La convocatoria no admite esta vía, sólo {routes}.")
        yield Problem(message.format(routes=listed(read.routes)), where="$.course.route")
    if course.province not in read.provinces:
        message = _("No es una provincia de la convocatoria: {provinces}.")
        yield Problem(message.format(provinces=listed(read.provinces)), where="$.course.province")


def _certificate_problems(certificate: CertificateRecord, speciality: str) -> Iterator[Problem]:
    where = "$.certificate.content"
    yield from text_problems(certificate.content, certificate.sha256, "$.certificate.sha256")
    try:
        document = parse_strictly(certificate.content)
    except NotJsonError as error:
        yield Problem(_("No es JSON válido: {why}.").format(why=error), where=where)
        return
    if _is_of_centre(document) is not (certificate.origin is Origin.CENTRE):
        yield Problem(_("La estructura dice otro origen."), where="$.certificate.origin")
        return
    problems: list[Problem] = []
    read = read_certificate(DocumentReader(document, where, problems), certificate.origin)
    yield from problems
    if not problems and not read.code == certificate.code == speciality:
        message = _("El certificado, su estructura ({code}) y la especialidad del curso no son el mismo.")
        yield Problem(message.format(code=read.code), where="$.certificate.code")


def _is_of_centre(document: object) -> bool:
    return isinstance(document, dict) and document.get("origin") == Origin.CENTRE


def _timetable_problems(course: CourseRecord) -> Iterator[Problem]:
    try:
        parse_timetable(course.timetable)
    except TimetableError as error:
        yield Problem(str(error), where="$.course.timetable")


def _room_problems(dossier: Dossier) -> Iterator[Problem]:
    yield from repeated(
        (f"$.rooms[{n}].name", " ".join(room.name.split()).casefold()) for n, room in enumerate(dossier.rooms)
    )
    used = [("$.course.room", dossier.course.room)]
    used += [(f"$.stretches[{n}].room", stretch.room) for n, stretch in enumerate(dossier.stretches)]
    yield from unknown(used, {room.name for room in dossier.rooms}, "rooms")


def _holiday_problems(dossier: Dossier) -> Iterator[Problem]:
    yield from repeated((f"$.holidays[{n}].year", year.year) for n, year in enumerate(dossier.holidays))
    for n, year in enumerate(dossier.holidays):
        places = [f"$.holidays[{n}].days[{index}]" for index in range(len(year.days))]
        days = list(zip(places, year.days, strict=True))
        yield from repeated((where, (day.day, day.scope, day.municipality)) for where, day in days)
        for where, day in days:
            if day.day.year != year.year:
                message = _("No es un día de {year}.")
                yield Problem(message.format(year=year.year), where=f"{where}.day")


def _module_problems(dossier: Dossier) -> Iterator[Problem]:
    modules = [(f"$.modules[{n}]", module) for n, module in enumerate(dossier.modules)]
    yield from repeated((f"{where}.code", module.code) for where, module in modules)
    yield from repeated((f"{where}.position", module.position) for where, module in modules)
    for where, module in modules:
        if module.from_day and module.to_day and module.to_day < module.from_day:
            yield Problem(_("Acaba antes de empezar."), where=f"{where}.to_day")
        blocks = [block for block in dossier.blocks if module.code in block.modules]
        minutes = sum(block.official_minutes for block in blocks)
        if module.kind is not ModuleKind.WORKPLACE and minutes != module.official_minutes:
            message = _("Dura {module} y sus bloques suman {blocks}.")
            yield Problem(
                message.format(module=hours_words(module.official_minutes), blocks=hours_words(minutes)),
                where=f"{where}.official_minutes",
            )


def _block_problems(dossier: Dossier) -> Iterator[Problem]:
    blocks = [(f"$.blocks[{n}]", block) for n, block in enumerate(dossier.blocks)]
    modules = {module.code for module in dossier.modules if module.kind is not ModuleKind.WORKPLACE}
    trainers = {trainer.person for trainer in dossier.trainers}
    yield from repeated((f"{where}.code", block.code) for where, block in blocks)
    yield from repeated((f"{where}.position", block.position) for where, block in blocks)
    for where, block in blocks:
        of_modules = [(f"{where}.modules[{n}]", code) for n, code in enumerate(block.modules)]
        of_trainers = [(f"{where}.trainers[{n}]", key) for n, key in enumerate(block.trainers)]
        yield from repeated(of_modules)
        yield from repeated(of_trainers)
        yield from unknown(of_modules, modules, "modules")
        yield from unknown(of_trainers, trainers, "trainers")


def _role_problems(dossier: Dossier) -> Iterator[Problem]:
    roles = [(f"$.roles[{n}]", role) for n, role in enumerate(dossier.roles)]
    yield from repeated((where, (role.trainer, role.role)) for where, role in roles)
    trainers = {trainer.person for trainer in dossier.trainers}
    yield from unknown(((f"{where}.trainer", role.trainer) for where, role in roles), trainers, "trainers")
    for where, role in roles:
        if role.contract_from and role.contract_to and role.contract_to < role.contract_from:
            yield Problem(_("Acaba antes de empezar."), where=f"{where}.contract_to")
        if role.sent_on and role.validated_on and role.validated_on < role.sent_on:
            yield Problem(_("Se validó antes de enviarse."), where=f"{where}.validated_on")
    proofs = [(f"$.proofs[{n}]", proof) for n, proof in enumerate(dossier.proofs)]
    yield from repeated((where, (proof.trainer, proof.proof)) for where, proof in proofs)
    yield from unknown(((f"{where}.trainer", proof.trainer) for where, proof in proofs), trainers, "trainers")
