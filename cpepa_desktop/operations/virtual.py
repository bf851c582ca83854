"""The virtual classroom of a course: who may follow it and why, its tool, and its recordings (Guía 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cpepa_desktop.db import virtual as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, SessionMode, Stretch
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.virtual import Consent, Recording, VirtualClass, VirtualPerson, VirtualReason
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.kept_files import keep_file
from cpepa_desktop.operations.workspace import Workspace

_KINDS = frozenset({Kind.ATTENDANCE})
_AT_A_DISTANCE = frozenset({SessionMode.VIRTUAL, SessionMode.BIMODAL})


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the course and what is known of them at a distance.

    ``pending`` says what is still to be asked or proved, ``""`` where nothing is.
    """

    enrolment: Enrolment
    virtual: VirtualPerson
    pending: str = ""


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording with the stretch it is of."""

    stretch: Stretch
    recording: Recording


@dataclass(frozen=True, slots=True)
class VirtualView:
    """The virtual classroom of a course. ``notices`` say what the guide asks and is not there yet."""

    course: str
    virtual_class: VirtualClass
    people: tuple[PersonRow, ...]
    recordings: tuple[RecordingRow, ...]
    stretches: tuple[Stretch, ...]
    notices: tuple[str, ...]


def may_be_virtual(ws: Workspace, course: str, enrolment_id: int) -> str | None:
    """Return why a person cannot follow class at a distance, ``None`` where they may.

    Who refuses to be recorded comes to the room (Orden EPE/873/2023, Guía 3.b). Who has not been asked yet
    may: the consent is pending, and `read_virtual` tells it.
    """
    person = table.virtual_people(ws.db, find_course(ws, course).id).get(enrolment_id)
    if person is None or person.consent is not Consent.REFUSED:
        return None
    enrolment = _enrolment(ws, course, enrolment_id)
    message = _(
        "{name} no autoriza la grabación: no puede seguir la clase por aula virtual y la recibe en el aula "
        "(Orden EPE/873/2023, Guía 3.b)."
    )
    return message.format(name=enrolment.person.listed_name)


def read_virtual(ws: Workspace, course: str) -> VirtualView:
    """Return the virtual classroom of a course. Raises ``Refused`` for an unknown one."""
    view = read_course(ws, course)
    known = table.virtual_people(ws.db, view.course.id)
    people = tuple(
        _person_row(ws, enrolment, known.get(enrolment.id, VirtualPerson(enrolment.id)))
        for enrolment in list_enrolments(ws, course)
    )
    stretches = {stretch.id: stretch for stretch in view.stretches}
    recordings = tuple(
        RecordingRow(stretches[recording.stretch_id], recording)
        for recording in table.recordings(ws.db, view.course.id)
    )
    virtual = table.virtual_class(ws.db, view.course.id)
    given = stretches_at_a_distance(view)
    return VirtualView(
        course=course,
        virtual_class=virtual,
        people=people,
        recordings=recordings,
        stretches=given,
        notices=tuple(_notices(view, virtual, given, recordings, ws.clock.today())),
    )


def stretches_at_a_distance(view: CourseView) -> tuple[Stretch, ...]:
    """Return the stretches with a session given wholly or in part through the virtual classroom."""
    ids = {
        session.stretch_id for session in view.sessions if session.counts and session.mode in _AT_A_DISTANCE
    }
    return tuple(stretch for stretch in view.stretches if stretch.id in ids)


def save_virtual_class(ws: Workspace, course: str, virtual: VirtualClass) -> Changes:
    """Write the tool of a course and the link of the inspection."""
    found = find_course(ws, course)
    name = _("Aula virtual de {course}").format(course=course)
    with ws.operation(name):
        table.save_class(ws.db, found.id, virtual)
    return Changes(name, _KINDS, course)


def save_virtual_person(
    ws: Workspace, course: str, person: VirtualPerson, proof: Path | None = None
) -> Changes:
    """Write why somebody follows class at a distance and their consent; ``proof`` is a file to keep.

    Raises ``Refused``: a consent without its day or after today, a difficulty without saying which, or
    somebody of another course.
    """
    enrolment = _enrolment(ws, course, person.enrolment_id)
    _check_person(ws, person)
    name = _("Aula virtual de {name}").format(name=enrolment.person.listed_name)
    with ws.operation(name):
        kept = keep_file(ws, proof) if proof else person.proof
        table.save_person(ws.db, replace(person, proof=kept))
    notices: tuple[str, ...] = ()
    if person.consent is Consent.REFUSED and table.has_virtual_entries(ws.db, person.enrolment_id):
        message = _(
            "{name} ya tiene asistencia introducida por aula virtual. Revísela: sin autorización la clase se "
            "recibe en el aula (Guía 3.b)."
        )
        notices = (message.format(name=enrolment.person.listed_name),)
    return Changes(name, _KINDS, course, notices)


def keep_recordings(ws: Workspace, course: str, stretch_ids: Sequence[int], place: str) -> Changes:
    """Write where the recordings of some stretches are kept.

    Raises ``Refused`` without a place or a stretch, for one of another course or one still to come.
    """
    view = read_course(ws, course)
    place = place.strip()
    if not place or not stretch_ids:
        raise Refused(_("Diga de qué clases es la grabación y dónde se guarda. No se ha anotado nada."))
    stretches = {stretch.id: stretch for stretch in view.stretches}
    for key in stretch_ids:
        if key not in stretches:
            raise Refused(_("Esa clase ya no está en el curso. Actualice la lista."))
        if stretches[key].day > ws.clock.today():
            message = _("La clase del {day} aún no ha llegado: todavía no tiene grabación.")
            raise Refused(message.format(day=day_words(stretches[key].day)))
    name = ngettext(
        "Guardar {count} grabación de {course}", "Guardar {count} grabaciones de {course}", len(stretch_ids)
    ).format(count=len(stretch_ids), course=course)
    with ws.operation(name):
        for key in stretch_ids:
            table.add_recording(ws.db, key, place)
    return Changes(name, _KINDS, course)


def remove_recording(ws: Workspace, course: str, recording_id: int) -> Changes:
    """Take away a recording noted by mistake. Raises ``Refused`` where its destruction is certified."""
    recording = _recordings(ws, course, [recording_id])[0]
    if recording.certificate:
        message = _("La destrucción de esa grabación está certificada: su anotación no se quita.")
        raise Refused(message)
    name = _("Quitar una grabación de {course}").format(course=course)
    with ws.operation(name):
        table.remove_recording(ws.db, recording_id)
    return Changes(name, _KINDS, course)


def destroy_recordings(
    ws: Workspace, course: str, recording_ids: Sequence[int], day: date, certificate: Path
) -> Changes:
    """Write that recordings were destroyed and keep the certificate for the Dirección Provincial (Guía 3.b).

    Raises ``Refused``: a day after today, before the class, or a recording that was destroyed before.
    """
    recordings = _recordings(ws, course, recording_ids)
    stretches = {stretch.id: stretch for stretch in read_course(ws, course).stretches}
    if day > ws.clock.today():
        raise Refused(_("El {day} aún no ha llegado. No se ha anotado nada.").format(day=day_words(day)))
    for recording in recordings:
        given = stretches[recording.stretch_id].day
        if recording.destroyed_on:
            message = _("La grabación del {day} ya consta como destruida el {on}.")
            raise Refused(message.format(day=day_words(given), on=day_words(recording.destroyed_on)))
        if day < given:
            message = _("La grabación del {day} no pudo destruirse antes, el {on}.")
            raise Refused(message.format(day=day_words(given), on=day_words(day)))
    name = ngettext(
        "Destrucción de {count} grabación de {course}",
        "Destrucción de {count} grabaciones de {course}",
        len(recordings),
    ).format(count=len(recordings), course=course)
    with ws.operation(name):
        kept = keep_file(ws, certificate)
        for recording in recordings:
            table.destroy_recording(ws.db, recording.id, day, kept)
    return Changes(name, _KINDS, course)


def _enrolment(ws: Workspace, course: str, enrolment_id: int) -> Enrolment:
    found = next((each for each in list_enrolments(ws, course) if each.id == enrolment_id), None)
    if found is None:
        raise Refused(_("Esa matrícula ya no está en el curso. Actualice la lista."))
    return found


def _check_person(ws: Workspace, person: VirtualPerson) -> None:
    if person.consent and not person.consent_on:
        raise Refused(_("Diga qué día contestó si autoriza la grabación. No se ha guardado nada."))
    if person.consent_on and not person.consent:
        raise Refused(_("Diga si autoriza la grabación, o quite el día. No se ha guardado nada."))
    if person.consent_on and person.consent_on > ws.clock.today():
        message = _("El {day} aún no ha llegado. No se ha guardado nada.")
        raise Refused(message.format(day=day_words(person.consent_on)))
    if person.reason is VirtualReason.DIFFICULTY and not person.reason_note.strip():
        raise Refused(
            _(
                "Diga qué dificultad tiene para venir: la guía la pide justificada (Guía 3.e). No se ha "
                "guardado nada."
            )
        )


def _recordings(ws: Workspace, course: str, ids: Sequence[int]) -> list[Recording]:
    known = {each.id: each for each in table.recordings(ws.db, find_course(ws, course).id)}
    if not ids or any(key not in known for key in ids):
        raise Refused(_("Esa grabación ya no está en la lista. Actualícela y elija otra vez."))
    return [known[key] for key in ids]


def _person_row(ws: Workspace, enrolment: Enrolment, virtual: VirtualPerson) -> PersonRow:
    missing = []
    if virtual.reason is not None or table.has_virtual_entries(ws.db, enrolment.id):
        if virtual.reason is None:
            missing.append(_("falta el motivo"))
        if virtual.consent is None:
            missing.append(_("falta preguntar si autoriza la grabación"))
        if virtual.reason is VirtualReason.DIFFICULTY and virtual.proof is None:
            missing.append(_("falta el justificante"))
    return PersonRow(enrolment, virtual, "; ".join(missing))


def _notices(
    view: CourseView,
    virtual: VirtualClass,
    given: Iterable[Stretch],
    recordings: Iterable[RecordingRow],
    today: date,
) -> Iterator[str]:
    stretches = tuple(given)
    if not stretches:
        return
    counting = [session for session in view.sessions if session.counts]
    if all(session.mode is SessionMode.VIRTUAL for session in counting):
        yield _("Todo el curso figura por aula virtual, y no puede impartirse entero así (Guía 3).")
    if not virtual.tool:
        yield _("Falta la herramienta del aula virtual (Guía 3.d).")
    if not virtual.inspection_link:
        yield _("Falta el enlace con el que se conectan los órganos de control (Guía 3.d).")
    roomless = [stretch.day for stretch in stretches if not (stretch.room_id or view.course.room_id)]
    if roomless:
        yield _days(
            _(
                "El profesorado debe impartir desde el aula homologada y estas clases no tienen aula: {days} "
                "(Guía 3.c)."
            ),
            roomless,
        )
    recorded = {row.stretch.id for row in recordings}
    missing = [stretch.day for stretch in stretches if stretch.day <= today and stretch.id not in recorded]
    if missing:
        yield _days(_("Faltan por anotar las grabaciones de estas clases: {days} (Guía 3.b)."), missing)


_MOST_DAYS = 5


def _days(message: str, days: Sequence[date]) -> str:
    """Return a sentence with some days, the first ones where they are many."""
    different = sorted(set(days))
    words = ", ".join(day_words(day) for day in different[:_MOST_DAYS])
    if len(different) > _MOST_DAYS:
        words = _("{days} y {count} más").format(days=words, count=len(different) - _MOST_DAYS)
    return message.format(days=words)
