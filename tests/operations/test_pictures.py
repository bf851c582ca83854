"""Tests of the pictures of a course: each day of each person, and a line that ends where the status says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pictures import HeatState
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.pictures import heat_map, share_line
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import at

COURSE = "2024-SSCS0208"


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path_factory.mktemp("sample") / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def states(ws: Workspace, name: str) -> dict[date, HeatState]:
    """Return the days of a person on the map."""
    row = next(row for row in heat_map(ws, COURSE).rows if row.name.startswith(name))
    return {cell.day: cell.state for cell in row.cells}


def queries(ws: Workspace, read: object) -> int:
    """Count the questions put to the file while something is read."""
    told: list[str] = []
    ws.db.conn.set_trace_callback(told.append)
    try:
        assert callable(read)
        read()
    finally:
        ws.db.conn.set_trace_callback(None)
    return len(told)


def test_everybody_has_a_cell_on_every_day_of_class(sample: Workspace) -> None:
    found = heat_map(sample, COURSE)
    assert [row.enrolment_id for row in found.rows] == [e.id for e in list_enrolments(sample, COURSE)]
    assert [row.n for row in found.rows] == list(range(1, len(found.rows) + 1))
    assert all(tuple(cell.day for cell in row.cells) == found.days for row in found.rows)
    assert found.days == tuple(sorted(set(found.days)))


def test_a_day_after_today_is_to_come_and_never_absent(sample: Workspace) -> None:
    today = sample.clock.today()
    for row in heat_map(sample, COURSE).rows:
        for cell in row.cells:
            if cell.day > today:
                assert cell.state in {HeatState.FUTURE, HeatState.OUTSIDE}
            else:
                assert cell.state is not HeatState.FUTURE


def test_after_leaving_no_day_is_theirs(sample: Workspace) -> None:
    left = next(e for e in list_enrolments(sample, COURSE) if e.left_on)
    assert left.left_on is not None
    days = states(sample, left.person.listed_name)
    assert {state for day, state in days.items() if day > left.left_on} == {HeatState.OUTSIDE}
    assert days[left.left_on] is not HeatState.OUTSIDE


def test_a_day_is_told_by_its_minutes(sample: Workspace) -> None:
    row = heat_map(sample, COURSE).rows[0]
    pending = next(cell for cell in row.cells if cell.state is HeatState.PENDING)
    assert pending.attended_minutes is None
    grid_cell = StretchInput(row.enrolment_id, _stretch(sample, pending.day), 0)
    for attended, state in ((0, HeatState.ABSENT), (1, HeatState.PARTLY), (pending.minutes, HeatState.FULL)):
        record_attendance(
            sample, COURSE, [StretchInput(grid_cell.enrolment_id, grid_cell.stretch_id, attended)]
        )
        assert states(sample, row.name)[pending.day] is state


def _stretch(ws: Workspace, day: date) -> int:
    key: int = ws.db.execute(
        "SELECT t.id FROM stretch t JOIN course c ON c.id = t.course_id WHERE c.code = ? AND t.day = ?",
        (COURSE, day.isoformat()),
    ).fetchone()[0]
    return key


def test_a_validated_absence_is_told_from_one_without_proof(sample: Workspace) -> None:
    found = [state for row in heat_map(sample, COURSE).rows for state in (cell.state for cell in row.cells)]
    assert HeatState.JUSTIFIED in found
    assert HeatState.ABSENT in found


def test_the_line_of_a_person_ends_where_their_status_stands(sample: Workspace) -> None:
    for person in course_status(sample, COURSE).people:
        line = share_line(sample, COURSE, person.enrolment.id)
        name = person.enrolment.person.listed_name
        assert (line.base, line.reached) == (person.tally.base, person.tally.attended), name
        assert line.reachable == person.tally.reachable, name
        assert line.person == name


def test_the_line_never_falls_and_what_is_reachable_never_rises(sample: Workspace) -> None:
    for enrolment in list_enrolments(sample, COURSE):
        points = share_line(sample, COURSE, enrolment.id).points
        for earlier, later in pairwise(points):
            assert earlier.day < later.day
            assert earlier.reached <= later.reached <= later.reachable <= earlier.reachable


def test_the_line_of_the_course_is_that_of_all_who_have_not_left(sample: Workspace) -> None:
    staying = [e for e in list_enrolments(sample, COURSE) if e.left_on is None]
    lines = [share_line(sample, COURSE, enrolment.id) for enrolment in staying]
    whole = share_line(sample, COURSE)
    assert (whole.base, whole.reached) == (sum(o.base for o in lines), sum(o.reached for o in lines))
    assert whole.reachable == sum(o.reachable for o in lines)
    assert (whole.person, whole.impossible_from) == ("", None)


def test_a_person_knows_the_first_day_from_which_it_is_impossible(sample: Workspace) -> None:
    person = course_status(sample, COURSE).people[0]
    forecast = person.forecasts.get("funded") or person.forecasts["diploma_attendance"]
    assert forecast.impossible_from is not None
    assert share_line(sample, COURSE, person.enrolment.id).impossible_from == forecast.impossible_from


def test_before_the_course_the_line_has_no_points(sample: Workspace) -> None:
    first = heat_map(sample, COURSE).days[0]
    early = Workspace(sample.file, at(first - timedelta(days=1)), "Ana")
    line = share_line(early, COURSE)
    assert (line.points, line.reached, line.reachable) == ((), 0, line.base)


def test_somebody_else_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused, match="no está en el curso"):
        share_line(sample, COURSE, 10**6)


def test_pictures_take_the_same_questions_however_many_people_there_are(sample: Workspace) -> None:
    empty = "2024-ADGG0508"
    assert not list_enrolments(sample, empty) or len(list_enrolments(sample, empty)) < 14
    assert queries(sample, lambda: heat_map(sample, COURSE)) == queries(
        sample, lambda: heat_map(sample, empty)
    )
    assert queries(sample, lambda: share_line(sample, COURSE)) == queries(
        sample, lambda: share_line(sample, empty)
    )
