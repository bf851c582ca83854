"""The pages of the manual as they are shipped, in the order of their index, and finding words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from cpepa_desktop.domain.search import folded

INDEX: Final = "indice.md"
SHORTCUTS: Final = "atajos.md"
_FOLDER: Final = files("cpepa_desktop.resources") / "manual"
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING: Final = re.compile(r"^#{1,6}\s+(.*)$")
_MARKS: Final = re.compile(r"[*_`|>#]+|^\s*(?:-|\d+\.)\s+|:?-{3,}:?", re.MULTILINE)
_EXCERPT: Final = 90


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page with the plain words under it; ``anchor`` is what links name it by."""

    heading: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page by its file name, with its text as Markdown and its sections, the first under its title."""

    name: str
    text: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """Return the first heading."""
        return self.sections[0].heading


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which something was found, and the words around it."""

    page: ManualPage
    section: Section
    excerpt: str

    @property
    def place(self) -> str:
        """Return where it is, as links write it."""
        is_first = self.section is self.page.sections[0]
        return self.page.name if is_first else f"{self.page.name}#{self.section.anchor}"


@cache
def manual() -> tuple[ManualPage, ...]:
    """Return every page: the index, then the pages in the order it names them."""
    index = _read(INDEX)
    return (index, *(_read(name) for name in dict.fromkeys(_pages_named(index.text))))


def page_named(name: str) -> ManualPage:
    """Return the page of that file name. Raise ``KeyError`` where there is none."""
    for page in manual():
        if page.name == name:
            return page
    raise KeyError(name)


def resource(path: str) -> bytes:
    """Return what a file of the manual holds, such as a picture; nothing where it is not there."""
    file = _FOLDER.joinpath(*path.split("/"))
    return file.read_bytes() if file.is_file() else b""


def links_of(text: str) -> tuple[str, ...]:
    """Return where the links and pictures of a page lead, as they are written."""
    return tuple(target for _words, target in _LINK.findall(text))


def anchor_of(heading: str) -> str:
    """Return what a heading is linked by, made as the pages' other readers make it."""
    return re.sub(r"[^\w\- ]", "", _plain(heading).lower()).replace(" ", "-")


def find(pages: Iterable[ManualPage], typed: str) -> tuple[Hit, ...]:
    """Return the sections that have every word typed, those with them in the heading first.

    Accents and capitals do not count.
    """
    wanted = folded(typed).split()
    if not wanted:
        return ()
    hits = [
        (not _has_all(section.heading, wanted), Hit(page, section, _around(section, wanted[0])))
        for page in pages
        for section in page.sections
        if _has_all(f"{section.heading} {section.words}", wanted)
    ]
    return tuple(hit for _later, hit in sorted(hits, key=lambda each: each[0]))


def _has_all(text: str, wanted: Sequence[str]) -> bool:
    plain = folded(text)
    return all(word in plain for word in wanted)


def _around(section: Section, word: str) -> str:
    """Return the line of a section that has a word, cut to what a list can show."""
    lines = [" ".join(line.split()) for line in section.words.splitlines()]
    line = next((line for line in lines if word in folded(line)), next(filter(None, lines), ""))
    if len(line) <= _EXCERPT:
        return line
    start = max(folded(line).find(word) - _EXCERPT // 2, 0)
    cut = line[start : start + _EXCERPT].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + _EXCERPT < len(line) else ''}"


def _read(name: str) -> ManualPage:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return ManualPage(name, text, tuple(_sections(text)))


def _sections(text: str) -> Iterator[Section]:
    heading, lines = "", list[str]()
    for line in text.splitlines():
        if match := _HEADING.match(line):
            if heading:
                yield _section(heading, lines)
            heading, lines = match[1], []
        else:
            lines.append(line)
    yield _section(heading, lines)


def _section(heading: str, lines: Sequence[str]) -> Section:
    plain = _plain(heading)
    return Section(plain, anchor_of(heading), _plain("\n".join(lines)))


def _plain(text: str) -> str:
    """Return Markdown without its marks."""
    return _MARKS.sub(" ", _LINK.sub(r"\1", text)).strip()


def _pages_named(text: str) -> Iterator[str]:
    for target in links_of(text):
        name = target.partition("#")[0]
        if name.endswith(".md"):
            yield name
