"""«¿Por qué?» of the figures of a course: its hours, its seats, its last day, and its days without class."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind, Regime
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.norms import Article
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.timetable import parse_timetable
from cpepa_desktop.domain.words import day_words, hours_words, listed
from cpepa_desktop.exchange.holiday_source import source_of
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import choose_call
from cpepa_desktop.operations.course_planning import CoursePlan
from cpepa_desktop.operations.explanation_words import rule_formulas, rule_title, value_words
from cpepa_desktop.operations.explanations import (
    Explanation,
    Figure,
    Frame,
    Line,
    explain,
    frame_of,
    reading_of,
    sources_of,
)
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.operations.laying_limits import day_limits
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.registry import RULES
from cpepa_desktop.rules.scheduling import block_hours, daily_hours
from cpepa_desktop.rules.seats import seats_notice

_REGIMES: Final = {Regime.RD34_ESS: "RD 34/2008", Regime.RD659: "RD 659/2023"}


def course_figures(ws: Workspace, view: CourseView, people: int) -> tuple[Figure, ...]:
    """Return the figures of a course of so many people, each with what explains it."""
    frame = frame_of(ws, view.course.code)
    return (
        _official_hours(view, frame),
        *((_last_day(ws, view, frame),) if view.last_day else ()),
        _people(people, frame),
        _regime(view, frame),
    )


def module_explanations(ws: Workspace, view: CourseView) -> dict[str, Explanation]:
    """Return what explains the hours of each module and block of a course, by its code."""
    frame = frame_of(ws, view.course.code)
    blocks = {block.code: _block_hours(view, block.code, (block.id,), frame) for block in view.blocks}
    modules = {module.code: _module_hours(view, module, frame) for module in view.modules}
    return blocks | modules


def explain_plan(ws: Workspace, plan: CoursePlan) -> Explanation:
    """Return why a course still to be written ends on the day it does."""
    frame = Frame(choose_call(ws, plan.request.call).call, plan.request.start)
    days = {stretch.day for stretch in plan.stretches}
    scheduled = sum(stretch.minutes for stretch in plan.stretches)
    span = _Span(plan.request.start, plan.request.timetable, days, scheduled, plan.official_minutes)
    return _explain_last_day(span, ClassCalendar(ws), frame)


def explain_class_day(ws: Workspace, view: CourseView, day: date) -> Explanation:
    """Return whether the hours of class of a day keep between the daily minimum and maximum."""
    frame = frame_of(ws, view.course.code)
    stretches = {stretch.id for stretch in view.stretches if stretch.day == day}
    minutes = sum(s.minutes for s in view.sessions if s.counts and s.stretch_id in stretches)
    return explain(daily_hours(minutes, *day_limits(frame.call, frame.day)), frame)


def explain_closed_day(ws: Workspace, view: CourseView, holiday: Holiday) -> Explanation:
    """Return why there is no class on a day, and whether it counts for the terms all the same."""
    frame = frame_of(ws, view.course.code)
    is_working = holiday.scope in {HolidayScope.SCHOOL, HolidayScope.CENTRE}
    counts = _("Sí: para los plazos es un día hábil") if is_working else _("No: para los plazos es inhábil")
    is_official = holiday.scope in {HolidayScope.NATIONAL, HolidayScope.REGIONAL}
    working_days = frame.call.reading("working_days")
    sentence = _("El {day} no hay clase: {name}. El horario del curso pasa al siguiente día lectivo.")
    return Explanation(
        title=_("Día sin clase"),
        sentence=sentence.format(day=day_words(holiday.day), name=holiday.name),
        lines=(
            (_("Ámbito"), _scope_words(holiday)),
            (_("Lo dice"), source_of(holiday.day.year) if is_official else _("el centro, en su calendario")),
            (_("Cuenta en los plazos en días hábiles"), counts),
        ),
        citation=str(working_days.citation),
        formula=(working_days.question, working_days.text(working_days.value)),
        articles=articles_of(working_days.citation),
    )


def _official_hours(view: CourseView, frame: Frame) -> Figure:
    total = hours_words(view.official_minutes)
    extra = sum(module.minutes for module in frame.call.complementary)
    citations = [RULES["structure_of"].citation, *(module.citation for module in frame.call.complementary)]
    sentence = ngettext(
        "Son las de {n} bloque, que se cuenta una vez. La formación en la empresa va aparte.",
        "Son las de sus {n} bloques, cada uno una vez aunque esté en dos módulos. La formación en la "
        "empresa va aparte.",
        len(view.blocks),
    ).format(n=len(view.blocks))
    without = _("La base del 75 % y del 25 % sería de {hours}.")
    explanation = Explanation(
        title=rule_title("structure_of"),
        sentence=sentence,
        lines=tuple((block.code, hours_words(block.official_minutes)) for block in view.blocks),
        citation=_cited(citations),
        formula=(
            rule_formulas()["structure_of"],
            _sum_words([block.official_minutes for block in view.blocks]),
        ),
        articles=_articles(citations),
        readings=reading_of(
            frame,
            "action_share_base",
            without.format(hours=hours_words(view.official_minutes - extra)),
        )
        if extra
        else (),
    )
    return Figure("official_hours", _("Horas oficiales"), total, explanation)


def _module_hours(view: CourseView, module: CourseModule, frame: Frame) -> Explanation:
    if module.kind is ModuleKind.WORKPLACE:
        return _workplace_hours(module, frame)
    explanation = _block_hours(view, module.code, module.block_ids, frame)
    units = [block for block in view.blocks if block.id in module.block_ids and block.code != module.code]
    return replace(
        explanation,
        lines=(
            *explanation.lines,
            *((unit.code, hours_words(unit.official_minutes)) for unit in units),
            *_shared(view, module),
        ),
    )


def _block_hours(view: CourseView, code: str, block_ids: Collection[int], frame: Frame) -> Explanation:
    official = sum(block.official_minutes for block in view.blocks if block.id in block_ids)
    scheduled = sum(s.minutes for s in view.sessions if s.counts and s.block_id in block_ids)
    rule = RULES["block_hours"]
    explained = explain(block_hours(scheduled, official, rule.citation), frame)
    title = _("{question}: {code}").format(question=explained.title, code=code)
    gap = official - scheduled
    return replace(
        explained,
        title=title,
        lines=(*explained.lines, *(((_("Sin programar"), hours_words(gap)),) if gap else ())),
    )


def _shared(view: CourseView, module: CourseModule) -> Iterator[Line]:
    for other in view.modules:
        common = [b.code for b in view.blocks if b.id in module.block_ids and b.id in other.block_ids]
        if other.id != module.id and common:
            yield _("Compartido con {module}").format(module=other.code), listed(common)


def _workplace_hours(module: CourseModule, frame: Frame) -> Explanation:
    citation = RULES["owes_workplace_module"].citation
    citations = [citation, frame.call.deadline("workplace_module_start").citation]
    return Explanation(
        title=rule_title("owes_workplace_module"),
        sentence=_("Se hace en la empresa: no está en el calendario ni en las horas de la acción."),
        lines=((_("Horas oficiales"), hours_words(module.official_minutes)),),
        citation=_cited(citations),
        formula=(rule_formulas()["owes_workplace_module"],),
        articles=_articles(citations),
    )


def _people(people: int, frame: Frame) -> Figure:
    citation = RULES["seats_notice"].citation
    names = ("subsidised_seats", "additional_seats", "group_limit", "recommended_minimum")
    sources = sources_of(frame, *names)
    notice = seats_notice(people, frame.call, frame.day)
    explanation = Explanation(
        title=rule_title("seats_notice"),
        sentence=notice or _("{n} caben en las plazas y en el grupo.").format(n=_people_words(people)),
        lines=((_("Personas en el curso"), str(people)), *((s.label, s.value) for s in sources)),
        citation=str(citation),
        formula=(rule_formulas()["seats_notice"],),
        articles=articles_of(citation),
        sources=sources,
    )
    return Figure("people", _("Personas"), _people_words(people), explanation)


def _regime(view: CourseView, frame: Frame) -> Figure:
    course, citation = view.course, RULES["evaluation_regime"].citation
    cut = frame.call.day("evaluation_regime_cut", frame.day)
    earliest = min(course.start_on, course.approved_on or course.start_on)
    lines: list[Line] = [
        (_("Inicio"), day_words(course.start_on)),
        (_("Autorizado el"), day_words(course.approved_on) if course.approved_on else _("sin establecer")),
        (_("Primer día del régimen nuevo"), value_words(cut)),
    ]
    if course.regime_reason:
        lines.append((_("El centro lo cambió"), course.regime_reason))
    is_before = earliest < cut.value
    order = _("anterior") if is_before else _("igual o posterior")
    sentence = _("El primer día conocido es el {day}, {order} al {cut}.")
    explanation = Explanation(
        title=rule_title("evaluation_regime"),
        sentence=sentence.format(day=day_words(earliest), order=order, cut=day_words(cut.value)),
        lines=tuple(lines),
        citation=str(citation),
        formula=(
            rule_formulas()["evaluation_regime"],
            f"{day_words(earliest)} {'<' if is_before else '≥'} {day_words(cut.value)}",
        ),
        articles=articles_of(citation),
        sources=sources_of(frame, "evaluation_regime_cut"),
    )
    return Figure("regime", _("Evaluación"), _REGIMES[course.regime], explanation)


@dataclass(frozen=True, slots=True)
class _Span:
    """A course on the calendar: from when, at which hours, on which days, and how many minutes."""

    start: date
    timetable: str
    days: Collection[date]
    scheduled: int
    official: int


def _last_day(ws: Workspace, view: CourseView, frame: Frame) -> Figure:
    counting = {session.stretch_id for session in view.sessions if session.counts}
    span = _Span(
        view.course.start_on,
        view.course.timetable,
        {stretch.day for stretch in view.stretches if stretch.id in counting},
        sum(session.minutes for session in view.sessions if session.counts),
        view.official_minutes,
    )
    explanation = _explain_last_day(span, ClassCalendar(ws), frame)
    return Figure("last_day", _("Último día"), day_words(max(span.days)), explanation)


def _explain_last_day(span: _Span, calendar: ClassCalendar, frame: Frame) -> Explanation:
    last = max(span.days)
    weekdays = {slot.weekday for slot in parse_timetable(span.timetable).slots}
    wanted = [day for day in _days(span.start, last) if day.weekday() in weekdays]
    closed = [holiday for day in wanted if (holiday := calendar.holiday(day)) and day not in span.days]
    empty = len(wanted) - len(closed) - sum(day in span.days for day in wanted)
    extra = sum(day not in wanted for day in span.days)
    sentence = _("{hours} de clase desde el {start} son {days}, y el último es el {last}.")
    window = frame.call.execution
    citations = [RULES["short_last_day"].citation, *([window.citation] if window.citation else [])]
    limit = ((_("Plazo de ejecución, hasta"), day_words(window.last_day)),) if window.last_day else ()
    return Explanation(
        title=_("Último día de clase"),
        sentence=sentence.format(
            hours=hours_words(span.scheduled),
            start=day_words(span.start),
            days=_day_count(len(span.days)),
            last=day_words(last),
        ),
        lines=(
            (_("Horario"), span.timetable),
            (_("Horas oficiales"), hours_words(span.official)),
            (_("Días de ese horario"), str(len(wanted))),
            (_("Festivos y días del centro entre ellos"), str(len(closed))),
            *((day_words(holiday.day), holiday.name) for holiday in closed),
            *limit,
        ),
        citation=_cited(citations),
        formula=(
            _("Días del horario \N{MINUS SIGN} días sin clase = días de clase"),
            _balance(len(wanted), len(closed), empty, extra, len(span.days)),
        ),
        articles=_articles(citations),
        sources=sources_of(frame, "day_minimum", "day_limit"),
    )


def _balance(wanted: int, closed: int, empty: int, extra: int, days: int) -> str:
    parts = [str(wanted), f"\N{MINUS SIGN} {closed}"]
    if empty:
        parts.append(_("\N{MINUS SIGN} {n} sin clase programada").format(n=empty))
    if extra:
        parts.append(_("+ {n} fuera del horario").format(n=extra))
    return f"{' '.join(parts)} = {days}"


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _sum_words(minutes: Collection[int]) -> str:
    return f"{' + '.join(hours_words(each) for each in minutes)} = {hours_words(sum(minutes))}"


def _cited(citations: Collection[Citation]) -> str:
    return "; ".join(dict.fromkeys(str(citation) for citation in citations))


def _articles(citations: Collection[Citation]) -> tuple[Article, ...]:
    found = (article for citation in citations for article in articles_of(citation))
    return tuple(dict.fromkeys(found))


def _people_words(people: int) -> str:
    return ngettext("{n} persona", "{n} personas", people).format(n=people)


def _day_count(days: int) -> str:
    return ngettext("{n} día", "{n} días", days).format(n=days)


def _scope_words(holiday: Holiday) -> str:
    words = {
        HolidayScope.NATIONAL: _("fiesta nacional"),
        HolidayScope.REGIONAL: _("fiesta de Aragón"),
        HolidayScope.LOCAL: _("fiesta local"),
        HolidayScope.SCHOOL: _("día no lectivo del calendario escolar"),
        HolidayScope.CENTRE: _("día no lectivo del centro"),
    }[holiday.scope]
    return f"{words} ({holiday.municipality})" if holiday.municipality else words
