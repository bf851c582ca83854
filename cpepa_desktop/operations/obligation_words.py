"""Terms in words: what they are counted from, how many days of which kind, and on which side."""

from __future__ import annotations

from collections.abc import Mapping

from cpepa_desktop.domain.call import DayKind, Side, Term
from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words


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
