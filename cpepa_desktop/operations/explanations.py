"""«¿Por qué?»: a verdict in words, with the numbers compared, the article and the other readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.law import Answer, Number, Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict as the panel shows it: the question, the answer in a sentence, and what was compared."""

    title: str
    sentence: str
    lines: tuple[tuple[str, str], ...]
    citation: str
    alternatives: tuple[str, ...]


def explain(verdict: Verdict) -> Explanation:
    """Return a verdict in the user's language. A reason or a number without words is a bug: ``KeyError``."""
    return Explanation(
        title=_titles()[verdict.rule],
        sentence=_sentence(verdict),
        lines=_lines(verdict.numbers),
        citation=str(verdict.citation),
        alternatives=tuple(
            _("{reading}: {answer}. {sentence}").format(
                reading=_readings()[question],
                answer=answer_word(other.answer),
                sentence=_sentence(other),
            )
            for question, other in verdict.alternatives.items()
        ),
    )


def answer_word(answer: Answer) -> str:
    """Return an answer in a word."""
    return {Answer.YES: _("sí"), Answer.NO: _("no"), Answer.PENDING: _("pendiente")}[answer]


def rule_title(rule: str) -> str:
    """Return the question that a rule answers."""
    return _titles()[rule]


def _titles() -> Mapping[str, str]:
    return {
        "module_test": _("Derecho a la prueba final del módulo"),
        "diploma_attendance": _("Asistencia para el diploma"),
        "funded": _("Participante subvencionable"),
        "daily_hours": _("Horas de clase del día"),
        "block_hours": _("Horas del bloque"),
    }


def _sentence(verdict: Verdict) -> str:
    numbers = verdict.numbers
    words = {name: _figure(name, number) for name, number in numbers.items()}
    if "required_minutes" in numbers:
        required = _as_minutes(numbers["required_minutes"])
        words["short"] = hours_words(required - _as_minutes(numbers["reachable_minutes"]))
        words["missing"] = hours_words(required - _as_minutes(numbers["attended_minutes"]))
        words["can_lose"] = hours_words(_as_minutes(numbers["reachable_minutes"]) - required)
    return _reasons()[verdict.reason].format(**words)


def _reasons() -> Mapping[str, str]:
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
    }


def _lines(numbers: Mapping[str, Number]) -> tuple[tuple[str, str], ...]:
    labels = _labels()
    return tuple((labels[name], _figure(name, number)) for name, number in numbers.items())


def _labels() -> Mapping[str, str]:
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
    }


def _cases() -> Mapping[str, str]:
    return {
        "75": _("asistencia ordinaria"),
        "job": _("baja por empleo"),
        "recall": _("baja por llamamiento de fijo discontinuo"),
        "illness": _("baja por enfermedad"),
        "accident": _("baja por accidente"),
    }


def _readings() -> Mapping[str, str]:
    return {
        "justified_absences_count": _("Si las faltas justificadas contaran de otro modo"),
        "action_share_base": _("Con la otra lectura de la base (módulo complementario)"),
        "late_joiner_base": _("Con la otra lectura de las horas anteriores a la incorporación"),
        "job_contract_days": _("Contando los días hasta el contrato de otro modo"),
    }


def _figure(name: str, number: Number) -> str:
    return _FIGURES.get(name, _plain)(number)


def _plain(number: Number) -> str:
    if isinstance(number, date):
        return day_words(number)
    if isinstance(number, int):
        return hours_words(number)
    return str(number)


def _percentage(number: Number) -> str:
    percentage = (Decimal(str(number)) * 100).normalize()
    return f"{percentage:f} %".replace(".", ",")


def _case(number: Number) -> str:
    return _cases()[str(number)]


_FIGURES: Final[Mapping[str, Callable[[Number], str]]] = {"share": _percentage, "case": _case}


def _as_minutes(number: Number) -> int:
    return int(str(number))
