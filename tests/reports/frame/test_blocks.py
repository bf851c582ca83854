"""Blocks refuse what would make a bad paper, when they are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from cpepa_desktop.reports.frame import (
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Figure,
    Group,
    Heading,
    Listing,
    Logo,
    MalformedDocumentError,
    MissingGlyph,
    Paragraph,
    QrCode,
    Row,
    Scope,
    Signatures,
    Signer,
    Stroke,
    Strong,
    Table,
)
from cpepa_desktop.reports.frame.blocks import plain
from tests.reports.papers import CREATED

TWO = (Column("a"), Column("b"))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Paragraph("  "),
        lambda: Heading(1, ""),
        lambda: Heading(0, "a"),
        lambda: Heading(7, "a"),
        lambda: Listing(()),
        lambda: Listing(("a", "")),
        lambda: Fields(()),
        lambda: Fields((Field("a", "b", 3),), columns=2),
        lambda: Figure(b"", "", 10),
        lambda: Logo(b"", " "),
        lambda: QrCode("a", ""),
        lambda: Signatures(()),
        lambda: Group(()),
        lambda: Table((), (Row(()),)),
        lambda: Table(TWO, ()),
        lambda: Table(TWO, (Row(("a",)),)),
        lambda: Table(TWO, (Row(("a", "b", "c")),)),
        lambda: Table(TWO, (Row(("a", Cell("b", columns=2))),)),
        lambda: Table((Column("a"), Column("")), (Row(("a", "b")),)),
        lambda: Table(TWO, (Row(("a", "b")),), head=(Row((Cell("a"), Cell("b"))),)),
        lambda: Cell("", stroke=Stroke.RED_DIAGONAL),
    ],
)
def test_a_block_that_says_nothing_or_does_not_tile_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(MalformedDocumentError):
        make()


def document(*blocks: Block, created: datetime = CREATED) -> Document:
    return Document("Título", "C-1", created, blocks)


@pytest.mark.parametrize("levels", [(), (2,), (1, 3), (1, 2, 4)])
def test_headings_start_at_one_and_never_jump(levels: tuple[int, ...]) -> None:
    with pytest.raises(MalformedDocumentError):
        document(*(Heading(level, "a") for level in levels), Paragraph("a"))


@pytest.mark.parametrize("levels", [(1,), (1, 2, 3, 2, 3), (1, 2, 1)])
def test_headings_may_go_back_any_number_of_levels(levels: tuple[int, ...]) -> None:
    assert document(*(Heading(level, "a") for level in levels)).title == "Título"


def test_a_jump_inside_a_group_is_seen() -> None:
    with pytest.raises(MalformedDocumentError):
        document(Heading(1, "a"), Group((Heading(3, "b"),)))


def test_two_signature_fields_of_one_name_are_refused() -> None:
    one, other = (Signatures((Signer(role, form_field="firma"),)) for role in ("Tutoría", "Dirección"))

    with pytest.raises(MalformedDocumentError):
        document(Heading(1, "a"), one, Group((other,)))


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(MalformedDocumentError):
        document(Heading(1, "a"), created=CREATED.replace(tzinfo=None))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Paragraph("李"),
        lambda: Field("a", "李"),
        lambda: Table(TWO, (Row(("a", "李")),)),
        lambda: Table(TWO, (Row(("a", "b")),), caption="李"),
        lambda: Listing((("a", Strong("李")),)),
    ],
)
def test_text_is_held_against_the_glyphs_when_it_is_added(make: Callable[[], object]) -> None:
    with pytest.raises(MissingGlyph):
        make()


def test_emphasis_says_the_same_words() -> None:
    assert plain(("a ", Strong("b"), " c")) == "a b c"


def test_the_head_of_a_table_is_its_columns_titles_unless_it_is_given() -> None:
    table = Table(TWO, (Row(("1", "2")),))

    assert [cell.text for cell in table.head_rows()[0].cells if isinstance(cell, Cell)] == ["a", "b"]
    assert all(isinstance(cell, Cell) and cell.scope is Scope.COLUMN for cell in table.head_rows()[0].cells)
