"""Attendance and conditions sheets of an invented course, filled as the program fills them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cpepa_desktop.domain.course import ModuleKind, SessionMode
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.reports.attendance_sheet import (
    AttendanceSheet,
    BlockShare,
    Incident,
    PersonRow,
    Presence,
    SheetForm,
    StretchCell,
    StretchColumn,
)
from cpepa_desktop.reports.conditions_sheet import (
    CentreTexts,
    ClassDay,
    ConditionsSheet,
    FreeDay,
    ModuleLine,
    TrainerLine,
    UnitLine,
)
from cpepa_desktop.reports.parts.centre_head import CentreHead
from cpepa_desktop.reports.parts.course_head import CourseHead
from tests.reports.papers import CREATED, LONG_NAME

MONDAY: Final = date(2024, 2, 12)
COURSE: Final = "Atención sociosanitaria a personas dependientes en instituciones sociales"
PEOPLE: Final = (
    "Ágreda Royo, Ana",
    "Blasco Ñíguez, José Antonio",
    "El Amrani, Fátima Zohra",
    LONG_NAME,
    "García López, Óscar",
    "Güell Puig, Lluïsa",
    "Hernández Ezquerra, Begoña",
    "Ibáñez Lacruz, Íñigo",
    "Jordán Vicente, Raquel",
    "Kowalska, Agnieszka",
    "López-Lafuente Bernad, Juan Manuel",
    "Martínez Oña, Sofía",
    "Navarro Pérez, Ramón",
    "Ortiz Sanz, Úrsula",
    "Pueyo Abós, Marta",
)
HEAD: Final = CourseHead(
    printed_at=CREATED,
    course_code="SSCS0208-01",
    course_name=COURSE,
    file_number="FDES 2023/50/0123",
    action_number="23/0123.FD",
    entity="Ayuntamiento de Ejemplo",
    entity_cif="P5000000A",
    centre="CPEPA Ejemplo",
    centre_code="50000000",
    address="C/ Mayor, 3",
    municipality="Ejemplo",
    modality="Presencial, con aula virtual",
    timetable="L-V 09:00-14:00",
    responsible_name="Ana Belén Gracia",
    responsible_role="Directora del centro",
)
CENTRE_HEAD: Final = CentreHead(
    printed_at=CREATED,
    entity=HEAD.entity,
    entity_cif=HEAD.entity_cif,
    centre=HEAD.centre,
    centre_code=HEAD.centre_code,
    address=HEAD.address,
    municipality=HEAD.municipality,
    responsible_name=HEAD.responsible_name,
    responsible_role=HEAD.responsible_role,
)
_UNIT: Final = ("UF0127", "Apoyo en la recepción y acogida en instituciones de personas dependientes")
_NEXT_UNIT: Final = (
    "UF0128",
    "Apoyo en la organización de actividades para personas dependientes en instituciones",
)
_MODULE: Final = ("MF1017_2", "Intervención en la atención higiénico-alimentaria en instituciones")


def columns(days: int = 5, stretches: int = 1, *, cancel_last: bool = False) -> tuple[StretchColumn, ...]:
    """Return a week: two days of a unit, one where the next begins, then a module by two trainers."""
    made = []
    for day in range(days):
        for n in range(1, stretches + 1):
            start, end = (
                ((540, 840), (960, 1080))[n - 1] if stretches == 1 else ((540, 720), (960, 1080))[n - 1]
            )
            length = end - start
            whole = (BlockShare(*(_UNIT if day < 2 else _MODULE), length),)
            halves = (BlockShare(*_UNIT, length // 2), BlockShare(*_NEXT_UNIT, length - length // 2))
            made.append(
                StretchColumn(
                    day=MONDAY + timedelta(day),
                    n=n,
                    start=start,
                    end=end,
                    blocks=halves if day == 2 else whole,
                    trainers=("Pilar Aznar Gil",)
                    if day < 3
                    else ("Pilar Aznar Gil", "José Luis Fernández-Montes"),
                    mode=SessionMode.VIRTUAL if day == 3 else SessionMode.IN_PERSON,
                    cancelled=cancel_last and day == days - 1,
                )
            )
    return tuple(made)


RECORDED: Final = {
    (1, 1): StretchCell(Presence.ABSENT),
    (1, 2): StretchCell(Presence.PARTIAL, 150),
    (2, 3): StretchCell(Presence.PENDING),
    (4, 3): StretchCell(Presence.PARTIAL, 150, virtual=True),
    (6, 0): StretchCell(Presence.ABSENT),
    (9, 0): StretchCell(Presence.BEFORE_JOINING),
    (12, 2): StretchCell(Presence.AFTER_LEAVING),
}


def blank(people: int = 15, days: int = 5, stretches: int = 1) -> AttendanceSheet:
    """Return a sheet to be signed."""
    return _sheet(SheetForm.BLANK, people, columns(days, stretches), ())


def recorded(people: int = 15, days: int = 5, stretches: int = 1) -> AttendanceSheet:
    """Return a sheet as it was recorded, with every kind of cell and three incidents."""
    incidents = (
        Incident(
            MONDAY + timedelta(1), 540, PEOPLE[1], "Falta de 5 h", "Sin causa comunicada", "Sin justificar"
        ),
        Incident(MONDAY + timedelta(2), 630, "Todo el grupo", "No hay luz en el aula", "Tormenta", ""),
        Incident(
            MONDAY + timedelta(3),
            540,
            PEOPLE[4],
            "Falta de 2:30 h",
            "b) Consulta médica",
            "Justificante pendiente de validar",
        ),
    )
    return _sheet(SheetForm.RECORDED, people, columns(days, stretches, cancel_last=True), incidents)


def _sheet(
    form: SheetForm, people: int, week: tuple[StretchColumn, ...], incidents: tuple[Incident, ...]
) -> AttendanceSheet:
    def cell(person: int, place: int, column: StretchColumn) -> StretchCell:
        if column.cancelled:
            return StretchCell(Presence.CANCELLED)
        if form is SheetForm.BLANK:
            return StretchCell()
        usual = StretchCell(Presence.ATTENDED, column.minutes, virtual=column.mode is SessionMode.VIRTUAL)
        return RECORDED.get((person, place), usual)

    return AttendanceSheet(
        form=form,
        head=HEAD,
        week=IsoWeek.of(MONDAY),
        columns=week,
        people=tuple(
            PersonRow(
                n=person + 1,
                name=PEOPLE[person % len(PEOPLE)],
                document=f"{10_000_000 + person}X",
                cells=tuple(cell(person, place, column) for place, column in enumerate(week)),
                justified_minutes=150 if person == 4 else 0,
                unjustified_minutes={1: 450, 6: 300}.get(person, 0),
            )
            for person in range(people)
        ),
        incidents=incidents,
    )


TEXTS: Final = CentreTexts(
    presentation="Este curso forma parte del plan de la comunidad.",
    objectives="Atender a personas dependientes:\n- con el equipo del centro;\n- con su autonomía personal.",
    activities="- Resolución de casos.\n- Ofimática <básica> & más.",
    evaluation="La evaluación es continua.\n\nAl final de cada módulo hay una prueba.",
    virtual_tool="Una herramienta de videoconferencia.",
    virtual_requirements="Ordenador con cámara y micrófono.",
    virtual_help="976 000 000, de 9:00 a 14:00.",
    virtual_excluded="Las prácticas en el aula taller.",
    virtual_activities="Debates y ejercicios en directo.",
)


def conditions(texts: CentreTexts = TEXTS, modes: frozenset[SessionMode] | None = None) -> ConditionsSheet:
    """Return a conditions sheet with everything filled in."""
    first = date(2024, 1, 15)
    days = [first + timedelta(n) for n in range(60) if (first + timedelta(n)).weekday() < 5]
    return ConditionsSheet(
        printed_at=CREATED,
        course_code="SSCS0208-01",
        course_name=COURSE,
        action_minutes=380 * 60,
        modules=(
            ModuleLine(
                "MF1016_2",
                "Apoyo en la organización de intervenciones en el ámbito institucional",
                6000,
                units=(
                    UnitLine(*_UNIT, 1800, first, date(2024, 1, 22)),
                    UnitLine(*_NEXT_UNIT, 4200, date(2024, 1, 23), date(2024, 2, 9)),
                ),
                from_day=first,
                to_day=date(2024, 2, 9),
                virtual_minutes=1200,
            ),
            ModuleLine(*_MODULE, 4200, from_day=date(2024, 2, 12), to_day=date(2024, 3, 1)),
            ModuleLine("FCOO03", "Inserción laboral y medio ambiente", 600, ModuleKind.COMPLEMENTARY),
            ModuleLine("MP0029", "Prácticas profesionales no laborales", 4800, ModuleKind.WORKPLACE),
        ),
        class_days=tuple(ClassDay(day, 300) for day in days),
        free_days=(FreeDay(date(2024, 1, 29), "San Valero"),),
        timetable="L-V 09:00-14:00",
        modes=modes or frozenset({SessionMode.IN_PERSON}),
        trainers=(
            TrainerLine("Pilar Aznar Gil", ("MF1016_2", "MF1017_2"), "Martes de 14:00 a 15:00"),
            TrainerLine(LONG_NAME, ("FCOO03",)),
        ),
        texts=texts,
        speciality="SSCS0208",
        level=2,
        family="Servicios socioculturales y a la comunidad",
        file_number="FDES 2023/50/0123",
        action_number="23/0123.FD",
        payer="INAEM, por convocatoria de subvenciones",
        entity="Ayuntamiento de Ejemplo",
        entity_cif="P5000000A",
        centre="CPEPA Ejemplo",
        centre_code="50000000",
        address="C/ Mayor, 3",
        municipality="Ejemplo",
        centre_phone="976 000 001",
        centre_email="centro@ejemplo.es",
        technician="Luis Gil",
        technician_phone="976 000 002",
        technician_email="tecnico@ejemplo.es",
        responsible_name="Ana Belén Gracia",
        responsible_role="Directora del centro",
    )
