"""The words of «¿Por qué?»: what each rule asks, what each reason says, what each number is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.call import Parameter, Value
from cpepa_desktop.domain.law import Answer, Number
from cpepa_desktop.domain.money import money_words, unit_words
from cpepa_desktop.domain.parameters import PARAMETERS, ValueKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations import explanation_money as money
from cpepa_desktop.operations import explanation_staff as staff


def answer_word(answer: Answer) -> str:
    """Return an answer in a word."""
    return {Answer.YES: _("sí"), Answer.NO: _("no"), Answer.PENDING: _("pendiente")}[answer]


def rule_title(rule: str) -> str:
    """Return the question that a rule answers. A rule without one is a bug: ``KeyError``."""
    return rule_titles()[rule]


def rule_titles() -> Mapping[str, str]:
    """Return the question that each rule answers."""
    return {
        "module_test": _("Derecho a la prueba final del módulo"),
        "diploma_attendance": _("Asistencia para el diploma"),
        "funded": _("Participante subvencionable"),
        "additional_seat": _("Plaza adicional"),
        "daily_hours": _("Horas de clase del día"),
        "block_hours": _("Horas del bloque"),
        "short_last_day": _("Último día corto"),
        "clashes": _("Aula o formador en dos sitios a la vez"),
        "evaluation_regime": _("Régimen de evaluación"),
        "seat_kind": _("Plaza financiada o adicional"),
        "seats_notice": _("Personas del grupo"),
        "structure_of": _("Horas oficiales de la acción"),
        "tally_block": _("Horas de la persona"),
        "computable_minutes": _("Horas computables"),
        "owes_workplace_module": _("Módulo de formación práctica"),
        "forecast": _("Lo que aún puede faltar"),
        "is_at_risk": _("En riesgo"),
        "due_day": _("Último día del plazo"),
        "opening_day": _("Primer día en que puede hacerse"),
        "connected": _("Tiempo de conexión al aula virtual"),
        "exclusions": _("Exclusión por faltas sin justificar"),
        "joins_action": _("Incorporación a la acción"),
        "joins_module": _("Incorporación a un módulo pendiente"),
        "justified_by_appointment": _("Horas que justifica una cita"),
        "short_contract_minutes": _("Horas que justifica un contrato corto"),
        "family_event_days": _("Días por suceso familiar"),
        "may_be_excepted": _("Excepción por ausencia justificada"),
        "notice_in_time": _("Comunicación en plazo"),
        "leavers_borne": _("Abandonos tolerados"),
        **money.money_titles(),
        **staff.staff_titles(),
        "authorisation_received": _("Autorización de INAEM recibida"),
        "agreement_signed": _("Convenio firmado"),
        "grant_resolved": _("Subvención concedida"),
        "conditions_sheet_approved": _("Hoja de condiciones aprobada"),
        "selection_record_sent": _("Acta de selección enviada"),
        "insurance_formalised": _("Seguro de accidentes formalizado"),
        "directorate_resolution": _("Resolución de la Dirección General"),
    }


def rule_formulas() -> Mapping[str, str]:
    """Return what each rule compares, as a formula in words."""
    return {
        "module_test": _("Asistido ≥ parte que se pide × horas oficiales del módulo"),
        "diploma_attendance": _("En cada módulo: asistido ≥ parte que se pide × horas oficiales del módulo"),
        "funded": _("Asistido ≥ parte que se pide × horas oficiales de la acción"),
        "additional_seat": _("Número de plaza > plazas subvencionables"),
        "daily_hours": _("Mínimo ≤ clase del día ≤ máximo"),
        "block_hours": _("Programado ≤ oficial"),
        "short_last_day": _("Clase del último día ≥ mínimo del día"),
        "clashes": _("Final de una clase ≤ inicio de la siguiente en la misma aula o con la misma persona"),
        "evaluation_regime": _("Primero de inicio y autorización < primer día del régimen nuevo"),
        "seat_kind": _("Número de plaza ≤ plazas subvencionables"),
        "seats_notice": _("Personas ≤ plazas subvencionables + plazas adicionales"),
        "structure_of": _("Horas de la acción = suma de sus bloques, cada uno una vez"),
        "tally_block": _(
            "Horas oficiales = asistido + faltas + pendiente + por impartir + fuera de su matrícula"
        ),
        "computable_minutes": _("Computables = asistido + faltas justificadas y validadas"),
        "owes_workplace_module": _("Certificado completo, o acción que completa uno ya empezado"),
        "forecast": _("Puede faltar = lo más que puede alcanzar \N{MINUS SIGN} lo que se pide"),
        "is_at_risk": _("Puede faltar × lo introducido < sus faltas × lo que queda por impartir"),
        "due_day": _("Día del hecho ± días del plazo; si acaba en inhábil, el primer hábil siguiente"),
        "opening_day": _("Día del hecho ± días del plazo, aunque sea inhábil"),
        "connected": _("Suma de las conexiones dentro de la clase, cada momento una vez"),
        "exclusions": _("Días con falta sin justificar en el mes > máximo"),
        "joins_action": _("Día lectivo ≤ máximo, e impartido ≤ parte × horas oficiales de la acción"),
        "joins_module": _("Día lectivo ≤ máximo, e impartido ≤ parte × horas oficiales del módulo"),
        "justified_by_appointment": _("Clase del día entre la salida y la vuelta, con el desplazamiento"),
        "short_contract_minutes": _("Justificado ≤ parte × horas oficiales del módulo"),
        "family_event_days": _("Días hábiles desde el suceso, según la localidad"),
        "may_be_excepted": _("Asistido ≥ parte de la excepción × horas oficiales, con todo aprobado"),
        "notice_in_time": _("Comunicado ≤ último día del plazo"),
        "leavers_borne": _("Abandonos ≤ parte × personas que iniciaron, sin decimales"),
        **money.money_formulas(),
        **staff.staff_formulas(),
        "authorisation_received": _("Recepción de la autorización ≤ inicio"),
        "agreement_signed": _("Firma del convenio ≤ inicio ≤ último día de vigencia"),
        "grant_resolved": _("Resolución de concesión ≤ inicio"),
        "conditions_sheet_approved": _("Aprobación de la hoja de condiciones ≤ inicio"),
        "selection_record_sent": _("Envío del acta de selección ≤ inicio"),
        "insurance_formalised": _("Fecha de la póliza ≤ inicio"),
        "directorate_resolution": _("Resolución de la Dirección General ≤ inicio"),
    }


def reason_words(rule: str, reason: str) -> str:
    """Return the sentence of a reason, to be filled with the numbers of its verdict.

    A reason that rules share is told as each rule tells it. One without words is a bug: ``KeyError``.
    """
    known = reasons()
    return known.get(f"{rule}.{reason}") or known[reason]


def reasons() -> Mapping[str, str]:
    """Return the sentence of each reason; that of one rule alone is under ``rule.reason``."""
    return {
        "reached": _("Ha asistido {attended_minutes} de las {required_minutes} que se piden."),
        "unreachable": _(
            "Aunque asista a todo lo que queda llegará a {reachable_minutes}: le faltan {short} para las "
            "{required_minutes} que se piden."
        ),
        "no_hours": _("Todas las horas se impartieron antes de su incorporación."),
        "on_track": _("Lleva {attended_minutes}; le faltan {missing} y aún puede faltar {can_lose}."),
        "behind": _(
            "Lleva {attended_minutes}, por debajo de su parte de lo impartido; aún puede faltar {can_lose}."
        ),
        "schedule_gap": _(
            "Ha asistido {attended_minutes} de {required_minutes}, pero el calendario no tiene las horas "
            "oficiales: faltan {gap_minutes} por programar y hasta entonces no hay un sí definitivo."
        ),
        "additional_seat": _("Ocupa una plaza adicional, por la que no se concede subvención."),
        "not_unemployed_at_start": _("No estaba en desempleo al iniciar la acción."),
        "contract_start_missing": _(
            "Falta la fecha de inicio del contrato, que puede ser hasta el {latest_contract_start}."
        ),
        "contract_too_late": _(
            "El contrato empieza el {contract_start} y debía empezar como tarde el {latest_contract_start}."
        ),
        "status_at_start_missing": _("Falta la situación laboral al inicio de la acción."),
        "too_long": _("{minutes} superan el máximo de {most_minutes}."),
        "too_short": _("{minutes} no llegan al mínimo de {least_minutes}."),
        "within": _("{minutes} están entre {least_minutes} y {most_minutes}."),
        "too_many": _("{scheduled_minutes} programadas superan las {official_minutes} oficiales."),
        "exact": _("Están programadas las {official_minutes} oficiales."),
        "gap": _("Hay {scheduled_minutes} programadas de {official_minutes} oficiales."),
        "joins_action.in_time": _in_time_to_join(),
        "joins_module.in_time": _in_time_to_join(),
        "too_many_days": _("Sería el día lectivo {class_day} y el último es el {most_class_days}."),
        "too_much_taught": _(
            "Se han impartido {taught_minutes} de {base_minutes}, más del {share} hasta el que se admite."
        ),
        "notice_in_time.in_time": _("Se comunicó el {communicated_on}; el plazo acababa el {due}."),
        "not_told_yet": _("Todavía no se ha comunicado; el plazo acaba el {due}."),
        "excepted": _("El plazo acabó el {due}, y consta una causa imprevista justificada."),
        "told_late": _("Se comunicó el {communicated_on} y el plazo acababa el {due}."),
        "overdue": _("No consta que se haya comunicado y el plazo acabó el {due}."),
        "late_notice": _("La baja se comunicó el {communicated_on} y el plazo acababa el {due}."),
        "too_many_leavers": _("Hay {leavers} abandonos y se toleran {most_leavers}."),
        "before_start": _("Consta el {gate_day}, no después del inicio, el {start}."),
        "after_start": _("Consta el {gate_day}, después del inicio, el {start}: nada empieza antes."),
        "ended": _("Dejó de estar en vigor el {ended_on}, antes del inicio, el {start}."),
        "unknown": _("No consta el día: hasta que se anote queda pendiente."),
        "borne": _("Hay {leavers} abandonos de los {most_leavers} que se toleran."),
        **money.money_reasons(),
        **staff.staff_reasons(),
    }


def labels() -> Mapping[str, str]:
    """Return what each number of a verdict is called."""
    return {
        "attended_minutes": _("Asistido"),
        "required_minutes": _("Se pide"),
        "base_minutes": _("Horas oficiales"),
        "reachable_minutes": _("Lo más que puede alcanzar"),
        "share": _("Parte que se pide"),
        "gap_minutes": _("Sin programar"),
        "module": _("Módulo que decide"),
        "case": _("Supuesto"),
        "last_day": _("Último día de clase"),
        "latest_contract_start": _("Contrato, como tarde"),
        "contract_start": _("Inicio del contrato"),
        "minutes": _("Clase del día"),
        "least_minutes": _("Mínimo"),
        "most_minutes": _("Máximo"),
        "scheduled_minutes": _("Programado"),
        "official_minutes": _("Oficial"),
        "class_day": _("Día lectivo de la incorporación"),
        "most_class_days": _("Día lectivo, como mucho"),
        "taught_minutes": _("Impartido antes"),
        "impossible_from": _("Ya no se podía desde el"),
        "due": _("Último día del plazo"),
        "communicated_on": _("Comunicado el"),
        "leavers": _("Abandonos que cuentan"),
        "most_leavers": _("Abandonos tolerados"),
        "starters": _("Personas que iniciaron"),
        "from_share": _("Cuentan desde lo impartido"),
        **money.money_labels(),
        **staff.staff_labels(),
        "gate_day": _("Consta el"),
        "start": _("Inicio"),
        "ended_on": _("En vigor hasta el"),
    }


def readings() -> Mapping[str, str]:
    """Return how the other answer to an open question is named where its call is not at hand."""
    return {
        "justified_absences_count": _("Si las faltas justificadas contaran de otro modo"),
        "action_share_base": _("Con la otra lectura de la base (módulo complementario)"),
        "late_joiner_base": _("Con la otra lectura de las horas anteriores a la incorporación"),
        "job_contract_days": _("Contando los días hasta el contrato de otro modo"),
    }


def number_words(name: str, number: Number) -> str:
    """Return a number of a verdict in words: minutes as hours, shares as percentages, days as days."""
    return _WORDINGS.get(name, _plain)(number)


def value_words(parameter: Parameter[Value]) -> str:
    """Return the value of a figure of the call in words."""
    value = parameter.value
    match PARAMETERS[parameter.name].kind:
        case ValueKind.SHARE:
            return share_words(value)
        case ValueKind.DURATION:
            return hours_words(int(str(value)))
        case ValueKind.MONEY:
            return money_words(int(str(value)))
        case ValueKind.UNIT_COST:
            return unit_words(Decimal(str(value)), "h")
        case ValueKind.FLAG:
            return _("sí") if value else _("no")
        case _:
            return day_words(value) if isinstance(value, date) else str(value)


def share_words(share: object) -> str:
    """Return a share of one as a percentage, «75 %»."""
    percentage = (Decimal(str(share)) * 100).normalize()
    return f"{percentage:f} %".replace(".", ",")


def _in_time_to_join() -> str:
    return _(
        "Es el día lectivo {class_day} de los {most_class_days} que se admiten, con {taught_minutes} "
        "impartidas de {base_minutes}."
    )


def _cases() -> Mapping[str, str]:
    return {
        "75": _("asistencia ordinaria"),
        "job": _("baja por empleo"),
        "recall": _("baja por llamamiento de fijo discontinuo"),
        "illness": _("baja por enfermedad"),
        "accident": _("baja por accidente"),
    }


def _plain(number: Number) -> str:
    if isinstance(number, date):
        return day_words(number)
    if isinstance(number, int):
        return hours_words(number)
    return str(number)


def _case(number: Number) -> str:
    return _cases()[str(number)]


_WORDINGS: Final[Mapping[str, Callable[[Number], str]]] = {
    "share": share_words,
    "from_share": share_words,
    "case": _case,
    "class_day": str,
    "most_class_days": str,
    "leavers": str,
    "most_leavers": str,
    "starters": str,
    **money.MONEY_WORDINGS,
    **staff.STAFF_WORDINGS,
}
