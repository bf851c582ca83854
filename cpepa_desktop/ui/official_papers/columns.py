"""Official papers as rows."""

from __future__ import annotations

from cpepa_desktop.domain.listing import Measure
from cpepa_desktop.domain.official_papers import OfficialPaper
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.table import Align, Column, Total


def paper_columns() -> tuple[Column[OfficialPaper], ...]:
    """Return the columns of official papers."""
    return (
        Column(
            _("Escrito"),
            lambda row: row.kind.label,
            tooltip=lambda row: row.kind.label,
            width=20,
            stretched=True,
        ),
        Column(_("Número"), lambda row: row.number, tooltip=lambda row: row.number, width=16),
        Column(_("Fecha"), lambda row: row.issued_on, width=11),
        Column(_("Recibido"), lambda row: row.received_on, width=11),
        Column(_("Hasta"), lambda row: row.ends_on, width=11, hidden=True),
        Column(_("Quién firma"), lambda row: row.signer, tooltip=lambda row: row.signer, width=12),
        Column(_("Organismo"), lambda row: row.body, tooltip=lambda row: row.body, width=11),
        Column(_("Cursos"), _courses, tooltip=_courses_in_lines, width=15),
        Column(
            _("Importe"),
            _cents,
            text=_amount,
            align=Align.RIGHT,
            measure=Measure.CENTS,
            total=Total.SUM,
            width=13,
            hidden=True,
        ),
        Column(_("Escaneo"), _scan, icon=lambda row: "attach" if row.attachment else "", width=8),
        Column(_("Observaciones"), lambda row: row.note, tooltip=lambda row: row.note, width=20, hidden=True),
    )


def _courses(row: OfficialPaper) -> str:
    return ", ".join(each.course for each in row.courses)


def _courses_in_lines(row: OfficialPaper) -> str:
    return "\n".join(
        each.course if each.cents is None else f"{each.course}: {text.money(each.cents)}"
        for each in row.courses
    )


def _cents(row: OfficialPaper) -> int | None:
    amounts = [each.cents for each in row.courses if each.cents is not None]
    return sum(amounts) if amounts else None


def _amount(row: OfficialPaper) -> str:
    cents = _cents(row)
    return "" if cents is None else text.money(cents)


def _scan(row: OfficialPaper) -> str:
    return _("Sí") if row.attachment else _("No")
