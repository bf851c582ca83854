"""What the centre may teach, what that asks of it, and what is not known to be met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import (
    accreditation_of,
    ending_before_courses,
    list_accreditations,
    list_needs,
    missing_needs,
    read_accreditations,
    remove_accreditation,
    remove_need,
    save_accreditation,
    save_need,
)
from cpepa_desktop.operations.centres import read_centre, save_room
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import save_line
from tests.operations.builders import CODE, own_request, planned, room, rows, trainer

DAY = timedelta(days=1)
SINCE, UNTIL = date(2023, 9, 1), date(2024, 8, 31)
OWN = Accreditation(0, "SSCS0208", "26-17", SINCE, UNTIL, 15)
ROOM = SpecialityNeed(0, "SSCS0208", 0, NeedKind.ROOM, "Aula de gestión", 4500, 15, "RD 1379/2008, anexo")


def test_an_accreditation_is_in_force_from_its_day_to_its_end(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    (kept,) = list_accreditations(ws)
    days = [SINCE - DAY, SINCE, UNTIL, UNTIL + DAY]
    assert [accreditation_of(ws, "SSCS0208", day) for day in days] == [None, kept, kept, None]
    assert accreditation_of(ws, "ADGD0308", SINCE) is None


def test_of_several_the_one_that_lasts_longest_counts(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    save_accreditation(ws, replace(OWN, number="26-90", until=None))
    found = accreditation_of(ws, "SSCS0208", SINCE)
    assert found is not None
    assert found.number == "26-90"


def test_one_without_its_day_is_not_in_force_and_says_so(ws: Workspace) -> None:
    save_accreditation(ws, replace(OWN, day=None))
    assert accreditation_of(ws, "SSCS0208", SINCE) is None
    (view,) = read_accreditations(ws)
    assert view.warnings == ("Falta el día de la acreditación: hasta anotarlo no consta en vigor.",)
    assert view.title == "Atención sociosanitaria a personas dependientes en instituciones sociales"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"until": SINCE - DAY}, "antes de empezar"),
        ({"day": date(2024, 1, 13)}, "aún no ha llegado"),
        ({"speciality": "ZZZZ9999"}, "no está en el catálogo"),
        ({"places": 0}, "al menos una"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    ws: Workspace, facts: dict[str, object], why: str
) -> None:
    before = rows(ws)
    with pytest.raises(Refused, match=why):
        save_accreditation(ws, replace(OWN, **facts))  # type: ignore[arg-type]  # each fact of its own type
    assert rows(ws) == before


def test_one_may_end_on_its_own_day_and_be_of_the_working_day(ws: Workspace) -> None:
    today = ws.clock.today()
    save_accreditation(ws, replace(OWN, day=today, until=today))
    assert accreditation_of(ws, "SSCS0208", today) is not None


def test_the_same_number_of_a_speciality_is_kept_once(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    with pytest.raises(Refused, match="Ya consta"):
        save_accreditation(ws, replace(OWN, speciality=" sscs0208 "))
    save_accreditation(ws, replace(OWN, speciality="ADGD0308"))
    assert len(list_accreditations(ws)) == 2


def test_its_scan_is_kept_and_a_change_leaves_it(ws: Workspace, tmp_path: Path) -> None:
    scan = tmp_path / "resolución.pdf"
    scan.write_bytes(b"%PDF-1.7")
    save_accreditation(ws, OWN, scan)
    (kept,) = list_accreditations(ws)
    assert kept.attachment is not None
    assert ws.file.attachments.get(kept.attachment) == b"%PDF-1.7"
    save_accreditation(ws, replace(kept, places=20))
    assert list_accreditations(ws) == (replace(kept, places=20),)
    with pytest.raises(Refused, match="No se puede leer"):
        save_accreditation(ws, kept, tmp_path / "no.pdf")


def test_one_is_taken_away_and_brought_back(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    before, (kept,) = rows(ws), list_accreditations(ws)
    assert remove_accreditation(ws, kept.id).kinds == frozenset({Kind.PLANNING})
    assert list_accreditations(ws) == ()
    with pytest.raises(Refused, match="ya no existe"):
        remove_accreditation(ws, kept.id)
    undo(ws)
    assert rows(ws) == before


def test_a_course_that_ends_after_its_accreditation_is_told_of_and_one_that_ends_with_it_is_not(
    ws: Workspace,
) -> None:
    last = max(stretch.day for stretch in planned(ws, own_request()).stretches)
    changes = save_accreditation(ws, replace(OWN, until=last - DAY))
    (kept,) = list_accreditations(ws)
    assert changes.notices == ending_before_courses(ws)["SSCS0208"] == read_accreditations(ws)[0].warnings
    assert CODE in changes.notices[0]
    assert save_accreditation(ws, replace(kept, until=last)).notices == ()
    assert ending_before_courses(ws) == {}


def test_a_course_over_by_today_is_not_told_of(ws: Workspace) -> None:
    planned(ws, own_request(start=date(2022, 1, 10)))
    save_accreditation(ws, OWN)
    assert ending_before_courses(ws) == {}


def test_a_speciality_of_which_nobody_has_written_what_it_asks_is_not_met(ws: Workspace) -> None:
    assert missing_needs(ws, "SSCS0208") == (
        "Falta anotar qué exige la especialidad (espacios, formadores, equipamiento)",
    )


def test_a_room_too_small_is_missing_and_one_just_big_enough_is_not(ws: Workspace) -> None:
    save_room(ws, Room(0, "Aula 1", 4499))
    small = read_centre(ws).rooms[0]
    save_need(ws, replace(ROOM, room_id=small.id))
    assert missing_needs(ws, "SSCS0208") == ("Aula de gestión (45 m² para 15 personas): Aula 1, de 44,99 m²",)
    save_room(ws, replace(small, area_hundredths=4500))
    assert missing_needs(ws, "SSCS0208") == ()
    assert [view.answer for view in list_needs(ws, "SSCS0208")] == [Answer.YES]


def test_a_room_never_measured_and_one_not_named_are_pending(ws: Workspace) -> None:
    save_need(ws, replace(ROOM, room_id=room(ws, "Aula 2").id))
    save_need(ws, replace(ROOM, name="Taller"))
    assert missing_needs(ws, "SSCS0208") == (
        "Aula de gestión (45 m² para 15 personas): Aula 2, sin superficie anotada",
        "Taller (45 m² para 15 personas): pendiente",
    )
    assert {view.answer for view in list_needs(ws, "SSCS0208")} == {Answer.PENDING}


def test_what_asks_for_trainers_is_met_by_one_of_them_since_a_day(ws: Workspace) -> None:
    someone = trainer(ws, 1)
    need = SpecialityNeed(
        0, "SSCS0208", 0, NeedKind.TRAINER, "Diplomatura en Enfermería", note="Título visto"
    )
    save_need(ws, need)
    assert missing_needs(ws, "SSCS0208") == ("Diplomatura en Enfermería: Título visto",)
    kept = list_needs(ws, "SSCS0208")[0].need
    save_need(ws, replace(kept, trainer_id=someone.id, met_on=SINCE))
    assert missing_needs(ws, "SSCS0208") == ()
    assert list_needs(ws, "SSCS0208")[0].met_with == "Docente 1 Gil, Título visto, desde el vie 1 sep 2023"


@pytest.mark.parametrize(
    ("need", "why"),
    [
        (replace(ROOM, name=" "), "Escriba qué exige"),
        (replace(ROOM, speciality="ZZZZ9999"), "no está en el catálogo"),
        (replace(ROOM, met_on=date(2024, 1, 13)), "aún no ha llegado"),
        (replace(ROOM, kind=NeedKind.EQUIPMENT), "metros cuadrados"),
        (replace(ROOM, trainer_id=1), "lo cumple una persona"),
    ],
)
def test_a_need_that_makes_no_sense_is_refused(ws: Workspace, need: SpecialityNeed, why: str) -> None:
    with pytest.raises(Refused, match=why):
        save_need(ws, need)
    assert list_needs(ws, "SSCS0208") == ()


def test_a_speciality_without_accreditation_is_shown_while_it_is_prepared_or_asked_for(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    save_need(ws, replace(ROOM, speciality="ADGD0308"))
    save_line(ws, SchoolYear(2024), RequestLine(0, 0, "HOTA0308", "", Route.OWN))
    rows_shown = [(view.key, view.accreditation is None) for view in read_accreditations(ws)]
    assert rows_shown == [(("ADGD0308", 0), True), (("HOTA0308", 0), True), (("SSCS0208", 1), False)]


def test_a_need_is_taken_away(ws: Workspace) -> None:
    save_need(ws, ROOM)
    key = list_needs(ws, "SSCS0208")[0].need.id
    remove_need(ws, key)
    assert list_needs(ws, "SSCS0208") == ()
    with pytest.raises(Refused, match="ya no existe"):
        remove_need(ws, key)
    with pytest.raises(Refused, match="ya no existe"):
        save_need(ws, replace(ROOM, id=key))
