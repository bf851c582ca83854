"""A pause is explained with its reason and its days, and the article on telling of it where there is one."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.explained_pause import explain_pause
from cpepa_desktop.operations.pauses import list_pauses, pause_course
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, own_request, planned, request


@pytest.mark.parametrize(("is_call", "article"), [(True, "ap. 18.5"), (False, "")])
def test_a_pause_says_why_from_when_until_when_and_what_it_asks(
    ws: Workspace, *, is_call: bool, article: str
) -> None:
    planned(ws, request() if is_call else own_request())
    pause_course(ws, CODE, date(2024, 2, 5), date(2024, 2, 19), "Obras en el aula")
    view, (pause,) = read_course(ws, CODE), list_pauses(ws, CODE)
    explained = explain_pause(ws, view, pause)
    lines = dict(explained.lines)
    assert lines["Motivo"] == "Obras en el aula"
    assert (lines["Desde"], lines["Se reanuda"]) == ("lun 5 feb 2024", "lun 19 feb 2024")
    assert lines["Dura"] == "14 días naturales"
    assert "El curso acaba" in lines
    assert article in explained.citation
    assert bool(explained.citation) is is_call
    assert bool(explained.articles) is is_call
