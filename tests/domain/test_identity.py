"""Documents of people and codes of companies: every way of writing them, and of getting them wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.es import dni, nie

from cpepa_desktop.domain.identity import (
    DocumentKind,
    IdentityDocument,
    InvalidIdentity,
    check_cif,
    parse_identity,
)

DNI = IdentityDocument(DocumentKind.DNI, "12345678Z", "ES")
NIE = IdentityDocument(DocumentKind.NIE, "X1234567L", "ES")


@pytest.mark.parametrize(
    "text",
    [
        "12345678Z",
        "12345678z",
        "12.345.678-Z",
        "12 345 678 Z",
        "12345678 - Z",
        "12345678\N{EN DASH}Z",
        "12345678\N{NO-BREAK SPACE}Z",
        "\N{ZERO WIDTH NO-BREAK SPACE}12345678Z\n",
        "'12345678Z",
        "012345678Z",
        "ES12345678Z",
        "DNI 12345678Z",
        "D.N.I.: 12.345.678-Z",
        "DNI/NIE 12345678Z",
        "NIF-12345678-Z",
    ],
)
def test_a_dni_is_the_same_however_it_is_typed(text: str) -> None:
    assert parse_identity(text) == DNI


@pytest.mark.parametrize("text", ["1234567L", "01234567L", "01.234.567-L", "1.234.567 l"])
def test_a_dni_gets_back_the_zeros_that_a_spreadsheet_ate(text: str) -> None:
    assert parse_identity(text).number == "01234567L"


@pytest.mark.parametrize(
    "text", ["X1234567L", "x-1234567-l", "X 1.234.567 L", "X01234567L", "NIE X1234567L", "ES-X1234567L"]
)
def test_a_nie_is_the_same_however_it_is_typed(text: str) -> None:
    assert parse_identity(text) == NIE


def test_an_old_nie_without_its_zeros_gets_them_back() -> None:
    assert parse_identity("Y-12345-P") == parse_identity("Y0012345P")


def test_a_wrong_letter_is_refused_with_the_letter_that_belongs_there() -> None:
    with pytest.raises(InvalidIdentity) as refusal:
        parse_identity("12.345.678-A")
    assert str(refusal.value) == "La letra de 12345678A no corresponde: debería ser Z. Revise el documento."


def test_the_letter_of_a_nie_is_checked_with_its_first_letter_as_a_digit() -> None:
    with pytest.raises(InvalidIdentity, match="La letra de Y1234567L no corresponde: debería ser X"):
        parse_identity("Y1234567L")


@pytest.mark.parametrize(
    ("text", "letter"), [("12345678", "Z"), ("12345678.0", "Z"), ("1234567", "L"), ("X1234567", "L")]
)
def test_a_missing_letter_is_refused_with_the_letter_it_should_have(text: str, letter: str) -> None:
    with pytest.raises(InvalidIdentity, match=f"le corresponde la {letter}"):
        parse_identity(text)


@pytest.mark.parametrize(
    "text",
    [
        "1234Z",
        "123456789Z",
        "123456789",
        "12345678ZZ",
        "1234S678Z",
        "2W",
        "12AB34567",
        "1.234E+07",
        "12345678Ñ",
    ],
)
def test_what_starts_like_a_dni_and_is_none_never_passes_as_a_passport(text: str) -> None:
    with pytest.raises(InvalidIdentity):
        parse_identity(text)


@pytest.mark.parametrize("text", ["", "   ", "-", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_an_empty_document_is_said_to_be_missing(text: str) -> None:
    with pytest.raises(InvalidIdentity, match="Falta"):
        parse_identity(text)


@pytest.mark.parametrize("text", ["García López", "AB", "pendiente", "AB12", "A" * 17 + "123456"])
def test_words_are_no_document(text: str) -> None:
    with pytest.raises(InvalidIdentity):
        parse_identity(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("AB 123456", "AB123456"),
        ("e12345678", "E12345678"),
        ("Pasaporte nº 12AB34567", "12AB34567"),
        ("PASAPORTE: XDB123456", "XDB123456"),
    ],
)
def test_a_passport_is_told_by_its_letters_or_by_being_called_one(text: str, number: str) -> None:
    assert parse_identity(text) == IdentityDocument(DocumentKind.PASSPORT, number)


def test_a_passport_that_looks_like_a_dni_is_one_when_the_user_says_so() -> None:
    found = parse_identity("123456789", DocumentKind.PASSPORT, country="us")
    assert found == IdentityDocument(DocumentKind.PASSPORT, "123456789", "US")


def test_a_dni_called_nie_is_taken_for_what_its_number_says() -> None:
    assert parse_identity("12345678Z", DocumentKind.NIE) == DNI
    assert parse_identity("X1234567L", DocumentKind.DNI) == NIE


@pytest.mark.parametrize("kind", [DocumentKind.DNI, DocumentKind.NIE])
def test_a_passport_called_dni_or_nie_is_refused(kind: DocumentKind) -> None:
    with pytest.raises(InvalidIdentity, match="AB123456"):
        parse_identity("AB123456", kind)


def test_another_country_never_replaces_the_one_that_issued_a_dni() -> None:
    assert parse_identity("12345678Z", country="FR").country == "ES"


def test_a_tax_number_of_a_foreigner_without_nie_is_another_document() -> None:
    assert parse_identity("M1234567L") == IdentityDocument(DocumentKind.OTHER, "M1234567L", "ES")


def test_another_document_needs_a_digit() -> None:
    assert parse_identity("ref. 45/b", DocumentKind.OTHER).number == "REF45B"
    with pytest.raises(InvalidIdentity):
        parse_identity("sin papeles", DocumentKind.OTHER)


@given(st.integers(10_000, 99_999_999), st.sampled_from(["{}{}", "{}-{}", " {:,} {} "]))
def test_every_number_with_its_letter_is_a_dni(number: int, pattern: str) -> None:
    letter = dni.calc_check_digit(str(number))
    assert parse_identity(pattern.format(number, letter)).number == f"{number:08}{letter}"


@given(st.integers(10_000, 99_999_999), st.sampled_from("TRWAGMYFPDXBNJZSQVHLCKEIÑOU"))
def test_no_other_letter_is_accepted(number: int, letter: str) -> None:
    if letter == dni.calc_check_digit(str(number)):
        return
    with pytest.raises(InvalidIdentity, match=f"debería ser {dni.calc_check_digit(str(number))}"):
        parse_identity(f"{number}{letter}")


@given(st.sampled_from("XYZ"), st.integers(10_000, 9_999_999))
def test_every_nie_with_its_letter_is_accepted_once_and_for_all(first: str, number: int) -> None:
    stem = f"{first}{number:07}"
    found = parse_identity(f"{first}{number}{nie.calc_check_digit(stem)}")
    assert found.kind is DocumentKind.NIE
    assert parse_identity(found.number) == found


@given(st.text(max_size=25), st.sampled_from([None, *DocumentKind]))
def test_any_text_is_a_document_in_one_form_or_is_refused(text: str, kind: DocumentKind | None) -> None:
    try:
        found = parse_identity(text, kind)
    except InvalidIdentity:
        return
    assert parse_identity(found.number, found.kind) == found


@pytest.mark.parametrize("text", ["B12345674", "b-12345674", " B 12.345.674 ", "ESB12345674", "Q5000000I"])
def test_a_good_cif_comes_back_in_one_form(text: str) -> None:
    assert check_cif(text) in {"B12345674", "Q5000000I"}


def test_a_cif_with_a_wrong_end_is_refused_with_the_right_one() -> None:
    with pytest.raises(InvalidIdentity, match="El final del CIF B12345679 no corresponde: debería ser 4 o D"):
        check_cif("B12345679")


@pytest.mark.parametrize("text", ["", "12345678Z", "B1234567", "I12345674", "B123456789"])
def test_what_has_no_shape_of_cif_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentity, match="no es un CIF"):
        check_cif(text)


def test_every_kind_has_a_name_for_people() -> None:
    assert [kind.label for kind in DocumentKind] == ["DNI", "NIE", "pasaporte", "otro documento"]
