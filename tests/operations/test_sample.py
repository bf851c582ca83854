"""The sample centre: whole, sound, invented and marked so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.progress import Stopped
from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.operations import files
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.home import read_home
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.operations.people import list_people
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample, make_sample
from cpepa_desktop.operations.status import course_status
from tests.operations.builders import at


def test_the_sample_is_sound_marked_and_on_any_day_the_same(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(date(2026, 11, 21)), "Ana")
    assert files.check_file(ws) == ()
    assert files.is_sample(ws)
    assert [(row.code, row.official_minutes) for row in list_courses(ws)] == [
        ("2024-SSCS0208", 380 * 60),
        ("2024-ADGG0508", 360 * 60),
        ("2024-COML0110", 170 * 60),
    ]
    ws.file.close()


def test_the_sample_has_a_course_running_one_authorised_and_one_that_waits(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    assert [row.stage for row in list_courses(ws)] == [Stage.RUNNING, Stage.AUTHORISED, Stage.REQUESTED]
    assert all(paper.number.startswith("MUESTRA") for paper in list_official_papers(ws))
    ws.file.close()


def test_the_sample_is_well_run_but_for_the_sheet_of_one_week(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    due = [item.obligation for item in read_home(ws).due]
    assert [(each.name, each.subject) for each in due] == [
        ("attendance_weekly", "2024-W06"),
        ("attendance_weekly", "2024-W07"),
        ("attendance_weekly", "2024-W08"),
    ]
    assert [each.due < SAMPLE_DAY for each in due if each.due] == [True, False, False]
    met = [each.met for each in course_obligations(ws, "2024-SSCS0208") if each.met]
    assert all(each.number.startswith("MUESTRA") for each in met if each.number)
    ws.file.close()


def test_everybody_in_the_sample_can_be_told_to_be_invented(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    people = [summary.person for summary in list_people(ws)]
    assert len(people) == 16
    assert all(person.email.endswith("@example.org") for person in people)
    ws.file.close()


def test_the_sample_shows_every_answer(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    people = course_status(ws, "2024-SSCS0208").people
    tests = {module.verdicts["module_test"].answer for person in people for module in person.modules}
    assert tests == {Answer.YES, Answer.NO, Answer.PENDING}
    reasons = {verdict.reason for person in people for verdict in person.verdicts.values()}
    assert {"on_track", "behind", "unreachable", "additional_seat"} <= reasons
    ws.file.close()


def test_a_sample_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop_later(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        make_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana", stop_later)
    assert list(tmp_path.glob("*.cpepa*")) == []
    assert make_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana").exists()
