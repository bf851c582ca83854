"""Support for people with a disability in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import supports as table
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport
from tests.db.small_centre import fill, memory, write

ASKED = DisabilitySupport(0, 1, SupportService.SIGN_LANGUAGE, 6000, date(2024, 1, 10), note="Sordera")


def test_a_service_is_written_approved_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        table.save(db, ASKED)
    (found,) = table.supports(db, 1)
    assert found == replace(ASKED, id=found.id)
    approved = replace(found, approved_on=date(2024, 1, 20), approved_minutes=3000)
    with write(db):
        table.save(db, approved)
    assert table.supports(db, 1) == (approved,)
    with write(db):
        table.remove(db, found.id)
    assert table.supports(db, 1) == ()
    db.close()
