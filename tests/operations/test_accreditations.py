"""What the centre may teach, what that asks of it, and what is not known to be met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.domain.yearly_requests import RequestLine
from cpepa_desktop.operations.accreditations import (
    accreditation_of,
    ending_before_courses,
    list_accreditations,
    read_accreditations,
    remove_accreditation,
    save_accreditation,
)
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.speciality_needs import save_need
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.operations.yearly_requests import save_line
from tests.operations.builders import CODE, own_request, planned, rows

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


def test_a_speciality_without_accreditation_is_shown_while_it_is_prepared_or_asked_for(ws: Workspace) -> None:
    save_accreditation(ws, OWN)
    save_need(ws, replace(ROOM, speciality="ADGD0308"))
    save_line(ws, SchoolYear(2024), RequestLine(0, 0, "HOTA0308", "", Route.OWN))
    rows_shown = [(view.key, view.accreditation is None) for view in read_accreditations(ws)]
    assert rows_shown == [(("ADGD0308", 0), True), (("HOTA0308", 0), True), (("SSCS0208", 1), False)]
