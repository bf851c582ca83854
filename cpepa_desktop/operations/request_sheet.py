"""The yearly request as a sheet, a row a line, to be typed into GACEPA from left to right.

Nothing published says in which order GACEPA asks: this order is the program's own, and stands in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cpepa_desktop.domain.listing import Cell, Listing, ListingColumn, Measure
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.yearly_requests import payer_words
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import RequestLineView, read_request

_Cells = Callable[[RequestLineView], Cell]


def authorisation_words(row: RequestLineView) -> str:
    """Return whether a line is authorised already or asks for a new authorisation."""
    return _("Ya autorizado") if row.accreditation else _("Nueva autorización")


SHEET: Final[tuple[tuple[str, Measure | None, _Cells], ...]] = (
    (_("N.º"), None, lambda row: row.line.position),
    (_("Código"), None, lambda row: row.line.speciality),
    (_("Certificado o módulo"), None, lambda row: row.subject.title),
    (_("Parte"), None, lambda row: row.line.part or _("Completo")),
    (_("Nivel"), None, lambda row: row.subject.level or None),
    (_("Horas"), Measure.MINUTES, lambda row: row.subject.minutes or None),
    (_("Quién paga"), None, lambda row: payer_words(row.line.route)),
    (_("Entidad local"), None, lambda row: row.entity.name if row.entity else ""),
    (_("CIF"), None, lambda row: row.entity.cif if row.entity else ""),
    (_("Autorización"), None, authorisation_words),
    (_("N.º de acreditación"), None, lambda row: row.accreditation.number if row.accreditation else ""),
    (_("Inicio previsto"), None, lambda row: row.line.starts_on),
    (_("Plazas"), None, lambda row: row.line.places),
    (_("Lo que falta"), None, lambda row: "; ".join(row.missing)),
    (_("Observaciones"), None, lambda row: row.line.note),
)
"""The columns in the order they are typed: heading, what its numbers count, and what it reads of a line."""


def request_sheet(ws: Workspace, year: SchoolYear) -> Listing:
    """Return the lines of a request in the order of the sheet."""
    view = read_request(ws, year)
    rows = tuple(tuple(read(line) for _title, _measure, read in SHEET) for line in view.lines)
    columns = tuple(ListingColumn(title, measure) for title, measure, _read in SHEET)
    title = _("Petición anual {year}").format(year=str(year).replace("/", "-"))
    return Listing(title, columns, rows)
