"""What must hold of the incidents of class and of the virtual classroom: who, when, and with what consent."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.virtual import Consent
from cpepa_desktop.exchange.dossier.findings import repeated, unknown
from cpepa_desktop.exchange.dossier.model import ConnectionLogRecord, Dossier, EnrolmentRecord, StretchRecord


def virtual_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the incidents, the recordings, the connections and the consents."""
    enrolled = {enrolment.person for enrolment in dossier.enrolments}
    yield from unknown(_people_named(dossier), enrolled, "enrolments")
    for n, stretch in enumerate(dossier.stretches):
        yield from _stretch_problems(stretch, f"$.stretches[{n}]")
    yield from repeated(
        (f"$.enrolments[{n}].aliases[{index}]", alias)
        for n, enrolment in enumerate(dossier.enrolments)
        for index, alias in enumerate(enrolment.aliases)
    )
    for n, enrolment in enumerate(dossier.enrolments):
        yield from _consent_problems(enrolment, f"$.enrolments[{n}]")


def _people_named(dossier: Dossier) -> Iterator[tuple[str, str | None]]:
    for n, stretch in enumerate(dossier.stretches):
        for index, incident in enumerate(stretch.incidents):
            yield f"$.stretches[{n}].incidents[{index}].person", incident.person
        for index, log in enumerate(stretch.connection_logs):
            for position, connection in enumerate(log.connections):
                where = f"$.stretches[{n}].connection_logs[{index}].connections[{position}].person"
                yield where, connection.person


def _stretch_problems(stretch: StretchRecord, where: str) -> Iterator[Problem]:
    for index, recording in enumerate(stretch.recordings):
        if recording.certificate is not None and recording.destroyed_on is None:
            message = _("Hay certificado de destrucción y no se dice qué día se destruyó.")
            yield Problem(message, where=f"{where}.recordings[{index}].destroyed_on")
    yield from repeated(
        (f"{where}.connection_logs[{index}].file", log.file)
        for index, log in enumerate(stretch.connection_logs)
    )
    for index, log in enumerate(stretch.connection_logs):
        yield from _log_problems(log, f"{where}.connection_logs[{index}]")


def _log_problems(log: ConnectionLogRecord, where: str) -> Iterator[Problem]:
    for index, connection in enumerate(log.connections):
        if connection.to_second < connection.from_second:
            yield Problem(_("Acaba antes de empezar."), where=f"{where}.connections[{index}].to_second")


def _consent_problems(enrolment: EnrolmentRecord, where: str) -> Iterator[Problem]:
    virtual = enrolment.virtual
    if virtual is None:
        return
    if (virtual.consent is None) is not (virtual.consent_on is None):
        message = _("Un consentimiento lleva respuesta y día: falta uno de los dos.")
        yield Problem(message, where=f"{where}.virtual.consent_on")
    if virtual.consent is Consent.REFUSED:
        for index, cell in enumerate(enrolment.attendance):
            if cell.is_virtual:
                message = _("No autoriza la grabación: no pudo asistir por aula virtual.")
                yield Problem(message, where=f"{where}.attendance[{index}].is_virtual")
