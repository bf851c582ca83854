"""Hours of a course by module and block, its people at risk, and its texts, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind, SessionMode
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.status import CourseStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.texts import ITEMS
from cpepa_desktop.ui.course.attendance.columns import Question, question_badge, questions
from cpepa_desktop.ui.course.attendance.margins import weighs
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import BEHIND

_INDENT = "    "
_VIRTUAL = "virtual_"


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A module or one of its blocks: official and scheduled minutes, and the days it goes over.

    ``scheduled`` is ``None`` for the workplace module, which has no sessions.
    """

    position: int
    code: str
    title: str
    is_block: bool
    official: int
    scheduled: int | None
    first: date | None
    last: date | None

    @property
    def gap(self) -> int:
        """Return the minutes that the calendar still lacks."""
        return 0 if self.scheduled is None else self.official - self.scheduled


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A person for whom a question is out of reach or running late."""

    enrolment_id: int
    name: str
    question: Question


@dataclass(frozen=True, slots=True)
class TextRow:
    """An item of the conditions sheet that the centre writes."""

    item: str
    title: str
    body: str
    is_missing: bool


def hours_rows(view: CourseView) -> tuple[HoursRow, ...]:
    """Return the modules of a course, each over its blocks where it is divided."""
    lines: list[tuple[str, str, bool, int, int | None, list[date]]] = []
    for module in view.modules:
        days = [day for block_id in module.block_ids for day in _days(view, block_id)]
        lines.append(
            (
                module.code,
                module.title,
                False,
                module.official_minutes,
                _module_minutes(view, module),
                _workplace_days(module) or days,
            )
        )
        if len(module.block_ids) > 1:
            blocks = [block for block in view.blocks if block.id in module.block_ids]
            lines += [
                (b.code, b.title, True, b.official_minutes, _minutes(view, b.id), _days(view, b.id))
                for b in blocks
            ]
    return tuple(
        HoursRow(
            position,
            code,
            title,
            is_block,
            official,
            scheduled,
            min(days, default=None),
            max(days, default=None),
        )
        for position, (code, title, is_block, official, scheduled, days) in enumerate(lines)
    )


def hours_columns() -> tuple[Column[HoursRow], ...]:
    """Return the columns of the hours of a course."""
    return (
        Column(
            _("Módulo o unidad"), lambda row: f"{_INDENT}{row.code}" if row.is_block else row.code, width=16
        ),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, width=16, stretched=True),
        Column(
            _("Oficiales"),
            _official,
            text=lambda row: hours_words(row.official),
            align=Align.RIGHT,
            width=9,
            measure=Measure.MINUTES,
        ),
        Column(
            _("Programadas"),
            lambda row: row.scheduled,
            text=_scheduled,
            align=Align.RIGHT,
            width=13,
            measure=Measure.MINUTES,
        ),
        Column(
            _("Faltan"),
            lambda row: row.gap,
            text=_gap,
            wash=_gap_wash,
            align=Align.RIGHT,
            width=8,
            measure=Measure.MINUTES,
        ),
        Column(_("Fechas"), lambda row: row.first, text=_period, width=24),
    )


def risk_rows(status: CourseStatus) -> tuple[RiskRow, ...]:
    """Return who, of those in class, can no longer reach a share or is running late for it."""
    return tuple(
        RiskRow(person.enrolment.id, person.enrolment.person.listed_name, question)
        for person in status.people
        if person.enrolment.left_on is None
        for question in _at_risk(person)
    )


def risk_columns() -> tuple[Column[RiskRow], ...]:
    """Return the columns of the people at risk."""
    return (
        Column(_("Persona"), lambda row: row.name, width=14, stretched=True),
        Column(_("Prueba"), lambda row: row.question.about, tooltip=lambda row: row.question.title, width=10),
        Column(
            _("Estado"),
            lambda row: question_badge(row.question).words,
            icon=lambda row: question_badge(row.question).icon,
            wash=lambda row: question_badge(row.question).wash,
            width=11,
        ),
    )


def text_rows(view: CourseView, texts: Mapping[str, str], missing: Iterable[str]) -> tuple[TextRow, ...]:
    """Return the items of the conditions sheet; those of the virtual classroom only where there is one.

    ``missing`` are the headings that would print «Pendiente de completar».
    """
    missing = tuple(missing)
    has_virtual = any(s.counts and s.mode is not SessionMode.IN_PERSON for s in view.sessions)
    return tuple(
        TextRow(item, title, texts.get(item, ""), any(line.startswith(_lettered(title)) for line in missing))
        for item, title in ITEMS.items()
        if has_virtual or not item.startswith(_VIRTUAL)
    )


def text_columns() -> tuple[Column[TextRow], ...]:
    """Return the columns of the texts of the conditions sheet."""
    return (
        Column(_("Apartado"), lambda row: row.title, tooltip=lambda row: row.title, stretched=True),
        Column(
            _("Estado"),
            _text_words,
            icon=lambda row: "pending" if row.is_missing else "ok" if row.body else "info",
            wash=lambda row: theme.Wash.WARNING if row.is_missing else None,
            tooltip=lambda row: row.body,
            width=12,
        ),
    )


def _lettered(title: str) -> str:
    """Return the letter of an item with what stands before it: the sheet names by it what lacks."""
    return title[: title.index(")") + 1]


def _text_words(row: TextRow) -> str:
    if row.is_missing:
        return _("Pendiente")
    return _("Escrito") if row.body else _("De los datos")


def _at_risk(person: PersonStatus) -> Iterable[Question]:
    return (question for question in questions(person) if question.verdict and _is_at_risk(question.verdict))


def _is_at_risk(verdict: Verdict) -> bool:
    is_behind = verdict.answer is Answer.PENDING and verdict.reason == BEHIND
    return weighs(verdict) and (is_behind or verdict.answer is Answer.NO)


def _module_minutes(view: CourseView, module: CourseModule) -> int | None:
    if module.kind is ModuleKind.WORKPLACE:
        return None
    return sum(_minutes(view, block_id) for block_id in module.block_ids)


def _minutes(view: CourseView, block_id: int) -> int:
    return sum(
        session.minutes for session in view.sessions if session.counts and session.block_id == block_id
    )


def _days(view: CourseView, block_id: int) -> list[date]:
    days = {stretch.id: stretch.day for stretch in view.stretches}
    return [days[s.stretch_id] for s in view.sessions if s.counts and s.block_id == block_id]


def _workplace_days(module: CourseModule) -> list[date]:
    return [day for day in (module.from_day, module.to_day) if day is not None]


def _official(row: HoursRow) -> int:
    return row.official


def _scheduled(row: HoursRow) -> str:
    return _("en la empresa") if row.scheduled is None else hours_words(row.scheduled)


def _gap(row: HoursRow) -> str:
    return hours_words(row.gap) if row.gap else ""


def _gap_wash(row: HoursRow) -> theme.Wash | None:
    return theme.Wash.WARNING if row.gap else None


def _period(row: HoursRow) -> str:
    if row.first is None or row.last is None:
        return _("sin establecer")
    return text.period(row.first, row.last)
