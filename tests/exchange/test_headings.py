"""Headings of columns brought to one form; what each list has is in the tests of the list."""

from __future__ import annotations

from enum import StrEnum, auto

import pytest

from cpepa_desktop.exchange.headings import (
    DOCUMENT_HEADINGS,
    NIE_HEADINGS,
    PASSPORT_HEADINGS,
    field_named,
    index_headings,
)


class Field(StrEnum):
    """Fields of a small list."""

    DOCUMENT = auto()
    NAME = auto()
    BIRTH = auto()
    FIRST = auto()


INDEX = index_headings(
    {
        Field.DOCUMENT: ("Número DNI",),
        Field.NAME: ("Nombre",),
        Field.BIRTH: ("Fecha de nacimiento",),
        Field.FIRST: ("1 apellido",),
    }
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NÚMERO DNI", Field.DOCUMENT),
        ("nº de D.N.I.:", Field.DOCUMENT),
        ("Núm.DNI", Field.DOCUMENT),
        ("Nro. de DNI", Field.DOCUMENT),
        ("Nombre (completo)", Field.NAME),
        ("Nombre [obligatorio]", Field.NAME),
        ("Nombre del/de la alumno/a", Field.NAME),
        ("F. Nac.", Field.BIRTH),
        ("fecha_nacimiento", Field.BIRTH),
        ("FechaNacimiento", Field.BIRTH),
        ("Fecha  de\nnacimiento", Field.BIRTH),
        ("1.er apellido", Field.FIRST),
        ("1ºApellido", Field.FIRST),
        ("Primer apellido", Field.FIRST),
        ("", None),
        ("()", None),
        ("Alumno/a", None),
        ("Número", None),
        ("Nombre del curso", None),
    ],
)
def test_what_does_not_matter_in_a_heading_makes_no_difference(heading: str, field: Field | None) -> None:
    assert field_named(heading, INDEX) is field


def test_one_heading_cannot_name_two_fields() -> None:
    with pytest.raises(ValueError, match="«Nº DNI» names both name and birth"):
        index_headings({Field.NAME: ("Número D.N.I.",), Field.BIRTH: ("Nº DNI",)})


def test_documents_with_columns_of_their_own_are_told_apart() -> None:
    groups = (DOCUMENT_HEADINGS, NIE_HEADINGS, PASSPORT_HEADINGS)
    index = index_headings(dict(zip(Field, groups, strict=False)))
    assert [field_named(heading, index) for heading in ("DNI/NIE/pasaporte", "NIE", "Nº pasaporte")] == [
        Field.DOCUMENT, Field.NAME, Field.BIRTH,
    ]  # fmt: skip
