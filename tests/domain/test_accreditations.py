"""When an accreditation is in force, and when what a speciality asks for is met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.law import Answer

FIRST, LAST, DAY = date(2023, 9, 1), date(2024, 6, 30), timedelta(days=1)
OWN = Accreditation(1, "SSCS0208", "26-1", FIRST, LAST)
ROOM = SpecialityNeed(1, "SSCS0208", 1, NeedKind.ROOM, "Aula", 4500, 15, room_id=2)
TRAINER = SpecialityNeed(2, "SSCS0208", 2, NeedKind.TRAINER, "Diplomatura", trainer_id=3, met_on=FIRST)


@pytest.mark.parametrize(
    ("day", "is_in_force"),
    [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)],
)
def test_an_accreditation_is_in_force_on_its_first_and_last_day_and_no_further(
    day: date, *, is_in_force: bool
) -> None:
    assert OWN.is_in_force(day) is is_in_force


def test_one_without_end_goes_on_and_one_without_day_is_not_known_to_be_in_force() -> None:
    assert replace(OWN, until=None).is_in_force(date(2090, 1, 1))
    assert not replace(OWN, day=None).is_in_force(FIRST)


@pytest.mark.parametrize(
    ("area", "answer"),
    [(4499, Answer.NO), (4500, Answer.YES), (6000, Answer.YES), (None, Answer.PENDING)],
)
def test_a_room_is_judged_by_its_square_metres(area: int | None, answer: Answer) -> None:
    assert ROOM.answer(area) is answer


def test_a_room_that_somebody_says_will_do_is_measured_all_the_same() -> None:
    assert replace(ROOM, met_on=FIRST).answer(4499) is Answer.NO
    assert replace(ROOM, met_on=FIRST, room_id=None).answer(None) is Answer.PENDING


def test_without_square_metres_a_room_is_met_once_it_is_named_and_dated() -> None:
    plain = replace(ROOM, area_hundredths=None)
    assert plain.answer(6000) is Answer.PENDING
    assert replace(plain, met_on=FIRST).answer() is Answer.YES
    assert replace(plain, met_on=FIRST, room_id=None).answer() is Answer.PENDING


def test_trainers_are_met_once_one_is_named_and_dated() -> None:
    assert TRAINER.answer() is Answer.YES
    assert replace(TRAINER, met_on=None).answer() is Answer.PENDING
    assert replace(TRAINER, trainer_id=None).answer() is Answer.PENDING


@pytest.mark.parametrize("kind", [NeedKind.EQUIPMENT, NeedKind.OTHER])
def test_equipment_is_met_from_the_day_somebody_has_written(kind: NeedKind) -> None:
    need = SpecialityNeed(3, "SSCS0208", 3, kind, "Camas articuladas")
    assert need.answer() is Answer.PENDING
    assert replace(need, met_on=FIRST).answer() is Answer.YES


def test_every_kind_of_need_has_its_word() -> None:
    assert [kind.label for kind in NeedKind] == ["Espacio", "Formadores", "Equipamiento", "Otro requisito"]
