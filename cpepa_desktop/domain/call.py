"""A call (convocatoria) or another frame a course runs under: figures by day, open readings and terms.

Every figure comes out with its citation. A figure that the call does not give, or that the centre still has
to fill in, is refused in words: no rule ever falls back on a number of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeVar

from cpepa_desktop.domain.applications import ApplicationItem
from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR, Province
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import Anchor, Subject
from cpepa_desktop.domain.parameters import PARAMETERS, ParameterSpec, ValueKind
from cpepa_desktop.domain.texts import _

Value = Decimal | int | bool | str | date | tuple[str, ...]
T_co = TypeVar("T_co", bound=Value, covariant=True)

HUNDREDTHS: Final = 100


class ParameterMissing(Refused):
    """The call gives no value of that name for the day asked."""


class ToFill(Refused):
    """The centre has still to write the value, with where it comes from."""


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T_co]):
    """One figure in force: its value as the program counts it, its unit, where it stands and since when.

    ``unit`` is ``min`` for durations, ``cents`` for money, ``hundredths`` for marks; otherwise as the call
    writes it. ``checked_on`` is the day a person last read the text itself.
    """

    name: str
    value: T_co
    unit: str
    citation: Citation
    since: date
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A value as the call writes it, from a day on, with its source."""

    since: date
    value: Value
    citation: Citation


@dataclass(frozen=True, slots=True)
class History:
    """Every value a parameter has had, the oldest first; none while the centre has to fill it in."""

    spec: ParameterSpec
    values: tuple[Dated, ...]
    checked_on: date | None
    source: Citation | None = None

    @property
    def is_to_fill(self) -> bool:
        """Say whether the call declares it and leaves the figure to the centre."""
        return not self.values

    def on(self, day: date) -> Dated | None:
        """Return what is in force on ``day``, ``None`` before the first value."""
        return next((dated for dated in reversed(self.values) if dated.since <= day), None)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to an open question: its stable key and how it reads."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A question the texts leave open, the answer in force and the others the program can follow."""

    name: str
    question: str
    value: str
    answers: tuple[Answered, ...]
    citation: Citation
    checked_on: date

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Return the keys of the answers not chosen, in their order."""
        return tuple(answer.key for answer in self.answers if answer.key != self.value)

    def text(self, key: str) -> str:
        """Return how an answer reads."""
        return next(answer.text for answer in self.answers if answer.key == key)


class DayKind(StrEnum):
    """How the days of a term are counted."""

    CALENDAR = "calendar"
    WORKING = "working"
    TEACHING = "teaching"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    FIXED = "fixed"


class Side(StrEnum):
    """On which side of its anchor a term lies."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Term:
    """So many days of a kind before or after an event, with its place; or a fixed ``day``.

    ``number`` counts weeks, months or years where ``kind`` says so. ``is_inclusive`` counts the day of the
    event as the first one («hasta el tercer día lectivo inclusive desde la incorporación»).
    """

    number: int
    kind: DayKind
    anchor: Anchor
    side: Side
    citation: Citation
    is_inclusive: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """An obligation of a course and its terms.

    ``due`` is the reading settled, ``safe`` the strictest of the texts where they disagree, ``other`` what
    another text says that is laxer, ``opens`` the first moment. ``due`` is ``None`` where the texts set no
    term or the centre has to write it (``is_to_fill``). ``is_active`` is false where the frame does not
    oblige unless switched on. ``consequence`` is what the texts say of being late.
    """

    name: str
    text: str
    subject: Subject
    due: Term | None
    safe: Term | None
    other: Term | None
    opens: Term | None
    channels: tuple[str, ...]
    citation: Citation
    is_active: bool
    is_to_fill: bool
    note: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class ComplementaryModule:
    """A module that the call adds to every course, with its own record of apt and not apt."""

    code: str
    title: str
    hours: int
    is_last: bool
    citation: Citation

    @property
    def minutes(self) -> int:
        """Return the length in minutes."""
        return self.hours * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class JustifiedCause:
    """A cause that justifies an absence, by the letter the call gives it."""

    letter: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class ExecutionWindow:
    """Between which days a course may run. ``None`` is no limit, or one the centre has still to write.

    Where ``from_event`` is set the window opens with that event and not on a known day.
    """

    first_day: date | None = None
    last_day: date | None = None
    safe_last_day: date | None = None
    from_event: Anchor | None = None
    citation: Citation | None = None
    is_to_fill: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A call as one version of its text says it. ``offers`` names the call whose annex lists the courses.

    ``application`` lists what goes with an application to it, nothing where nobody applies.
    """

    id: str
    title: str
    routes: tuple[Route, ...]
    subsidised: bool
    provinces: tuple[Province, ...]
    offers: str
    execution: ExecutionWindow
    complementary: tuple[ComplementaryModule, ...]
    causes: tuple[JustifiedCause, ...]
    histories: Mapping[str, History] = field(hash=False)
    readings: Mapping[str, Reading] = field(hash=False)
    deadlines: Mapping[str, Deadline] = field(hash=False)
    note: str = ""
    application: tuple[ApplicationItem, ...] = ()

    @property
    def pays(self) -> bool:
        """Say whether the call pays for the course, so that eligibility for payment means something."""
        return self.subsidised

    @property
    def complementary_minutes(self) -> int:
        """Return the minutes the call adds to the hours of its annex."""
        return sum(module.minutes for module in self.complementary)

    def share(self, name: str, day: date) -> Parameter[Decimal]:
        """Return a share of one. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.SHARE, _as_decimal)

    def count(self, name: str, day: date) -> Parameter[int]:
        """Return a number of whole things. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.COUNT, _as_int)

    def minutes(self, name: str, day: date) -> Parameter[int]:
        """Return a length in whole minutes. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.DURATION, _as_minutes, "min")

    def cents(self, name: str, day: date) -> Parameter[int]:
        """Return an amount in whole cents. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.MONEY, _as_hundredths, "cents")

    def unit_cost(self, name: str, day: date) -> Parameter[Decimal]:
        """Return euros per hour, exact. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.UNIT_COST, _as_decimal)

    def mark(self, name: str, day: date) -> Parameter[int]:
        """Return a mark in whole hundredths (5 is 500). Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.MARK, _as_hundredths, "hundredths")

    def flag(self, name: str, day: date) -> Parameter[bool]:
        """Return a yes or no. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.FLAG, _as_bool)

    def text(self, name: str, day: date) -> Parameter[str]:
        """Return a word of a closed list. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.TEXT, _as_text)

    def texts(self, name: str, day: date) -> Parameter[tuple[str, ...]]:
        """Return a list of words. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.TEXTS, _as_texts)

    def day(self, name: str, day: date) -> Parameter[date]:
        """Return a day. Raise as `_dated` does."""
        return self._figure(name, day, ValueKind.DAY, _as_day)

    def gives(self, name: str, day: date) -> bool:
        """Say whether the call has a value of that name in force on ``day``."""
        history = self.histories.get(_known(name).name)
        return history is not None and history.on(day) is not None

    def optional(self, name: str, day: date) -> Parameter[Value] | None:
        """Return the figure as its kind counts it, ``None`` where the call gives none or has it to fill."""
        if not self.gives(name, day):
            return None
        kind = PARAMETERS[name].kind
        convert, unit = _CONVERSIONS[kind]
        return self._figure(name, day, kind, convert, unit)

    def to_fill(self) -> tuple[str, ...]:
        """Return the names of the figures and terms the centre has still to write, in their order."""
        figures = [name for name, history in self.histories.items() if history.is_to_fill]
        terms = [name for name, deadline in self.deadlines.items() if deadline.is_to_fill]
        window = ["execution"] if self.execution.is_to_fill else []
        return (*window, *figures, *terms)

    def reading(self, name: str) -> Reading:
        """Return the answer given to an open question. Raise ``ParameterMissing`` where the call has none."""
        try:
            return self.readings[name]
        except KeyError:
            raise ParameterMissing(self._without(name)) from None

    def deadline(self, name: str) -> Deadline:
        """Return an obligation with its terms. Raise ``ParameterMissing`` where the call does not have it."""
        try:
            return self.deadlines[name]
        except KeyError:
            raise ParameterMissing(self._without(name)) from None

    def _figure(
        self, name: str, day: date, kind: ValueKind, convert: Callable[[Value], T_co], unit: str = ""
    ) -> Parameter[T_co]:
        """Return a figure counted as its kind says."""
        spec = _known(name)
        if spec.kind is not kind:
            raise TypeError(f"{name} is a {spec.kind}, not a {kind}")
        history, dated = self._dated(name, day)
        return Parameter(
            name, convert(dated.value), unit or spec.unit, dated.citation, dated.since, history.checked_on
        )

    def _dated(self, name: str, day: date) -> tuple[History, Dated]:
        """Return what is in force on ``day``.

        Raise ``ParameterMissing`` where the call gives nothing that day, ``ToFill`` where the centre must
        write it.
        """
        history = self.histories.get(name)
        if history is None:
            raise ParameterMissing(self._without(name))
        if history.is_to_fill:
            raise ToFill(
                _(
                    "A la convocatoria «{call}» le falta el dato «{label}», que escribe el centro. No se ha "
                    "perdido nada: complételo en Centro, Convocatorias, con su fuente, y repita la operación."
                ).format(call=self.title, label=history.spec.label)
            )
        dated = history.on(day)
        if dated is None:
            raise ParameterMissing(
                _(
                    "La convocatoria «{call}» no da «{label}» para el {day}: su primer valor rige desde el "
                    "{first}. No se ha perdido nada: elija otra fecha u otra convocatoria."
                ).format(
                    call=self.title,
                    label=history.spec.label,
                    day=f"{day:%d/%m/%Y}",
                    first=f"{history.values[0].since:%d/%m/%Y}",
                )
            )
        return history, dated

    def _without(self, name: str) -> str:
        spec = PARAMETERS.get(name)
        return _(
            "La convocatoria «{call}» no dice nada de «{label}». No se ha perdido nada: elija otra "
            "convocatoria o añada el dato a la suya, con su fuente."
        ).format(call=self.title, label=spec.label if spec else name)


def _known(name: str) -> ParameterSpec:
    """Return what a parameter is. A name outside the closed list is a bug and raises ``KeyError``."""
    return PARAMETERS[name]


def _as_decimal(value: Value) -> Decimal:
    if isinstance(value, int | Decimal):
        return Decimal(value)
    raise TypeError(value)


def _as_int(value: Value) -> int:
    if isinstance(value, int):
        return value
    raise TypeError(value)


def _as_minutes(value: Value) -> int:
    return int(_as_decimal(value) * MINUTES_PER_HOUR)


def _as_hundredths(value: Value) -> int:
    return int(_as_decimal(value) * HUNDREDTHS)


def _as_bool(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError(value)


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _as_texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    raise TypeError(value)


def _as_day(value: Value) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(value)


_CONVERSIONS: Final[Mapping[ValueKind, tuple[Callable[[Value], Value], str]]] = {
    ValueKind.SHARE: (_as_decimal, ""),
    ValueKind.COUNT: (_as_int, ""),
    ValueKind.DURATION: (_as_minutes, "min"),
    ValueKind.MONEY: (_as_hundredths, "cents"),
    ValueKind.UNIT_COST: (_as_decimal, ""),
    ValueKind.MARK: (_as_hundredths, "hundredths"),
    ValueKind.FLAG: (_as_bool, ""),
    ValueKind.TEXT: (_as_text, ""),
    ValueKind.TEXTS: (_as_texts, ""),
    ValueKind.DAY: (_as_day, ""),
}
