"""What the commands on the yearly request do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.command import Command
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.cli.request_arguments import PRINTING
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.domain.yearly_requests import RequestLine, payer_words
from cpepa_desktop.operations import papers, yearly_requests
from cpepa_desktop.operations.local_entities import local_entity_named
from cpepa_desktop.operations.request_sheet import authorisation_words, request_sheet
from cpepa_desktop.operations.tables import export_table
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import RequestLineView, RequestView

PAPER: Final = "yearly-request"


def plan_request(ws: Workspace, given: Arguments) -> Answer:
    """Say what is asked for in a school year and how each line is authorised; write the sheet where asked."""
    view = yearly_requests.read_request(ws, given.year)
    data, lines = (
        _request_form(view),
        [_state_line(view), *(text for line in view.lines for text in _texts(line))],
    )
    if not view.lines:
        lines = [_("No se pide nada para el curso {year}.").format(year=given.year)]
    if given.xlsx is not None:
        data["sheet"] = export_table(request_sheet(ws, given.year), given.xlsx)
        lines.append(_("La hoja está en «{path}».").format(path=given.xlsx))
    notices = view.warnings
    if given.folder is not None:
        printed = papers.print_paper(ws, PAPER, "", given.year, given.folder)
        data |= {
            "path": printed.path,
            "number_of_paper": printed.paper.number,
            "sha256": printed.paper.sha256,
        }
        lines.append(_("Impresa en «{path}».").format(path=printed.path))
        notices = (*notices, *printed.changes.notices)
    return Answer(data, tuple(lines), notices)


def add_line(ws: Workspace, given: Arguments) -> Answer:
    """Ask for a certificate, part of it or a module."""
    entity = local_entity_named(ws, given.entity).id if given.entity else None
    line = RequestLine(
        0,
        0,
        given.speciality,
        given.part,
        Route(given.route),
        local_entity_id=entity,
        starts_on=given.start,
        places=given.places,
        note=given.note,
    )
    return of_changes(yearly_requests.save_line(ws, given.year, line), year=str(given.year))


def link(ws: Workspace, given: Arguments) -> Answer:
    """Write which course answers a line, named by its number."""
    lines = yearly_requests.read_request(ws, given.year).request.lines
    key = next((line.id for line in lines if line.position == given.line), 0)
    return of_changes(yearly_requests.link_course(ws, given.year, key, given.course), year=str(given.year))


def submit(ws: Workspace, given: Arguments) -> Answer:
    """Write that the request was submitted."""
    changes = yearly_requests.submit_request(ws, given.year, given.day, given.number, given.scan)
    return of_changes(changes, year=str(given.year), submitted_on=given.day, number=given.number)


REQUEST_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "plan-request": Command(plan_request),
        PRINTING: Command(plan_request, writes=True),
        "plan-add": Command(add_line, writes=True),
        "plan-link": Command(link, writes=True),
        "plan-submit": Command(submit, writes=True),
    }
)
"""These commands, by name."""


def _request_form(view: RequestView) -> dict[str, object]:
    request = view.request
    return {
        "year": str(request.year),
        "begins_in": request.year.begins_in,
        "submitted_on": request.submitted_on,
        "number": request.number,
        "warnings": list(view.warnings),
        "lines": [_line_form(line) for line in view.lines],
    }


def _state_line(view: RequestView) -> str:
    """Return whether the request was submitted, when and with which number."""
    request = view.request
    if request.submitted_on is None:
        return _("Petición del curso {year}, sin presentar").format(year=request.year)
    words = _("Petición del curso {year}, presentada el {day}").format(
        year=request.year, day=day_words(request.submitted_on)
    )
    return f"{words} · {request.number}" if request.number else words


def _line_form(row: RequestLineView) -> dict[str, object]:
    line, given = row.line, row.accreditation
    return {
        "position": line.position,
        "speciality": line.speciality,
        "part": line.part,
        "title": row.subject.title,
        "minutes": row.subject.minutes,
        "route": line.route,
        "local_entity": row.entity.name if row.entity else None,
        "start": line.starts_on,
        "places": line.places,
        "authorised": given is not None,
        "accreditation": given.number if given else None,
        "accreditation_until": given.until if given else None,
        "missing": list(row.missing),
        "warnings": list(row.warnings),
        "course": line.course or None,
        "note": line.note,
    }


def _texts(row: RequestLineView) -> list[str]:
    line = row.line
    payer = row.entity.name if row.entity else payer_words(line.route)
    start = f"{line.starts_on:%d/%m/%Y}" if line.starts_on else _("sin fecha")
    given = row.accreditation.number if row.accreditation else ""
    state = f"{authorisation_words(row)} {given}".strip()
    head = f"{line.position:>3}  {line.words:<20}{payer:<26}{start:<12}{line.places or '–':>4}  {state}"
    return [head, *(f"     {each}" for each in (*row.warnings, *row.missing))]
