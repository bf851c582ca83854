"""Pictures as centres have them come out fit for an archive."""

from __future__ import annotations

import io

import pypdfium2
import pytest
import segno
from PIL import Image

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.reports.frame import Figure, Logo, LogoBand, Orientation, QrCode, UnreadableImage, render
from tests.reports.checks import check
from tests.reports.papers import paper, photograph, picture


def embedded(content: bytes) -> list[Image.Image]:
    """Return the pictures that stand on the first page."""
    document = pypdfium2.PdfDocument(content)
    found = [
        thing.get_bitmap().to_pil()
        for thing in document[0].get_objects()
        if isinstance(thing, pypdfium2.PdfImage)
    ]
    document.close()
    return found


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("L", "PNG"), ("CMYK", "JPEG"), ("RGB", "JPEG")]
)
def test_every_kind_of_picture_is_printed_without_transparency_or_cmyk(mode: str, kind: str) -> None:
    document = paper(Figure(picture(mode, kind=kind), "Un óvalo", 40))

    content = render(document)

    check(document, content)
    assert b"/SMask" not in content
    assert b"/DeviceCMYK" not in content
    assert len(embedded(content)) == 1


def test_transparency_becomes_paper() -> None:
    (image,) = embedded(render(paper(Figure(picture("RGBA"), "Un óvalo", 40))))

    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_photograph_taken_sideways_stands_upright() -> None:
    (image,) = embedded(render(paper(Figure(photograph(), "Un óvalo", 20))))

    assert image.height > image.width


def test_a_picture_finer_than_print_is_made_smaller() -> None:
    (image,) = embedded(render(paper(Figure(picture("RGB", (3000, 1000)), "Un óvalo", 20))))

    assert image.width == round(20 / 25.4 * 300)


@pytest.mark.parametrize("content", [b"", b"not a picture", picture()[:80], b"GIF89a"])
def test_a_damaged_picture_is_refused_by_its_name(content: bytes) -> None:
    with pytest.raises(UnreadableImage) as refusal:
        render(paper(Figure(content, "Escudo del centro", 20)))

    assert isinstance(refusal.value, Refused)
    assert "Escudo del centro" in str(refusal.value)


def test_a_wide_band_of_logos_shrinks_to_the_page() -> None:
    logos = tuple(Logo(picture(size=(400, 20)), f"Logo {number}") for number in range(4))
    document = paper(logos=LogoBand(logos, 14))

    assert len(check(document, render(document)).pages) == 1


def test_a_qr_code_stands_on_the_page_module_by_module() -> None:
    address = "https://ejemplo.es/v/123"
    content = render(document := paper(QrCode(address, f"Código QR con la dirección {address}", 30)))
    (figure,) = [element for element in check(document, content).elements if element.tag == "Figure"]
    left, bottom, right, top = (float(edge) for edge in figure.attributes["BBox"])
    modules = segno.make(address, error="m", micro=False).matrix
    page = pypdfium2.PdfDocument(content)[0]
    image = page.render(scale=4).to_pil().convert("L")
    side = (right - left) / (len(modules) + 8)  # four modules of quiet zone at each side

    drawn = [
        [
            image.getpixel(
                (4 * (left + (column + 4.5) * side), 4 * (page.get_height() - top + (row + 4.5) * side))
            )
            < 128
            for column in range(len(modules))
        ]
        for row in range(len(modules))
    ]

    assert drawn == [[bool(module) for module in row] for row in modules]
    assert address in figure.alternative
    assert right - left == pytest.approx(top - bottom) == pytest.approx(30 / 25.4 * 72, abs=0.1)


def test_the_same_picture_twice_is_kept_once() -> None:
    logo = picture("RGB", (400, 200))
    once = render(paper(Figure(logo, "Óvalo", 60)))
    twice = render(paper(Figure(logo, "Óvalo", 60), Figure(logo, "Óvalo", 60)))

    assert len(twice) < len(once) + 500
    assert len(embedded(twice)) == 2


def test_a_picture_is_never_drawn_wider_than_the_page() -> None:
    reading = check(document := paper(Figure(picture(), "Óvalo", 500)), render(document))

    (figure,) = [element for element in reading.elements if element.tag == "Figure"]
    left, _bottom, right, _top = (float(edge) for edge in figure.attributes["BBox"])
    assert right - left == pytest.approx(170 / 25.4 * 72, abs=0.1)


def test_a_picture_is_never_drawn_taller_than_a_page() -> None:
    tall = Figure(picture(size=(20, 400)), "Óvalo", 100)
    document = paper(tall, orientation=Orientation.LANDSCAPE)

    assert len(check(document, render(document)).pages) == 1


def test_pillow_is_never_asked_for_another_format() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "BMP")

    with pytest.raises(UnreadableImage):
        render(paper(Figure(buffer.getvalue(), "Óvalo", 20)))
