"""What a course of an offer teaches, over the whole catalogue and at each kind of gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from cpepa_desktop.domain.catalogue import (
    WHOLE,
    Certificate,
    Confidence,
    Missing,
    MissingKind,
    Module,
    Offer,
    Part,
    Structure,
    Unit,
    WorkplaceModule,
    hours_once,
)
from cpepa_desktop.exchange.catalogue_file import ANNEX_CALL, load_official
from cpepa_desktop.rules.structure import certificate_offer, structure_of

SHARED = Unit("UF0001", "Prevención", 30, shared=True)
FIRST = Module("MF0001_2", "Primero", 70, "UC0001_2", units=(SHARED, Unit("UF0002", "Propia", 40)))
SECOND = Module("MF0002_2", "Segundo", 90, "UC0002_2", units=(Unit("UF0003", "Otra", 60), SHARED))
UNDIVIDED = Module("MF0003_2", "Sin unidades", 50, "UC0003_2")


def certificate(*modules: Module, parts: tuple[Part, ...] = ()) -> Certificate:
    return Certificate(
        code="AAAA0108",
        title="Certificado",
        family_code="AAA",
        family="Familia",
        area=None,
        level=2,
        qualification_code=None,
        royal_decree=None,
        modifications=(),
        boe_id=None,
        total_hours=None,
        formative_hours=hours_once(modules),
        modules=modules,
        workplace=WorkplaceModule(None, None),
        parts=parts,
        possible_splits=None,
        annex_hours=None,
        reconciles=None,
        confidence=Confidence.HIGH,
        source="prueba",
    )


def offer(hours: int, part: str = WHOLE) -> Offer:
    return Offer("X", "AAAA0108", part, "CERTIFICADO", "AAA", "Familia", hours, 2)


def official(code: str, part: str = WHOLE) -> Structure | Missing:
    catalogue = load_official()
    found = catalogue.offer(ANNEX_CALL, code, part)
    assert found is not None
    return structure_of(catalogue.certificate(code), found)


def established(code: str, part: str = WHOLE) -> Structure:
    structure = official(code, part)
    assert isinstance(structure, Structure)
    return structure


def gap(answer: Structure | Missing) -> MissingKind:
    assert isinstance(answer, Missing)
    assert answer.reason
    return answer.kind


def test_every_offer_of_the_annex_has_a_structure_that_adds_up_or_says_what_is_missing() -> None:
    catalogue = load_official()
    answers = [(offer, structure_of(catalogue.certificate(offer.code), offer)) for offer in catalogue.offers]
    for found, answer in answers:
        if isinstance(answer, Structure):
            assert answer.minutes == found.minutes
    assert Counter(getattr(answer, "kind", "established") for _offer, answer in answers) == {
        "established": 61,
        MissingKind.CERTIFICATE: 188,
        MissingKind.PART: 6,
        MissingKind.UNITS: 1,
    }


def test_a_whole_certificate_is_taught_in_the_order_of_its_units() -> None:
    structure = established("SSCS0208")
    assert structure.minutes == 370 * 60
    assert [module.code for module in structure.modules] == ["MF1016_2", "MF1017_2", "MF1018_2", "MF1019_2"]
    assert [block.code for block in structure.blocks_of("MF1017_2")] == ["MF1017_2"]
    assert [block.code for block in structure.blocks][:3] == ["UF0127", "UF0128", "MF1017_2"]


def test_a_shared_unit_counts_once_in_the_action_and_in_each_of_its_modules() -> None:
    structure = established("AFDA0209")
    assert structure.minutes == 500 * 60
    assert sum(module.minutes for module in structure.modules) == 560 * 60
    shared = [block for block in structure.blocks if len(block.modules) > 1]
    assert shared
    for module in structure.modules:
        assert sum(block.minutes for block in structure.blocks_of(module.code)) == module.minutes


@pytest.mark.parametrize(("part", "hours", "first"), [("A1", 520, "MF0820_2"), ("A2", 350, "MF0823_2")])
def test_a_unit_taught_in_both_parts_counts_in_each(part: str, hours: int, first: str) -> None:
    structure = established("ELEE0109", part)
    assert structure.minutes == hours * 60
    assert structure.modules[0].code == first
    assert "UF0886" in [block.code for block in structure.blocks]


@pytest.mark.parametrize(
    ("code", "part", "hours"), [("ADGD0308", "MF0973_1", 90), ("HOTR0408", "MF0711_2", 60)]
)
def test_a_single_module_row_teaches_that_module_alone(code: str, part: str, hours: int) -> None:
    structure = established(code, part)
    assert [module.code for module in structure.modules] == [part]
    assert structure.minutes == hours * 60


def test_a_part_whose_modules_are_not_known_is_missing() -> None:
    assert gap(official("ADGD0308", "A1")) is MissingKind.PART


def test_a_module_whose_units_are_not_established_is_missing_and_named() -> None:
    answer = official("IFCD0211")
    assert gap(answer) is MissingKind.UNITS
    assert isinstance(answer, Missing)
    assert "MF0968_3" in answer.reason


def test_a_speciality_without_structure_is_missing() -> None:
    assert gap(official("MF9998_2", "MF9998_2")) is MissingKind.CERTIFICATE


def test_a_part_that_the_certificate_does_not_have_is_missing() -> None:
    assert gap(structure_of(certificate(UNDIVIDED), offer(50, "A1"))) is MissingKind.PART


def test_hours_that_do_not_add_up_are_missing_on_both_sides() -> None:
    for hours in (49, 51):
        assert gap(structure_of(certificate(UNDIVIDED), offer(hours))) is MissingKind.HOURS
    assert isinstance(structure_of(certificate(UNDIVIDED), offer(50)), Structure)


def test_an_undivided_module_is_one_block_and_a_shared_unit_stands_where_it_comes_first() -> None:
    structure = structure_of(certificate(FIRST, UNDIVIDED, SECOND), offer(70 + 50 + 60))
    assert isinstance(structure, Structure)
    assert [(block.code, block.modules) for block in structure.blocks] == [
        ("UF0001", ("MF0001_2", "MF0002_2")),
        ("UF0002", ("MF0001_2",)),
        ("MF0003_2", ("MF0003_2",)),
        ("UF0003", ("MF0002_2",)),
    ]


def test_a_structure_the_centre_wrote_for_one_part_serves_that_part_alone() -> None:
    own = replace(certificate(FIRST), part="A1", offer_hours=70)
    assert isinstance(structure_of(own, offer(70, "A1")), Structure)
    assert gap(structure_of(own, offer(70, "A2"))) is MissingKind.PART
    assert gap(structure_of(own, offer(70))) is MissingKind.PART


def test_parts_written_by_the_centre_are_taught_in_the_order_of_the_certificate() -> None:
    halves = (
        Part("A1", 120, ("MF0002_2", "MF0001_2"), inferred=False),
        Part("A2", 50, ("MF0003_2",), inferred=False),
    )
    own = certificate(FIRST, SECOND, UNDIVIDED, parts=halves)
    structure = structure_of(own, offer(130, "A1"))
    assert isinstance(structure, Structure)
    assert [module.code for module in structure.modules] == ["MF0001_2", "MF0002_2"]


def test_a_certificate_outside_the_annex_can_be_offered_whole_or_by_module() -> None:
    own = replace(certificate(FIRST, SECOND), parts=(Part("A1", 70, ("MF0001_2",), inferred=False),))
    whole = certificate_offer(own, "own-resources")
    alone = certificate_offer(own, "own-resources", "MF0002_2")
    half = certificate_offer(own, "own-resources", "A1")
    assert whole is not None
    assert alone is not None
    assert half is not None
    assert (whole.hours, alone.hours, half.hours) == (130, 90, 70)
    assert (whole.title, alone.title, half.title) == ("Certificado", "Segundo", "Certificado")
    assert whole.rates == ()
    assert isinstance(structure_of(own, alone), Structure)
    assert certificate_offer(own, "own-resources", "MF9999_3") is None


def test_what_the_centre_is_authorised_for_is_what_its_offer_says() -> None:
    own = replace(certificate(FIRST), part="A1", offer_hours=70)
    found = certificate_offer(own, "own-resources", "A1")
    assert found is not None
    assert found.hours == 70
