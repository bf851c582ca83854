"""The agenda: each obligation with both days, its article and a box, by months, and what waits for what."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.reports.agenda import NOTE, NOTHING, WITHOUT_A_DAY, Agenda, pdf, story
from tests.reports.agenda_sheets import COURSE, LINES, of_centre, of_course
from tests.reports.checks import check, rows_of
from tests.reports.reading import Reading
from tests.reports.sheets import HEAD


def read(agenda: Agenda) -> Reading:
    return check(story(agenda), pdf(agenda))


def headings(reading: Reading) -> list[str]:
    return [element.text.strip() for element in reading.elements if element.tag in {"H1", "H2"}]


def test_the_months_follow_one_another_and_what_has_no_day_comes_last() -> None:
    assert headings(read(of_course())) == [
        *("Agenda de plazos", "Enero de 2024", "Febrero de 2024"),
        WITHOUT_A_DAY,
    ]


def test_an_obligation_says_both_days_its_channels_and_its_article() -> None:
    rows = rows_of(read(of_course()), 0)

    assert rows[2] == [
        *("☐", "vie 26 ene", "jue 25 ene"),
        "Entregar la hoja de asistencia de la semana, con los justificantes: semana del 15 ene",
        "Gestifor Web, Dirección Provincial o Registro",
        "EPE/873/2023, ap. 19.3.b; Guía 10.2.10; cuadro resumen",
        "",
    ]


def test_what_was_met_is_ticked_and_says_when_and_one_day_is_not_said_twice() -> None:
    met = rows_of(read(of_course()), 0)[1]

    assert met[:3] == ["☑", "lun 8 ene", "La misma"]
    assert met[-1] == "5/1/2024, n.º REGAGE24e00012345678"


def test_what_hangs_on_an_event_says_which() -> None:
    assert rows_of(read(of_course()), 2)[1][:3] == [
        *("☐", "Pendiente del comienzo de la publicidad"),
        "Pedir la autorización de la publicidad",
    ]


def test_the_agenda_of_a_centre_names_the_course_of_each_and_the_school_year() -> None:
    reading = read(of_centre())

    assert rows_of(reading, 0)[0] == [
        *("Hecho", "Plazo", "Fecha segura", "Obligación", "Curso", "Por dónde", "Artículo", "Presentado"),
    ]
    assert rows_of(reading, 0)[1][4] == "2024-SSCS0000"
    assert story(of_centre()).title == "Agenda de plazos, curso 23/24"
    assert story(of_course()).code == COURSE


def test_how_many_days_are_left_is_not_printed() -> None:
    texts = " ".join(element.text for element in read(of_course()).elements)

    assert NOTE in texts
    assert "en 3 días" not in texts
    assert "vencido" not in texts


def test_without_obligations_it_says_so() -> None:
    reading = read(Agenda(HEAD, ()))

    assert NOTHING in [element.text.strip() for element in reading.elements]


def test_years_do_not_run_into_one_another() -> None:
    due = LINES[0].due
    assert due is not None
    later = replace(LINES[0], due=due.replace(year=2025))

    assert headings(read(Agenda(HEAD, (LINES[0], later))))[1:] == ["Enero de 2024", "Enero de 2025"]
