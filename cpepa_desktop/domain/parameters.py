"""The closed lists of the figures a call may give and of the open questions it answers.

A new call is data and needs no code; a new *kind of thing* a call can say is named here first, with its
unit, its Spanish label and the bounds the state law sets, so that a misspelt or impossible figure is refused
when it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Final

from cpepa_desktop.domain.law import Citation


class ValueKind(StrEnum):
    """How a value is written in a call and what the program counts it in."""

    SHARE = "share"
    """A share of one, ``Decimal``."""
    COUNT = "count"
    """Whole things, ``int``."""
    DURATION = "duration"
    """Hours in the text, whole minutes in the program."""
    MONEY = "money"
    """Euros in the text, whole cents in the program."""
    UNIT_COST = "unit_cost"
    """Euros per hour, ``Decimal``, never rounded."""
    MARK = "mark"
    """A mark out of ten in the text, whole hundredths in the program."""
    FLAG = "flag"
    TEXT = "text"
    TEXTS = "texts"
    DAY = "day"


class Need(StrEnum):
    """Which calls must give a parameter."""

    ALWAYS = "always"
    PAID = "paid"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which values the state law lets a call move, both included, and where it says so."""

    citation: Citation
    low: Decimal | None = None
    high: Decimal | None = None

    def admit(self, value: Decimal) -> bool:
        """Say whether ``value``, as written in the call, stays inside."""
        return not (
            (self.low is not None and value < self.low) or (self.high is not None and value > self.high)
        )


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """What a parameter is: its name, how it is counted, its unit as written and its label for a user."""

    name: str
    kind: ValueKind
    unit: str
    label: str
    need: Need = Need.NEVER
    bounds: Bounds | None = None
    choices: tuple[str, ...] = ()


def _bases(place: str, *, low: str | None = None, high: str | None = None) -> Bounds:
    """Return bounds set by the state bases of the subsidies."""
    return Bounds(
        Citation("EFP/942/2022", place),
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
    )


_GROUP: Final = Bounds(Citation("RD 694/2017", "art. 4.4"), Decimal(1), Decimal(25))
_DAY: Final = _bases("art. 18.2", high="8")
_TESTED: Final = Bounds(Citation("ESS/1897/2013", "art. 18.2"), Decimal("0.75"), Decimal(1))
_RATE: Final = _bases("anexo I.1", high="13.50")

START_GATES: Final = (
    "authorisation_received",
    "agreement_signed",
    "grant_resolved",
    "conditions_sheet_approved",
    "selection_record_sent",
    "insurance_formalised",
)

_share = partial(ParameterSpec, kind=ValueKind.SHARE, unit="/1")
_count = partial(ParameterSpec, kind=ValueKind.COUNT)
_hours = partial(ParameterSpec, kind=ValueKind.DURATION, unit="h")
_mark = partial(ParameterSpec, kind=ValueKind.MARK, unit="/10")
_money = partial(ParameterSpec, kind=ValueKind.MONEY, unit="EUR")
_unit_cost = partial(ParameterSpec, kind=ValueKind.UNIT_COST, unit="EUR/h")
_flag = partial(ParameterSpec, kind=ValueKind.FLAG, unit="yes/no")
_day = partial(ParameterSpec, kind=ValueKind.DAY, unit="day")
_text = partial(ParameterSpec, kind=ValueKind.TEXT, unit="text")
_texts = partial(ParameterSpec, kind=ValueKind.TEXTS, unit="list")

_SPECS: Final[tuple[ParameterSpec, ...]] = (
    # Seats and people.
    _count(
        "subsidised_seats",
        unit="people",
        label="Participantes subvencionables",
        need=Need.PAID,
        bounds=_GROUP,
    ),
    _count("additional_seats", unit="people", label="Participantes adicionales sin subvención"),
    _flag("additional_seats_by_room", label="Más adicionales si el aula lo permite"),
    _count(
        "group_limit",
        unit="people",
        label="Participantes como máximo por grupo",
        need=Need.ALWAYS,
        bounds=_GROUP,
    ),
    _count("recommended_minimum", unit="people", label="Participantes recomendados para iniciar"),
    _share(
        "unemployed_share",
        label="Personas desempleadas al inicio, como mínimo",
        bounds=_bases("art. 20.4", low="0.70", high="1"),
    ),
    _share(
        "employed_share",
        label="Personas ocupadas entre las programadas, como máximo",
        bounds=_bases("art. 20.4", low="0", high="0.30"),
    ),
    _flag("public_workers_admitted", label="Admite personal de las administraciones"),
    _count("preregistration_limit", unit="people", label="Preinscripciones que cierran el plazo"),
    # The day and the way of teaching.
    _hours("day_limit", label="Horas diarias como máximo", need=Need.ALWAYS, bounds=_DAY),
    _hours("day_minimum", label="Horas diarias como mínimo", bounds=_DAY),
    _count("trainers_per_module", unit="people", label="Formadores por módulo, como máximo"),
    _flag("virtual_whole_course", label="Todo el curso por aula virtual"),
    _flag("virtual_final_test", label="Pruebas finales por aula virtual"),
    _flag("virtual_level_one", label="Nivel 1 por aula virtual sin aviso"),
    # Attendance.
    _share(
        "attendance_share",
        label="Asistencia a la acción para ser subvencionable",
        need=Need.PAID,
        bounds=_bases("art. 11.3", low="0.75", high="1"),
    ),
    _share(
        "module_test_share",
        label="Asistencia al módulo para la prueba final",
        need=Need.ALWAYS,
        bounds=_TESTED,
    ),
    _share(
        "diploma_share", label="Asistencia a cada módulo para el diploma", need=Need.ALWAYS, bounds=_TESTED
    ),
    _share(
        "job_share",
        label="Asistencia exigida a quien deja el curso por un empleo",
        need=Need.PAID,
        bounds=_bases("art. 11.3", low="0.01", high="1"),
    ),
    _share(
        "health_share",
        label="Asistencia exigida a quien causa baja por enfermedad o accidente",
        need=Need.PAID,
        bounds=_bases("art. 11.3", low="0.01", high="1"),
    ),
    _share(
        "exception_share",
        label="Asistencia del caso excepcional, con todos los módulos superados",
        bounds=_bases("art. 11.3", low="0.65", high="0.75"),
    ),
    _count("job_contract_days", unit="days", label="Días entre la baja y el contrato", need=Need.PAID),
    _flag("recall_counts_as_job", label="El llamamiento fijo discontinuo vale como empleo"),
    _share("short_contract_share", label="Faltas por contratos cortos, por módulo"),
    _count("family_event_days", unit="days", label="Días hábiles por suceso familiar"),
    _count("family_event_days_away", unit="days", label="Días hábiles por suceso familiar en otra localidad"),
    _hours("travel_time", label="Desplazamiento que se justifica con una cita"),
    _count(
        "unjustified_per_month",
        unit="absences",
        label="Faltas sin justificar al mes, como máximo",
        need=Need.ALWAYS,
        bounds=_bases("art. 20.3", low="0", high="3"),
    ),
    # Joining and leaving.
    _count("substitution_days", unit="days", label="Días lectivos para sustituir"),
    _share(
        "substitution_share",
        label="Parte de la acción impartida hasta la que se sustituye",
        bounds=_bases("art. 11.3", high="0.25"),
    ),
    _count(
        "late_join_days",
        unit="days",
        label="Días lectivos del módulo para incorporarse",
        bounds=_bases("art. 11.3", high="5"),
    ),
    _share(
        "late_join_share",
        label="Parte del módulo impartida hasta la que se admite la incorporación",
        bounds=_bases("art. 11.3", high="0.25"),
    ),
    _share(
        "dropout_from_share",
        label="Parte impartida desde la que se toleran los abandonos",
        bounds=_bases("art. 11.3", low="0.25", high="1"),
    ),
    _share(
        "dropout_tolerance",
        label="Abandonos tolerados sobre quienes iniciaron",
        bounds=_bases("art. 11.3", low="0", high="0.20"),
    ),
    _flag("late_notice_voids", label="Comunicar fuera de plazo anula a efectos de pago"),
    # Evaluation.
    _mark("pass_mark", label="Nota para superar un módulo", need=Need.ALWAYS),
    _share("process_weight", label="Peso de la evaluación continua", need=Need.ALWAYS),
    _share("test_weight", label="Peso de la prueba final", need=Need.ALWAYS),
    _count("test_calls", unit="calls", label="Convocatorias por módulo", need=Need.ALWAYS),
    _mark("notable_from", label="Notable desde", need=Need.ALWAYS),
    _mark("outstanding_from", label="Sobresaliente desde", need=Need.ALWAYS),
    _day("evaluation_regime_cut", label="Primer día del régimen de evaluación nuevo", need=Need.ALWAYS),
    # Money.
    _share("product_share", label="Parte de la subvención por producto", need=Need.PAID),
    _share("result_share", label="Parte de la subvención por resultado", need=Need.PAID),
    _count("result_divisor", unit="people", label="Divisor del coste unitario por resultado", need=Need.PAID),
    _share("diploma_result_share", label="Parte del coste por resultado con diploma", need=Need.PAID),
    _unit_cost("unit_cost_limit", label="Módulo económico máximo", bounds=_bases("anexo I.1", high="9")),
    _share(
        "unit_cost_increase",
        label="Incremento del módulo por singularidad, como máximo",
        bounds=_bases("anexo I.1", low="0", high="0.50"),
    ),
    _unit_cost("unit_cost_zaragoza", label="Módulo económico en Zaragoza", bounds=_RATE),
    _unit_cost("unit_cost_huesca", label="Módulo económico en Huesca", bounds=_RATE),
    _unit_cost("unit_cost_teruel", label="Módulo económico en Teruel", bounds=_RATE),
    _unit_cost("sign_language_rate", label="Hora de intérprete de lengua de signos"),
    _unit_cost("support_rate", label="Hora de apoyo a la discapacidad"),
    _unit_cost("other_support_rate", label="Hora de otro servicio de apoyo"),
    _share(
        "advance_initial_share", label="Anticipo inicial", bounds=_bases("art. 13.2", low="0", high="0.25")
    ),
    _share(
        "advance_after_start_share",
        label="Anticipo tras acreditar el inicio",
        bounds=_bases("art. 13.2", low="0", high="0.35"),
    ),
    _share(
        "advance_single_share",
        label="Anticipo único tras acreditar el inicio",
        bounds=_bases("art. 13.2", low="0", high="0.60"),
    ),
    _day("advance_initial_until", label="Último día para pedir el anticipo inicial"),
    _flag("advance_guarantee", label="Los anticipos piden aval, salvo exención"),
    _money("centre_grant_cap", label="Subvención máxima por centro"),
    _money("centre_request_cap", label="Importe máximo que puede pedir un centro"),
    _count("minimum_score", unit="points", label="Puntuación final por especialidad mínima"),
    _count("speciality_actions", unit="actions", label="Acciones por especialidad y centro"),
    _count(
        "priority_speciality_actions",
        unit="actions",
        label="Acciones por especialidad prioritaria y centro en la zona central de Zaragoza",
    ),
    _share(
        "repayment_floor",
        label="Ejecución por debajo de la cual se reintegra todo",
        bounds=_bases("art. 16.2", low="0.25", high="0.25"),
    ),
    _text("justification_system", label="Sistema de justificación", choices=("modules", "account")),
    # Before the start, and afterwards.
    _texts(
        "start_gates", label="Lo que debe cumplirse antes de iniciar", need=Need.ALWAYS, choices=START_GATES
    ),
    _count("document_years", unit="years", label="Años que se guarda la documentación"),
    _texts("logos", label="Identidades gráficas de todo material"),
)

PARAMETERS: Final[Mapping[str, ParameterSpec]] = MappingProxyType({spec.name: spec for spec in _SPECS})
"""Every parameter a call may give, by name."""

READINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "justified_absences_count": ("no", "yes"),
        "computable_hours": ("attended_plus_validated", "total_minus_unjustified"),
        "repayment_hours_after_job": ("counted", "not_counted"),
        "partial_result_base": ("with_complementary", "without_complementary"),
        "eligible_beyond_seats": ("largest_amount", "centre_choice"),
        "evaluation_documents_days": ("working_limit_calendar_safe",),
        "job_contract_days": ("calendar", "working"),
        "mark_below_pass": ("floor_at_pass", "as_computed", "floor_at_test"),
        "final_test_score": ("weighted_by_hours", "plain_mean"),
        "score_bands": ("rounded_half_up",),
        "unit_cost_rounding": ("never",),
        "missing_data": ("pending",),
        "evaluation_regime": ("earliest_day",),
        "action_share_base": ("with_complementary", "without_complementary"),
        "late_joiner_base": ("official", "from_joining"),
        "cancelled_session": ("hours_stay_due",),
        "partial_itinerary_result": ("module_share", "full"),
        "partial_result_units": ("each_once",),
        "complementary_need": ("not_for_test_or_diploma",),
        "unqualified_days": ("working_after_calendar_before",),
        "working_days": ("law_39_2015",),
        "general_directorate_resolution": ("warning", "gate"),
    }
)
"""Every open question of the texts, with the answers the program knows how to follow."""


ABSENCE_CAUSES: Final[tuple[str, ...]] = ("a", "b", "c", "d", "e", "f", "g", "h")
"""The letters of the causes that justify an absence."""
