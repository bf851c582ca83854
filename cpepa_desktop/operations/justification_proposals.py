"""What a justification may cover, proposed class by class with its reason; the administration decides.

Only minutes that were missed are proposed, never more, and what is left over says why it is unjustified.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.words import hours_words, listed, short_day_words
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.explanation_words import share_words
from cpepa_desktop.operations.missed_classes import PersonClass, PersonClasses, classes_of
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules import justifying

APPOINTMENTS: Final = frozenset({AbsenceCause.A, AbsenceCause.B, AbsenceCause.E, AbsenceCause.F})
"""Causes that take the time they need of one day, by the rule of the half of the day (Guía 10.4.b)."""

_DAYS_NAMED: Final = 3
_ANY_CAUSE: Final = Citation("EPE/873/2023", "ap. 19.1")


@dataclass(frozen=True, slots=True)
class JustificationForm:
    """What is said of a justification. ``last`` is ``None`` for one day alone.

    ``appointment_minute`` and ``ended`` are minutes of the day, ``travel_minutes`` is the way from another
    town and ``granted_minutes`` what the services grant for gender violence. ``proof`` is a file to keep;
    without one that of before stays, unless ``drops_proof`` says that it was a mistake.
    """

    id_number: str
    cause: AbsenceCause
    first: date
    last: date | None = None
    appointment_minute: int | None = None
    ended: int | None = None
    other_town: bool = False
    travel_minutes: int | None = None
    granted_minutes: int | None = None
    proof: Path | None = None
    note: str = ""
    drops_proof: bool = False


@dataclass(frozen=True, slots=True)
class ProposedCell:
    """Minutes of one class: missed, justified by something else, proposed, and why.

    ``rest_why`` says why what is left over stays unjustified, ``""`` where nothing is.
    """

    session_id: int
    day: date
    start: int
    end: int
    block: str
    missed: int
    justified: int
    minutes: int
    why: str
    rest_why: str = ""

    @property
    def most(self) -> int:
        """Return the most minutes that may be justified: those missed that nothing else justifies."""
        return max(0, self.missed - self.justified)

    @property
    def unjustified(self) -> int:
        """Return the minutes that stay unjustified."""
        return self.most - self.minutes


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, class by class, under which rule, article and figures of the call.

    ``notices`` are sentences about what could not be reckoned with.
    """

    cells: tuple[ProposedCell, ...]
    citation: Citation
    rule: str = ""
    figures: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Return the minutes proposed in all."""
        return sum(cell.minutes for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The minutes of each class that a rule allows, with the reason of each and why no more is allowed."""

    minutes: Mapping[int, int]
    why: Callable[[PersonClass], str]
    rest_why: Callable[[PersonClass], str]
    citation: Citation
    rule: str = ""
    figures: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def propose(ws: Workspace, course: str, form: JustificationForm, replacing: int | None = None) -> Proposal:
    """Return what a justification may cover of the classes its person missed.

    ``replacing`` is the one that is being changed. Raises ``Refused`` where the form makes no sense, the
    course or the person is unknown, or its call gives no figure for the rule.
    """
    check_form(form)
    found = classes_of(ws, course, form.id_number, form.cause, replacing)
    return proposal_of(found, form, WorkingCalendar(ws).is_working_day)


def check_form(form: JustificationForm) -> None:
    """Raise ``Refused`` where the days or the hours of a form contradict each other."""
    problems = []
    if form.last is not None and form.last < form.first:
        problems.append(Problem(_("Es anterior al primer día."), where="last"))
    at, ended = form.appointment_minute, form.ended
    if ended is not None and at is None:
        problems.append(Problem(_("Diga también a qué hora era la cita."), where="appointment_minute"))
    elif ended is not None and at is not None and ended < at:
        problems.append(Problem(_("Es anterior a la hora de la cita."), where="ended"))
    if problems:
        raise Refused(_("Las fechas o las horas no concuerdan. No se ha cambiado nada."), tuple(problems))


def proposal_of(
    found: PersonClasses, form: JustificationForm, is_working_day: Callable[[date], bool]
) -> Proposal:
    """Return what is proposed of the classes of a person. The form was checked."""
    classes = found.between(form.first, form.last or form.first)
    match form.cause:
        case cause if cause in APPOINTMENTS:
            classes = found.between(form.first, form.first)
            allowed = _appointment(found, form, classes)
        case AbsenceCause.D:
            days = _family_days(found, form, is_working_day)
            classes = found.between(form.first, max(days[-1], form.last or form.first))
            allowed = _family_event(found, form, classes, days)
        case AbsenceCause.G:
            allowed = _granted(form, classes)
        case AbsenceCause.H:
            allowed = _short_contract(found, classes)
        case _:
            allowed = _everything(classes, _("La enfermedad o el accidente justifica todo lo que faltó."))
    cells = tuple(_cell(each, allowed) for each in classes if each.missed)
    notices = (*allowed.notices, *_not_entered(classes))
    return Proposal(cells, allowed.citation, allowed.rule, allowed.figures, notices)


def _cell(each: PersonClass, allowed: _Allowed) -> ProposedCell:
    minutes = min(each.room, allowed.minutes.get(each.session_id, 0))
    rest = each.room - minutes
    return ProposedCell(
        each.session_id,
        each.day,
        each.start,
        each.end,
        each.block.code,
        each.missed or 0,
        each.justified,
        minutes,
        allowed.why(each) if each.room else _("Lo que faltó ya tiene otro justificante."),
        allowed.rest_why(each) if rest else "",
    )


def _not_entered(classes: Iterable[PersonClass]) -> tuple[str, ...]:
    days = sorted({each.day for each in classes if each.missed is None})
    if not days:
        return ()
    if len(days) <= _DAYS_NAMED:
        words = listed([short_day_words(day) for day in days])
    else:
        message = _("{n} días, del {first} al {last}")
        words = message.format(n=len(days), first=short_day_words(days[0]), last=short_day_words(days[-1]))
    message = _("No está introducida la asistencia de {days}: solo se justifica lo que consta como falta.")
    return (message.format(days=words),)


def _everything(
    classes: Sequence[PersonClass], why: str, *notices: str, citation: Citation = _ANY_CAUSE
) -> _Allowed:
    """Allow all that was missed."""
    minutes = {each.session_id: each.room for each in classes}
    return _Allowed(minutes, lambda _each: why, lambda _each: "", citation, notices=notices)


# An appointment --------------------------------------------------------------------------------------------


def _appointment(found: PersonClasses, form: JustificationForm, classes: Sequence[PersonClass]) -> _Allowed:
    """Allow what the half of the day allows, to the classes it falls on and then to the others of the day."""
    if not classes or form.appointment_minute is None:
        missing = _(
            "Sin la hora de la cita no se puede aplicar la regla de la mitad del horario: se propone todo lo "
            "que faltó ese día. Ajuste usted los minutos."
        )
        return _everything(
            classes, _("Se propone todo lo que faltó ese día."), *([missing] if classes else [])
        )
    travel = found.call.minutes("travel_time", found.view.course.start_on)
    way = form.travel_minutes if form.other_town else None
    appointment = justifying.Appointment(form.appointment_minute, form.ended, way)
    found_interval = justifying.justified_by_appointment(
        [(each.start, each.end) for each in classes], appointment, travel
    )
    words = {
        "at": clock_text(form.appointment_minute),
        "from": clock_text(found_interval.interval[0]),
        "to": clock_text(found_interval.interval[1]),
        "way": hours_words(travel.value if way is None else way),
        "citation": str(travel.citation),
    }
    if found_interval.is_first_half:
        message = _(
            "La cita, a las {at}, cae en la primera mitad de la clase: se justifica desde el comienzo hasta "
            "las {to}, con {way} para llegar al centro ({citation})."
        )
    else:
        message = _(
            "La cita, a las {at}, cae en la segunda mitad de la clase: podía salir {way} antes, a las "
            "{from}, y no tenía que volver ({citation})."
        )
    why = message.format(**words)
    rest = _("Faltó más de lo que la cita justifica: de {from} a {to}.").format(**words)
    return _Allowed(
        _shared_out(classes, found_interval.interval, found_interval.minutes),
        lambda _each: why,
        lambda _each: rest,
        travel.citation,
        "justified_by_appointment",
        ("travel_time",),
    )


def _shared_out(classes: Sequence[PersonClass], interval: tuple[int, int], minutes: int) -> Mapping[int, int]:
    """Return the minutes of an interval given to the classes it falls on, and what is left to the others.

    Attendance says how long somebody was in a stretch and not when: the sessions of one that was begun late
    may have their absence written in the last.
    """
    given: dict[int, int] = {}
    left = minutes
    for each in classes:
        overlap = max(0, min(each.end, interval[1]) - max(each.start, interval[0]))
        given[each.session_id] = min(each.room, overlap, left)
        left -= given[each.session_id]
    for each in classes:
        more = min(each.room - given[each.session_id], left)
        given[each.session_id] += more
        left -= more
    return given


# The other causes ------------------------------------------------------------------------------------------


def _family_days(
    found: PersonClasses, form: JustificationForm, is_working_day: Callable[[date], bool]
) -> tuple[date, ...]:
    call, start = found.call, found.view.course.start_on
    return justifying.family_event_days(
        form.first,
        is_away=form.other_town,
        here=call.count("family_event_days", start),
        away=call.count("family_event_days_away", start),
        is_working=is_working_day,
    )


def _family_event(
    found: PersonClasses, form: JustificationForm, classes: Sequence[PersonClass], days: Sequence[date]
) -> _Allowed:
    name = "family_event_days_away" if form.other_town else "family_event_days"
    figure = found.call.count(name, found.view.course.start_on)
    where = _("en otra localidad") if form.other_town else _("en la misma localidad")
    words = {
        "n": figure.value,
        "where": where,
        "days": listed([short_day_words(day) for day in days]),
        "citation": str(figure.citation),
    }
    why = _("Son {n} días hábiles por un suceso {where}: {days} ({citation}).").format(**words)
    rest = _("Queda fuera de los {n} días hábiles que corresponden: {days} ({citation}).").format(**words)
    minutes = {each.session_id: each.room for each in classes if each.day in days}
    return _Allowed(
        minutes,
        lambda each: why if each.day in days else rest,
        lambda _each: rest,
        figure.citation,
        "family_event_days",
        (name,),
    )


def _granted(form: JustificationForm, classes: Sequence[PersonClass]) -> _Allowed:
    """Allow what the social or health services grant, from the first class on."""
    why = _("En las condiciones que determinen los servicios sociales o de salud (EPE/873/2023, ap. 19.1.g).")
    if form.granted_minutes is None:
        notice = _("Compruebe en el informe de los servicios qué tiempo conceden y ajuste los minutos.")
        return _everything(classes, why, notice)
    left = form.granted_minutes
    minutes: dict[int, int] = {}
    for each in classes:
        minutes[each.session_id] = min(each.room, left)
        left -= minutes[each.session_id]
    rest = _("Los servicios conceden {granted} en total.").format(granted=hours_words(form.granted_minutes))
    return _Allowed(minutes, lambda _each: why, lambda _each: rest, _ANY_CAUSE)


def _short_contract(found: PersonClasses, classes: Sequence[PersonClass]) -> _Allowed:
    """Allow in each module its share, all the short contracts of the person together."""
    share = found.call.share("short_contract_share", found.view.course.start_on)
    used: dict[int, int] = defaultdict(int)
    for module in found.view.modules:
        used[module.id] = sum(found.short_contracts.get(block_id, 0) for block_id in module.block_ids)
    minutes: dict[int, int] = {}
    for each in classes:
        modules = found.modules_of(each.block)
        minutes[each.session_id] = min(
            justifying.short_contract_minutes(module.official_minutes, used[module.id] + each.room, share)
            - used[module.id]
            for module in modules
        )
        for module in modules:
            used[module.id] += minutes[each.session_id]

    def limits(each: PersonClass) -> str:
        return listed(
            [
                _("{most} de las {hours} de {code}").format(
                    most=hours_words(justifying.short_contract_minutes(hours, hours, share)),
                    hours=hours_words(hours),
                    code=module.code,
                )
                for module in found.modules_of(each.block)
                for hours in [module.official_minutes]
            ]
        )

    percent, citation = share_words(share.value), str(share.citation)
    why = _("Los contratos cortos justifican hasta el {share} de cada módulo: {limits} ({citation}).")
    rest = _(
        "Se ha llegado al {share} del módulo que justifican los contratos cortos: {limits} ({citation})."
    )
    return _Allowed(
        minutes,
        lambda each: why.format(share=percent, limits=limits(each), citation=citation),
        lambda each: rest.format(share=percent, limits=limits(each), citation=citation),
        share.citation,
        "short_contract_minutes",
        ("short_contract_share",),
    )
