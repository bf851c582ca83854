"""The words of the commands on money."""

from __future__ import annotations

from cpepa_desktop.cli.parsing import Add, inner
from cpepa_desktop.domain.texts import _


def add_grant_commands(add: Add) -> None:
    """Add `grant estimate`."""
    within = inner(add("grant", _("la subvención de una acción formativa")))
    estimate = within("estimate", _("la estima, con sus máximos, unidades y anticipos"), "grant-estimate")
    estimate.add_argument("--call", required=True, help=_("convocatoria: EPE-873-2023…"))
    estimate.add_argument("--speciality", required=True, help=_("código de la especialidad"))
    estimate.add_argument("--part", default="", help=_("A1, A2 o el código de un módulo"))
    estimate.add_argument("--province", required=True)
    estimate.add_argument(
        "--participants", type=int, metavar="N", help=_("si falta, los que subvenciona la convocatoria")
    )
