"""A list of days without class of a CSV, XLSX or ICS."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.holiday_file import HolidayReading, read_holidays
from tests.exchange.lists import csv_file, xlsx

LOCAL, SCHOOL, CENTRE = HolidayScope.LOCAL, HolidayScope.SCHOOL, HolidayScope.CENTRE
SAN_VALERO = date(2024, 1, 29)


def read(
    folder: Path, *rows: Sequence[object], scope: HolidayScope = LOCAL, year: int = 2024
) -> HolidayReading:
    """Read a list of days under the usual headings."""
    path = csv_file(folder / "festivos.csv", [("Fecha", "Festivo"), *rows])
    return read_holidays(path, year, scope, "Zaragoza")


def events(folder: Path, *lines: str) -> Path:
    """Write a calendar with these lines and return its path."""
    path = folder / "festivos.ics"
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Prueba//ES", *lines, "END:VCALENDAR", ""]
    path.write_text("\r\n".join(text), encoding="utf-8", newline="")
    return path


def event(*lines: str) -> tuple[str, ...]:
    """Return the lines of an event."""
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def test_a_list_says_its_days_and_what_kind_they_are(tmp_path: Path) -> None:
    found = read(tmp_path, ("05/03/2024", "Cincomarzada"), ("29/01/2024", "San Valero"))
    assert found.problems == ()
    assert found.holidays == (
        Holiday(SAN_VALERO, "San Valero", LOCAL, "Zaragoza"),
        Holiday(date(2024, 3, 5), "Cincomarzada", LOCAL, "Zaragoza"),
    )


def test_a_school_day_has_no_town(tmp_path: Path) -> None:
    found = read(tmp_path, ("2024-03-04", "Día no lectivo"), scope=SCHOOL)
    assert found.holidays == (Holiday(date(2024, 3, 4), "Día no lectivo", SCHOOL),)


def test_a_sheet_may_say_kind_town_and_more_days_at_once(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "días.xlsx",
        [
            ("Calendario del curso", None, None, None, None),
            ("Desde", "Hasta", "Denominación", "Tipo", "Municipio"),
            (date(2024, 3, 27), date(2024, 3, 29), "Semana Santa", "No lectivo", None),
            (date(2024, 8, 14), None, "San Roque", "Local", "Calatayud"),
            (date(2024, 4, 23), None, "San Jorge", "Autonómico", "Zaragoza"),
            (date(2024, 5, 1), None, "Fiesta del Trabajo", "Nacional", None),
            (date(2024, 6, 3), None, "Obras", "Centro", None),
            (date(2024, 6, 4), None, "Sin decir", None, None),
        ],
    )
    found = read_holidays(path, 2024, CENTRE, "Zaragoza")
    assert found.problems == ()
    assert [(each.day.day, each.scope.value, each.municipality) for each in found.holidays] == [
        (27, "school", ""),
        (28, "school", ""),
        (29, "school", ""),
        (23, "regional", ""),
        (1, "national", ""),
        (3, "centre", ""),
        (4, "centre", ""),
        (14, "local", "Calatayud"),
    ]


def test_every_problem_has_its_row_and_none_hides_another(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("29/01/2024", "San Valero"),
        ("30/02/2024", "No existe"),
        ("mañana", "Cuándo"),
        ("05/03/2024", ""),
        ("", "Sin día"),
        ("29/01/2024", "Otra vez"),
        ("12/10/2023", "Del Pilar"),
    )
    assert [(problem.row, problem.message) for problem in found.problems] == [
        (3, "El día «30/02/2024» no existe: revise la fecha."),
        (4, "«mañana» no es una fecha: escríbala como 05/03/1985."),
        (5, "Falta el nombre del mar 5 mar 2024."),
        (6, "Falta el día."),
        (7, "El lun 29 ene 2024 está repetido: ya está en la fila 2."),
        (8, "El jue 12 oct 2023 es de 2023 y se importan los días de 2024."),
    ]
    assert [each.name for each in found.holidays] == ["San Valero"]


def test_an_unknown_kind_and_days_the_wrong_way_round_are_problems(tmp_path: Path) -> None:
    heading = ("Fecha inicio", "Fecha fin", "Festivo", "Ámbito")
    path = csv_file(
        tmp_path / "a.csv",
        [
            heading,
            ("05/03/2024", "04/03/2024", "Al revés", "local"),
            ("01/01/2024", "01/05/2024", "Cuatro meses", "centro"),
            ("06/03/2024", "", "Qué es", "mundial"),
            ("07/03/2024", "ayer", "Fin", ""),
        ],
    )
    messages = [problem.message for problem in read_holidays(path, 2024, CENTRE, "").problems]
    for message, words in zip(
        messages, ("antes de empezar", "demasiados días", "«mundial»", "«ayer»"), strict=True
    ):
        assert words in message


def test_a_file_of_another_year_is_refused_with_both_years(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"es de 2023 .* los días de 2024") as refused:
        read(tmp_path, ("29/01/2023", "San Valero"), ("12/10/2023", "El Pilar"), ("05/01/2022", "Otro"))
    assert "No se ha importado nada" in refused.value.message


def test_a_school_calendar_is_of_both_its_years_and_of_no_other(tmp_path: Path) -> None:
    rows = [("12/10/2023", "El Pilar"), ("08/01/2024", "No lectivo")]
    for year in (2023, 2024):
        found = read(tmp_path, *rows, scope=SCHOOL, year=year)
        assert (len(found.holidays), found.problems) == (2, ())
    for year in (2022, 2025):
        with pytest.raises(Refused, match=str(year)):
            read(tmp_path, *rows, scope=SCHOOL, year=year)
    found = read(tmp_path, *rows, ("09/09/2024", "Del siguiente"), scope=SCHOOL, year=2024)
    assert [problem.row for problem in found.problems] == [2]


def test_notes_at_the_foot_are_left_aside(tmp_path: Path) -> None:
    found = read(tmp_path, ("29/01/2024", "San Valero"), ("", "Total 1"))
    assert (len(found.holidays), found.problems) == (1, ())
    assert "Total 1" in found.notices[0].message


@pytest.mark.parametrize("rows", [[("Nombre", "Apellidos"), ("Ana", "Gil")], [("Fecha", "Festivo")]])
def test_a_list_of_something_else_or_of_nothing_is_refused(
    tmp_path: Path, rows: list[tuple[str, str]]
) -> None:
    path = csv_file(tmp_path / "otra.csv", rows)
    with pytest.raises(Refused, match="No se ha importado nada"):
        read_holidays(path, 2024, LOCAL, "")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No existe el archivo"):
        read_holidays(tmp_path / "nada.ics", 2024, LOCAL, "")


def test_events_of_a_calendar_are_days_their_end_apart(tmp_path: Path) -> None:
    path = events(
        tmp_path,
        *event("DTSTART;VALUE=DATE:20240129", "DTEND;VALUE=DATE:20240130", "SUMMARY:San Valero"),
        *event(
            "DTSTART;VALUE=DATE:20240327", "DTEND;VALUE=DATE:20240330", "SUMMARY:Semana Santa\\, vacaciones"
        ),
        *event("DTSTART;VALUE=DATE:20240305", "SUMMARY:Cincomarzada"),
        *event("DTSTART:20240603T080000", "DTEND:20240603T150000", "SUMMARY:Obras"),
        *event("DTSTART;VALUE=DATE:20240610", "DURATION:P2D", "SUMMARY:Dos días"),
    )
    found = read_holidays(path, 2024, CENTRE, "")
    assert found.problems == ()
    assert [(each.day.month, each.day.day, each.name) for each in found.holidays] == [
        (1, 29, "San Valero"),
        (3, 5, "Cincomarzada"),
        (3, 27, "Semana Santa, vacaciones"),
        (3, 28, "Semana Santa, vacaciones"),
        (3, 29, "Semana Santa, vacaciones"),
        (6, 3, "Obras"),
        (6, 10, "Dos días"),
        (6, 11, "Dos días"),
    ]


def test_what_is_repeated_every_year_is_of_the_year_asked_for(tmp_path: Path) -> None:
    path = events(
        tmp_path,
        *event("DTSTART;VALUE=DATE:20100129", "RRULE:FREQ=YEARLY", "SUMMARY:San Valero"),
        *event("DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY", "SUMMARY:Bisiesto"),
    )
    assert [each.day for each in read_holidays(path, 2023, LOCAL, "Zaragoza").holidays] == [
        date(2023, 1, 29),
        date(2023, 2, 28),
    ]


def test_a_problem_of_an_event_has_the_line_it_begins_on(tmp_path: Path) -> None:
    path = events(
        tmp_path,
        *event("DTSTART;VALUE=DATE:20240129", "SUMMARY:San Valero"),
        *event("SUMMARY:Sin día"),
        *event("DTSTART;VALUE=DATE:20240205", "RRULE:FREQ=WEEKLY", "SUMMARY:Cada semana"),
        *event("DTSTART;VALUE=DATE:20240129", "SUMMARY:Otra vez"),
    )
    problems = read_holidays(path, 2024, LOCAL, "Zaragoza").problems
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [at for at, line in enumerate(lines, start=1) if line == "BEGIN:VEVENT"]
    assert [problem.row for problem in problems] == starts[1:]
    assert "repite" in problems[1].message


@pytest.mark.parametrize(
    "text", ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Cortado\r\n", "BEGIN:VCALENDAR\r\nnada de nada\r\n"]
)
def test_a_broken_calendar_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roto.ics"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(Refused, match="No se ha importado nada"):
        read_holidays(path, 2024, LOCAL, "")


def test_a_calendar_of_another_year_is_refused_too(tmp_path: Path) -> None:
    path = events(tmp_path, *event("DTSTART;VALUE=DATE:20230129", "SUMMARY:San Valero"))
    with pytest.raises(Refused, match=r"es de 2023 .* los días de 2024"):
        read_holidays(path, 2024, LOCAL, "Zaragoza")
