"""What a dossier brings of a course's planning, and the gates that its attendance is held to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.local_entities import LocalEntity
from cpepa_desktop.domain.official_papers import OfficialPaperKind
from cpepa_desktop.exchange.dossier import read_dossier
from cpepa_desktop.operations.budgets import read_budget
from cpepa_desktop.operations.courses import find_course, list_courses
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.dossier import export_course, import_course, preview_dossier
from cpepa_desktop.operations.files import check_file
from cpepa_desktop.operations.gates import course_gates
from cpepa_desktop.operations.local_entities import list_local_entities, save_local_entity
from cpepa_desktop.operations.official_papers import list_official_papers
from cpepa_desktop.operations.pauses import list_pauses
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.supports import list_supports
from tests.exchange.dossier_data import ANA, CODE, as_bytes, document, id_number
from tests.operations.builders import at
from tests.operations.dossier_files import WRITTEN, file_at, somebody

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


def test_what_is_its_own_of_money_pauses_and_filings_comes_whole(tmp_path: Path) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        somebody(ws, id_number(70), "Otra")  # so that no key is the same
        import_course(ws, WRITTEN)
        assert [pause.reason for pause in list_pauses(ws, CODE)] == ["Obras", "Nieve"]
        assert [(line.concept, line.cents) for line in read_budget(ws, CODE).lines] == [
            ("Formador o formadora", 480_000),
            ("Aportación", 0),
        ]
        assert sorted(view.support.minutes for view in list_supports(ws, CODE)) == [60, 600]
        [entity] = list_local_entities(ws)
        assert (entity.name, entity.contact_name) == ("Comarca Central", "Eva Gil")
        signed = [
            paper.kind for paper in list_official_papers(ws, CODE) if paper.local_entity_id == entity.id
        ]
        assert signed == [OfficialPaperKind.INSURANCE]
        filed = [each for each in course_obligations(ws, CODE) if each.name == "incidents" and each.met]
        assert [each.met.number for each in filed if each.met] == ["I-2"]
        assert "Se marcha" in filed[0].subject_words
        assert check_file(ws) == ()


def test_a_local_entity_that_the_file_knows_stays_as_it_is_and_that_is_told(tmp_path: Path) -> None:
    with file_at(tmp_path / "a.cpepa") as ws:
        save_local_entity(ws, LocalEntity(0, "COMARCA  central", phone="976 111 111"))
        notice = "La entidad local «COMARCA central» ya está en el archivo con otros datos"
        assert any(notice in " ".join(each.split()) for each in preview_dossier(ws, WRITTEN).notices)
        import_course(ws, WRITTEN)
        assert [entity.phone for entity in list_local_entities(ws)] == ["976 111 111"]


def test_a_course_that_started_before_a_gate_is_refused_though_it_has_no_attendance(tmp_path: Path) -> None:
    found = document()
    with_late_grant(found)
    for enrolment in found["enrolments"]:
        enrolment["attendance"] = []
    del found["week_locks"][1]
    with file_at(tmp_path / "a.cpepa") as ws:
        ws.clock = at(date(2024, 12, 1))
        [problem] = preview_dossier(ws, as_bytes(found)).problems
        assert "Subvención concedida" in problem.message
        found["course"]["started_on"] = None
        import_course(ws, as_bytes(found))


_DAYS = st.dates(date(2023, 9, 1), date(2024, 12, 31))
_WORDS = st.text(st.sampled_from("aÑ ,."), max_size=4)
_SOME_DAY = st.none() | _DAYS.map(date.isoformat)


@st.composite
def plannings(draw: st.DrawFn) -> dict[str, Any]:
    """Give the planning of a course, whatever fits: pauses after its classes, money, filings and papers."""
    days = sorted(draw(st.sets(st.dates(date(2024, 2, 15), date(2024, 6, 30)), max_size=6)))
    pauses = [
        {"from_day": first.isoformat(), "resume_on": last.isoformat(), "reason": "x"}
        for first, last in pairwise(days)
    ]
    positions = draw(st.lists(st.integers(1, 40), unique=True, max_size=4))
    lines = [
        {
            "position": position,
            "kind": draw(st.sampled_from(["expense", "income"])),
            "concept": draw(_WORDS.filter(bool)),
            "cents": draw(st.integers(0, 10**9)),
            "note": draw(_WORDS),
        }
        for position in positions
    ]
    supports = [
        {
            "service": draw(st.sampled_from(["sign_language", "support", "other"])),
            "minutes": draw(st.integers(1, 900)),
            "requested_on": None,
            **draw(
                st.sampled_from(
                    [
                        {"approved_on": None, "approved_minutes": None},
                        {"approved_on": "2024-03-01", "approved_minutes": 30},
                    ]
                )
            ),
            "note": draw(_WORDS),
        }
        for _n in range(draw(st.integers(0, 3)))
    ]
    filings = [
        {
            "name": draw(st.sampled_from(["selection_record", "diplomas"])),
            "subject": "",
            "day": draw(_DAYS).isoformat(),
            "channel": "",
            "number": draw(_WORDS),
            "attachment": None,
            "withdrawn_on": draw(_DAYS).isoformat(),
            "withdraw_reason": "x",
        }
        for _n in range(draw(st.integers(0, 3)))
    ]
    papers = [
        {
            "kind": draw(st.sampled_from(["request", "other", "renunciation"])),
            "number": draw(_WORDS),
            "issued_on": None,
            "received_on": draw(_SOME_DAY),
            "ends_on": draw(_SOME_DAY),
            "signer": draw(_WORDS),
            "body": "",
            "note": "",
            "cents": draw(st.none() | st.integers(0, 10**9)),
            "attachment": None,
            "local_entity": draw(st.sampled_from([None, "Comarca Central"])),
        }
        for _n in range(draw(st.integers(0, 3)))
    ]
    return {"pauses": pauses, "budget": lines, "supports": supports, "filings": filings, "papers": papers}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(planning=plannings())
def test_whatever_is_planned_comes_out_the_same_from_an_empty_file(
    tmp_path_factory: pytest.TempPathFactory, planning: dict[str, Any]
) -> None:
    """A course exported, brought into an empty file and exported again gives the same bytes."""
    found = document() | {"pauses": planning["pauses"], "budget": planning["budget"]}
    found["enrolments"][2]["supports"] = planning["supports"]
    found["obligation_filings"] += planning["filings"]
    found["official_papers"] += planning["papers"]
    folder = tmp_path_factory.mktemp("files")
    with file_at(folder / "one.cpepa") as ws:
        import_course(ws, as_bytes(found))
        written = export_course(ws, CODE)
        assert check_file(ws) == ()
    with file_at(folder / "empty.cpepa") as ws:
        import_course(ws, written)
        assert export_course(ws, CODE) == written
        assert check_file(ws) == ()


def test_every_course_of_the_sample_comes_out_of_an_empty_file_as_it_came_in(tmp_path: Path) -> None:
    sample = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    for n, course in enumerate(list_courses(sample)):
        written = export_course(sample, course.code)
        with file_at(tmp_path / f"{n}.cpepa") as empty:
            empty.clock = sample.clock
            import_course(empty, written)
            assert export_course(empty, course.code) == written
            assert check_file(empty) == ()
    sample.file.close()


def test_a_filing_names_who_is_enrolled_and_an_obligation_there_is() -> None:
    found = document()
    found["obligation_filings"][1]["subject"] = ANA.replace("00000001R", "00000014Z")
    found["obligation_filings"][3]["name"] = "tea_time"
    found["course"]["renounced_on"] = "2024-02-15"
    found["official_papers"][2]["ends_on"] = "2024-02-01"
    assert {problem.where for problem in read_dossier(as_bytes(found)).problems} == {
        "$.obligation_filings[1].subject",
        "$.obligation_filings[3].name",
        "$.course.renounce_reason",
        "$.official_papers[2].ends_on",
    }
