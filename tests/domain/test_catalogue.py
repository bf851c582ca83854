"""The words of the catalogue: hours and minutes, and what is not established."""

from __future__ import annotations

from decimal import Decimal

from cpepa_desktop.domain.catalogue import (
    Catalogue,
    Module,
    Offer,
    Province,
    Structure,
    StructureBlock,
    Unit,
    WorkplaceModule,
    hours_once,
)

OFFER = Offer("C", "AAAA0108", "A1", "T", "AAA", "F", 370, 2, ((Province.HUESCA, Decimal("7.53")),))


def test_an_offer_is_found_by_call_code_and_part() -> None:
    catalogue = Catalogue((OFFER,), ())
    assert catalogue.offer("C", "AAAA0108", "A1") is OFFER
    assert catalogue.offer("C", "AAAA0108") is None
    assert catalogue.offer("D", "AAAA0108", "A1") is None
    assert catalogue.offers_of("AAAA0108") == (OFFER,)
    assert catalogue.certificate("AAAA0108") is None


def test_a_rate_not_printed_is_none_and_never_zero() -> None:
    assert OFFER.rate(Province.HUESCA) == Decimal("7.53")
    assert OFFER.rate(Province.TERUEL) is None


def test_hours_are_counted_in_minutes_and_what_is_unknown_stays_unknown() -> None:
    assert (OFFER.minutes, Unit("UF0001", "U", 30).minutes) == (22_200, 1800)
    module = Module("MF0001_2", "M", 90, "UC0001_2", in_person_minimum_hours=15)
    assert (module.minutes, module.in_person_minimum_minutes) == (5400, 900)
    assert Module("MF0001_2", "M", 90, "UC0001_2").in_person_minimum_minutes is None
    assert (WorkplaceModule("MP0001", 80).minutes, WorkplaceModule(None, None).minutes) == (4800, None)


def test_a_unit_of_two_modules_counts_once_and_a_module_without_units_counts_whole() -> None:
    shared = Unit("UF0001", "U", 30, shared=True)
    modules = (
        Module("MF0001_2", "M", 90, "UC0001_2", units=(shared, Unit("UF0002", "V", 60))),
        Module("MF0002_2", "N", 70, "UC0002_2", units=(Unit("UF0003", "W", 40), shared)),
        Module("MF0003_2", "O", 50, "UC0003_2"),
        Module("MF0004_2", "P", 20, "UC0004_2", units=None),
    )
    assert hours_once(modules) == 90 + 40 + 50 + 20
    assert hours_once(()) == 0


def test_the_action_is_the_sum_of_its_blocks() -> None:
    blocks = (StructureBlock("UF0001", "U", 1800, ("M1", "M2")), StructureBlock("UF0002", "V", 600, ("M2",)))
    structure = Structure("AAAA0108", "", (), blocks)
    assert structure.minutes == 2400
    assert structure.blocks_of("M1") == blocks[:1]
    assert structure.blocks_of("M2") == blocks
