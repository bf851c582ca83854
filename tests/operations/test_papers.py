"""Papers printed from the sample centre: what they say, that they stay, and what is done with them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cpepa_desktop.db import documents
from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.papers import FilingAct, PaperState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_paper import blank_sheet, recorded_sheet
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.centres import read_centre, save_centre
from cpepa_desktop.operations.conditions_paper import conditions
from cpepa_desktop.operations.course_papers import lines_of
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.paper_data import as_printed
from cpepa_desktop.operations.paper_head import modality, paper_head
from cpepa_desktop.operations.papers import (
    annul_paper,
    documents_of_courses,
    file_name,
    has_changed,
    issue_paper,
    list_papers,
    mark_paper,
    missing_items,
    preview_paper,
    print_paper,
    read_paper,
    save_paper,
)
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.sessions import set_mode
from cpepa_desktop.operations.week_grid import week_grid
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.attendance_sheet import Presence
from tests.operations.builders import at

COURSE = "2024-SSCS0208"
WEEK = IsoWeek(2024, 6)
NEXT_WEEK = IsoWeek(2024, 7)
RECORDED = "attendance-sheet-recorded"


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    """Give the sample centre on its day."""
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    yield ws
    ws.file.close()


def text_of(data: bytes) -> str:
    """Return the text of every page of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("kind", [kind.name for kind in documents_of_courses()])
def test_every_document_of_a_course_prints_from_the_sample(sample: Workspace, kind: str) -> None:
    subjects = [line.request.subject for line in lines_of(sample, COURSE, kind, WEEK.monday)]
    text = text_of(preview_paper(sample, kind, COURSE, WEEK if WEEK in subjects else subjects[0]))
    assert "SSCS0208" in text
    assert "CPEPA Muestra" in text


def test_a_preview_registers_nothing(sample: Workspace) -> None:
    preview_paper(sample, RECORDED, COURSE, WEEK)
    assert list_papers(sample) == ()


def test_a_weekly_paper_without_its_week_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused, match="semana"):
        preview_paper(sample, RECORDED, COURSE)


def test_a_paper_keeps_its_bytes_when_the_centre_changes_its_name(sample: Workspace, tmp_path: Path) -> None:
    printed = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path)
    before = printed.path.read_bytes()
    save_centre(sample, replace(read_centre(sample).centre, name="Otro nombre"))
    assert read_paper(sample, printed.paper.id) == before
    assert save_paper(sample, printed.paper.id, tmp_path / "again").read_bytes() == before


def test_a_correction_is_a_new_paper_that_names_the_one_it_replaces(
    sample: Workspace, tmp_path: Path
) -> None:
    first = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    cell = week_grid(sample, COURSE, WEEK).rows[0].cells[0]
    record_attendance(sample, COURSE, [StretchInput(cell.enrolment_id, cell.stretch_id, 0)])
    second = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    assert (second.version, second.replaces_id) == (2, first.id)
    states = {view.paper.id: view.paper.state for view in list_papers(sample, COURSE)}
    assert states == {first.id: PaperState.REPLACED, second.id: PaperState.ISSUED}


def test_weeks_have_papers_of_their_own(sample: Workspace, tmp_path: Path) -> None:
    one = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    other = print_paper(sample, RECORDED, COURSE, NEXT_WEEK, tmp_path).paper
    assert (other.version, other.replaces_id, other.number) == (1, None, one.number + 1)


def test_a_folder_that_cannot_be_written_loses_no_paper(sample: Workspace, tmp_path: Path) -> None:
    blocked = tmp_path / "no-es-carpeta"
    blocked.write_text("")
    with pytest.raises(EnvironmentFault, match="registrado"):
        print_paper(sample, RECORDED, COURSE, WEEK, blocked)
    assert len(list_papers(sample)) == 1


def test_a_paper_is_marked_with_day_number_and_scan(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    scan = tmp_path / "firmada.pdf"
    scan.write_bytes(b"%PDF-1.7 escaneada")
    mark_paper(sample, paper.id, FilingAct.SENT, SAMPLE_DAY, " RE-123 ", "Registro", scan)
    filing = list_papers(sample)[0].paper.filings[0]
    assert (filing.act, filing.day, filing.number) == (FilingAct.SENT, SAMPLE_DAY, "RE-123")
    assert filing.attachment is not None
    assert sample.file.attachments.get(filing.attachment) == scan.read_bytes()


def test_a_paper_is_not_sent_before_it_was_printed(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    with pytest.raises(Refused, match="no pudo presentarse antes"):
        mark_paper(sample, paper.id, FilingAct.SENT, date(2024, 2, 18))


def test_a_scan_that_is_not_there_marks_nothing(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    with pytest.raises(Refused, match="No se puede leer"):
        mark_paper(sample, paper.id, FilingAct.SENT, SAMPLE_DAY, scan=tmp_path / "nada.pdf")
    assert list_papers(sample)[0].paper.filings == ()


def test_an_unknown_paper_is_refused(sample: Workspace) -> None:
    with pytest.raises(Refused, match="no está"):
        read_paper(sample, 99)


def test_the_name_of_a_file_is_safe_anywhere(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    assert (
        file_name(replace(paper, course="23/24 A:1")) == "23_24_A_1-attendance-sheet-recorded-2024-W06-v1.pdf"
    )


def test_the_register_keeps_what_the_paper_was_made_from(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    data = json.loads(documents.data_of(sample.db, paper.id))
    assert data["head"]["course_code"] == COURSE
    assert "printed_at" not in data["head"], "printing later does not make it another paper"


def test_a_recorded_sheet_shows_absent_partial_and_left(sample: Workspace) -> None:
    sheet = recorded_sheet(sample, COURSE, WEEK)
    by_name = {person.name: person for person in sheet.people}
    partial = by_name["Blasco Ñíguez, José"]
    assert [cell.presence for cell in partial.cells] == [
        Presence.ATTENDED,
        Presence.PARTIAL,
        *[Presence.ATTENDED] * 3,
    ]
    assert (partial.justified_minutes, partial.unjustified_minutes) == (0, 150)
    assert {cell.presence for cell in by_name["Ibáñez Tobajas, Raúl"].cells} == {Presence.AFTER_LEAVING}


def test_a_rejected_justification_counts_as_unjustified(sample: Workspace) -> None:
    sheet = recorded_sheet(sample, COURSE, WEEK)
    rejected = next(person for person in sheet.people if person.document == "90000463Z")
    assert (rejected.justified_minutes, rejected.unjustified_minutes) == (0, 60)
    assert [incident.justification for incident in sheet.incidents] == [
        "Sin justificar",
        "Justificante rechazado",
    ]


def test_a_week_not_entered_is_pending_and_never_attended(sample: Workspace) -> None:
    sheet = recorded_sheet(sample, COURSE, NEXT_WEEK)
    assert {cell.presence for cell in sheet.people[0].cells} == {Presence.PENDING}


def test_a_blank_sheet_is_to_be_signed_whatever_is_entered(sample: Workspace) -> None:
    sheet = blank_sheet(sample, COURSE, WEEK)
    assert {cell.presence for cell in sheet.people[0].cells} == {Presence.SIGNATURE}
    assert sheet.incidents == ()


def test_a_block_that_ends_in_the_week_shares_its_stretch(sample: Workspace) -> None:
    columns = blank_sheet(sample, COURSE, NEXT_WEEK).columns
    assert [block.code for block in columns[0].blocks] == ["UF0128"]
    assert sum(block.minutes for column in columns for block in column.blocks) == 25 * 60


def test_the_conditions_sheet_of_the_sample_lacks_nothing_but_what_nobody_wrote(sample: Workspace) -> None:
    assert missing_items(sample, "conditions-sheet", COURSE) == ()
    text = text_of(preview_paper(sample, "conditions-sheet", COURSE))
    for letter in "abcdefghijkl":
        assert f"\n{letter}) " in f"\n{text}", letter


def test_a_course_without_texts_lists_what_is_pending(sample: Workspace) -> None:
    missing = missing_items(sample, "conditions-sheet", "2024-ADGG0508")
    assert any(item.startswith("b) Objetivos") for item in missing)
    assert "Pendiente de completar" in text_of(preview_paper(sample, "conditions-sheet", "2024-ADGG0508"))


def test_a_virtual_session_brings_the_annex(sample: Workspace) -> None:
    assert conditions(sample, COURSE).needs_annex is False
    later = read_course(sample, COURSE).sessions[-1]
    set_mode(sample, COURSE, [later.id], SessionMode.VIRTUAL)
    sheet = conditions(sample, COURSE)
    assert (sheet.needs_annex, sheet.virtual_minutes) == (True, later.minutes)
    assert any(item.startswith("Aula virtual") for item in missing_items(sample, "conditions-sheet", COURSE))


def test_the_conditions_sheet_counts_the_days_of_class_and_says_the_free_ones(sample: Workspace) -> None:
    sheet = conditions(sample, COURSE)
    assert sum(day.minutes for day in sheet.class_days) == sheet.action_minutes == 380 * 60
    assert [free.day for free in sheet.free_days][:2] == [date(2024, 1, 29), date(2024, 3, 5)]
    practice = next(module for module in sheet.modules if module.code == "MP0029")
    assert (practice.from_day, practice.to_day) == (date(2024, 5, 20), date(2024, 6, 7))


def test_the_head_of_a_paper_carries_the_logo_with_its_words(sample: Workspace) -> None:
    head = paper_head(sample)
    assert head.logos is not None
    assert head.logos.logos[0].alternative == "CPEPA Muestra"
    assert head.address == "Calle de la Muestra, 1, 50001"


@pytest.mark.parametrize(
    ("modes", "words"),
    [
        (set(), "Presencial"),
        ({SessionMode.IN_PERSON}, "Presencial"),
        ({SessionMode.IN_PERSON, SessionMode.VIRTUAL}, "Presencial, con aula virtual"),
        ({SessionMode.VIRTUAL, SessionMode.BIMODAL}, "Presencial, sistema bimodal"),
    ],
)
def test_the_modality_is_the_guides_word(modes: set[SessionMode], words: str) -> None:
    assert modality(modes) == words


def test_what_has_no_printed_form_is_a_bug() -> None:
    with pytest.raises(TypeError):
        as_printed({"a": 1})


# Annulled and outdated --------------------------------------------------------------------------------------


def test_a_paper_that_does_not_count_is_annulled_with_its_reason_for_ever(
    sample: Workspace, tmp_path: Path
) -> None:
    first = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    changes = annul_paper(sample, first.id, " Se imprimió por error ")
    assert changes.operation == "Anular Hoja de asistencia registrada 1/2024: Se imprimió por error"
    assert list_papers(sample)[0].paper.state is PaperState.ANNULLED
    with pytest.raises(Refused, match="No se puede deshacer"):
        undo(sample)
    second = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    assert (second.number, second.version, second.replaces_id) == (2, 2, None)
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_only_a_paper_in_force_is_annulled_and_never_without_saying_why(
    sample: Workspace, tmp_path: Path
) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    with pytest.raises(Refused, match="por qué"):
        annul_paper(sample, paper.id, "  ")
    annul_paper(sample, paper.id, "Error")
    with pytest.raises(Refused, match="ya no está en vigor"):
        annul_paper(sample, paper.id, "Otra vez")


def test_a_paper_has_changed_once_what_it_was_made_from_has(sample: Workspace, tmp_path: Path) -> None:
    paper = print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper
    assert not has_changed(sample, paper)
    cell = week_grid(sample, COURSE, WEEK).rows[0].cells[0]
    record_attendance(sample, COURSE, [StretchInput(cell.enrolment_id, cell.stretch_id, 0)])
    assert has_changed(sample, paper)
    assert not has_changed(sample, print_paper(sample, RECORDED, COURSE, WEEK, tmp_path).paper)


def test_a_paper_can_be_issued_without_a_folder(sample: Workspace) -> None:
    issued = issue_paper(sample, "conditions-sheet", COURSE)
    assert issued.changes.kinds
    again = issue_paper(sample, "conditions-sheet", COURSE)
    assert (again.paper, again.changes.kinds) == (issued.paper, frozenset())
