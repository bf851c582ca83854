"""The words of «¿Por qué?» for money: what each rule of the grant asks, its formula, its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cpepa_desktop.domain.law import Number
from cpepa_desktop.domain.money import money_words
from cpepa_desktop.domain.texts import _


def money_titles() -> Mapping[str, str]:
    """Return the question that each rule of money answers."""
    return {
        "grant_amount": _("Subvención de la acción"),
        "product_unit": _("Coste unitario por producto"),
        "result_unit": _("Coste unitario por resultado"),
        "grant_part_cap": _("Máximo por producto y por resultado"),
        "advance_amount": _("Importe de un anticipo"),
        "may_ask_advance": _("Si ya puede pedirse el anticipo"),
        "requests_within_cap": _("Máximo que puede pedir un centro"),
        "grants_within_cap": _("Máximo que se concede a un centro"),
        "actions_within": _("Acciones de una especialidad"),
        "support_within_hours": _("Horas de apoyo a la discapacidad"),
        "support_amount": _("Importe del apoyo a la discapacidad"),
    }


def money_formulas() -> Mapping[str, str]:
    """Return what each rule of money reckons or compares, as a formula in words."""
    return {
        "grant_amount": _(
            "Subvención = (horas del anexo + horas complementarias) × módulo económico × participantes"
        ),
        "product_unit": _(
            "Coste unitario por producto = parte por producto × módulo económico, sin redondear"
        ),
        "result_unit": _(
            "Coste unitario por resultado = parte por resultado × subvención ÷ divisor, sin redondear"
        ),
        "grant_part_cap": _("Máximo = parte × subvención concedida, al céntimo"),
        "advance_amount": _("Anticipo = parte × subvención concedida, al céntimo"),
        "may_ask_advance": _(
            "Inicial: notificada la concesión y dentro del plazo. Segundo o único: acreditado el inicio"
        ),
        "requests_within_cap": _("Suma de lo que pide el centro a la convocatoria ≤ máximo"),
        "grants_within_cap": _("Suma de lo concedido al centro en la convocatoria ≤ máximo"),
        "actions_within": _("Acciones de la especialidad en el centro ≤ máximo; A1 y A2 cuentan una"),
        "support_within_hours": _("Horas de apoyo ≤ horas de la acción"),
        "support_amount": _("Importe = horas de apoyo × coste por hora, al céntimo"),
    }


def money_reasons() -> Mapping[str, str]:
    """Return the sentence of each reason of a rule of money."""
    return {
        "already_asked": _("Ese anticipo ya se ha pedido."),
        "single_excludes": _("El anticipo único es en lugar de los otros dos: ya se ha pedido otro."),
        "grant_not_notified": _("Falta el día en que se notificó la concesión."),
        "can_ask": _("La concesión se notificó el {notified_on}."),
        "can_ask_until": _(
            "La concesión se notificó el {notified_on} y puede pedirse hasta el {asked_until}."
        ),
        "asked_too_late": _("Solo podía pedirse hasta el {asked_until}."),
        "start_not_proved": _("Falta acreditar el inicio: la declaración de inicio de actividad formativa."),
        "start_proved": _("El inicio se acreditó el {started_on}."),
        "over_request_cap": _("El centro pide {asked_cents} y el máximo es {cap_cents}."),
        "within_request_cap": _("El centro pide {asked_cents} de los {cap_cents} que puede pedir."),
        "amounts_missing": _(
            "El centro pide {asked_cents} de {cap_cents}, y hay {unknown_actions} sin importe conocido."
        ),
        "over_grant_cap": _("Se han concedido {granted_cents} y el máximo es {cap_cents}."),
        "may_pass_grant_cap": _(
            "Se han concedido {granted_cents}; con los {expected_cents} sin resolver se pasaría de "
            "{cap_cents}: puede que no se concedan todos."
        ),
        "grants_missing": _(
            "Se han concedido {granted_cents} y faltan por resolver {expected_cents}, de un máximo de "
            "{cap_cents}, y hay {unknown_actions} sin importe conocido."
        ),
        "within_grant_cap": _(
            "Se han concedido {granted_cents} y faltan por resolver {expected_cents}, de un máximo de "
            "{cap_cents}."
        ),
        "actions_within": _("Se piden {actions}, de {most_actions} como máximo."),
        "too_many_actions": _("Se piden {actions} y el máximo es {most_actions}."),
        "zone_unknown": _(
            "Se piden {actions}. Solo se admiten en la zona comarcal central de Zaragoza (comarcas de "
            "Zaragoza, Campo de Cariñena y Campo de Belchite): compruebe que el centro está en ella."
        ),
        "support_within": _("{support_minutes} caben en las {action_minutes} de la acción."),
        "support_too_long": _("{support_minutes} de apoyo superan las {action_minutes} de la acción."),
    }


def money_labels() -> Mapping[str, str]:
    """Return what each number of a verdict about money is called."""
    return {
        "notified_on": _("Concesión notificada el"),
        "asked_until": _("Puede pedirse hasta el"),
        "started_on": _("Inicio acreditado el"),
        "asked_cents": _("Pedido"),
        "granted_cents": _("Concedido"),
        "expected_cents": _("Sin resolver, según la estimación"),
        "cap_cents": _("Máximo"),
        "unknown_actions": _("Acciones sin importe"),
        "actions": _("Acciones que se piden"),
        "most_actions": _("Acciones, como máximo"),
        "support_minutes": _("Horas de apoyo"),
        "action_minutes": _("Horas de la acción"),
    }


def _money(number: Number) -> str:
    return money_words(int(str(number)))


MONEY_WORDINGS: Final[Mapping[str, Callable[[Number], str]]] = {
    "asked_cents": _money,
    "granted_cents": _money,
    "expected_cents": _money,
    "cap_cents": _money,
    "unknown_actions": str,
    "actions": str,
    "most_actions": str,
}
"""How each number of a verdict about money is written, where it is neither hours nor a day."""
