"""The file: the same bytes every time, everything inside it, and what it says of itself."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from cpepa_desktop.reports.frame import Column, Paragraph, Row, Strong, Table, render
from tests.reports.papers import everything, ledger, paper
from tests.reports.reading import read

ROOT = Path(__file__).parents[3]
PRINT_HASHES = """
import hashlib
from cpepa_desktop.reports.frame import render
from tests.reports.papers import everything, ledger
print(*(hashlib.sha256(render(paper)).hexdigest() for paper in (everything(), ledger(40))))
"""


def text_of(content: bytes) -> list[str]:
    return ["".join(ink.text for ink in page) for page in read(content).pages]


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "UTC", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1", "LC_ALL": "C.UTF-8"},
        {"RL_useA85": "1", "RL_pageCompression": "0", "RL_pdfMultiLine": "1", "RL_invariant": "0"},
    ],
)
def test_another_process_zone_or_environment_gives_the_same_bytes(environment: dict[str, str]) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_HASHES],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    ).stdout.split()

    assert printed == [hashlib.sha256(render(paper)).hexdigest() for paper in (everything(), ledger(40))]


def test_the_same_document_object_can_be_rendered_twice() -> None:
    document = everything()

    assert render(document) == render(document)


def test_papers_printed_at_once_from_several_threads_are_the_same() -> None:
    expected = render(everything())

    with ThreadPoolExecutor(4) as threads:
        printed = list(threads.map(lambda _turn: render(everything()), range(16)))

    assert set(printed) == {expected}


def test_another_moment_gives_another_file() -> None:
    assert render(paper()) != render(paper(created=paper().created.replace(minute=31)))


def root_of(content: bytes) -> Any:  # noqa: ANN401 - a file being taken apart
    return PdfReader(io.BytesIO(content)).root_object


def packet_of(content: bytes) -> str:
    packet: bytes = root_of(content)["/Metadata"].get_data()
    ET.fromstring(packet.decode("utf-8").strip())  # noqa: S314 - our own bytes
    return packet.decode("utf-8")


def test_every_font_is_embedded_as_a_subset_with_its_text() -> None:
    names = set()
    for page in root_of(render(everything()))["/Pages"]["/Kids"]:
        for font in page.get_object()["/Resources"]["/Font"].values():
            names.add(font.get_object()["/BaseFont"].split("+")[1])
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
            assert "/ToUnicode" in font.get_object()

    assert names == {"DejaVuSansCondensed", "DejaVuSansCondensed-Bold"}


def test_the_file_says_what_it_is() -> None:
    content = render(everything())
    root = root_of(content)
    info: Any = PdfReader(io.BytesIO(content)).metadata
    packet = packet_of(content)

    assert info.title == "Informe: ñ, «comillas», 5 €"
    assert info.author == "Centro de ejemplo"
    assert info["/CreationDate"] == "D:20240219093000+01'00'"
    assert root["/Lang"] == "es-ES"
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    for claim in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Informe: ñ, «comillas», 5 €",
        "2024-02-19T09:30:00+01:00",
    ):
        assert claim in packet


def test_the_colour_profile_has_a_date_of_its_own() -> None:
    """A profile holds the moment it was made: pinned, or no paper would have the same bytes twice."""
    (intent,) = root_of(render(paper()))["/OutputIntents"]
    profile: bytes = intent["/DestOutputProfile"].get_data()

    assert profile == (files("cpepa_desktop.resources") / "icc" / "sRGB.icc").read_bytes()
    assert profile[16:20] == b"RGB "
    assert [int.from_bytes(profile[at : at + 2]) for at in range(24, 36, 2)] == [2000, 1, 1, 0, 0, 0]


def test_a_title_with_markup_signs_keeps_the_packet_whole() -> None:
    assert "Ofimática &lt;básica&gt; &amp; más" in packet_of(render(paper(title="Ofimática <básica> & más")))


def test_every_page_has_its_foot_and_later_ones_their_head() -> None:
    pages = text_of(render(ledger(60)))

    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert "PRUEBA-1 · Papel de prueba" in page
        assert f"página {number} de 3" in page


def test_a_long_foot_is_cut_short_and_never_runs_into_the_number() -> None:
    document = paper(title="Una denominación larguísima " * 12)

    (page,) = text_of(render(document))

    assert "…" in page
    assert "página 1 de 1" in page


@pytest.mark.parametrize(
    "text", ["Ofimática <básica> & más", "a (b) \\ c", "<b>no es negrita</b>", "&amp; ${x} %s {0}"]
)
def test_text_is_printed_as_it_is_written(text: str) -> None:
    document = paper(
        Paragraph(text), Table((Column(text),), (Row((text,)),)), Paragraph((Strong(text), " fin"))
    )

    said = [element.text.strip() for element in read(render(document)).elements]

    assert said.count(text) == 3
    assert f"{text} fin" in said


def test_a_file_without_tags_is_only_for_measuring() -> None:
    content = render(ledger(10), tagged=False)

    reader = PdfReader(io.BytesIO(content))
    assert "/StructTreeRoot" not in reader.root_object
    assert reader.pages[0].extract_text() == PdfReader(io.BytesIO(render(ledger(10)))).pages[0].extract_text()
