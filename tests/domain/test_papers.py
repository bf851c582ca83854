"""Papers issued, and what was done with each."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.papers import Filing, FilingAct, IssuedPaper, PaperState


def test_a_paper_has_nothing_done_with_it_until_it_is_said() -> None:
    paper = IssuedPaper(
        id=1,
        kind="attendance-sheet",
        year=2024,
        number=1,
        course="24/001",
        person_id=None,
        period="2024-W03",
        version=1,
        printed_on=date(2024, 1, 19),
        data_sha256="",
        sha256="",
        size=0,
        program_version="0.1.0",
        replaces_id=None,
        state=PaperState.ISSUED,
    )
    assert paper.filings == ()


def test_an_act_needs_no_number_nor_scan() -> None:
    filing = Filing(1, FilingAct.SENT, date(2024, 1, 22))
    assert (filing.channel, filing.number, filing.attachment) == ("", "", None)


def test_states_and_acts_are_the_ones_the_file_keeps() -> None:
    assert [state.value for state in PaperState] == ["issued", "replaced", "annulled"]
    assert [act.value for act in FilingAct] == ["sent", "approved", "handed_out"]
