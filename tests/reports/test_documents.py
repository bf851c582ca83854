"""What holds of every document of the program, also of the one that is written tomorrow."""

from __future__ import annotations

import hashlib
import io
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from cpepa_desktop import reports
from tests.reports.checks import check
from tests.reports.documents import FORMS

ROOT = Path(__file__).parents[2]
PRINT_HASHES = """
import hashlib
from tests.reports.documents import FORMS
print(*(hashlib.sha256(form.pdf()).hexdigest() for form in FORMS.values()))
"""


def test_every_document_is_among_those_that_are_checked_and_validated() -> None:
    written = {module.name for module in pkgutil.iter_modules(reports.__path__) if not module.ispkg}

    assert {form.module.__name__.rpartition(".")[2] for form in FORMS.values()} == written


@pytest.mark.parametrize("name", FORMS)
def test_a_screen_reader_finds_the_blocks_in_order_and_nothing_else(name: str) -> None:
    reading = check(FORMS[name].story(), FORMS[name].pdf())

    assert reading.elements[0].tag == "Document"


@pytest.mark.parametrize("name", FORMS)
def test_every_font_is_inside(name: str) -> None:
    pages: Any = PdfReader(io.BytesIO(FORMS[name].pdf())).pages
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]

    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "UTC", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1", "LC_ALL": "C.UTF-8"},
    ],
)
def test_another_process_and_time_zone_print_the_same_bytes(environment: dict[str, str]) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    ).stdout.split()

    assert printed == [hashlib.sha256(form.pdf()).hexdigest() for form in FORMS.values()]
