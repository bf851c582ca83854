"""Obligations and their terms in words: what each is called, and what its days are counted from."""

from __future__ import annotations

from collections.abc import Mapping

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words


def short_name(name: str) -> str:
    """Return an obligation in two or three words, for where its text has no room."""
    return _short_names()[name]


def event_words(anchor: Anchor) -> str:
    """Return the event that a term is counted from, with its article: «el inicio del curso»."""
    return _events()[anchor]


def of_event(anchor: Anchor) -> str:
    """Return an event after «de»: «del inicio del curso», «de la selección»."""
    words = event_words(anchor)
    return f"d{words}" if words.startswith("el ") else f"de {words}"


def to_event(anchor: Anchor) -> str:
    """Return an event after «a»: «al fin del curso», «a la selección»."""
    words = event_words(anchor)
    return f"al {words.removeprefix('el ')}" if words.startswith("el ") else f"a {words}"


def pending_words(anchor: Anchor) -> str:
    """Return what a term waits for while its event has not happened: «pendiente de la selección»."""
    return _("pendiente {of_event}").format(of_event=of_event(anchor))


def count_words(number: int, kind: DayKind) -> str:
    """Return so many days of a kind: «15 días hábiles», «1 mes». A fixed day counts nothing: ``KeyError``."""
    return _counts(number)[kind].format(n=number)


def term_words(term: Term) -> str:
    """Return a term as a sentence says it: «7 días naturales antes del inicio del curso»."""
    if term.kind is DayKind.FIXED:
        return _("el {day}, que fija el texto").format(day=day_words(term.day)) if term.day else ""
    event = of_event(term.anchor)
    if not term.number:
        return _("el mismo día {of_event}").format(of_event=event)
    if term.kind is DayKind.WEEK and term.side is Side.AFTER:
        words = ngettext(
            "el último día hábil de la semana siguiente {to_event}",
            "el último día hábil de la {n}.ª semana siguiente {to_event}",
            term.number,
        )
        return words.format(n=term.number, to_event=to_event(term.anchor))
    before, after = _("{count} antes {of_event}"), _("{count} después {of_event}")
    words = before if term.side is Side.BEFORE else after
    said = words.format(count=count_words(term.number, term.kind), of_event=event)
    return _("{term}, contando ese día").format(term=said) if term.is_inclusive else said


def _events() -> Mapping[Anchor, str]:
    return {
        Anchor.CALL_PUBLISHED: _("la publicación de la convocatoria"),
        Anchor.GRANT_NOTIFIED: _("la notificación de la concesión"),
        Anchor.PUBLICITY_STARTED: _("el comienzo de la publicidad"),
        Anchor.SELECTION: _("la selección"),
        Anchor.COURSE_START: _("el inicio del curso"),
        Anchor.CHANGE: _("la modificación"),
        Anchor.COMPLEMENTARY_START: _("el inicio del módulo complementario"),
        Anchor.JOINING: _("la incorporación de la persona"),
        Anchor.LEAVING: _("la baja de la persona"),
        Anchor.WEEK: _("la semana de la asistencia"),
        Anchor.INCIDENT: _("la incidencia"),
        Anchor.LAST_MODULE_END: _("el fin del último módulo"),
        Anchor.COURSE_END: _("el fin del curso"),
        Anchor.REQUIREMENT: _("el requerimiento"),
        Anchor.RECORDINGS_NEEDED: _("la decisión de que las grabaciones ya no son necesarias"),
        Anchor.JUSTIFICATION_CLOSED: _("el cierre de la justificación"),
        Anchor.FIXED: _("el día que fija el texto"),
    }


def _counts(number: int) -> Mapping[DayKind, str]:
    return {
        DayKind.CALENDAR: ngettext("{n} día natural", "{n} días naturales", number),
        DayKind.WORKING: ngettext("{n} día hábil", "{n} días hábiles", number),
        DayKind.TEACHING: ngettext("{n} día lectivo", "{n} días lectivos", number),
        DayKind.WEEK: ngettext("{n} semana", "{n} semanas", number),
        DayKind.MONTH: ngettext("{n} mes", "{n} meses", number),
        DayKind.YEAR: ngettext("{n} año", "{n} años", number),
    }


def _short_names() -> Mapping[str, str]:
    return {
        "calendar_communication": _("Comunicar el calendario"),
        "advance_request": _("Anticipos"),
        "candidate_request": _("Petición de candidatos"),
        "start_communication": _("Comunicación de inicio"),
        "conditions_sheet": _("Hoja de condiciones"),
        "trainer_registration": _("Alta de docentes"),
        "accident_insurance": _("Seguro de accidentes"),
        "selection_record": _("Acta de selección"),
        "participant_registration": _("Alta"),
        "leaver_communication": _("Baja"),
        "attendance_weekly": _("Hoja de asistencia"),
        "virtual_weekly": _("Conexiones de la semana"),
        "virtual_final": _("Informe final de conexiones"),
        "incidents": _("Incidencia"),
        "learner_grants": _("Becas y ayudas"),
        "diplomas": _("Diplomas y certificados"),
        "individual_reports": _("Informes individualizados"),
        "evaluation_record": _("Acta de evaluación"),
        "economic_justification": _("Justificación económica"),
        "grant_application": _("Solicitud de subvención"),
        "grant_renunciation": _("Renuncia"),
        "advance_initial": _("Anticipo inicial"),
        "advance_after_start": _("Anticipo tras el inicio"),
        "preregistration_opening": _("Apertura de preinscripción"),
        "preregistration_closing": _("Cierre de preinscripción"),
        "publicity_opening": _("Apertura de publicidad"),
        "publicity_authorisation": _("Permiso de publicidad"),
        "quality_commitment": _("Compromiso de calidad"),
        "data_agreement": _("Encargo de datos"),
        "start_declaration": _("Declaración de inicio"),
        "change_communication": _("Comunicar el cambio"),
        "start_change_communication": _("Cambio de inicio"),
        "complementary_trainer_validation": _("Docente del complementario"),
        "complementary_record": _("Acta del complementario"),
        "disability_support": _("Apoyo a la discapacidad"),
        "substitution_limit": _("Última sustitución"),
        "requirement_answer": _("Contestar al requerimiento"),
        "excess_repayment": _("Reintegro del exceso"),
        "evidence": _("Evidencias"),
        "recordings_destruction": _("Destruir grabaciones"),
        "document_keeping": _("Conservar documentos"),
        "execution_limit": _("Fin de la ejecución"),
        "workplace_module_start": _("Inicio de las prácticas"),
    }
