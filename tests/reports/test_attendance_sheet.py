"""The weekly attendance sheet: everything the guide asks for (Orden EPE/873/2023, Guía 10.2.10)."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.reports.attendance_sheet import (
    LEGAL_NOTES,
    AttendanceSheet,
    Presence,
    SheetForm,
    StretchCell,
    pdf,
    story,
)
from cpepa_desktop.reports.frame import Logo, LogoBand
from cpepa_desktop.reports.parts.week_sent import WeekSent
from tests.reports.checks import check, tables
from tests.reports.conftest import SHARE_THAT_MUST_BE_CLOSE, Compare, first_page, share_of_close_dots
from tests.reports.papers import LONG_NAME, picture
from tests.reports.reading import Element, Reading
from tests.reports.sheets import HEAD, PEOPLE, blank, columns, recorded


def read_sheet(sheet: AttendanceSheet) -> Reading:
    return check(story(sheet), pdf(sheet))


def said(sheet: AttendanceSheet) -> list[str]:
    return [element.text.strip() for element in read_sheet(sheet).elements if element.text]


def row_of(sheet: AttendanceSheet, name: str) -> list[str]:
    """Return what is printed in a person's row, name first."""
    grid = tables(read_sheet(sheet))[0]
    rows: list[list[Element]] = []
    for element in grid:
        if element.tag == "TR":
            rows.append([])
        elif rows and element.tag in {"TD", "TH"}:
            rows[-1].append(element)
    (row,) = [cells for cells in rows if len(cells) > 1 and cells[1].text.strip() == name]
    return [cell.text.strip() for cell in row[1:]]


@pytest.mark.parametrize("form", SheetForm)
def test_the_head_of_the_form_is_complete(form: SheetForm) -> None:
    texts = said(blank() if form is SheetForm.BLANK else recorded())

    for expected in (
        "FDES 2023/50/0123",
        "23/0123.FD",
        "SSCS0208-01 Atención sociosanitaria a personas dependientes en instituciones sociales",
        "Ayuntamiento de Ejemplo, P5000000A",
        "CPEPA Ejemplo, 50000000",
        "C/ Mayor, 3, Ejemplo",
        "Presencial, con aula virtual",
        "7 de 2024, del 12 al 16 de febrero de 2024",
        "L-V 09:00-14:00",
        "lun 12 feb",
        "09:00\N{EN DASH}14:00 5 h",
        "UF0127",
        "UF0127 2:30 h UF0128 2:30 h",
        "MF1017_2 Aula virtual",
        "Pilar Aznar Gil",
        "Pilar Aznar Gil José Luis Fernández-Montes",
        "Firma de quien imparte",
        "Incidencias",
        "Directora del centro",
        "Ana Belén Gracia",
        "Sello del centro",
        *LEGAL_NOTES,
    ):
        assert expected in texts, expected


def test_every_person_has_a_row_with_number_name_and_document() -> None:
    texts = said(blank())

    for number, name in enumerate(PEOPLE, 1):
        assert str(number) in texts
        assert name in texts
        assert f"{10_000_000 + number - 1}X" in texts


def test_the_blank_form_has_an_empty_cell_a_stretch_and_room_for_incidents() -> None:
    assert row_of(blank(), PEOPLE[0]) == [PEOPLE[0], "10000000X", "", "", "", "", "", "", ""]
    incidents = tables(read_sheet(blank()))[1]
    empty = [element for element in incidents if element.tag == "TD" and not element.text.strip()]
    assert len(empty) == 5 * 6


def test_the_recorded_form_says_each_thing_in_words() -> None:
    sheet = recorded()

    assert row_of(sheet, PEOPLE[0]) == [PEOPLE[0], "10000000X", "✓", "✓", "✓", "✓ V", "Anulada", "0 h", "0 h"]
    assert row_of(sheet, PEOPLE[1])[2:] == [
        "✓",
        "Ausente",
        "2:30 h de 5 h",
        "✓ V",
        "Anulada",
        "0 h",
        "7:30 h",
    ]
    assert row_of(sheet, PEOPLE[2])[5] == "Pendiente"
    assert row_of(sheet, PEOPLE[4])[5:] == ["2:30 h V de 5 h", "Anulada", "2:30 h", "0 h"]
    assert row_of(sheet, PEOPLE[9])[2] == "Sin alta"
    assert row_of(sheet, PEOPLE[12])[4] == "Baja"


def test_totals_count_who_attended_and_never_who_is_pending() -> None:
    texts = said(recorded())
    total = texts.index("Total: asistentes y horas de ausencia")

    assert texts[total + 1 : total + 8] == ["13", "14", "14", "Pendiente", "\N{EM DASH}", "2:30 h", "12:30 h"]


def test_recorded_incidents_have_day_hour_person_cause_and_justification() -> None:
    texts = said(recorded())
    place = texts.index("Falta de 5 h")

    assert texts[place - 3 : place + 3] == [
        *("mar 13 feb", "09:00", PEOPLE[1]),
        *("Falta de 5 h", "Sin causa comunicada", "Sin justificar"),
    ]
    place = texts.index("No hay luz en el aula")
    assert texts[place - 3 : place + 2] == [
        *("mié 14 feb", "10:30", "Todo el grupo"),
        *("No hay luz en el aula", "Tormenta"),
    ]


def red_dots(content: bytes) -> int:
    document = pypdfium2.PdfDocument(content)
    picture_of_page = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    colours = picture_of_page.getcolors(1 << 24) or []
    return sum(count for count, (red, green, blue) in colours if red > 150 and green < 90 and blue < 90)


def test_red_is_printed_over_absences_and_nowhere_else() -> None:
    sheet = recorded()
    present = replace(
        sheet,
        people=tuple(
            replace(
                person,
                cells=tuple(
                    StretchCell(Presence.ATTENDED) if cell.presence is Presence.ABSENT else cell
                    for cell in person.cells
                ),
            )
            for person in sheet.people
        ),
    )

    assert red_dots(pdf(sheet)) > 50
    assert red_dots(pdf(present)) == 0
    assert red_dots(pdf(blank())) == 0


@pytest.mark.parametrize(("people", "days", "stretches"), [(1, 1, 1), (15, 5, 1), (25, 5, 2), (25, 7, 2)])
@pytest.mark.parametrize("make", [blank, recorded])
def test_any_week_is_one_table_whose_head_is_repeated(
    people: int, days: int, stretches: int, make: object
) -> None:
    assert callable(make)
    sheet = make(people, days, stretches)

    reading = read_sheet(sheet)

    grid = tables(reading)[0]
    assert [element.tag for element in grid].count("THead") == 1
    rows_with_number = [element for element in grid if element.text.strip() == str(people)]
    assert rows_with_number
    assert len(reading.pages) <= 4


def test_fifteen_people_sign_on_the_first_page() -> None:
    sheet = blank()
    pages = PdfReader(io.BytesIO(pdf(sheet))).pages

    assert PEOPLE[14] in pages[0].extract_text()
    assert "Firma de quien imparte" in pages[0].extract_text()
    assert len(pages) == 2


def test_names_of_eighty_letters_are_printed_whole() -> None:
    assert len(LONG_NAME) > 80
    assert LONG_NAME in said(recorded(25, 7, 2))


def test_a_course_named_with_markup_signs_keeps_its_name() -> None:
    sheet = replace(blank(), head=replace(HEAD, course_name="Ofimática <básica> & más"))

    assert "SSCS0208-01 Ofimática <básica> & más" in said(sheet)


def test_a_course_without_people_yet_says_so() -> None:
    assert "Todavía no hay personas inscritas en el curso." in said(replace(blank(), people=()))


def test_a_stretch_without_trainer_or_content_says_so() -> None:
    column = replace(columns()[0], blocks=(), trainers=())
    person = replace(blank().people[0], cells=(StretchCell(),))

    texts = said(replace(blank(), columns=(column,), people=(person,)))

    assert "Sin contenido" in texts
    assert "Docente sin asignar" in texts


def test_cells_must_match_the_stretches() -> None:
    with pytest.raises(ValueError, match="cell"):
        replace(blank(), columns=columns()[:3])
    with pytest.raises(ValueError, match="stretches"):
        replace(blank(), columns=(), people=())


def test_a_sheet_says_which_lock_it_was_recorded_under_and_which_it_replaces() -> None:
    first = WeekLock(
        0,
        IsoWeek(2024, 7),
        1,
        date(2024, 2, 19),
        "REG-17",
        "ab12cd34ef56" + "0" * 52,
        date(2024, 2, 20),
        "un error",
    )
    second = replace(first, version=2, registry="REG-18", unlocked_on=None, unlock_reason="")
    line = "Versión 1 · enviada el 19/02/2024 · registro REG-17 · huella ab12cd34ef56"
    assert line in said(replace(recorded(), sent=WeekSent(first)))
    assert not any("huella" in text for text in said(recorded()))
    again = next(text for text in said(replace(recorded(), sent=WeekSent(second, first))) if "huella" in text)
    assert again.startswith("Versión 2 · ")
    assert again.endswith(
        "sustituye a la versión 1, enviada el 19/02/2024 con el registro REG-17 (motivo: un error)"
    )


def test_the_logos_of_the_call_stand_at_the_head() -> None:
    logos = LogoBand((Logo(picture(), "Gobierno de Aragón"), Logo(picture(), "INAEM")), 12)

    elements = read_sheet(replace(blank(), head=replace(HEAD, logos=logos))).elements

    assert [element.alternative for element in elements[1:3]] == ["Gobierno de Aragón", "INAEM"]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert pdf(recorded()) == pdf(recorded())


def test_a_sheet_is_drawn_well_under_the_time_a_person_notices() -> None:
    pdf(recorded())  # the first one also reads the fonts
    start = time.process_time()
    pdf(recorded())

    assert time.process_time() - start < 0.15


@pytest.mark.parametrize("form", SheetForm)
def test_it_looks_as_it_did(form: SheetForm, same_picture: Compare) -> None:
    same_picture(f"attendance-sheet-{form.value}", pdf(blank() if form is SheetForm.BLANK else recorded()))


def test_the_picture_check_tells_two_forms_apart() -> None:
    blank_page, recorded_page = first_page(pdf(blank())), first_page(pdf(recorded()))

    assert share_of_close_dots(blank_page, blank_page) == 1
    assert share_of_close_dots(blank_page, recorded_page) < SHARE_THAT_MUST_BE_CLOSE
