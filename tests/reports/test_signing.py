"""A paper survives being signed: the signatures hold, and so does all that held of the paper before."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pypdf import PdfReader

from cpepa_desktop.reports.frame import render
from tests.reports.checks import check
from tests.reports.documents import FORMS
from tests.reports.papers import everything
from tests.reports.signing import new_signer, sign, stamp, verdicts

PAPER = everything()


@pytest.fixture(scope="module")
def tutor() -> SimpleSigner:
    return new_signer("Ana Pérez Gil")


@pytest.fixture(scope="module")
def head() -> SimpleSigner:
    return new_signer("Luis Royo Sanz")


def look_of(content: bytes, name: str) -> Any:  # noqa: ANN401 - a file being taken apart
    """Return the resources of what stands in the box of a field."""
    return fields(content)[name]["/AP"]["/N"].get_object().get("/Resources", {})


def fonts(resources: Any) -> Iterator[Any]:  # noqa: ANN401 - the same
    """Yield every font among resources, also those of a page that was imported whole."""
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for inner in resources.get("/XObject", {}).values():
        yield from fonts(inner.get_object().get("/Resources", {}))


def is_embedded(font: Any) -> bool:  # noqa: ANN401 - the same
    return "/FontFile2" in font.get("/FontDescriptor", {})


def fields(content: bytes) -> dict[str, Any]:
    """Return the fields of a paper's form, by name."""
    root: Any = PdfReader(io.BytesIO(content)).root_object
    form = root.get("/AcroForm", {"/Fields": []})
    return {field.get_object()["/T"]: field.get_object() for field in form["/Fields"]}


def test_the_fields_are_there_empty_and_say_who_signs() -> None:
    found = {
        name: (field["/FT"], field["/TU"], "/V" in field) for name, field in fields(render(PAPER)).items()
    }

    assert found == {
        "firma_1": ("/Sig", "Firma: Tutoría", False),
        "firma_2": ("/Sig", "Firma: Dirección", False),
    }


def test_a_signature_is_valid_and_covers_the_whole_file(tutor: SimpleSigner) -> None:
    verdict = verdicts(sign(render(PAPER), "firma_1", tutor), [tutor])["firma_1"]

    assert verdict.bottom_line
    assert verdict.coverage is SignatureCoverageLevel.ENTIRE_FILE


def test_a_second_signature_leaves_the_first_one_valid(tutor: SimpleSigner, head: SimpleSigner) -> None:
    twice = sign(sign(render(PAPER), "firma_1", tutor), "firma_2", head)

    found = verdicts(twice, [tutor, head])

    assert [verdict.bottom_line for verdict in found.values()] == [True, True]
    assert found["firma_1"].coverage is SignatureCoverageLevel.ENTIRE_REVISION
    assert found["firma_1"].modification_level is ModificationLevel.FORM_FILLING


def test_a_paper_changed_after_it_was_signed_is_found_out(tutor: SimpleSigner) -> None:
    signed = bytearray(sign(render(PAPER), "firma_1", tutor))
    place = signed.index(b"Prueba de etiquetado")  # in the packet, which is not compressed
    signed[place] = ord("p")

    assert not verdicts(bytes(signed), [tutor])["firma_1"].bottom_line


def test_a_signer_nobody_vouches_for_is_not_trusted(
    tutor: SimpleSigner, head: SimpleSigner, caplog: pytest.LogCaptureFixture
) -> None:
    verdict = verdicts(sign(render(PAPER), "firma_1", tutor), [head])["firma_1"]

    assert verdict.intact
    assert not verdict.bottom_line
    assert "path" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("attendance sheet, blank", []),
        ("attendance sheet, recorded", ["firma_docente_1", "firma_docente_2", "firma_centro"]),
        ("conditions sheet", ["firma_entidad"]),
        ("conditions sheet with its annex", ["firma_entidad", "firma_entidad_anexo"]),
    ],
)
def test_whoever_signs_a_document_finds_a_field(name: str, expected: list[str], tutor: SimpleSigner) -> None:
    content = FORMS[name].pdf()
    for form_field in expected:
        content = sign(content, form_field, tutor)

    assert list(fields(content)) == expected
    assert all(verdict.bottom_line for verdict in verdicts(content, [tutor]).values())
    check(FORMS[name].story(), content)


def test_signing_adds_to_the_paper_and_changes_nothing_of_it(tutor: SimpleSigner, head: SimpleSigner) -> None:
    content = render(PAPER)
    once = sign(content, "firma_1", tutor)
    twice = sign(once, "firma_2", head)

    assert once.startswith(content)
    assert twice.startswith(once)
    check(PAPER, once)
    check(PAPER, twice)


def test_the_look_the_field_was_born_with_holds_no_font(tutor: SimpleSigner) -> None:
    signed = sign(render(PAPER), "firma_1", tutor)

    assert list(fonts(look_of(signed, "firma_1"))) == []


def test_a_stamp_made_from_a_paper_of_ours_brings_its_fonts_with_it(
    tutor: SimpleSigner, tmp_path: Path
) -> None:
    signed = sign(render(PAPER), "firma_1", tutor, stamp(tmp_path))

    found = list(fonts(look_of(signed, "firma_1")))
    assert found
    assert all(map(is_embedded, found))
    assert verdicts(signed, [tutor])["firma_1"].bottom_line
    check(PAPER, signed)


def test_the_look_of_the_signing_program_brings_a_font_that_is_not_inside(tutor: SimpleSigner) -> None:
    """Why the manual asks for ours; and proof that the two tests above can fail."""
    signed = sign(render(PAPER), "firma_1", tutor, None)

    assert [is_embedded(font) for font in fonts(look_of(signed, "firma_1"))] == [False]
