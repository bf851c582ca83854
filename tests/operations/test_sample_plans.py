"""What the sample centre plans."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations.accreditations import read_accreditations
from cpepa_desktop.operations.local_entities import read_local_entities
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.speciality_needs import list_needs, missing_needs
from cpepa_desktop.operations.yearly_requests import read_request
from tests.operations.builders import at


def test_the_sample_shows_every_way_of_being_authorised(tmp_path: Path) -> None:
    ws = build_sample(tmp_path / "muestra.cpepa", at(SAMPLE_DAY), "Ana")
    assert missing_needs(ws, "SSCS0208") == ()
    assert {view.answer for view in list_needs(ws, "COML0110")} == {Answer.NO, Answer.PENDING}
    warned = [view.speciality for view in read_accreditations(ws) if view.warnings]
    assert warned == ["ADGG0508"]
    lines = read_request(ws, SchoolYear(2023)).lines
    assert [(view.line.course, view.accreditation is not None) for view in lines] == [
        ("2024-ADGG0508", True),
        ("2024-COML0110", False),
        ("", True),
    ]
    assert [view.courses for view in read_local_entities(ws)] == [("2024-ADGG0508",)]
    ws.file.close()
