"""A list of days without class from CSV, XLSX or iCalendar, read whole, every problem with its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.exchange.asides import notice_of_aside, speaks_aside
from cpepa_desktop.exchange.cells import NotUnderstood
from cpepa_desktop.exchange.days import read_day
from cpepa_desktop.exchange.headings import index_headings
from cpepa_desktop.exchange.holiday_events import is_calendar, read_events
from cpepa_desktop.exchange.holiday_spans import FoundSpan
from cpepa_desktop.exchange.table import Findings, Row, TableField, TableKind, read_tables
from cpepa_desktop.exchange.words import meaning_of


class HolidayField(TableField):
    """What a column of a list of days without class can hold."""

    DAY = "day"
    LAST = "last"
    NAME = "name"
    SCOPE = "scope"
    MUNICIPALITY = "municipality"

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it; only what a list cannot lack needs a name."""
        match self:
            case HolidayField.DAY:
                return _("día")
            case HolidayField.NAME:
                return _("nombre")
        return self.value


F = HolidayField
HOLIDAYS: Final = TableKind(
    index_headings(
        {
            F.DAY: ("día", "fecha", "desde", "inicio", "fecha inicio", "día inicio", "primer día", "date"),
            F.LAST: ("hasta", "fin", "fecha fin", "día fin", "último día", "final"),
            F.NAME: (
                *("nombre", "festivo", "festividad", "fiesta", "denominación", "descripción", "motivo"),
                *("concepto", "celebración", "día festivo", "name", "holiday"),
            ),
            F.SCOPE: ("tipo", "ámbito", "clase", "carácter", "kind"),
            F.MUNICIPALITY: ("municipio", "localidad", "población", "ayuntamiento"),
        }
    ),
    ((F.DAY,), (F.NAME,)),
)
_SCOPES: Final = (
    (r"nacional|estatal|national", HolidayScope.NATIONAL),
    (r"autonomic|regional|comunidad|aragon", HolidayScope.REGIONAL),
    (r"local|municipal", HolidayScope.LOCAL),
    (r"escolar|lectiv|no lectiv|school", HolidayScope.SCHOOL),
    (r"centro|centre", HolidayScope.CENTRE),
)
_LONGEST: Final = timedelta(days=120)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HolidayReading:
    """What a file says: the days, by day, those that cannot be taken, and what is worth knowing."""

    holidays: tuple[Holiday, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


def read_holidays(path: Path, year: int, scope: HolidayScope, municipality: str) -> HolidayReading:
    """Return the days without class of a CSV, XLSX or ICS; a row that says no kind is of ``scope``.

    A school calendar may run from September to August: it is of ``year`` where it begins or ends in it.
    Local days without a town are of ``municipality``. Nothing is raised for a bad row. Raises ``Refused`` for
    a file that cannot be read, has no headings, says no day at all, or is wholly of another year.
    """
    findings = Findings()
    read = read_events(path, year, findings) if is_calendar(path) else _rows(path, findings)
    spans = list(_sensible(read, findings))
    _refuse_other_year(path, spans, year, findings)
    days: dict[tuple[date, HolidayScope, str], tuple[Holiday, FoundSpan]] = {}
    school = _school_year([span for span in spans if (span.scope or scope) is HolidayScope.SCHOOL], year)
    for span in spans:
        own = span.scope or scope
        town = (span.municipality or municipality) if own is HolidayScope.LOCAL else ""
        for day in _days(span):
            key = (day, own, town.casefold())
            if day.year != year and not (own is HolidayScope.SCHOOL and school and school.touches(day, day)):
                findings.problems.append(_problem(span, _other_year(day, year)))
                break
            if key in days:
                findings.problems.append(_problem(span, _repeated(day, days[key][1])))
                break
            days[key] = (Holiday(day, span.name, own, town), span)
    found = sorted(holiday for holiday, _span in days.values())
    problems = sorted(findings.problems, key=lambda problem: (problem.where, problem.row or 0))
    return HolidayReading(tuple(found), tuple(problems), tuple(findings.notices))


def _rows(path: Path, findings: Findings) -> Iterator[FoundSpan]:
    for table in read_tables(path, HOLIDAYS, findings):
        for row in table.rows():
            found = _span(row, findings)
            if found:
                yield found


def _span(row: Row[F], findings: Findings) -> FoundSpan | None:
    if not row.text(F.DAY) and (speaks_aside(row.text(F.NAME)) or not row.text(F.NAME)):
        findings.notices += filter(None, [notice_of_aside(row)])
        return None
    first, last = _read_day(row, F.DAY, findings), None
    if row.text(F.LAST):
        last = _read_day(row, F.LAST, findings)
        if last is None:
            return None
    stated = row.text(F.SCOPE)
    scope = meaning_of(stated, _SCOPES)
    if stated and scope is None:
        message = _(
            "«{text}» no es un tipo de festivo: escriba nacional, autonómico, local, escolar o centro."
        )
        findings.problems.append(row.problem(message.format(text=stated), F.SCOPE))
        return None
    if first is None:
        return None
    town = row.text(F.MUNICIPALITY)
    return FoundSpan(row.number, row.table.sheet, first, last or first, row.text(F.NAME), scope, town)


def _read_day(row: Row[F], field: F, findings: Findings) -> date | None:
    if not row.text(field):
        findings.problems.append(row.problem(_("Falta el día."), field))
        return None
    try:
        return read_day(row[field])
    except NotUnderstood as error:
        findings.problems.append(row.problem(str(error), field))
        return None


def _sensible(spans: Iterator[FoundSpan], findings: Findings) -> Iterator[FoundSpan]:
    """Yield the spans that make sense by themselves; of the others, what is wrong."""
    for span in spans:
        if span.last < span.first:
            message = _("Acaba el {last}, antes de empezar, el {first}.")
        elif span.last - span.first > _LONGEST:
            message = _("Va del {first} al {last}: son demasiados días seguidos. Revise las fechas.")
        elif not span.name:
            message = _("Falta el nombre del {first}.")
        else:
            yield span
            continue
        words = message.format(first=day_words(span.first), last=day_words(span.last))
        findings.problems.append(_problem(span, words))


def _refuse_other_year(path: Path, spans: Sequence[FoundSpan], year: int, findings: Findings) -> None:
    """Raise ``Refused`` where a file says no day at all, or none of the year asked for."""
    years = Counter(day.year for span in spans for day in (span.first, span.last))
    if not years and not findings.problems:
        message = _("En «{file}» no hay ningún día. No se ha importado nada.")
        raise Refused(message.format(file=path.name))
    if years and year not in years:
        message = _(
            "El archivo «{file}» es de {found} y se han pedido los días de {year}. No se ha importado nada: "
            "elija el archivo de {year}, o cambie el año."
        )
        found = years.most_common(1)[0][0]
        raise Refused(message.format(file=path.name, found=found, year=year))


def _school_year(spans: Sequence[FoundSpan], year: int) -> SchoolYear | None:
    """Return the one school year that all these days are of, where it begins or ends in ``year``."""
    years = {SchoolYear.of(day) for span in spans for day in (span.first, span.last)}
    found = next(iter(years)) if len(years) == 1 else None
    return found if found and found.begins_in in {year - 1, year} else None


def _days(span: FoundSpan) -> Iterator[date]:
    day = span.first
    while day <= span.last:
        yield day
        day += _ONE_DAY


def _other_year(day: date, year: int) -> str:
    return _("El {day} es de {found} y se importan los días de {year}.").format(
        day=day_words(day), found=day.year, year=year
    )


def _repeated(day: date, first: FoundSpan) -> str:
    message = _("El {day} está repetido: ya está en la fila {row}.")
    return message.format(day=day_words(day), row=first.row)


def _problem(span: FoundSpan, message: str) -> Problem:
    return Problem(message, span.row, where=span.sheet)
