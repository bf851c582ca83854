"""Texts that a centre writes in a plain box: a blank line parts paragraphs, «- » begins an item."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from cpepa_desktop.reports.frame.blocks import Block, Listing, Paragraph

_BULLETS: Final = ("- ", "* ", "• ")


def written(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and lists of ``text``, none where it says nothing. Nothing in it is markup."""
    blocks: list[Block] = []
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        for is_list, group in groupby(lines, key=lambda line: line.startswith(_BULLETS)):
            if is_list:
                blocks.append(Listing(tuple(line[2:].strip() or line for line in group)))
            else:
                blocks.append(Paragraph("\n".join(group)))
    return tuple(blocks)
