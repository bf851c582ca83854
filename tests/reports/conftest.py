"""What the tests of papers share: pictures of official forms, compared with the ones kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCALE = 1.5  # 108 dots an inch: hairlines and 8 pt text are there, and a page weighs 60 KB
CLOSE = 1  # steps of 255 between two dots that count as equal
SHARE_THAT_MUST_BE_CLOSE = 0.995


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the pictures of papers anew")


Compare = Callable[[str, bytes], None]


@pytest.fixture
def same_picture(request: pytest.FixtureRequest) -> Compare:
    """Return a check that the first page of a paper looks as the picture kept of it."""
    update = bool(request.config.getoption("--update-snapshots", default=False))

    def compare(name: str, content: bytes) -> None:
        kept = SNAPSHOTS / f"{name}.png"
        drawn = first_page(content)
        if update:
            SNAPSHOTS.mkdir(exist_ok=True)
            drawn.save(kept, optimize=True)
        hint = "run `pytest tests/reports --update-snapshots`, look at the picture and commit it"
        assert kept.exists(), f"no picture of {name}: {hint}"
        with Image.open(kept) as expected:
            assert drawn.size == expected.size, f"{name} has another size: {hint}"
            share = share_of_close_dots(drawn, expected)
        if share < SHARE_THAT_MUST_BE_CLOSE:
            actual = Path(request.config.rootpath) / "out" / f"{name}-actual.png"
            actual.parent.mkdir(exist_ok=True)
            drawn.save(actual)
            pytest.fail(
                f"{name}: only {share:.2%} of the dots are as before, see {actual}; if it is meant, {hint}"
            )

    return compare


def first_page(content: bytes) -> Image.Image:
    """Return the first page in grey, which is how many centres print it."""
    document = pypdfium2.PdfDocument(content)
    picture: Image.Image = document[0].render(scale=SCALE).to_pil().convert("L")
    document.close()
    return picture


def share_of_close_dots(one: Image.Image, other: Image.Image) -> float:
    """Return how much of two pictures of one size is equal but for a step of grey."""
    histogram = ImageChops.difference(one, other.convert("L")).histogram()
    return sum(histogram[: CLOSE + 1]) / sum(histogram)
