"""The grid of a week as data, and how the person chosen stands, question by question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.people import Standing
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.spanish_order import spanish_key
from cpepa_desktop.domain.status import CourseStatus, ModuleStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.explained_people import verdict_key
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.week_grid import CellState, GridColumn, GridRow, WeekGrid
from cpepa_desktop.ui.course.attendance.cells import cause_words
from cpepa_desktop.ui.course.attendance.margins import (
    Margin,
    action_words,
    margin_of,
    module_margin,
    short_about,
)
from cpepa_desktop.ui.parts import course_words, text, theme
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of


class PeopleOrder(StrEnum):
    """In which order the people of a week stand."""

    NUMBER = "number"
    NAME = "name"
    MARGIN = "margin"

    @property
    def label(self) -> str:
        """Return the order in the user's language."""
        match self:
            case PeopleOrder.NUMBER:
                return _("por número")
            case PeopleOrder.NAME:
                return _("por apellidos")
            case PeopleOrder.MARGIN:
                return _("por margen")


@dataclass(frozen=True, slots=True)
class Total:
    """What stands at the right of a week: minutes of the week and of the action, and what may be missed."""

    week_minutes: int | None
    action_minutes: int
    margin: Margin


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A person of the week as shown: the number they are called by, their cells and their totals."""

    number: int
    row: GridRow
    total: Total

    @property
    def enrolment_id(self) -> int:
        """Return whose line it is."""
        return self.row.enrolment.id


@dataclass(frozen=True, slots=True)
class Week:
    """A week ready to be shown: its stretches and its people, in whatever order they stand."""

    week: IsoWeek
    columns: tuple[GridColumn, ...]
    lines: tuple[WeekLine, ...]
    official_minutes: int
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a person: the module or the action it is about, and its verdict if there is one.

    ``decided_by`` is the module whose hours these are where one of several decides for the action, and
    ``module`` what is known of the module it is about, ``None`` for the action.
    """

    about: str
    title: str
    attended: int
    base: int
    verdict: Verdict | None
    standing: Standing
    decided_by: str = ""
    module: ModuleStatus | None = None

    @property
    def words(self) -> str:
        """Return what it is about, with the number of the module that decides."""
        return f"{self.about} · {short_about(self.decided_by)}" if self.decided_by else self.about

    @property
    def full_words(self) -> str:
        """Return the question, with the module that decides."""
        if not self.decided_by:
            return self.title
        return _("{question}. Decide {module}.").format(question=self.title, module=self.decided_by)

    @property
    def margin(self) -> str:
        """Return what may still be missed of the module, ``""`` where there is nothing to say."""
        return module_margin(self.module, self.verdict.rule) if self.module and self.verdict else ""

    @property
    def key(self) -> str:
        """Return the key of its figure among those of the person, ``""`` where nothing is judged."""
        if self.verdict is None:
            return ""
        return verdict_key(self.verdict.rule, self.module.code if self.module else "")


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One absence of the cell chosen."""

    position: int
    absence: Absence


def week_of(grid: WeekGrid, status: CourseStatus, *, is_locked: bool = False) -> Week:
    """Return a week with the totals of its people, by number."""
    people = {person.enrolment.id: person for person in status.people}
    lines = tuple(
        WeekLine(row.enrolment.seat or at, row, _total(row, people[row.enrolment.id]))
        for at, row in enumerate(grid.rows, start=1)
    )
    return Week(grid.week, grid.columns, lines, status.official_minutes, is_locked)


def renewed(week: Week, grid: WeekGrid, status: CourseStatus, touched: frozenset[int]) -> Week:
    """Return a week with the lines of some people as they are now, everybody in their place."""
    rows = {row.enrolment.id: row for row in grid.rows if row.enrolment.id in touched}
    people = {person.enrolment.id: person for person in status.people if person.enrolment.id in touched}
    lines = tuple(
        replace(
            line,
            row=rows[line.enrolment_id],
            total=_total(rows[line.enrolment_id], people[line.enrolment_id]),
        )
        if line.enrolment_id in rows
        else line
        for line in week.lines
    )
    return replace(week, lines=lines)


def arranged(week: Week, order: PeopleOrder, words: str = "") -> Week:
    """Return a week with the people whose name or number has ``words``, in an order."""
    wanted = folded(words.strip())
    lines = [
        line
        for line in week.lines
        if wanted in folded(line.row.enrolment.person.listed_name) or wanted == str(line.number)
    ]
    match order:
        case PeopleOrder.NUMBER:
            lines.sort(key=lambda line: line.number)
        case PeopleOrder.NAME:
            lines.sort(key=lambda line: spanish_key(line.row.enrolment.person.listed_name))
        case PeopleOrder.MARGIN:
            lines.sort(key=lambda line: line.total.margin.urgency)
    return replace(week, lines=tuple(lines))


def heading(column: GridColumn, *, is_split_day: bool) -> str:
    """Return the heading of a stretch: its day, its hour where the day has two, and its blocks."""
    day = course_words.column_day(column.stretch.day)
    hour = f" {text.clock(column.stretch.start)}" if is_split_day else ""
    return "\n".join([f"{day}{hour}", *(block.code for block in column.blocks)])


def heading_words(column: GridColumn) -> str:
    """Return a stretch in words."""
    start, end = text.clock(column.stretch.start), text.clock(column.stretch.end)
    blocks = "\n".join(f"{block.code} {block.title}" for block in column.blocks) or _("clase cancelada")
    return f"{text.full_day(column.stretch.day)}, {start}\N{EN DASH}{end}\n{blocks}"


def questions(person: PersonStatus) -> tuple[Question, ...]:
    """Return every question about a person: those on the action first, then module by module."""
    action = [_of_action(rule, verdict, person) for rule, verdict in person.verdicts.items()]
    modules = [question for module in person.modules for question in _of_module(module)]
    extra = [question for module in person.complementary for question in _of_module(module)]
    return (*action, *modules, *extra)


def question_badge(question: Question) -> Badge:
    """Return the badge of a question; a module not attended says so."""
    if question.verdict is not None:
        return badge_of(question.verdict)
    if question.standing is Standing.ATTENDS:
        return Badge(_("No se examina"), "info", theme.Wash.QUIET)
    return Badge(_("Acreditado"), "check", theme.Wash.QUIET)


def question_columns() -> tuple[Column[Question], ...]:
    """Return the columns of the questions about a person."""
    return (
        Column(
            _("Prueba"), lambda row: row.words, tooltip=lambda row: row.full_words, width=9, stretched=True
        ),
        Column(
            _("Asistido"),
            lambda row: row.attended,
            text=lambda row: f"{text.typed_hours(row.attended)} / {text.typed_hours(row.base)}",
            align=Align.RIGHT,
            width=8,
        ),
        Column(_("Margen"), lambda row: row.margin, align=Align.RIGHT, width=6),
        Column(
            _("Resultado"),
            lambda row: question_badge(row).words,
            icon=lambda row: question_badge(row).icon,
            wash=lambda row: question_badge(row).wash,
            width=9,
        ),
    )


def absence_columns() -> tuple[Column[AbsenceRow], ...]:
    """Return the columns of the absences of a cell."""
    return (
        Column(
            _("Falta"),
            lambda row: row.absence.minutes,
            text=lambda row: hours_words(row.absence.minutes),
            align=Align.RIGHT,
        ),
        Column(_("Causa"), lambda row: cause_words(row.absence.cause), width=10, stretched=True),
        Column(_("Justificación"), lambda row: row.absence.state.label, width=12),
    )


def _of_action(rule: str, verdict: Verdict, person: PersonStatus) -> Question:
    """Return a question on the action, with the hours that were compared: a module's where one decides."""
    numbers, tally = verdict.numbers, person.tally
    return Question(
        action_words(rule),
        rule_title(rule),
        int(str(numbers.get("attended_minutes", tally.attended))),
        int(str(numbers.get("base_minutes", tally.base))),
        verdict,
        Standing.ATTENDS,
        decided_by=str(numbers.get("module", "")),
    )


def _of_module(module: ModuleStatus) -> list[Question]:
    tally = module.tally
    if not module.verdicts:
        standing = module.standing
        return [
            Question(module.code, module.title, tally.attended, tally.base, None, standing, module=module)
        ]
    return [
        Question(
            module.code, rule_title(rule), tally.attended, tally.base, verdict, module.standing, module=module
        )
        for rule, verdict in module.verdicts.items()
    ]


def _total(row: GridRow, person: PersonStatus) -> Total:
    entered = [cell.attended_minutes for cell in row.cells if cell.attended_minutes is not None]
    return Total(
        sum(entered) if entered else None, person.tally.attended, margin_of(person, waits=_waits(row))
    )


def _waits(row: GridRow) -> bool:
    return any(cell.state is CellState.PENDING for cell in row.cells)
