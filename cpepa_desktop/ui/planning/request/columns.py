"""The lines of the yearly request as rows."""

from __future__ import annotations

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.domain.yearly_requests import payer_words
from cpepa_desktop.operations.request_sheet import authorisation_words
from cpepa_desktop.operations.yearly_requests import RequestLineView
from cpepa_desktop.ui.parts.facts import Fact
from cpepa_desktop.ui.parts.table import Align, Column, Total
from cpepa_desktop.ui.parts.text import full_day
from cpepa_desktop.ui.parts.theme import Wash


def line_columns() -> tuple[Column[RequestLineView], ...]:
    """Return the columns of the lines of a request."""
    return (
        Column(_("N.º"), lambda row: row.line.position, align=Align.RIGHT, width=4),
        Column(_("Se pide"), lambda row: row.line.words, width=18),
        Column(
            _("Título"),
            lambda row: row.subject.title,
            tooltip=lambda row: row.subject.title,
            width=10,
            stretched=True,
        ),
        Column(
            _("Quién paga"),
            payer,
            icon=lambda row: "warning" if row.line.lacks_entity else "",
            wash=lambda row: Wash.WARNING if row.line.lacks_entity else None,
            tooltip=payer,
            width=17,
        ),
        Column(_("Inicio"), lambda row: row.line.starts_on, text=_start, width=11),
        Column(_("Plazas"), lambda row: row.line.places, align=Align.RIGHT, total=Total.SUM, width=7),
        Column(
            _("Autorización"),
            authorisation,
            icon=lambda row: _state(row)[0],
            wash=lambda row: _state(row)[1],
            tooltip=lambda row: "\n".join((*row.warnings, *row.missing)) or authorisation(row),
            width=19,
        ),
        Column(_("Curso"), lambda row: row.line.course, text=_course, width=14),
    )


def payer(row: RequestLineView) -> str:
    """Return who pays for a line, with the local entity where it does."""
    if row.line.lacks_entity:
        return _("Falta qué entidad")
    return row.entity.name if row.entity else payer_words(row.line.route)


def authorisation(row: RequestLineView) -> str:
    """Return whether a line is authorised already, or how much a new authorisation lacks."""
    lacks = len(row.missing)
    if row.accreditation is not None and row.warnings:
        return _("Autorizado, con aviso")
    if row.accreditation is not None or not lacks:
        return authorisation_words(row)
    return ngettext("Nueva: falta {n} cosa", "Nueva: faltan {n} cosas", lacks).format(n=lacks)


def facts_of(row: RequestLineView) -> list[Fact]:
    """Return what is known of a line besides its columns."""
    facts = [(_("Horas"), hours_words(row.subject.minutes) if row.subject.minutes else "")]
    if row.accreditation is not None:
        until = row.accreditation.until
        number = row.accreditation.number or _("sin número")
        end = _("hasta {day}").format(day=full_day(until)) if until else _("sin término")
        facts.append((_("Acreditación"), f"{number}, {end}"))
    return [*facts, *([(_("Observaciones"), row.line.note)] if row.line.note else [])]


def _state(row: RequestLineView) -> tuple[str, Wash]:
    """Return the icon and the wash of how a line is authorised."""
    if row.accreditation is None:
        return "to-do", Wash.WARNING
    return ("warning", Wash.WARNING) if row.warnings else ("ok", Wash.OK)


def _start(row: RequestLineView) -> str:
    return full_day(row.line.starts_on) if row.line.starts_on else _("Sin fecha")


def _course(row: RequestLineView) -> str:
    return row.line.course or _("Sin curso")
