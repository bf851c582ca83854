"""The conditions sheet: items a) to l) in order, and the annex (Orden EPE/873/2023, Guía 10.2.3 y 10.2.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.reports.conditions_sheet import (
    CentreTexts,
    ConditionsSheet,
    RightsPart,
    missing_items,
    pdf,
    story,
)
from tests.reports.checks import check
from tests.reports.conftest import Compare
from tests.reports.papers import LONG_NAME
from tests.reports.reading import Reading
from tests.reports.sheets import TEXTS, conditions

ITEMS = [
    "a) Presentación",
    "b) Objetivos",
    "c) Duración y horario. Calendario previsto",
    "d) Metodología de impartición",
    "e) Programación didáctica",
    "f) Actividades y ejercicios prácticos propuestos",
    "g) Profesorado y tutorías",
    "h) Sistema de evaluación",
    "i) Técnico de empleo del INAEM encargado del seguimiento",
    "j) Firma y sello de la entidad",
    "k) Hoja de derechos y obligaciones",
    "l) Oficina electrónica y Carta de Servicios",
]
ANNEX = [
    "a) Herramienta tecnológica",
    "b) Requisitos técnicos",
    "c) Centro de atención al usuario",
    "d) Contenidos",
    "e) Actividades y ejercicios prácticos",
    "f) Pruebas de evaluación",
    "g) Firma y sello de la entidad",
]
VIRTUAL = frozenset({SessionMode.IN_PERSON, SessionMode.VIRTUAL})
BARE = replace(
    conditions(CentreTexts()),
    modules=(),
    class_days=(),
    trainers=(),
    technician="",
    technician_phone="",
    technician_email="",
)


def read_sheet(sheet: ConditionsSheet) -> Reading:
    return check(story(sheet), pdf(sheet))


def said(sheet: ConditionsSheet) -> list[str]:
    return [element.text.strip() for element in read_sheet(sheet).elements if element.text]


def headings(sheet: ConditionsSheet) -> list[str]:
    return [element.text.strip() for element in read_sheet(sheet).elements if element.tag == "H2"]


def under(sheet: ConditionsSheet, heading: str) -> list[str]:
    """Return what is said between a heading of an item and the next one."""
    elements = read_sheet(sheet).elements
    start = next(n for n, element in enumerate(elements) if element.text.strip() == heading)
    end = next((n for n in range(start + 1, len(elements)) if elements[n].tag in {"H1", "H2"}), len(elements))
    return [element.text.strip() for element in elements[start + 1 : end] if element.text]


@pytest.mark.parametrize("sheet", [conditions(), BARE], ids=["full", "bare"])
def test_the_twelve_items_are_there_in_order(sheet: ConditionsSheet) -> None:
    assert headings(sheet) == ITEMS


@pytest.mark.parametrize("mode", [SessionMode.VIRTUAL, SessionMode.BIMODAL])
def test_the_annex_follows_on_a_page_of_its_own_when_any_session_is_not_in_person(mode: SessionMode) -> None:
    sheet = conditions(modes=frozenset({SessionMode.IN_PERSON, mode}))

    assert headings(sheet) == [*ITEMS, *ANNEX]
    reading = read_sheet(sheet)
    titles = [element for element in reading.elements if element.tag == "H1"]
    assert [title.text.strip() for title in titles] == [
        "Hoja de condiciones",
        "Anexo de la hoja de condiciones. Aula virtual",
    ]
    ((page, mcid),) = titles[1].owns
    assert mcid == 0
    assert page == max(page for page, _mcid in titles[0].owns) + page  # the first thing on a later page


def test_what_is_filled_in_lacks_nothing() -> None:
    assert missing_items(conditions()) == ()
    assert missing_items(conditions(modes=VIRTUAL)) == ()


def test_items_without_content_are_listed_and_say_that_they_are_pending() -> None:
    lacking = [ITEMS[index] for index in (1, 2, 4, 5, 6, 7, 8)]

    assert list(missing_items(BARE)) == lacking
    for heading in lacking:
        assert under(BARE, heading) == ["Pendiente de completar"], heading


def test_an_annex_without_texts_lists_what_it_lacks() -> None:
    sheet = conditions(replace(TEXTS, virtual_tool="", virtual_excluded="", virtual_activities=""), VIRTUAL)

    assert missing_items(sheet) == (
        "Aula virtual. a) Herramienta tecnológica",
        "Aula virtual. d) Contenidos: contenidos que no pueden impartirse",
        "Aula virtual. e) Actividades y ejercicios prácticos",
    )


def test_a_technician_without_e_mail_is_half_an_item() -> None:
    sheet = replace(conditions(), technician_email="")

    assert missing_items(sheet) == (f"{ITEMS[8]}: correo electrónico",)
    assert under(sheet, ITEMS[8])[-1] == "Pendiente de completar"


def test_who_pays_and_where_must_be_said() -> None:
    sheet = replace(conditions(), payer="", centre="")

    assert missing_items(sheet) == ("a) Presentación: centro y quién financia",)


def test_the_presentation_names_course_centre_and_payer() -> None:
    texts = under(conditions(), ITEMS[0])

    for expected in (
        "FDES 2023/50/0123",
        "SSCS0208",
        "2",
        "CPEPA Ejemplo",
        "INAEM, por convocatoria de subvenciones",
    ):
        assert expected in texts


def test_the_calendar_has_hours_ends_months_and_days_without_class() -> None:
    texts = under(conditions(), ITEMS[2])

    for expected in (
        "380 h",
        "15 de enero de 2024",
        "14 de marzo de 2024",
        "L-V 09:00-14:00",
        "Enero de 2024",
        "15, 16, 17, 18, 19, 22, 23, 24, 25, 26, 29, 30, 31",
        "65 h",
        "Días sin clase: lun 29 ene (San Valero).",
    ):
        assert expected in texts, expected
    assert "módulo complementario 10 h" in " ".join(texts)


@pytest.mark.parametrize(
    ("modes", "words"),
    [
        ({SessionMode.IN_PERSON}, "en su totalidad de forma presencial en el aula"),
        (
            {SessionMode.IN_PERSON, SessionMode.VIRTUAL},
            "(20 h de 380 h) se utiliza el sistema de aula virtual",
        ),
        ({SessionMode.IN_PERSON, SessionMode.BIMODAL}, "sistema de impartición bimodal"),
    ],
)
def test_the_methodology_says_how_it_is_taught(modes: set[SessionMode], words: str) -> None:
    assert words in under(conditions(modes=frozenset(modes)), ITEMS[3])[0]


def test_the_programme_has_modules_units_hours_and_days() -> None:
    texts = under(conditions(), ITEMS[4])

    for expected in ("MF1016_2", "100 h", "UF0127", "30 h", "15/01/2024 a 22/01/2024", "\N{EM DASH}"):
        assert expected in texts, expected
    assert "Módulo complementario. Inserción laboral y medio ambiente" in texts


def test_trainers_have_their_tutoring_or_none() -> None:
    texts = under(conditions(), ITEMS[6])

    assert texts[-6:] == [
        "Pilar Aznar Gil",
        "MF1016_2 y MF1017_2",
        "Martes de 14:00 a 15:00",
        LONG_NAME,
        "FCOO03",
        "Sin tutorías",
    ]


def test_rights_have_every_justified_cause_a_source_and_a_receipt() -> None:
    texts = under(conditions(), ITEMS[10])

    assert [text for text in texts if len(text) == 2 and text.endswith(")")] == [
        f"{letter})" for letter in "abcdefgh"
    ]
    assert "Acuse de recibo" in texts
    assert any("Protección de datos" in text for text in texts)
    assert sum("Orden EPE/873/2023" in text for text in texts) >= 6


def test_a_centre_with_its_own_rights_prints_those() -> None:
    sheet = conditions(replace(TEXTS, rights="Los nuestros."))

    texts = under(sheet, ITEMS[10])

    assert texts[0] == "Los nuestros."
    assert "Obligaciones" not in texts
    assert "Acuse de recibo" in texts


def test_rights_can_be_given_as_data() -> None:
    sheet = replace(conditions(), rights=(RightsPart("Otros", ("uno", "dos")),))

    assert under(sheet, ITEMS[10])[:5] == ["Otros", "•", "uno", "•", "dos"]


def test_the_annex_says_certificate_hours_and_contents() -> None:
    sheet = conditions(modes=VIRTUAL)
    texts = said(sheet)
    place = texts.index("Certificado de profesionalidad")

    assert texts[place : place + 8] == [
        "Certificado de profesionalidad",
        "Sí",
        "Horas totales",
        "380 h",
        "Horas por aula virtual",
        "20 h",
        "Horas que no se imparten por aula virtual",
        "360 h",
    ]
    assert "Las prácticas en el aula taller." in texts
    assert any("siempre presencial en el aula" in text for text in texts)


def test_hours_of_a_unit_shared_by_two_modules_are_not_added_twice() -> None:
    sheet = replace(conditions(modes=VIRTUAL), action_virtual_minutes=600)

    assert "(10 h de 380 h)" in under(sheet, ITEMS[3])[0]


def test_texts_with_markup_signs_keep_them() -> None:
    assert "Ofimática <básica> & más." in under(conditions(), ITEMS[5])


def test_both_leaflets_are_named() -> None:
    texts = " ".join(under(conditions(), ITEMS[11]))

    assert "Oficina electrónica" in texts
    assert "Carta de Servicios" in texts


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert pdf(conditions()) == pdf(conditions())


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("conditions-sheet", pdf(conditions()))
