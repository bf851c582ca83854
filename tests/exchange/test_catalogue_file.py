"""The catalogue files: whole they pass, and every way of spoiling them is named with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from cpepa_desktop.domain.catalogue import Catalogue, Certificate, Confidence, Origin, Province
from cpepa_desktop.exchange.catalogue_file import (
    ANNEX_CALL,
    load_official,
    notices,
    read_catalogue,
    read_structure,
)
from tests.exchange.catalogue_data import (
    ANNEX,
    CERTIFICATES,
    Document,
    as_csv,
    certificates,
    entry,
    index_of,
    row_of,
    spoil,
    table,
    with_entry,
)


def test_the_packaged_catalogue_has_every_printed_row_and_every_certificate() -> None:
    catalogue = load_official()
    assert len(catalogue.offers) == 256
    assert len({offer.code for offer in catalogue.offers}) == 227
    assert len(catalogue.certificates) == 62
    assert sum(offer.priority for offer in catalogue.offers) == 121
    assert sum(offer.printed_code != offer.code for offer in catalogue.offers) == 57
    assert all(offer.call == ANNEX_CALL for offer in catalogue.offers)
    assert load_official() is catalogue


def test_an_offer_keeps_what_the_annex_prints() -> None:
    offer = load_official().offer(ANNEX_CALL, "SSCS0208")
    assert offer is not None
    assert (offer.hours, offer.minutes, offer.level, offer.part) == (370, 22_200, 2, "")
    assert [offer.rate(province) for province in Province] == [
        Decimal("7.61"),
        Decimal("7.53"),
        Decimal("7.66"),
    ]
    assert load_official().offer(ANNEX_CALL, "SSCS0208", "A1") is None
    assert load_official().offer("otra", "SSCS0208") is None


def test_null_stays_not_established() -> None:
    catalogue = load_official()
    unknown = catalogue.certificate("ADGD0208")
    assert unknown is not None
    assert (unknown.total_hours, unknown.workplace.hours, unknown.workplace.minutes) == (None, None, None)
    web = catalogue.certificate("IFCD0211")
    assert web is not None
    assert [module.code for module in web.modules if module.units is None] == ["MF0968_3"]
    split = catalogue.certificate("ADGD0308")
    assert split is not None
    assert [part.modules for part in split.parts] == [None, None]


def test_what_is_odd_without_being_wrong_is_noticed_and_not_refused() -> None:
    found = notices(load_official())
    places = [(notice.row, notice.column, notice.where) for notice in found]
    assert places == [
        (row_of("ADGD0308", "MF0973_1"), "level", ""),
        (row_of("HOTR0408", "MF0711_2"), "level", ""),
        (row_of("HOTR0408", "MF0711_2"), "level", ""),
        (None, "", f"$[{index_of('ADGD0208')}].workplace_module"),
        (None, "", f"$[{index_of('COMT0110')}].workplace_module"),
        (None, "", f"$[{index_of('IFCD0211')}].modules[2].formative_units"),
    ]


def test_hours_that_are_no_tens_and_modules_above_their_certificate_are_noticed() -> None:
    rows = table()
    rows[row_of("AFDA0109") - 1][5] = "345"
    document = certificates()
    changed = document[index_of("ELEE0110")]
    changed["level"], changed["qualification_code"] = 2, "ELE999_2"
    catalogue, problems = read_catalogue(as_csv(rows), json.dumps(document).encode())
    assert problems == ()
    assert catalogue is not None
    texts = [notice.message for notice in notices(catalogue)]
    assert "Las horas no son múltiplo de 10." in texts
    assert any("es de un nivel superior" in text for text in texts)


@pytest.mark.parametrize("spoilt", [b"\xef\xbb\xbf" + ANNEX, ANNEX.replace(b"\n", b"\r\n")])
def test_a_table_saved_by_a_spreadsheet_reads_the_same(spoilt: bytes) -> None:
    catalogue, problems = read_catalogue(spoilt, CERTIFICATES)
    assert problems == ()
    assert catalogue == load_official()


def test_a_table_with_semicolons_and_decimal_commas_reads_the_same() -> None:
    rows = [[*row[:7], *(cell.replace(".", ",") for cell in row[7:10]), *row[10:]] for row in table()]
    catalogue, problems = read_catalogue(as_csv(rows, ";"), CERTIFICATES)
    assert problems == ()
    assert catalogue == load_official()


@pytest.mark.parametrize(
    ("code", "column", "value"),
    [
        ("SSCS0208", "code", "SSCS208"),
        ("SSCS0208", "code", "SSCS0299"),
        ("SSCS0208", "family_code", "ADG"),
        ("SSCS0208", "part", "A3"),
        ("SSCS0208", "level", "4"),
        ("SSCS0208", "hours", "19"),
        ("SSCS0208", "hours", "1201"),
        ("SSCS0208", "hours", "370.5"),
        ("SSCS0208", "eur_hour_huesca", "7.5"),
        ("SSCS0208", "eur_hour_huesca", "3.99"),
        ("SSCS0208", "eur_hour_huesca", "16.01"),
        ("SSCS0208", "priority", "sí"),
        ("SSCS0208", "title", "Atención sociosanitaria"),
        ("SSCS0208", "title", "ATENCIÓN  SOCIOSANITARIA"),
        ("SSCS0208", "title", ""),
        ("SSCS0208", "family", "Sanidad"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_column(code: str, column: str, value: str) -> None:
    places = [(problem.row, problem.column) for problem in spoil(code, column, value)]
    assert (row_of(code), column) in places


@pytest.mark.parametrize(("hours", "rate"), [("20", "4.00"), ("1200", "16.00")])
def test_the_limits_of_a_row_are_admitted(hours: str, rate: str) -> None:
    for column, value in (("hours", hours), ("eur_hour_teruel", rate)):
        assert not [problem for problem in spoil("FMEH0109", column, value) if problem.row]


def test_a_correction_without_its_note_and_a_note_without_a_correction_are_refused() -> None:
    (problem,) = spoil("COMT0211", "note", "")
    assert (problem.row, problem.column) == (row_of("COMT0211"), "note")
    (problem,) = spoil("SSCS0208", "note", "code corrected from 'X'")
    assert (problem.row, problem.column) == (row_of("SSCS0208"), "note")


def test_a_single_module_keeps_its_own_code_and_no_family() -> None:
    part = "MF9998_2"
    for column, value in (("family_code", "IDI"), ("part", "MF9999_3")):
        problems = spoil(part, column, value, part)
        assert row_of(part, part) in [problem.row for problem in problems]


def test_a_repeated_row_names_the_first() -> None:
    rows = table()
    rows.append(rows[row_of("SSCS0208") - 1])
    _catalogue, problems = read_catalogue(as_csv(rows), CERTIFICATES)
    assert [(problem.row, problem.column) for problem in problems if problem.column == "code"] == [
        (257 + 1, "code")
    ]
    assert f"fila {row_of('SSCS0208')}" in problems[0].message


def test_parts_go_in_pairs_under_one_title() -> None:
    rows = table()
    del rows[row_of("HOTR0408", "A2") - 1]
    _catalogue, problems = read_catalogue(as_csv(rows), CERTIFICATES)
    assert [(problem.row, problem.column) for problem in problems] == [(row_of("HOTR0408", "A1"), "part")]
    (problem,) = spoil("HOTR0408", "title", "COCINA FRÍA", "A2")
    assert (problem.row, problem.column) == (row_of("HOTR0408", "A2"), "title")


def test_every_problem_of_both_files_is_listed_at_once() -> None:
    rows = table()
    rows[1][5], rows[7][9], rows[9] = "x", "y", rows[9][:-1]
    document = certificates()
    document[0]["formative_hours"] = 1
    document[1]["modules"][0]["code"] = "MF1"
    _catalogue, problems = read_catalogue(as_csv(rows), json.dumps(document).encode())
    assert {2, 8, 10} <= {problem.row for problem in problems}
    assert {"$[0].formative_hours", "$[1].modules[0].code"} <= {problem.where for problem in problems}


@pytest.mark.parametrize("annex", [b"", b"a,b\n1,2\n", "título".encode("latin-1"), b'"' + b"a" * 200_000])
def test_another_file_in_place_of_the_annex_is_refused(annex: bytes) -> None:
    catalogue, problems = read_catalogue(annex, CERTIFICATES)
    assert catalogue is None
    assert problems


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000])
def test_another_file_in_place_of_the_certificates_is_refused(content: bytes) -> None:
    catalogue, problems = read_catalogue(ANNEX, content)
    assert catalogue is None
    assert all(problem.where.startswith("$") for problem in problems)


def put(*keys: str | int, value: object) -> Callable[[Document], None]:
    """Return a change that puts a value under a path of keys."""

    def change(document: Document) -> None:
        inner: Document = document
        for key in keys[:-1]:
            inner = inner[key]  # type: ignore[index]  # a list where the key is a number
        inner[keys[-1]] = value  # type: ignore[index]  # the same

    return change


def drop(key: str) -> Callable[[Document], None]:
    """Return a change that takes a key away."""
    return lambda document: document.__delitem__(key)


UNIT = {"code": "UF0127", "title": "Apoyo en la organización", "hours": 30, "shared": False}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (drop("title"), ".title"),
        (drop("area"), ".area"),
        (put("colour", value="red"), ".colour"),
        (put("hours", value=1), ".hours"),
        (put("title", value=3), ".title"),
        (put("level", value="2"), ".level"),
        (put("level", value=True), ".level"),
        (put("level", value=3), ".level"),
        (put("level", value=4), ".level"),
        (put("code", value="SSCS208"), ".code"),
        (put("family_code", value="ADG"), ".code"),
        (put("family", value="Sanidad"), ".family"),
        (put("royal_decree", value="Real Decreto"), ".royal_decree"),
        (put("boe_id", value="BOE-A-2011-1"), ".royal_decree"),
        (put("royal_decree_modified_by", value=["RD 1379/2008"]), ".royal_decree_modified_by[0]"),
        (put("royal_decree_modified_by", value="RD 721/2011"), ".royal_decree_modified_by"),
        (put("qualification_code", value="SSC320_3"), ".qualification_code"),
        (put("qualification_code", value="ADG320_2"), ".qualification_code"),
        (put("confidence", value="low"), ".confidence"),
        (put("source", value=""), ".source"),
        (put("formative_hours", value=371), ".formative_hours"),
        (put("total_hours", value=451), ".total_hours"),
        (put("workplace_module", "code", value="MFPCT"), ".workplace_module.code"),
        (put("workplace_module", "hours", value=-1), ".workplace_module.hours"),
        (put("annex_1_hours", value=380), ".annex_1_hours"),
        (put("reconciles_with_annex_1", value=False), ".reconciles_with_annex_1"),
        (put("reconciles_with_annex_1", value="not_listed"), ".reconciles_with_annex_1"),
        (put("modules", value=[]), ".modules"),
        (put("modules", value={}), ".modules"),
        (put("modules", 0, "code", value="MF1016"), ".modules[0].code"),
        (put("modules", 0, "unit_of_competence", value="UC1017_2"), ".modules[0].unit_of_competence"),
        (put("modules", 0, "hours", value=110), ".modules[0].formative_units"),
        (put("modules", 1, "hours", value=0), ".modules[1].hours"),
        (put("modules", 0, "transversal", value="no"), ".modules[0].transversal"),
        (put("modules", 0, "square_metres", value=45), ".modules[0].square_metres"),
        (put("modules", 0, "formative_units", value=[UNIT]), ".modules[0].formative_units"),
        (put("modules", 0, "formative_units", value=[UNIT, UNIT]), ".modules[0].formative_units"),
        (put("modules", 0, "formative_units", 0, "code", value="UF127"), ".modules[0].formative_units[0]"),
        (put("modules", 0, "formative_units", 0, "hours", value=29), ".modules[0].formative_units[0]"),
        (put("modules", 0, "formative_units", 1, "hours", value=91), ".modules[0].formative_units[1]"),
        (
            put("modules", 0, "formative_units", 0, "shared", value=None),
            ".modules[0].formative_units[0].shared",
        ),
    ],
)
def test_a_wrong_key_of_a_certificate_is_named_with_its_path(
    change: Callable[[Document], None], place: str
) -> None:
    changed = entry("SSCS0208")
    change(changed)
    path = f"$[{index_of('SSCS0208')}]"
    assert f"{path}{place}" in [problem.where for problem in with_entry(changed, "SSCS0208")]


def test_one_code_cannot_have_two_titles_nor_two_lengths() -> None:
    changed = entry("ADGG0208")
    office = changed["modules"][-1]
    assert office["code"] == "MF0233_2"
    office["title"] = "Ofimática avanzada"
    problems = with_entry(changed, "ADGG0208")
    assert {problem.where for problem in problems} == {f"$[{index_of('ADGG0208')}].modules[5].title"}
    assert "Ofimática avanzada" in problems[0].message


def test_what_belongs_to_one_certificate_alone_cannot_stand_in_two() -> None:
    changed = entry("SSCS0208")
    changed["qualification_code"] = entry("SSCS0108")["qualification_code"]
    changed["workplace_module"]["code"] = entry("SSCS0108")["workplace_module"]["code"]
    path = f"$[{index_of('SSCS0208')}]"
    places = {problem.where for problem in with_entry(changed, "SSCS0208")}
    assert places == {f"{path}.qualification_code", f"{path}.workplace_module.code"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (put("annex_1_parts", value=None), ".annex_1_parts"),
        (put("annex_1_parts", "A1", "hours", value=330), ".annex_1_parts"),
        (put("annex_1_parts", "A1", "modules", value=["MF0711_2"]), ".annex_1_parts.A1.modules"),
        (put("annex_1_parts", "A1", "modules", value=["MF0001_2"]), ".annex_1_parts.A1.modules"),
        (put("annex_1_parts", "possible_splits", value=2), ".annex_1_parts.possible_splits"),
        (put("annex_1_parts", "A3", value={}), ".annex_1_parts.A3"),
    ],
)
def test_wrong_parts_of_a_certificate_are_named(change: Callable[[Document], None], place: str) -> None:
    changed = entry("HOTR0408")
    change(changed)
    where = f"$[{index_of('HOTR0408')}]{place}"
    assert where in [problem.where for problem in with_entry(changed, "HOTR0408")]


# What a centre completes ----------------------------------------------------------------------------------


def own_module(code: str, hours: int, units: list[Document] | None = None) -> Document:
    return {
        "code": code,
        "title": f"Módulo {code}",
        "hours": hours,
        "unit_of_competence": f"UC{code[2:]}",
        "formative_units": units or [],
        "in_person_minimum_hours": 10,
        "square_metres": 45,
    }


def own_structure(code: str, *modules: Document, **more: object) -> Document:
    return {
        "code": code,
        "title": "Completado por el centro",
        "family": "Familia",
        "level": 3,
        "formative_hours": sum(module["hours"] for module in modules),
        "modules": list(modules),
        "workplace_module": {"code": "MP0999", "hours": 80, "note": None},
        "source": "RD 1/2011, anexo I, leído por el centro",
        **more,
    }


def complete(document: Document) -> tuple[Certificate | None, list[str]]:
    certificate, problems = read_structure(json.dumps(document).encode(), load_official())
    return certificate, [problem.where for problem in problems]


def test_a_centre_completes_a_speciality_that_the_annex_prints_without_structure() -> None:
    certificate, places = complete(
        own_structure("SSCB0109", own_module("MF8001_3", 290), own_module("MF8002_3", 200))
    )
    assert places == []
    assert certificate is not None
    assert (certificate.origin, certificate.version, certificate.confidence) == (
        Origin.CENTRE,
        1,
        Confidence.HIGH,
    )
    assert certificate.modules[0].in_person_minimum_minutes == 600
    assert certificate.modules[0].square_metres == 45
    assert certificate.workplace.code == "MP0999"


@pytest.mark.parametrize("hours", [189, 191])
def test_its_sum_must_be_what_the_annex_prints(hours: int) -> None:
    modules = own_module("MF8001_3", 300), own_module("MF8002_3", hours)
    certificate, places = complete(own_structure("SSCB0109", *modules))
    assert certificate is None
    assert places == ["$.modules"]


def test_a_shared_unit_counts_once_in_that_sum() -> None:
    def unit(code: str, hours: int) -> Document:
        return {"code": code, "title": code, "hours": hours, "shared": code == "UF9901"}

    first = own_module("MF8001_3", 120, [unit("UF9901", 40), unit("UF9902", 80)])
    second = own_module("MF8002_3", 130, [unit("UF9901", 40), unit("UF9903", 90)])
    rest = own_module("MF8003_3", 280)
    document = own_structure("SSCB0109", first, second, rest)
    certificate, places = complete(document | {"formative_hours": 490})
    assert places == []
    assert certificate is not None
    assert complete(document)[1] == ["$.formative_hours"]


def test_a_part_can_be_completed_alone_or_with_its_certificate() -> None:
    alone = own_structure("ADGD0110", own_module("MF8001_3", 390), part="A1")
    certificate, places = complete(alone)
    assert places == []
    assert certificate is not None
    assert certificate.part == "A1"
    whole = own_structure("ADGD0110", own_module("MF8001_3", 390), own_module("MF8002_3", 310))
    assert complete(whole)[1] == ["$.annex_1_parts"]
    parts = {
        "A1": {"hours": 390, "modules": ["MF8001_3"]},
        "A2": {"hours": 310, "modules": ["MF8002_3"]},
        "inferred": False,
        "possible_splits": None,
    }
    assert complete(whole | {"annex_1_parts": parts})[1] == []
    wrong = parts | {"A2": {"hours": 310, "modules": ["MF8001_3"]}}
    assert complete(whole | {"annex_1_parts": wrong})[1] == ["$.annex_1_parts.A2.modules"]


def test_a_language_module_can_be_completed() -> None:
    document = own_structure("MF9998_2", own_module("MF9998_2", 120), part="MF9998_2", level=2)
    assert complete(document)[1] == []
    other = own_structure("MF9998_2", own_module("MF9997_3", 120), part="MF9998_2", level=2)
    assert complete(other)[1] == ["$.modules"]


def test_a_speciality_outside_the_annex_says_the_hours_it_is_authorised_for() -> None:
    document = own_structure("SANP0108", own_module("MF8001_3", 90))
    assert complete(document)[1] == ["$.offer_hours"]
    assert complete(document | {"offer_hours": 91})[1] == ["$.offer_hours"]
    certificate, places = complete(document | {"offer_hours": 90})
    assert places == []
    assert certificate is not None
    assert certificate.offer_hours == 90


def test_what_the_catalogue_is_sure_of_cannot_be_contradicted() -> None:
    sure = next(item for item in certificates() if item["code"] == "SSCS0208")
    module = sure["modules"][1] | {"hours": 80}
    document = own_structure("SANP0108", module, offer_hours=80, level=2)
    assert complete(document)[1] == ["$.modules[0].hours"]


def test_what_the_catalogue_has_from_memory_can_be_corrected() -> None:
    unsure = entry("ADGD0108")
    assert unsure["confidence"] == "medium"
    audit = unsure["modules"][1]
    assert audit["code"] == "MF0232_3"
    audit["formative_units"][0]["hours"], audit["formative_units"][1]["hours"] = 60, 60
    for key in ("annex_1_hours", "annex_1_parts", "reconciles_with_annex_1"):
        del unsure[key]
    assert complete(unsure)[1] == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (put("code", value="hola"), "$.code"),
        (put("modules", 0, "formative_units", value=None), "$.modules[0].formative_units"),
        (put("modules", 0, "in_person_minimum_hours", value=491), "$.modules[0].in_person_minimum_hours"),
        (put("royal_decree", value="BOE"), "$.royal_decree"),
        (put("source", value=" "), "$.source"),
        (put("version", value="dos"), "$.version"),
        (put("family", value=None), "$.family"),
    ],
)
def test_a_wrong_key_of_a_completed_structure_is_named(
    change: Callable[[Document], None], place: str
) -> None:
    document = own_structure("SSCB0109", own_module("MF8001_3", 490))
    assert complete(document)[1] == []
    change(document)
    assert place in complete(document)[1]


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[]"])
def test_what_is_no_structure_is_refused(content: bytes) -> None:
    certificate, problems = read_structure(content, Catalogue((), ()))
    assert certificate is None
    assert problems[0].where == "$"
