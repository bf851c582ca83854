"""A call from its tables: keys known, values of their kind and inside the law, every figure with its source.

Nothing is read leniently. Each problem names the file and the key and says how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.applications import ApplicationItem, ItemKind, ItemWhen
from cpepa_desktop.domain.call import (
    Answered,
    Call,
    ComplementaryModule,
    Dated,
    DayKind,
    Deadline,
    ExecutionWindow,
    History,
    JustifiedCause,
    Reading,
    Side,
    Term,
    Value,
)
from cpepa_desktop.domain.catalogue import MINUTES_PER_HOUR, Province
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.norms import Norm
from cpepa_desktop.domain.obligations import (
    OBLIGATIONS,
    Anchor,
    Subject,
)
from cpepa_desktop.domain.parameters import (
    ABSENCE_CAUSES,
    PARAMETERS,
    READINGS,
    ParameterSpec,
    ValueKind,
)
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.call_checks import problems_of
from cpepa_desktop.exchange.document_reader import DocumentReader

GROUPS: Final = ("readings", "deadlines", "complementary", "causes")
"""Tables of tables: a call that inherits adds to them and replaces one by one."""
HEADINGS: Final = (
    "id",
    "title",
    "norm",
    "routes",
    "subsidised",
    "provinces",
    "offers",
    "note",
    "execution",
    "application",
)
INHERITANCE: Final = ("inherits", "without", "deadlines_on")

_UNKNOWN_DAY: Final = date.min
_CENTS: Final = Decimal("0.01")
_HIGHEST_MARK: Final = 10
_HOURS_OF_A_DAY: Final = 24
_TERM_KEYS: Final = ("number", "kind", "anchor", "side", "inclusive", "day", "norm", "place")
_REMARKS: Final = ("note", "consequence")


class CallReader:
    """Reads one call. ``problems`` holds what is wrong, with the file and the key of each."""

    def __init__(self, document: Mapping[str, object], file_name: str, norms: Mapping[str, Norm]) -> None:
        self.problems: list[Problem] = []
        self._norms = norms
        self._document = DocumentReader(document, file_name, self.problems)

    def read(self) -> Call:
        """Return the call. It means nothing while there are ``problems``."""
        document = self._document
        document.refuse_other_keys((*HEADINGS, *GROUPS, *PARAMETERS))
        document.choice("norm", tuple(self._norms))
        call = Call(
            id=document.text("id"),
            title=document.text("title"),
            routes=tuple(Route(route) for route in self._some("routes", tuple(Route))),
            subsidised=document.flag("subsidised"),
            provinces=tuple(Province(name) for name in self._some("provinces", tuple(Province))),
            offers=document.text("offers"),
            note=document.optional_text("note") or "",
            execution=self._execution(),
            application=tuple(self._application()),
            complementary=tuple(
                self._complementary(table) for _name, table in document.named("complementary")
            ),
            causes=tuple(
                self._cause(letter, table) for letter, table in self._known("causes", ABSENCE_CAUSES)
            ),
            histories=MappingProxyType(dict(self._histories())),
            readings=MappingProxyType(
                {name: self._reading(name, table) for name, table in self._known("readings", READINGS)}
            ),
            deadlines=MappingProxyType(
                {name: self._deadline(name, table) for name, table in self._known("deadlines", OBLIGATIONS)}
            ),
        )
        self.problems.extend(
            Problem(message, where=document.place(key)) for key, message in problems_of(call)
        )
        return call

    def _some(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of at least one of the words allowed."""
        if self._document.equals(key, []):
            self._document.note(_("La lista está vacía: añada al menos una."), key)
        return self._document.texts(key, allowed)

    def _known(
        self, group: str, names: Mapping[str, object] | tuple[str, ...]
    ) -> Iterator[tuple[str, DocumentReader]]:
        """Yield the tables of a group whose name the program knows, after noting the others."""
        for name, table in self._document.named(group):
            if name in names:
                yield name, table
            else:
                self._document.note(
                    _("Nombre desconocido: quítelo o corrija cómo está escrito."), f"{group}.{name}"
                )

    def _citation(self, table: DocumentReader) -> Citation:
        """Return where a figure stands. Its text must be in the list of norms."""
        norm = table.text("norm")
        if norm and norm not in self._norms:
            message = _("La norma «{norm}» no está en la lista de normas: corríjala o añádala.")
            table.note(message.format(norm=norm), "norm")
        return Citation(norm, table.text("place"))

    # Figures.

    def _histories(self) -> Iterator[tuple[str, History]]:
        for name in self._document.keys():  # noqa: SIM118 - a reader is no dictionary
            if name in PARAMETERS:
                yield name, self._history(PARAMETERS[name], self._document.inner(name))

    def _history(self, spec: ParameterSpec, table: DocumentReader) -> History:
        is_to_fill = table.flag("fill", default=False)
        table.refuse_other_keys(
            ("unit", "fill", "norm", "place") if is_to_fill else ("unit", "checked_on", "since")
        )
        if table.raw("unit") != spec.unit:
            table.expect("unit", f"«{spec.unit}»")
        if is_to_fill:
            return History(spec, (), None, self._citation(table))
        values = tuple(self._dated(spec, entry) for entry in table.objects("since"))
        if table.holds("since") and not values:
            table.note(_("Falta al menos un valor con su fecha y su fuente, o «fill = true»."), "since")
        if any(later.since <= earlier.since for earlier, later in pairwise(values)):
            table.note(_("Las fechas deben ir de la más antigua a la más nueva, sin repetirse."), "since")
        return History(spec, values, table.day("checked_on"))

    def _dated(self, spec: ParameterSpec, entry: DocumentReader) -> Dated:
        entry.refuse_other_keys(("day", "value", "norm", "place"))
        value = self._value(spec, entry)
        if (
            spec.bounds is not None
            and isinstance(value, int | Decimal)
            and not spec.bounds.admit(Decimal(value))
        ):
            message = _("El valor {value} se sale de lo que permite {citation}.")
            entry.note(message.format(value=value, citation=spec.bounds.citation), "value")
        return Dated(entry.day("day") or _UNKNOWN_DAY, value, self._citation(entry))

    def _value(self, spec: ParameterSpec, entry: DocumentReader) -> Value:
        match spec.kind:
            case ValueKind.COUNT:
                return entry.whole("value")
            case ValueKind.FLAG:
                return entry.flag("value")
            case ValueKind.DAY:
                return entry.day("value") or _UNKNOWN_DAY
            case ValueKind.TEXT:
                return entry.choice("value", spec.choices) or ""
            case ValueKind.TEXTS:
                return entry.texts("value", spec.choices)
            case _:
                return self._number(spec.kind, entry)

    def _number(self, kind: ValueKind, entry: DocumentReader) -> Decimal | int:
        """Return a number that may have decimals, after noting that it is none or not of its kind."""
        value = entry.raw("value")
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if isinstance(value, int | Decimal) and is_number and _fits(kind, Decimal(value)):
            return value
        entry.expect("value", _NUMBERS[kind]())
        return 0

    # Open readings.

    def _reading(self, name: str, table: DocumentReader) -> Reading:
        table.refuse_other_keys(("question", "value", "answers", "norm", "place", "checked_on"))
        answers = table.inner("answers")
        answers.refuse_other_keys(READINGS[name])
        return Reading(
            name=name,
            question=table.text("question"),
            value=table.choice("value", READINGS[name]) or READINGS[name][0],
            answers=tuple(Answered(key, answers.text(key)) for key in READINGS[name]),
            citation=self._citation(table),
            checked_on=table.day("checked_on") or _UNKNOWN_DAY,
        )

    # Obligations.

    def _deadline(self, name: str, table: DocumentReader) -> Deadline:
        other_texts = ("safe", "other", "opens")
        table.refuse_other_keys(
            (*_TERM_KEYS, *other_texts, "text", "channels", "checked_on", "active", "fill", *_REMARKS)
        )
        is_to_fill = table.flag("fill", default=False)
        has_term = table.holds("number") or table.holds("kind")
        if not (has_term or is_to_fill or table.holds("opens")):
            table.note(
                _("Falta el plazo: un número con su clase de días, «opens» o «fill = true»."), "number"
            )
        due = self._term(table, table) if has_term else None
        safe, other, opens = (
            self._term(table.inner(key), table) if table.holds(key) else None for key in other_texts
        )
        table.day("checked_on")
        return Deadline(
            name=name,
            text=table.text("text"),
            subject=Subject(OBLIGATIONS[name]),
            due=due,
            safe=safe,
            other=other,
            opens=opens,
            channels=table.texts("channels"),
            citation=self._citation(table),
            is_active=table.flag("active", default=True),
            is_to_fill=is_to_fill,
            note=table.optional_text("note") or "",
            consequence=table.optional_text("consequence") or "",
        )

    def _term(self, table: DocumentReader, main: DocumentReader) -> Term:
        """Return a term. The others of an obligation share its anchor and side unless they give theirs."""
        if table is not main:
            table.refuse_other_keys(_TERM_KEYS)
        kind = DayKind(table.choice("kind", tuple(DayKind)) or DayKind.CALENDAR)
        citation = self._citation(table)
        if kind is DayKind.FIXED:
            return Term(0, kind, Anchor.FIXED, Side.BEFORE, citation, day=table.day("day"))
        if table.holds("day"):
            table.note(_("Solo un plazo «fixed» lleva día: quítelo o cambie la clase."), "day")
        anchored = table if table.holds("anchor") else main
        sided = table if table.holds("side") else main
        is_inclusive = table.flag("inclusive", default=False)
        if is_inclusive and kind is not DayKind.TEACHING:
            table.note(_("Solo los días lectivos pueden contar el primero: quite «inclusive»."), "inclusive")
        return Term(
            number=table.whole("number"),
            kind=kind,
            anchor=Anchor(anchored.choice("anchor", _ANCHORS) or Anchor.COURSE_START),
            side=Side(sided.choice("side", tuple(Side)) or Side.AFTER),
            citation=citation,
            is_inclusive=is_inclusive,
        )

    # The rest.

    def _execution(self) -> ExecutionWindow:
        if not self._document.holds("execution"):
            return ExecutionWindow()
        table = self._document.inner("execution")
        table.refuse_other_keys(
            ("from_event", "first_day", "last_day", "safe_last_day", "fill", "norm", "place", "checked_on")
        )
        event = table.choice("from_event", _ANCHORS) if table.holds("from_event") else None
        first, last = table.optional_day("first_day"), table.optional_day("last_day")
        safe = table.optional_day("safe_last_day")
        is_to_fill = table.flag("fill", default=False)
        if not is_to_fill:
            table.day("checked_on")
        if (first and last and last < first) or (safe and last and safe > last):
            table.note(_("Los días van al revés: el primero, el seguro y el último deben ir en ese orden."))
        return ExecutionWindow(
            first_day=first,
            last_day=last,
            safe_last_day=safe,
            from_event=None if event is None else Anchor(event),
            citation=self._citation(table),
            is_to_fill=is_to_fill,
        )

    def _complementary(self, table: DocumentReader) -> ComplementaryModule:
        table.refuse_other_keys(("code", "title", "hours", "is_last", "norm", "place", "checked_on"))
        table.day("checked_on")
        hours = table.whole("hours")
        if table.holds("hours") and not hours:
            table.note(_("Las horas deben ser más de cero."), "hours")
        return ComplementaryModule(
            code=table.text("code"),
            title=table.text("title"),
            hours=hours,
            is_last=table.flag("is_last"),
            citation=self._citation(table),
        )

    def _application(self) -> Iterator[ApplicationItem]:
        if not self._document.holds("application"):
            return
        application = self._document.inner("application")
        application.refuse_other_keys(("items",))
        for key, table in application.named("items"):
            table.refuse_other_keys(("text", "kind", "when", "norm", "place", "checked_on"))
            yield ApplicationItem(
                key=key,
                text=table.text("text"),
                kind=ItemKind(table.choice("kind", tuple(ItemKind)) or ItemKind.DOCUMENT),
                when=ItemWhen(table.choice("when", tuple(ItemWhen)) or ItemWhen.ALWAYS),
                citation=self._citation(table),
                checked_on=table.day("checked_on") or _UNKNOWN_DAY,
            )

    def _cause(self, letter: str, table: DocumentReader) -> JustifiedCause:
        table.refuse_other_keys(("text", "norm", "place", "checked_on"))
        table.day("checked_on")
        return JustifiedCause(letter, table.text("text"), self._citation(table))


def _fits(kind: ValueKind, value: Decimal) -> bool:
    """Say whether a number can be of its kind at all."""
    if not value.is_finite() or value < 0:
        return False
    match kind:
        case ValueKind.SHARE:
            return value <= 1
        case ValueKind.MARK:
            return value <= _HIGHEST_MARK and value % _CENTS == 0
        case ValueKind.DURATION:
            return value <= _HOURS_OF_A_DAY and value * MINUTES_PER_HOUR % 1 == 0
        case ValueKind.MONEY:
            return value % _CENTS == 0
        case _:
            return True


_NUMBERS: Final = {
    ValueKind.SHARE: lambda: _("una parte de uno, como 0.75"),
    ValueKind.MARK: lambda: _("una nota de 0 a 10, como 5 o 6.95"),
    ValueKind.DURATION: lambda: _("unas horas de 0 a 24, en minutos enteros, como 8 o 7.5"),
    ValueKind.MONEY: lambda: _("unos euros, como 200000 o 12.50"),
    ValueKind.UNIT_COST: lambda: _("unos euros por hora, como 7.61"),
}
_ANCHORS: Final = tuple(anchor for anchor in Anchor if anchor is not Anchor.FIXED)
