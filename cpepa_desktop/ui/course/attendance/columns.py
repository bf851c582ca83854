"""The grid of a week as data, and how the person chosen stands, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.people import Standing
from cpepa_desktop.domain.status import CourseStatus, ModuleStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.explained_people import verdict_key
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.week_grid import GridColumn, GridRow, WeekGrid
from cpepa_desktop.ui.course.attendance.cells import cause_words
from cpepa_desktop.ui.parts import course_words, text, theme
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of, worst

_ADDITIONAL: Final = "additional_seat"
_MODULE: Final = "MF"


@dataclass(frozen=True, slots=True)
class Total:
    """What stands at the right of a week: minutes of the week and of the action, and what is tightest."""

    week_minutes: int | None
    action_minutes: int
    verdict: Verdict | None
    where: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week ready to be shown: the grid, and a total for each of its people."""

    grid: WeekGrid
    totals: tuple[Total, ...]
    official_minutes: int


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
        number = self.decided_by.removeprefix(_MODULE).partition("_")[0]
        return f"{self.about} · {number}" if number else self.about

    @property
    def full_words(self) -> str:
        """Return the question, with the module that decides."""
        if not self.decided_by:
            return self.title
        return _("{question}. Decide {module}.").format(question=self.title, module=self.decided_by)

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


def week_of(grid: WeekGrid, status: CourseStatus) -> Week:
    """Return a week with the totals of its people."""
    people = {person.enrolment.id: person for person in status.people}
    return Week(grid, tuple(_total(row, people) for row in grid.rows), status.official_minutes)


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


def action_words(rule: str) -> str:
    """Return in a word what a rule asks of the whole action."""
    return {"diploma_attendance": _("Diploma"), "funded": _("Subvención")}.get(rule, rule)


def weighs(verdict: Verdict) -> bool:
    """Say whether a verdict is about attendance: that an additional seat is not paid for is no alarm."""
    return verdict.reason != _ADDITIONAL


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


def _total(row: GridRow, people: Mapping[int, PersonStatus]) -> Total:
    entered = [cell.attended_minutes for cell in row.cells if cell.attended_minutes is not None]
    person = people[row.enrolment.id]
    judged = [(q.about, q.verdict) for q in questions(person) if q.verdict and weighs(q.verdict)]
    tightest = worst({f"{at}": verdict for at, (_about, verdict) in enumerate(judged)})
    where = next((about for about, verdict in judged if verdict is tightest), "")
    return Total(sum(entered) if entered else None, person.tally.attended, tightest, where)
