"""Who pays for the courses of the sample."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.operations.application_view import read_application
from cpepa_desktop.operations.budgets import read_budget
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.supports import list_supports
from tests.operations.builders import at


def test_the_sample_has_applied_for_a_grant_within_its_term_and_its_limits(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    view = read_application(ws, "EPE-873-2023")
    assert view.is_submitted
    assert view.gaps == ()
    assert view.due is not None
    assert view.application.submitted_on is not None
    assert view.application.submitted_on <= view.due
    assert [each.action.course for each in view.actions] == ["2024-SSCS0208", "", ""]
    assert [each.cents for each in list_supports(ws, "2024-SSCS0208")] == [260_000]
    assert read_budget(ws, "2024-ADGG0508").balance == -24_050
    ws.file.close()
