"""The budget of a course with the centre's own means, or a local entity's."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cpepa_desktop.db import budgets as table
from cpepa_desktop.domain.budgets import Budget, BudgetLine
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.workspace import Workspace

_KINDS: Final = frozenset({Kind.PLANNING})


def read_budget(ws: Workspace, code: str) -> Budget:
    """Return the budget of a course, without lines where nobody wrote any. Raises ``Refused`` if unknown."""
    return Budget(table.budget_lines(ws.db, find_course(ws, code).id))


def save_budget_line(ws: Workspace, code: str, line: BudgetLine) -> Changes:
    """Write a line, new where its ``id`` is 0.

    Raises ``Refused``: no concept, an amount below zero, or a line that is no more.
    """
    concept = line.concept.strip()
    if not concept:
        raise Refused(_("Escriba el concepto de la línea. No se ha guardado nada."))
    if line.cents < 0:
        message = _("El importe no puede ser negativo: lo que entra es un ingreso. No se ha guardado nada.")
        raise Refused(message)
    course = find_course(ws, code)
    if line.id:
        _find(ws, code, line.id)
    name = _("Presupuesto de {course}: {concept}").format(course=code, concept=concept)
    with ws.operation(name):
        table.save(ws.db, course.id, replace(line, concept=concept, note=line.note.strip()))
    return Changes(name, _KINDS, code)


def remove_budget_line(ws: Workspace, code: str, line_id: int) -> Changes:
    """Take a line away. Raises ``Refused`` where it is no more."""
    line = _find(ws, code, line_id)
    name = _("Quitar «{concept}» del presupuesto de {course}").format(concept=line.concept, course=code)
    with ws.operation(name):
        table.remove(ws.db, line_id)
    return Changes(name, _KINDS, code)


def _find(ws: Workspace, code: str, line_id: int) -> BudgetLine:
    found = next((line for line in read_budget(ws, code).lines if line.id == line_id), None)
    if found is None:
        raise Refused(_("Esa línea ya no está en el presupuesto. No se ha cambiado nada."))
    return found
