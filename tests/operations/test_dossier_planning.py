"""What a dossier brings of a course's planning, and the gates that its attendance is held to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.exchange.dossier import read_dossier
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.dossier import export_course, import_course, preview_dossier
from cpepa_desktop.operations.gates import course_gates
from cpepa_desktop.operations.official_papers import list_official_papers
from tests.exchange.dossier_data import ANA, CODE, as_bytes, document
from tests.operations.builders import at
from tests.operations.dossier_files import WRITTEN, file_at

FIRST = date(2024, 2, 12)


def last_day() -> date:
    """Return the last day with class of the dossier."""
    held = (s for s in document()["stretches"] if any(e["state"] != "cancelled" for e in s["sessions"]))
    return max(date.fromisoformat(stretch["day"]) for stretch in held)


def with_papers(change: Callable[[dict[str, Any]], None]) -> bytes:
    found = document()
    change(found)
    return as_bytes(found)


def without_grant(found: dict[str, Any]) -> None:
    found["official_papers"] = [paper for paper in found["official_papers"] if paper["kind"] != "grant"]


def with_late_grant(found: dict[str, Any]) -> None:
    grant = next(paper for paper in found["official_papers"] if paper["kind"] == "grant")
    grant["issued_on"] = grant["received_on"] = "2024-02-13"


def deferred(found: dict[str, Any]) -> None:
    without_grant(found)
    decision = found["decisions"][0] | {"rule": "start_gates", "subject": CODE, "answer": "deferred"}
    found["decisions"].append(decision)


def test_papers_filings_events_and_the_start_come_whole(tmp_path: Path) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        import_course(ws, WRITTEN)
        assert [paper.kind for paper in list_official_papers(ws, CODE)] == [
            OfficialPaperKind.GRANT,
            OfficialPaperKind.CONDITIONS_APPROVAL,
            OfficialPaperKind.INSURANCE,
        ]
        assert find_course(ws, CODE).started_on == FIRST
        met = {each.name: each.met for each in course_obligations(ws, CODE) if each.met}
        assert met["selection_record"].number == "S-1"
        assert all(state.answer == "yes" for state in course_gates(ws, CODE) if not state.is_warning)
        assert export_course(ws, CODE) == WRITTEN


@pytest.mark.parametrize(("change", "words"), [(without_grant, "no consta"), (with_late_grant, "posterior")])
def test_attendance_of_a_course_not_over_waits_for_its_gates(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        ws.clock = at(last_day())
        [problem] = preview_dossier(ws, with_papers(change)).problems
        assert problem.where == "$.official_papers"
        assert words in problem.message
        assert "Subvención concedida" in problem.message
        assert "ap. 18.2" in problem.message
        assert "exporte el expediente otra vez" in problem.message
        with pytest.raises(Refused, match="No se ha importado nada"):
            import_course(ws, with_papers(change))


def test_a_course_that_is_over_comes_with_its_gates_pending_and_not_against_them(tmp_path: Path) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        ws.clock = at(date(2024, 12, 1))
        assert len(preview_dossier(ws, with_papers(with_late_grant)).problems) == 1
        import_course(ws, with_papers(without_grant))
        assert course_gates(ws, CODE)[0].answer == "pending"


def test_what_is_on_record_elsewhere_comes_as_it_was_said(tmp_path: Path) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        ws.clock = at(last_day())
        import_course(ws, with_papers(deferred))
        assert course_gates(ws, CODE)[0].answer == "pending"


def test_a_course_without_attendance_comes_with_whatever_is_pending(tmp_path: Path) -> None:
    found = document()
    without_grant(found)
    for enrolment in found["enrolments"]:
        enrolment["attendance"] = []
    with file_at(tmp_path / "a.cpepa") as ws:
        ws.clock = at(FIRST)
        assert [p for p in preview_dossier(ws, as_bytes(found)).problems if "Subvención" in p.message] == []


def test_a_filing_names_who_is_enrolled_and_an_obligation_there_is() -> None:
    found = document()
    found["obligation_filings"][0]["subject"] = ANA.replace("00000001R", "00000014Z")
    found["obligation_filings"][1]["name"] = "tea_time"
    found["course"]["renounced_on"] = "2024-02-15"
    found["official_papers"][2]["ends_on"] = "2024-02-01"
    assert {problem.where for problem in read_dossier(as_bytes(found)).problems} == {
        "$.obligation_filings[0].subject",
        "$.obligation_filings[1].name",
        "$.course.renounce_reason",
        "$.official_papers[2].ends_on",
    }
