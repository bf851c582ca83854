"""What several documents print alike: the head of a course, in both ways of holding the sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpepa_desktop.reports.frame import Heading, Orientation, Paragraph
from cpepa_desktop.reports.parts.centre_head import centre_document, centre_particulars
from cpepa_desktop.reports.parts.course_head import course_document, particulars, responsible
from tests.reports.sheets import CENTRE_HEAD, COURSE, HEAD


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("label", ["", "Mes"])
def test_the_particulars_fill_whole_lines_and_say_everything(orientation: Orientation, label: str) -> None:
    box = particulars(HEAD, orientation, label=label, about="Febrero de 2024")

    said = {field.label: field.value for field in box.fields}
    assert said == {
        "N.º de expediente": "FDES 2023/50/0123",
        "N.º de acción": "23/0123.FD",
        "Acción formativa": f"SSCS0208-01 {COURSE}",
        "Entidad y CIF": "Ayuntamiento de Ejemplo, P5000000A",
        "Centro y código": "CPEPA Ejemplo, 50000000",
        "Lugar de impartición": "C/ Mayor, 3, Ejemplo",
        "Modalidad": "Presencial, con aula virtual",
        "Horario": "L-V 09:00-14:00",
    } | ({"Mes": "Febrero de 2024"} if label else {})
    assert sum(field.width for field in box.fields) % box.columns == 0


def test_a_paper_of_a_course_carries_its_name_to_every_page() -> None:
    paper = course_document(HEAD, "Resumen", "Febrero de 2024", (Heading(1, "Resumen"), Paragraph("Texto")))

    assert (paper.title, paper.code) == ("Resumen, Febrero de 2024", "SSCS0208-01")
    assert paper.header == f"Resumen · SSCS0208-01 {COURSE} · Febrero de 2024"
    assert (paper.author, paper.subject, paper.created) == ("CPEPA Ejemplo", COURSE, HEAD.printed_at)


def test_the_centre_signs_where_it_is_on_the_day_of_the_paper() -> None:
    assert HEAD.place_and_day == "Ejemplo, a 19 de febrero de 2024"
    assert replace(HEAD, municipality="").place_and_day == "A 19 de febrero de 2024"
    signer = responsible(HEAD)
    assert (signer.role, signer.name, signer.note) == (
        "Directora del centro",
        "Ana Belén Gracia",
        "Sello del centro",
    )


def test_a_paper_of_the_centre_says_which_and_carries_it_to_every_page() -> None:
    about = "curso 23/24"
    box = centre_particulars(CENTRE_HEAD, label="Curso escolar", about="23/24")
    paper = centre_document(CENTRE_HEAD, "Agenda", about, (Heading(1, "Agenda"), box))

    assert {field.label: field.value for field in box.fields} == {
        "Entidad y CIF": "Ayuntamiento de Ejemplo, P5000000A",
        "Centro y código": "CPEPA Ejemplo, 50000000",
        "Dirección": "C/ Mayor, 3, Ejemplo",
        "Curso escolar": "23/24",
    }
    assert sum(field.width for field in box.fields) % box.columns == 0
    assert (paper.title, paper.code) == ("Agenda, curso 23/24", "50000000")
    assert paper.header == "Agenda · CPEPA Ejemplo · curso 23/24"
    assert centre_document(replace(CENTRE_HEAD, centre_code=""), "Agenda", "", paper.blocks).code == "Centro"
    assert responsible(CENTRE_HEAD).role == "Directora del centro"
