"""The calls a course can run under: the program's, and those whose figures the centre has filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cpepa_desktop.db import calls as versions
from cpepa_desktop.domain.call import Value
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.parameters import PARAMETERS
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.operations.calls import (
    FilledFigure,
    all_figures_to_fill,
    call_of,
    choose_call,
    figures_to_fill,
    fill_figure,
    list_calls,
    read_figure,
)
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import enrolled, planned, request, rows

AGREEMENT = "inaem-agreement"
DAY = date(2024, 1, 1)
SEATS = FilledFigure("subsidised_seats", "2", DAY, "Convenio", "cláusula 3")


def names_to_fill(ws: Workspace) -> set[str]:
    return {figure.name for figure in figures_to_fill(ws, AGREEMENT)}


def test_the_calls_of_the_program_are_listed(ws: Workspace) -> None:
    found = {row.id: row for row in list_calls(ws)}
    assert {*found} == {"EPE-873-2023", "inaem-agreement", "local-entity", "own-resources"}
    assert {row.origin for row in found.values()} == {Origin.OFFICIAL}
    order, own = found["EPE-873-2023"], found["own-resources"]
    assert (order.routes, order.subsidised) == ((Route.CALL,), True)
    assert (own.routes, own.subsidised, own.to_fill) == ((Route.OWN,), False, ())
    assert "subsidised_seats" in found[AGREEMENT].to_fill


def test_an_unknown_call_is_refused_with_the_ones_there_are(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"No hay ninguna convocatoria «EPE-1-1900».*EPE-873-2023"):
        choose_call(ws, "EPE-1-1900")


def test_a_course_keeps_the_text_of_its_call(ws: Workspace) -> None:
    view = planned(ws)
    chosen = choose_call(ws, "EPE-873-2023")
    assert call_of(ws, view.course) == chosen.call
    kept = versions.call_version(ws.db, view.course.call_version_id)
    assert (kept.content, kept.sha256) == (chosen.content, chosen.sha256)


def test_a_figure_the_centre_fills_in_is_a_new_version_for_the_courses_to_come(ws: Workspace) -> None:
    agreement = request(call=AGREEMENT, route=Route.AGREEMENT)
    before = planned(ws, agreement)
    assert "subsidised_seats" in names_to_fill(ws)
    changes = fill_figure(ws, AGREEMENT, SEATS)
    assert changes.kinds == {Kind.CATALOGUE}
    assert "subsidised_seats" not in names_to_fill(ws)
    after = planned(ws, replace(agreement, code="24/002"))
    assert choose_call(ws, AGREEMENT).origin is Origin.CENTRE
    figure = call_of(ws, after.course).count("subsidised_seats", DAY)
    assert (figure.value, str(figure.citation)) == (2, "Convenio, cláusula 3")
    assert not call_of(ws, before.course).gives("subsidised_seats", DAY)
    assert enrolled(ws, 1, "24/002", seat=3).seat_kind is SeatKind.ADDITIONAL
    assert enrolled(ws, 2, "24/001", seat=3).seat_kind is SeatKind.FUNDED


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (replace(SEATS, name="attendance_share"), "no deja «attendance_share» al centro"),
        (replace(SEATS, name="nada"), "no deja «nada» al centro"),
        (replace(SEATS, text="trece"), "«trece» no sirve"),
        (replace(SEATS, text="99"), "inaem-agreement"),
        (replace(SEATS, place=""), "inaem-agreement"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_and_nothing_is_kept(
    ws: Workspace, figure: FilledFigure, words: str
) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=words):
        fill_figure(ws, AGREEMENT, figure)
    assert rows(ws) == before


def test_filling_in_can_be_undone(ws: Workspace) -> None:
    before = rows(ws)
    fill_figure(ws, AGREEMENT, SEATS)
    assert rows(ws) != before
    undo(ws)
    assert rows(ws) == before
    assert choose_call(ws, AGREEMENT).origin is Origin.OFFICIAL


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("product_share", "0,80", Decimal("0.80")),
        ("product_share", "80 %", Decimal("0.8")),
        ("unit_cost_zaragoza", "7,61", Decimal("7.61")),
        ("day_limit", "7.5", Decimal("7.5")),
        ("result_divisor", " 10 ", 10),
        ("public_workers_admitted", "Sí", True),
        ("public_workers_admitted", "no", False),
        ("advance_initial_until", "2024-12-31", date(2024, 12, 31)),
        ("justification_system", "modules", "modules"),
        ("logos", "Gobierno de Aragón, INAEM,", ("Gobierno de Aragón", "INAEM")),
    ],
)
def test_a_figure_is_read_as_it_is_typed(name: str, typed: str, value: Value) -> None:
    assert read_figure(PARAMETERS[name], typed) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("product_share", "mucho"),
        ("result_divisor", "10,5"),
        ("public_workers_admitted", "quizá"),
        ("advance_initial_until", "31 de diciembre"),
    ],
)
def test_what_is_no_such_figure_is_refused(name: str, typed: str) -> None:
    with pytest.raises(Refused, match=f"«{typed}» no sirve para «{PARAMETERS[name].label}»"):
        read_figure(PARAMETERS[name], typed)


def test_what_every_call_leaves_to_the_centre_is_listed_with_its_call(ws: Workspace) -> None:
    waiting = all_figures_to_fill(ws)
    assert {row.figure.name for row in waiting if row.call == AGREEMENT} == names_to_fill(ws)
    others = [(row.call, row.figure.name) for row in waiting if row.call != AGREEMENT]
    assert others == [("EPE-873-2023", "other_support_rate")], "INAEM fixes it case by case"
