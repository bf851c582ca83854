"""The window comes up without what only printing, importing or another page takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.operations.files import close_file
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from tests.house.tree import PACKAGE, ROOT, sources

# What each is for, and so when it may come: each costs a noticeable part of the half second a start may take.
LATER = {
    "PIL": "images of a paper",
    "PySide6.QtPdf": "the preview of a paper",
    "PySide6.QtPdfWidgets": "the preview of a paper",
    "PySide6.QtPrintSupport": "printing",
    "babel": "the days of a paper",
    "cpepa_desktop.cli.commands": "commands",
    "cpepa_desktop.operations.dossier": "bringing a course in or out",
    "cpepa_desktop.operations.paper_makers": "printing",
    "cpepa_desktop.operations.sample": "making the sample",
    "cpepa_desktop.reports": "printing",
    "holidays": "the calendar of a new year",
    "icalendar": "calendars of other programs",
    "jsonschema": "bringing a course in",
    "lxml": "workbooks",
    "openpyxl": "workbooks",
    "reportlab": "printing",
    "segno": "codes of a paper",
}
FIRST_PAGE = "home"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return every module that was imported when Inicio of the sample had been painted."""
    folder = tmp_path_factory.mktemp("start")
    clock = FixedClock(SAMPLE_DAY, datetime(2024, 2, 19, 9, tzinfo=UTC))
    close_file(build_sample(folder / "muestra.cpepa", clock, "Ana"))
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", folder / "muestra.cpepa", SAMPLE_DAY.isoformat()],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "profile")},
        check=True,
        stdout=subprocess.PIPE,
    )
    return frozenset(json.loads(done.stdout)["modules"])


def test_the_first_page_is_painted_without_what_is_for_later(imported: frozenset[str]) -> None:
    early = {name: LATER[name] for name in LATER if name in imported}
    assert early == {}


def test_of_the_pages_only_the_first_is_imported(imported: frozenset[str]) -> None:
    pages = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sources(PACKAGE / "ui")
        if file.name == "controller.py" and "Page(Page)" in file.read_text(encoding="utf-8")
    }
    assert f"cpepa_desktop.ui.{FIRST_PAGE}.controller" in pages
    assert pages & imported == {f"cpepa_desktop.ui.{FIRST_PAGE}.controller"}
