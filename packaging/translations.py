"""Write the template of translations from the sources, or check that it and every catalogue are current.

Spanish is the language of the sources. A catalogue lies beside the template, in
`<language>/LC_MESSAGES/cpepa_desktop.po`, for every other language: none today.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cpepa_desktop"
LOCALE = PACKAGE / "resources" / "locale"
TEMPLATE = LOCALE / "cpepa_desktop.pot"

# What marks a text, and a note for the translator in a comment before it.
KEYWORDS = {"_": None, "ngettext": (1, 2)}
NOTE = "Traducción:"


def extracted() -> Catalog:
    """Return all texts marked in the package, each with the files it is in."""
    catalogue = Catalog(locale="es", header_comment="", fuzzy=False)
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS, comment_tags=(NOTE,), strip_comment_tags=True)
    for file, line, message, comments, context in found:
        place = (f"cpepa_desktop/{Path(file).as_posix()}", line)
        catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """Return the catalogue as it is committed: no dates and no line numbers, so that only texts change it."""
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=True, include_lineno=False, sort_output=True, width=110)
    return out.getvalue().decode()


def problems() -> Iterator[str]:
    """Yield what is not current, one sentence each."""
    wanted = extracted()
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != as_text(wanted):
        yield f"{TEMPLATE.relative_to(ROOT)} is not current: run `make format`"
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        name = file.relative_to(ROOT)
        with file.open("rb") as stream:
            catalogue = read_po(stream, locale=file.parent.parent.name, abort_invalid=True)
        known = {message.id for message in catalogue if message.id}
        texts = {message.id for message in wanted if message.id}
        yield from (f"{name}: no longer in the sources: {text}" for text in sorted(map(str, known - texts)))
        yield from (f"{name}: missing: {text}" for text in sorted(map(str, texts - known)))
        for message in catalogue:
            if message.id and (message.fuzzy or not message.string):
                yield f"{name}: not finished: {message.id}"
            yield from (f"{name}: {error}" for error in message.check(catalogue))


def main() -> int:
    """Return 0 where all is current or has just been written, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where something is not current"
    )
    if parser.parse_args().check:
        found = list(problems())
        print("\n".join(found) if found else f"{len(extracted())} texts, all current")
        return 1 if found else 0
    LOCALE.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(as_text(extracted()), encoding="utf-8")
    print(f"wrote {TEMPLATE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
