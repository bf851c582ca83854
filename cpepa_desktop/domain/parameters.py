"""The closed lists of what a call may say: parameters, readings, obligations, anchors and gates.

A new call is data and needs no code; a new *kind of thing* a call can say is named here first, with its
unit, its Spanish label and the bounds the state law sets, so that a misspelt or impossible figure is refused
when it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
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
_SHARE, _COUNT, _FLAG = ValueKind.SHARE, ValueKind.COUNT, ValueKind.FLAG

START_GATES: Final = (
    "authorisation_received",
    "agreement_signed",
    "grant_resolved",
    "conditions_sheet_approved",
    "selection_record_sent",
    "insurance_formalised",
)

_SPECS: Final[tuple[ParameterSpec, ...]] = (
    # Seats and people.
    ParameterSpec(
        "subsidised_seats", _COUNT, "people", "Participantes subvencionables", Need.PAID, bounds=_GROUP
    ),
    ParameterSpec("additional_seats", _COUNT, "people", "Participantes adicionales sin subvención"),
    ParameterSpec("additional_seats_by_room", _FLAG, "yes/no", "Más adicionales si el aula lo permite"),
    ParameterSpec(
        "group_limit", _COUNT, "people", "Participantes como máximo por grupo", Need.ALWAYS, bounds=_GROUP
    ),
    ParameterSpec("recommended_minimum", _COUNT, "people", "Participantes recomendados para iniciar"),
    ParameterSpec(
        "unemployed_share",
        _SHARE,
        "/1",
        "Personas desempleadas al inicio, como mínimo",
        bounds=_bases("art. 20.4", low="0.70", high="1"),
    ),
    ParameterSpec(
        "employed_share",
        _SHARE,
        "/1",
        "Personas ocupadas entre las programadas, como máximo",
        bounds=_bases("art. 20.4", low="0", high="0.30"),
    ),
    ParameterSpec("public_workers_admitted", _FLAG, "yes/no", "Admite personal de las administraciones"),
    ParameterSpec("preregistration_limit", _COUNT, "people", "Preinscripciones que cierran el plazo"),
    # The day and the way of teaching.
    ParameterSpec(
        "day_limit", ValueKind.DURATION, "h", "Horas diarias como máximo", Need.ALWAYS, bounds=_DAY
    ),
    ParameterSpec("day_minimum", ValueKind.DURATION, "h", "Horas diarias como mínimo", bounds=_DAY),
    ParameterSpec("trainers_per_module", _COUNT, "people", "Formadores por módulo, como máximo"),
    ParameterSpec("virtual_whole_course", _FLAG, "yes/no", "Todo el curso por aula virtual"),
    ParameterSpec("virtual_final_test", _FLAG, "yes/no", "Pruebas finales por aula virtual"),
    ParameterSpec("virtual_level_one", _FLAG, "yes/no", "Nivel 1 por aula virtual sin aviso"),
    # Attendance.
    ParameterSpec(
        "attendance_share",
        _SHARE,
        "/1",
        "Asistencia a la acción para ser subvencionable",
        Need.PAID,
        bounds=_bases("art. 11.3", low="0.75", high="1"),
    ),
    ParameterSpec(
        "module_test_share",
        _SHARE,
        "/1",
        "Asistencia al módulo para la prueba final",
        Need.ALWAYS,
        bounds=_TESTED,
    ),
    ParameterSpec(
        "diploma_share",
        _SHARE,
        "/1",
        "Asistencia a cada módulo para el diploma",
        Need.ALWAYS,
        bounds=_TESTED,
    ),
    ParameterSpec(
        "job_share",
        _SHARE,
        "/1",
        "Asistencia exigida a quien deja el curso por un empleo",
        Need.PAID,
        bounds=_bases("art. 11.3", low="0.01", high="1"),
    ),
    ParameterSpec(
        "health_share",
        _SHARE,
        "/1",
        "Asistencia exigida a quien causa baja por enfermedad o accidente",
        Need.PAID,
        bounds=_bases("art. 11.3", low="0.01", high="1"),
    ),
    ParameterSpec(
        "exception_share",
        _SHARE,
        "/1",
        "Asistencia del caso excepcional, con todos los módulos superados",
        bounds=_bases("art. 11.3", low="0.65", high="0.75"),
    ),
    ParameterSpec("job_contract_days", _COUNT, "days", "Días entre la baja y el contrato", Need.PAID),
    ParameterSpec(
        "recall_counts_as_job", _FLAG, "yes/no", "El llamamiento fijo discontinuo vale como empleo"
    ),
    ParameterSpec("short_contract_share", _SHARE, "/1", "Faltas por contratos cortos, por módulo"),
    ParameterSpec("family_event_days", _COUNT, "days", "Días hábiles por suceso familiar"),
    ParameterSpec(
        "family_event_days_away", _COUNT, "days", "Días hábiles por suceso familiar en otra localidad"
    ),
    ParameterSpec("travel_time", ValueKind.DURATION, "h", "Desplazamiento que se justifica con una cita"),
    ParameterSpec(
        "unjustified_per_month",
        _COUNT,
        "absences",
        "Faltas sin justificar al mes, como máximo",
        Need.ALWAYS,
        bounds=_bases("art. 20.3", low="0", high="3"),
    ),
    # Joining and leaving.
    ParameterSpec("substitution_days", _COUNT, "days", "Días lectivos para sustituir"),
    ParameterSpec(
        "substitution_share",
        _SHARE,
        "/1",
        "Parte de la acción impartida hasta la que se sustituye",
        bounds=_bases("art. 11.3", high="0.25"),
    ),
    ParameterSpec(
        "late_join_days",
        _COUNT,
        "days",
        "Días lectivos del módulo para incorporarse",
        bounds=_bases("art. 11.3", high="5"),
    ),
    ParameterSpec(
        "late_join_share",
        _SHARE,
        "/1",
        "Parte del módulo impartida hasta la que se admite la incorporación",
        bounds=_bases("art. 11.3", high="0.25"),
    ),
    ParameterSpec(
        "dropout_from_share",
        _SHARE,
        "/1",
        "Parte impartida desde la que se toleran los abandonos",
        bounds=_bases("art. 11.3", low="0.25", high="1"),
    ),
    ParameterSpec(
        "dropout_tolerance",
        _SHARE,
        "/1",
        "Abandonos tolerados sobre quienes iniciaron",
        bounds=_bases("art. 11.3", low="0", high="0.20"),
    ),
    ParameterSpec("late_notice_voids", _FLAG, "yes/no", "Comunicar fuera de plazo anula a efectos de pago"),
    # Evaluation.
    ParameterSpec("pass_mark", ValueKind.MARK, "/10", "Nota para superar un módulo", Need.ALWAYS),
    ParameterSpec("process_weight", _SHARE, "/1", "Peso de la evaluación continua", Need.ALWAYS),
    ParameterSpec("test_weight", _SHARE, "/1", "Peso de la prueba final", Need.ALWAYS),
    ParameterSpec("test_calls", _COUNT, "calls", "Convocatorias por módulo", Need.ALWAYS),
    ParameterSpec("notable_from", ValueKind.MARK, "/10", "Notable desde", Need.ALWAYS),
    ParameterSpec("outstanding_from", ValueKind.MARK, "/10", "Sobresaliente desde", Need.ALWAYS),
    ParameterSpec(
        "evaluation_regime_cut",
        ValueKind.DAY,
        "day",
        "Primer día del régimen de evaluación nuevo",
        Need.ALWAYS,
    ),
    # Money.
    ParameterSpec("product_share", _SHARE, "/1", "Parte de la subvención por producto", Need.PAID),
    ParameterSpec("result_share", _SHARE, "/1", "Parte de la subvención por resultado", Need.PAID),
    ParameterSpec("result_divisor", _COUNT, "people", "Divisor del coste unitario por resultado", Need.PAID),
    ParameterSpec(
        "diploma_result_share", _SHARE, "/1", "Parte del coste por resultado con diploma", Need.PAID
    ),
    ParameterSpec(
        "unit_cost_limit",
        ValueKind.UNIT_COST,
        "EUR/h",
        "Módulo económico máximo",
        bounds=_bases("anexo I.1", high="9"),
    ),
    ParameterSpec(
        "unit_cost_increase",
        _SHARE,
        "/1",
        "Incremento del módulo por singularidad, como máximo",
        bounds=_bases("anexo I.1", low="0", high="0.50"),
    ),
    ParameterSpec(
        "unit_cost_zaragoza", ValueKind.UNIT_COST, "EUR/h", "Módulo económico en Zaragoza", bounds=_RATE
    ),
    ParameterSpec(
        "unit_cost_huesca", ValueKind.UNIT_COST, "EUR/h", "Módulo económico en Huesca", bounds=_RATE
    ),
    ParameterSpec(
        "unit_cost_teruel", ValueKind.UNIT_COST, "EUR/h", "Módulo económico en Teruel", bounds=_RATE
    ),
    ParameterSpec(
        "sign_language_rate", ValueKind.UNIT_COST, "EUR/h", "Hora de intérprete de lengua de signos"
    ),
    ParameterSpec("support_rate", ValueKind.UNIT_COST, "EUR/h", "Hora de apoyo a la discapacidad"),
    ParameterSpec("other_support_rate", ValueKind.UNIT_COST, "EUR/h", "Hora de otro servicio de apoyo"),
    ParameterSpec(
        "advance_initial_share",
        _SHARE,
        "/1",
        "Anticipo inicial",
        bounds=_bases("art. 13.2", low="0", high="0.25"),
    ),
    ParameterSpec(
        "advance_after_start_share",
        _SHARE,
        "/1",
        "Anticipo tras acreditar el inicio",
        bounds=_bases("art. 13.2", low="0", high="0.35"),
    ),
    ParameterSpec(
        "advance_single_share",
        _SHARE,
        "/1",
        "Anticipo único tras acreditar el inicio",
        bounds=_bases("art. 13.2", low="0", high="0.60"),
    ),
    ParameterSpec("advance_initial_until", ValueKind.DAY, "day", "Último día para pedir el anticipo inicial"),
    ParameterSpec("advance_guarantee", _FLAG, "yes/no", "Los anticipos piden aval, salvo exención"),
    ParameterSpec("centre_grant_cap", ValueKind.MONEY, "EUR", "Subvención máxima por centro"),
    ParameterSpec("centre_request_cap", ValueKind.MONEY, "EUR", "Importe máximo que puede pedir un centro"),
    ParameterSpec("minimum_score", _COUNT, "points", "Puntuación final por especialidad mínima"),
    ParameterSpec("speciality_actions", _COUNT, "actions", "Acciones por especialidad y centro"),
    ParameterSpec(
        "priority_speciality_actions",
        _COUNT,
        "actions",
        "Acciones por especialidad prioritaria y centro en la zona central de Zaragoza",
    ),
    ParameterSpec(
        "repayment_floor",
        _SHARE,
        "/1",
        "Ejecución por debajo de la cual se reintegra todo",
        bounds=_bases("art. 16.2", low="0.25", high="0.25"),
    ),
    ParameterSpec(
        "justification_system",
        ValueKind.TEXT,
        "text",
        "Sistema de justificación",
        choices=("modules", "account"),
    ),
    # Before the start, and afterwards.
    ParameterSpec(
        "start_gates",
        ValueKind.TEXTS,
        "list",
        "Lo que debe cumplirse antes de iniciar",
        Need.ALWAYS,
        choices=START_GATES,
    ),
    ParameterSpec("document_years", _COUNT, "years", "Años que se guarda la documentación"),
    ParameterSpec("logos", ValueKind.TEXTS, "list", "Identidades gráficas de todo material"),
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


class Subject(StrEnum):
    """What an obligation hangs on, so that each has its own day."""

    COURSE = "course"
    WEEK = "week"
    PERSON = "person"
    MODULE = "module"
    SESSION = "session"


class Anchor(StrEnum):
    """The event a term is counted from."""

    CALL_PUBLISHED = "call_published"
    GRANT_NOTIFIED = "grant_notified"
    PUBLICITY_STARTED = "publicity_started"
    SELECTION = "selection"
    COURSE_START = "course_start"
    CHANGE = "change"
    COMPLEMENTARY_START = "complementary_start"
    JOINING = "joining"
    LEAVING = "leaving"
    WEEK = "week"
    INCIDENT = "incident"
    LAST_MODULE_END = "last_module_end"
    COURSE_END = "course_end"
    REQUIREMENT = "requirement"
    RECORDINGS_NEEDED = "recordings_needed"
    JUSTIFICATION_CLOSED = "justification_closed"
    FIXED = "fixed"


OBLIGATIONS: Final[Mapping[str, Subject]] = MappingProxyType(
    {
        # The nineteen rows of the guide's summary table, in its order.
        "calendar_communication": Subject.COURSE,
        "advance_request": Subject.COURSE,
        "candidate_request": Subject.COURSE,
        "start_communication": Subject.COURSE,
        "conditions_sheet": Subject.COURSE,
        "trainer_registration": Subject.COURSE,
        "accident_insurance": Subject.COURSE,
        "selection_record": Subject.COURSE,
        "participant_registration": Subject.PERSON,
        "leaver_communication": Subject.PERSON,
        "attendance_weekly": Subject.WEEK,
        "virtual_weekly": Subject.WEEK,
        "virtual_final": Subject.COURSE,
        "incidents": Subject.SESSION,
        "learner_grants": Subject.PERSON,
        "diplomas": Subject.COURSE,
        "individual_reports": Subject.COURSE,
        "evaluation_record": Subject.COURSE,
        "economic_justification": Subject.COURSE,
        # Those the articles add.
        "grant_application": Subject.COURSE,
        "grant_renunciation": Subject.COURSE,
        "advance_initial": Subject.COURSE,
        "advance_after_start": Subject.COURSE,
        "preregistration_opening": Subject.COURSE,
        "preregistration_closing": Subject.COURSE,
        "publicity_opening": Subject.COURSE,
        "publicity_authorisation": Subject.COURSE,
        "quality_commitment": Subject.COURSE,
        "data_agreement": Subject.COURSE,
        "start_declaration": Subject.COURSE,
        "change_communication": Subject.COURSE,
        "start_change_communication": Subject.COURSE,
        "complementary_trainer_validation": Subject.COURSE,
        "complementary_record": Subject.COURSE,
        "disability_support": Subject.PERSON,
        "substitution_limit": Subject.COURSE,
        "requirement_answer": Subject.COURSE,
        "excess_repayment": Subject.COURSE,
        "evidence": Subject.COURSE,
        "recordings_destruction": Subject.COURSE,
        "document_keeping": Subject.COURSE,
        "execution_limit": Subject.COURSE,
        "workplace_module_start": Subject.PERSON,
    }
)
"""Every obligation a call may date, by its stable name, and what it hangs on."""

REQUIREMENT_LIMIT: Final = (15, Citation("EFP/942/2022", "art. 15.5"))
"""The most days the state law lets a call give to answer a requirement."""

JUSTIFICATION_LIMITS: Final[Mapping[str, tuple[int, Citation]]] = MappingProxyType(
    {
        "modules": (60, Citation("EFP/942/2022", "art. 15.3")),
        "account": (90, Citation("EFP/942/2022", "art. 15.2")),
    }
)
"""The same for the justification, by its system; a month counts thirty days."""

ABSENCE_CAUSES: Final[tuple[str, ...]] = ("a", "b", "c", "d", "e", "f", "g", "h")
"""The letters of the causes that justify an absence."""
