"""Plain texts of a centre become paragraphs and lists, and never markup."""

from __future__ import annotations

from cpepa_desktop.reports.frame import Listing, Paragraph
from cpepa_desktop.reports.frame.prose import written


def test_blank_lines_part_paragraphs_and_line_feeds_stay() -> None:
    assert written("uno\ndos\r\n\r\n\n\ntres") == (Paragraph("uno\ndos"), Paragraph("tres"))


def test_dashes_begin_items_also_under_a_sentence() -> None:
    assert written("Se hará:\n- esto;\n* y esto.\nFin.") == (
        Paragraph("Se hará:"),
        Listing(("esto;", "y esto.")),
        Paragraph("Fin."),
    )


def test_what_looks_like_markup_is_text() -> None:
    assert written("Ofimática <básica> & más") == (Paragraph("Ofimática <básica> & más"),)


def test_a_dash_alone_is_not_an_empty_item() -> None:
    assert written("- ") == (Paragraph("-"),)


def test_nothing_is_no_blocks() -> None:
    assert written(" \n\n ") == ()
