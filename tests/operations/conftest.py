"""A new file of a centre, open for writing, and a course in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.operations.files import new_file
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CENTRE, ENTITY, at, planned


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a centre in Zaragoza on the Friday before its course begins."""
    workspace = new_file(
        tmp_path / "centro.cpepa", at(date(2024, 1, 12)), "Ana", entity=ENTITY, centre=CENTRE
    )
    yield workspace
    workspace.file.close()


@pytest.fixture
def course(ws: Workspace) -> CourseView:
    """Give SSCS0208, 370 h and 10 h, from Monday 15 January 2024, L-V 09:00-14:00."""
    return planned(ws)
