"""How the window names what a course is made of: who pays, its sessions, seats and leavers."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.attendance_words import EmploymentStatus
from cpepa_desktop.domain.course import Regime, Route, Session, SessionMode, SessionState
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import WEEKDAY_LETTERS
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import short_day_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.verdicts import Badge


def route_words(route: Route) -> str:
    """Return who pays for a course."""
    match route:
        case Route.OWN:
            return _("Recursos propios")
        case Route.LOCAL:
            return _("Entidad local")
        case Route.AGREEMENT:
            return _("Convenio INAEM")
        case Route.CALL:
            return _("Convocatoria")


def regime_words(regime: Regime) -> str:
    """Return the evaluation system of a course."""
    match regime:
        case Regime.RD34_ESS:
            return _("RD 34/2008 y Orden ESS/1897/2013")
        case Regime.RD659:
            return _("RD 659/2023")


def mode_words(mode: SessionMode) -> str:
    """Return how a session is given."""
    match mode:
        case SessionMode.IN_PERSON:
            return _("Presencial")
        case SessionMode.VIRTUAL:
            return _("Aula virtual")
        case SessionMode.BIMODAL:
            return _("Bimodal")


def session_badge(session: Session) -> Badge:
    """Return the badge of what became of a session."""
    match session.state:
        case SessionState.PLANNED if session.replaces_id is not None:
            return Badge(_("Recuperación"), "calendar", theme.Wash.WARNING)
        case SessionState.PLANNED:
            return Badge(_("Prevista"), "calendar", theme.Wash.QUIET)
        case SessionState.HELD:
            return Badge(_("Impartida"), "ok", theme.Wash.OK)
        case SessionState.CANCELLED:
            return Badge(_("Cancelada"), "no", theme.Wash.DANGER)


def seat_words(kind: SeatKind | None) -> str:
    """Return whether a seat is paid by the call."""
    match kind:
        case SeatKind.FUNDED:
            return _("Financiada")
        case SeatKind.ADDITIONAL:
            return _("Adicional")
        case None:
            return ""


def status_words(status: EmploymentStatus | None) -> str:
    """Return whom a person works for in a word; its label says it in full."""
    match status:
        case EmploymentStatus.UNEMPLOYED:
            return _("Desempleo")
        case EmploymentStatus.EMPLOYED:
            return _("Empleo")
        case EmploymentStatus.SEASONAL_IDLE:
            return _("Fija discontinua")
        case EmploymentStatus.PUBLIC_WORKER:
            return _("Administración")
        case None:
            return _("sin establecer")


def leave_words(cause: LeaveCause | None) -> str:
    """Return why a person left."""
    return cause.label if cause else ""


def column_day(day: date) -> str:
    """Return a day as a column of a week shows it, «L 12»."""
    return f"{WEEKDAY_LETTERS[day.weekday()]} {day.day}"


def week_words(week: IsoWeek, first: date, last: date) -> str:
    """Return «Semana 7 · lun 12 – vie 16 feb 2024»."""
    start, end = short_day_words(first), short_day_words(last)
    if first.month == last.month:
        start = start.rpartition(" ")[0]
    days = f"{start} \N{EN DASH} {end} {last.year}" if first != last else f"{end} {last.year}"
    return _("Semana {n} · {days}").format(n=week.week, days=days)
