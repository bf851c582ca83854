"""The specialities of a call's annex as a table: one printed row, one offer."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from cpepa_desktop.domain.catalogue import WHOLE, Offer, Province
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _

CERTIFICATE_CODE: Final = re.compile(r"[A-Z]{4}\d{4}")
MODULE_CODE: Final = re.compile(r"MF\d{4}_[123]")
PARTS: Final = (WHOLE, "A1", "A2")

_RATE_COLUMNS: Final[Mapping[Province, str]] = {
    Province.ZARAGOZA: "eur_hour_zaragoza",
    Province.HUESCA: "eur_hour_huesca",
    Province.TERUEL: "eur_hour_teruel",
}
HEADER: Final = (
    "family_code",
    "family",
    "code",
    "part",
    "title",
    "hours",
    "level",
    *_RATE_COLUMNS.values(),
    "priority",
    "printed_code",
    "note",
)
FIRST_ROW: Final = 2
_HOURS: Final = range(20, 1201)
_YEARS: Final = range(8, 15)
_CENTURY: Final = 2000
_RATES: Final = (Decimal(4), Decimal(16))
_RATE: Final = re.compile(r"\d{1,2}\.\d\d")
_ROUND_HOURS: Final = 10
_CORRECTED: Final = "code corrected"

Row = Mapping[str, str]
NumberedRow = tuple[int, Row]


def read_offers(content: bytes, call: str, problems: list[Problem]) -> tuple[Offer, ...]:
    """Return the offers of a table, after noting every problem with the row a spreadsheet shows.

    What a spreadsheet makes of the table when it saves it (a mark at the beginning, semicolons and decimal
    commas) reads the same.
    """
    before = len(problems)
    rows = _rows(content, problems)
    has_every_row = len(problems) == before
    for number, row in rows:
        problems.extend(Problem(message, row=number, column=column) for column, message in _problems_of(row))
    if has_every_row:
        problems.extend(_problems_between(rows))
    return () if len(problems) > before else tuple(_offer(row, call) for _number, row in rows)


def notices_of(offers: Iterable[Offer]) -> Iterator[Problem]:
    """Yield what is odd in the annex as printed without being wrong, with its row."""
    levels: dict[str, int] = {}
    for number, offer in enumerate(offers, start=FIRST_ROW):
        if offer.hours % _ROUND_HOURS:
            yield Problem(_("Las horas no son múltiplo de 10."), row=number, column="hours")
        if levels.setdefault(offer.code, offer.level) != offer.level:
            message = _("El nivel difiere del de otra fila de {code}.").format(code=offer.code)
            yield Problem(message, row=number, column="level")
        if is_module(offer.part) and offer.part[-1] != str(offer.level):
            message = _("El nivel no es el que dice el código {part}.").format(part=offer.part)
            yield Problem(message, row=number, column="level")


def is_module(part: str) -> bool:
    """Say whether a part is a module offered alone."""
    return MODULE_CODE.fullmatch(part) is not None


def _rows(content: bytes, problems: list[Problem]) -> tuple[NumberedRow, ...]:
    """Return the rows that have every column, with their number, after noting the others."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(_("El archivo no está en UTF-8: guárdelo como «CSV UTF-8».")))
        return ()
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        problems.append(Problem(_("El archivo no es una tabla: revise sus comillas.")))
        return ()
    if not table or tuple(table[0]) != HEADER:
        message = _("La primera fila debe ser exactamente: {header}.").format(header=", ".join(HEADER))
        problems.append(Problem(message, row=1))
        return ()
    rows: list[NumberedRow] = []
    for number, cells in enumerate(table[1:], start=FIRST_ROW):
        if len(cells) == len(HEADER):
            rows.append((number, dict(zip(HEADER, cells, strict=True))))
        else:
            message = _("Tiene {found} columnas y deben ser {expected}.")
            problems.append(Problem(message.format(found=len(cells), expected=len(HEADER)), row=number))
    return tuple(rows)


def _problems_of(row: Row) -> Iterator[tuple[str, str]]:
    """Yield what is wrong inside one row, as column and message."""
    yield from _code_problems(row)
    if row["part"] not in PARTS and not is_module(row["part"]):
        yield "part", _("Debe estar vacía, ser A1 o A2, o el código de un módulo.")
    if row["level"] not in {"1", "2", "3"}:
        yield "level", _("El nivel debe ser 1, 2 o 3.")
    if not row["hours"].isdecimal() or int(row["hours"]) not in _HOURS:
        yield "hours", _("Las horas deben ser un número entero entre 20 y 1200.")
    for column in _RATE_COLUMNS.values():
        if not _is_rate(row[column]):
            yield column, _("El módulo económico debe ser como 7.61 y estar entre 4 y 16 €/h.")
    if row["priority"] not in {"", "yes"}:
        yield "priority", _("Debe estar vacía o decir «yes».")
    yield from _title_problems(row)
    is_corrected = row["printed_code"] != row["code"]
    if is_corrected and _CORRECTED not in row["note"]:
        yield "note", _("El código difiere del impreso y la nota no lo explica («code corrected …»).")
    if not is_corrected and _CORRECTED in row["note"]:
        yield "note", _("La nota habla de una corrección y el código es el impreso.")


def _code_problems(row: Row) -> Iterator[tuple[str, str]]:
    code = row["code"]
    if is_module(code):
        if row["part"] != code or row["family_code"]:
            yield "part", _("Un módulo fuera de certificado lleva su código en «part» y no tiene familia.")
    elif not CERTIFICATE_CODE.fullmatch(code):
        yield "code", _("El código debe tener cuatro letras y cuatro cifras, como SSCS0208.")
    elif code[:3] != row["family_code"]:
        yield "family_code", _("La familia debe ser las tres primeras letras del código.")
    elif int(code[-2:]) not in _YEARS:
        yield "code", _("El año del código debe estar entre 2008 y 2014.")


def _title_problems(row: Row) -> Iterator[tuple[str, str]]:
    title = row["title"]
    is_module_row = is_module(row["part"]) and not is_module(row["code"])
    if not title or title != title.strip() or "  " in title:
        yield "title", _("Falta el título o le sobran espacios.")
    elif title != title.upper() and not is_module_row:
        yield "title", _("El título va en mayúsculas, como en el anexo.")


def _problems_between(numbered: Iterable[NumberedRow]) -> Iterator[Problem]:
    """Yield what is wrong between rows: repeated keys, two names for a family, parts that do not pair."""
    seen: dict[tuple[str, str], int] = {}
    families: dict[str, str] = {}
    by_code: dict[str, list[NumberedRow]] = defaultdict(list)
    for number, row in numbered:
        key = row["code"], row["part"]
        if key in seen:
            message = _("{code} {part} ya está en la fila {row}.")
            yield Problem(message.format(code=key[0], part=key[1], row=seen[key]), row=number, column="code")
        seen.setdefault(key, number)
        if families.setdefault(row["family_code"], row["family"]) != row["family"]:
            message = _("La familia {code} ya tiene otro nombre: «{name}».")
            name = families[row["family_code"]]
            yield Problem(message.format(code=row["family_code"], name=name), row=number, column="family")
        if not is_module(row["part"]):
            by_code[row["code"]].append((number, row))
    for rows in by_code.values():
        yield from _part_problems(rows)


def _part_problems(rows: list[NumberedRow]) -> Iterator[Problem]:
    number, first = rows[0]
    parts = {row["part"] for _number, row in rows}
    if parts not in ({WHOLE}, {"A1", "A2"}):
        message = _("{code} debe ir entero en una fila o en dos partes, A1 y A2.")
        yield Problem(message.format(code=first["code"]), row=number, column="part")
    for other, row in rows[1:]:
        if row["title"] != first["title"]:
            message = _("El título difiere del de la otra parte, en la fila {row}.")
            yield Problem(message.format(row=number), row=other, column="title")


def _is_rate(text: str) -> bool:
    amount = text.replace(",", ".")
    try:
        return _RATE.fullmatch(amount) is not None and _RATES[0] <= Decimal(amount) <= _RATES[1]
    except InvalidOperation:
        return False


def _offer(row: Row, call: str) -> Offer:
    return Offer(
        call=call,
        code=row["code"],
        part=row["part"],
        title=row["title"],
        family_code=row["family_code"],
        family=row["family"],
        hours=int(row["hours"]),
        level=int(row["level"]),
        rates=tuple(
            (province, Decimal(row[column].replace(",", "."))) for province, column in _RATE_COLUMNS.items()
        ),
        priority=row["priority"] == "yes",
        printed_code=row["printed_code"],
        note=row["note"],
    )
