"""Columns of the history."""

from __future__ import annotations

from cpepa_desktop.domain.history import Operation, OperationKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.table import Align, Column


def state_words(done: Operation) -> str:
    """Return what became of an operation."""
    if done.undone:
        return _("Deshecho")
    match done.kind:
        case OperationKind.LEGAL:
            return _("No se deshace")
        case OperationKind.UNDO:
            return _("Deshacer")
        case OperationKind.REDO:
            return _("Rehacer")
        case OperationKind.NORMAL:
            return ""


def _icon(done: Operation) -> str:
    if done.undone:
        return "undo"
    icons = {OperationKind.LEGAL: "lock", OperationKind.UNDO: "undo", OperationKind.REDO: "redo"}
    return icons.get(done.kind, "")


def columns() -> tuple[Column[Operation], ...]:
    """Return the columns of the history."""
    return (
        Column(_("Cuándo"), lambda done: done.id, text=lambda done: text.moment(done.at), width=18),
        Column(_("Quién"), lambda done: done.actor, width=14),
        Column(_("Qué"), lambda done: done.name, tooltip=lambda done: done.name, stretched=True),
        Column(
            _("Estado"),
            state_words,
            icon=_icon,
            wash=lambda done: theme.Wash.QUIET if state_words(done) else None,
            width=13,
        ),
        Column(_("Día de trabajo"), lambda done: done.working_day, width=13, hidden=True),
        Column(_("Datos cambiados"), lambda done: done.changes, align=Align.RIGHT, width=8, hidden=True),
    )
