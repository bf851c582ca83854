"""The staff of a course as rows, one for each role of each person, and its modules with who teaches them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.staff import CourseRole, Role, Validation
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.staff import CourseStaff, StaffedModule, StaffMember, StaffRole
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.verdicts import Badge, badge_of

_VALIDATIONS: Final = {
    Validation.NOT_SENT: ("pending", theme.Wash.QUIET),
    Validation.SENT: ("send", theme.Wash.WARNING),
    Validation.VALIDATED: ("ok", theme.Wash.OK),
    Validation.REJECTED: ("no", theme.Wash.DANGER),
}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A role and who has it; a role that is asked for and nobody has yet has neither person nor facts."""

    asked: Role
    member: StaffMember | None = None
    role: StaffRole | None = None

    @property
    def key(self) -> tuple[Role, int]:
        """Return what tells the row from the others."""
        return self.asked, self.member.trainer.id if self.member else 0

    @property
    def written(self) -> CourseRole | None:
        """Return what is written of the role, ``None`` where nobody has it."""
        return self.role.role if self.role else None

    def verdict(self, *rules: str) -> Verdict | None:
        """Return what one of some rules says of it, ``None`` where none says anything."""
        verdicts = self.role.verdicts if self.role else ()
        return next((verdict for verdict in verdicts if verdict.rule in rules), None)


_BadgeOf = Callable[[StaffRow], Badge | None]
_WordsOf = Callable[[StaffRow], str]


def staff_rows(staff: CourseStaff) -> tuple[StaffRow, ...]:
    """Return a row for each role: those who teach first, and after each role's people what nobody has."""
    rows = [StaffRow(role.role.role, member, role) for member in staff.members for role in member.roles]
    rows += [StaffRow(role) for role in staff.unfilled]
    return tuple(sorted(rows, key=lambda row: list(Role).index(row.asked)))


def staff_columns() -> tuple[Column[StaffRow], ...]:
    """Return the columns of the staff of a course."""
    return (
        Column(_("Función"), lambda row: row.asked.label, width=10),
        Column(
            _("Persona"),
            _person,
            icon=lambda row: "person" if row.member else "to-do",
            wash=lambda row: None if row.member else theme.Wash.WARNING,
            tooltip=_person,
            width=18,
            stretched=True,
        ),
        Column(
            _("Horas"),
            lambda row: row.role.minutes if row.role else None,
            text=_hours,
            align=Align.RIGHT,
            measure=Measure.MINUTES,
            width=8,
        ),
        Column(_("Módulos o tutorías"), _work, tooltip=_work_in_full, width=17),
        _badge_column(_("Acredita"), _proved, _proved_tooltip, 14),
        Column(_("Contrato"), _contract, tooltip=_contract_in_full, width=13),
        _badge_column(_("Validación"), _validation, _validation_days, 15),
    )


def module_columns() -> tuple[Column[StaffedModule], ...]:
    """Return the columns of the modules of a course with who teaches them."""
    return (
        Column(_("Módulo"), lambda row: row.code, width=11),
        Column(_("Título"), lambda row: row.title, tooltip=lambda row: row.title, width=20, stretched=True),
        Column(_("Primer día"), lambda row: row.first, width=11),
        Column(_("Lo imparten"), _taught_by, tooltip=_taught_by, width=24),
        Column(
            _("Formadores"),
            lambda row: _module_badge(row).words,
            icon=lambda row: _module_badge(row).icon,
            wash=lambda row: _module_badge(row).wash,
            width=14,
        ),
        Column(
            _("Validado antes"),
            lambda row: badge.words if (badge := _validated_badge(row)) else "",
            icon=lambda row: badge.icon if (badge := _validated_badge(row)) else "",
            wash=lambda row: badge.wash if (badge := _validated_badge(row)) else None,
            width=14,
        ),
    )


def verdicts_of(row: StaffRow | StaffedModule) -> Sequence[Verdict]:
    """Return everything the rules say of a row."""
    if isinstance(row, StaffedModule):
        return row.verdicts
    return row.role.verdicts if row.role else ()


def subject_of(row: StaffRow | StaffedModule) -> str:
    """Return what a row is about, as «¿Por qué?» names it."""
    if isinstance(row, StaffedModule):
        return row.code
    return f"{_person(row)} ({row.asked.label.lower()})"


def summary(staff: CourseStaff) -> str:
    """Return how many people work in the course and how much is missing before it starts."""
    people = ngettext("{n} persona", "{n} personas", len(staff.members)).format(n=len(staff.members))
    start = text.full_day(staff.start)
    count = len(staff.missing)
    if not count:
        return _("{people} · no falta nada antes del inicio, el {day}").format(people=people, day=start)
    missing = ngettext(
        "falta {n} cosa antes del inicio, el {day}", "faltan {n} cosas antes del inicio, el {day}", count
    )
    return f"{people} · {missing.format(n=count, day=start)}"


def _badge_column(
    title: str,
    badge: _BadgeOf,
    tooltip: _WordsOf,
    width: int,
) -> Column[StaffRow]:
    return Column(
        title,
        lambda row: found.words if (found := badge(row)) else "",
        icon=lambda row: found.icon if (found := badge(row)) else "",
        wash=lambda row: found.wash if (found := badge(row)) else None,
        tooltip=tooltip,
        width=width,
    )


def _person(row: StaffRow) -> str:
    return row.member.trainer.full_name if row.member else _("Falta decir quién")


def _hours(row: StaffRow) -> str:
    if row.role is None:
        return ""
    return _("sin decir") if row.role.minutes is None else hours_words(row.role.minutes)


def _work(row: StaffRow) -> str:
    if row.member is None or row.written is None:
        return ""
    if row.asked is Role.TEACHER:
        return ", ".join(taught.code for taught in row.member.taught)
    return row.written.tutoring


def _work_in_full(row: StaffRow) -> str:
    if row.member is None or row.asked is not Role.TEACHER:
        return _work(row)
    return "\n".join(
        f"{taught.code} {taught.title}: {hours_words(taught.minutes)}" for taught in row.member.taught
    )


def _proved(row: StaffRow) -> Badge | None:
    verdict = row.verdict("role_proved", "preparer_teaches")
    if verdict is None:
        return None
    badge = badge_of(verdict)
    missing = verdict.numbers.get("proofs_missing")
    if missing:
        return Badge(_("Falta {proofs}").format(proofs=missing), "to-do", theme.Wash.WARNING)
    if verdict.rule == "preparer_teaches":
        words = {Answer.YES: _("Imparte"), Answer.NO: _("No imparte"), Answer.PENDING: badge.words}
        return Badge(words[verdict.answer], badge.icon, badge.wash)
    return badge


def _proved_tooltip(row: StaffRow) -> str:
    proofs = row.member.proofs if row.member else ()
    return "\n".join(f"{proof.proof}) {proof.text}" for proof in proofs)


def _contract(row: StaffRow) -> str:
    return row.written.contract.label if row.written else ""


def _contract_in_full(row: StaffRow) -> str:
    written = row.written
    if written is None:
        return ""
    days = " – ".join(text.full_day(day) for day in (written.contract_from, written.contract_to) if day)
    return ", ".join(part for part in (written.contract.label, days, written.collective_agreement) if part)


def _validation(row: StaffRow) -> Badge | None:
    if row.written is None:
        return None
    state = row.written.validation
    told = row.verdict("told_before_start")
    if state is Validation.SENT and told is not None and told.answer is Answer.NO:
        return Badge(_("Enviado tarde"), "warning", theme.Wash.WARNING)
    return Badge(state.label, *_VALIDATIONS[state])


def _validation_days(row: StaffRow) -> str:
    return "\n".join(_days_of(row.written)) if row.written else ""


def _days_of(role: CourseRole) -> Iterator[str]:
    for state, day in (
        (Validation.SENT, role.sent_on),
        (Validation.REJECTED, role.rejected_on),
        (Validation.VALIDATED, role.validated_on),
    ):
        if day:
            yield _("{state} el {day}").format(state=state.label, day=text.full_day(day))


def _taught_by(row: StaffedModule) -> str:
    return ", ".join(row.trainers) or _("Falta decir quién")


def _module_badge(row: StaffedModule) -> Badge:
    verdict = next((each for each in row.verdicts if each.rule == "module_trainers"), None)
    if verdict is None:
        return Badge(str(len(row.trainers)), "info", theme.Wash.QUIET)
    badge = badge_of(verdict)
    numbers = verdict.numbers
    words = _("{n} de {most}").format(n=numbers["trainers"], most=numbers["most_trainers"])
    return Badge(words, badge.icon, badge.wash)


def _validated_badge(row: StaffedModule) -> Badge | None:
    verdict = next((each for each in row.verdicts if each.rule == "complementary_validated"), None)
    return badge_of(verdict) if verdict else None
