"""Headings of lists of people in the ways centres write them."""

from __future__ import annotations

import pytest

from cpepa_desktop.exchange.headings import field_named
from cpepa_desktop.exchange.people_headings import DOCUMENTS, PEOPLE, WHOLE_NAMES
from cpepa_desktop.exchange.people_headings import PeopleField as P

HEADINGS = {
    P.DOCUMENT: """DNI|dni|D.N.I.|D. N. I.|DNI:|DNI*|DNI/NIE|DNI / NIE|DNI-NIE|DNI o NIE|DNI, NIE o pasaporte
        |DNI/NIE/Pasaporte|D.N.I./N.I.E.|D.N.I. o N.I.E.|NIF|N.I.F.|NIF/NIE|DNI (con letra)|DNI con letra
        |Nº DNI|Nº de D.N.I.|Documento|Nº documento|Nº de documento|Núm. doc.|Número de documento de identidad
        |Documento de identidad|Doc. identidad|Documento (DNI/NIE)|Documento identificativo
        |Núm. identificación|Nº identificación|DNI del alumno/a|NumDocumento|id_number|ID""",
    P.NIE: "NIE|N.I.E.",
    P.PASSPORT: "Pasaporte|Nº pasaporte|PASAPORTE (si no tiene DNI)|Passport",
    P.DOCUMENT_KIND: "Tipo de documento|Tipo doc.|TIPO DOCUMENTO|Tipo",
    P.NAME: "Nombre|NOMBRE|Nombre/s|Nombre(s)|Nombre alumno/a|Nombre *|First name|nombre_alumno",
    P.SURNAMES: "Apellidos|APELLIDOS|Apellido/s|Apellido(s)|Apellidos del alumno/a|Surnames",
    P.FIRST_SURNAME: """1er apellido|1er. Apellido|1.er apellido|Primer apellido|Apellido 1|Apellido1
        |Apellido_1|1º apellido|1ºApellido|1 Apellido|PrimerApellido|Apellido 1º""",
    P.SECOND_SURNAME: "2º apellido|2.º apellido|2do apellido|Segundo apellido|Apellido 2|Apellido2",
    P.SURNAMES_AND_NAME: "Apellidos y nombre|Apellidos, nombre|APELLIDOS Y NOMBRE|Apellidos/Nombre",
    P.NAME_AND_SURNAMES: "Nombre y apellidos|NOMBRE Y APELLIDOS|Nombre y apellidos del/de la participante",
    P.WHOLE_NAME: "Alumno/a|Alumn@|ALUMNA/O|Participante|Nombre completo|Nombre completo del alumno",
    P.BIRTH: """Fecha de nacimiento|F. nac.|F.Nac.|F.N.|Fecha nac|Fecha nac.|Fec. Nac.|F. nacimiento
        |Nacimiento|fecha_nacimiento|FechaNacimiento|Fecha de nacimiento (dd/mm/aaaa)
        |Birth date|Date of birth""",
    P.SEX: "Sexo|Sexo (H/M)|Género",
    P.NATIONALITY: "Nacionalidad",
    P.EMAIL: """Correo electrónico|Correo|Correo-e|E-mail|Email|eMail|Mail|Dirección de correo electrónico
        |Dirección e-mail""",
    P.PHONE: "Teléfono|Tfno.|Tlf|Tel.|TELF.|Teléfonos|Teléfono/s|Teléfono fijo|Nº teléfono",
    P.MOBILE: "Móvil|Movil|Teléfono móvil|Tfno. móvil",
    P.OTHER_PHONE: "Teléfono de contacto|Teléfono 2|Telf. contacto",
    P.ADDRESS: "Dirección|Domicilio|Domicilio (calle, nº, piso)|Dirección completa",
    P.POSTAL_CODE: "C.P.|C. P.|CP|Código postal|Cód. postal|C.Postal",
    P.MUNICIPALITY: "Localidad|Municipio|Población|Localidad de residencia",
    P.PROVINCE: "Provincia|Prov.|Provincia de residencia",
    P.STATUS: "Situación laboral|Sit. laboral|Situación laboral al inicio del curso|Employment status",
    P.JOINED: "Fecha de alta|F. alta|Fecha de incorporación|Incorporación",
    P.SEAT: "Plaza|Tipo de plaza",
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading.strip(), field) for field, headings in HEADINGS.items() for heading in headings.split("|")],
)
def test_a_heading_names_its_field(heading: str, field: P) -> None:
    assert field_named(heading, PEOPLE.headings) is field


def test_every_field_has_a_heading_that_this_file_tries() -> None:
    assert HEADINGS.keys() == set(P) == set(PEOPLE.headings.values())


@pytest.mark.parametrize(
    "heading",
    ["Nº", "Nº alumno/a", "Nº expediente", "Firma", "Edad", "Observaciones", "Nombre del curso", "País",
     "Nombre de contacto", "Persona de contacto", "DNI del tutor", "Nivel de estudios"],
)  # fmt: skip
def test_what_is_of_something_else_names_nothing(heading: str) -> None:
    assert field_named(heading, PEOPLE.headings) is None


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize(
    "name", [*((whole,) for whole in WHOLE_NAMES), (P.NAME, P.SURNAMES), (P.NAME, P.FIRST_SURNAME)]
)
def test_a_document_and_a_name_in_any_form_are_all_it_needs(document: P, name: tuple[P, ...]) -> None:
    assert PEOPLE.missing(dict.fromkeys((document, *name), 0)) == ()


def test_what_is_missing_has_a_name_in_spanish() -> None:
    assert [field.label for field in PEOPLE.missing({P.SEX: 0})] == [
        "DNI, NIE o pasaporte",
        "nombre",
        "apellidos",
    ]
