"""Columns of the list of backups."""

from __future__ import annotations

from cpepa_desktop.domain.backups import Backup, Reason
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.ui.parts.table import Column


def reason_words(reason: Reason) -> str:
    """Return why a backup was made, in the user's words."""
    match reason:
        case Reason.TIMER:
            return _("cada media hora con cambios")
        case Reason.CLOSING:
            return _("al cerrar")
        case Reason.MIGRATION:
            return _("antes de actualizar el programa")
        case Reason.RESTORE:
            return _("antes de restaurar otra copia")
        case Reason.ASKED:
            return _("pedida por el usuario")


def columns() -> tuple[Column[Backup], ...]:
    """Return the columns of the list of backups."""
    return (
        Column(
            _("Día"),
            lambda made: made.moment.date(),
            text=lambda made: day_words(made.moment.date()),
            width=18,
        ),
        Column(_("Hora"), lambda made: f"{made.moment:%H:%M:%S}", width=9),
        Column(_("Se hizo"), lambda made: reason_words(made.reason), stretched=True),
    )
