"""What the centre may teach, and what specialities ask, in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cpepa_desktop.db import accreditations
from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from tests.db.small_centre import fill, memory, write

DAY = date(2023, 9, 1)
FULL = Accreditation(1, "SSCS0208", "26-1", DAY, date(2025, 8, 31), 15, "Aula 1")
BARE = Accreditation(2, "ADGD0308")
ROOM = SpecialityNeed(1, "SSCS0208", 1, NeedKind.ROOM, "Aula", 4500, 15, "RD 1379/2008, anexo", note="luz")
BED = SpecialityNeed(2, "SSCS0208", 2, NeedKind.EQUIPMENT, "Camas", met_on=DAY)


def test_accreditations_are_read_by_speciality_as_they_were_written_changed_and_taken_away() -> None:
    db = memory()
    fill(db)
    with write(db):
        assert [accreditations.save(db, replace(each, id=0)) for each in (FULL, BARE)] == [1, 2]
    assert accreditations.accreditations(db) == (BARE, FULL)
    changed = replace(FULL, until=None, places=20)
    with write(db):
        assert accreditations.save(db, changed) == 1
        accreditations.remove(db, 2)
    assert accreditations.accreditations(db) == (changed,)
    db.close()


def test_needs_come_in_the_order_they_were_written_each_after_the_last_of_its_speciality() -> None:
    db = memory()
    fill(db)
    with write(db):
        db.execute("INSERT INTO room (id, centre_id, name) VALUES (7, 1, 'Aula 1')")
        for each in (ROOM, BED, replace(BED, speciality="ADGD0308")):
            accreditations.save_need(db, replace(each, id=0, position=0))
    assert accreditations.needs(db) == (replace(BED, id=3, speciality="ADGD0308", position=1), ROOM, BED)
    changed = replace(ROOM, room_id=7, met_on=DAY)
    with write(db):
        assert accreditations.save_need(db, changed) == 1
        accreditations.remove_need(db, 2)
        accreditations.remove_need(db, 3)
    assert accreditations.needs(db) == (changed,)
    db.close()
