"""The packaged catalogue as its files hold it, to be spoilt one cell or one key at a time."""

from __future__ import annotations

import copy
import csv
import io
import json
from importlib import resources
from typing import Any

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.exchange.catalogue_file import ANNEX_FILE, CERTIFICATES_FILE, read_catalogue

_FOLDER = resources.files("cpepa_desktop.resources") / "catalogue"
ANNEX = (_FOLDER / ANNEX_FILE).read_bytes()
CERTIFICATES = (_FOLDER / CERTIFICATES_FILE).read_bytes()

Document = dict[str, Any]


def table() -> list[list[str]]:
    """Return the rows of the annex, its header first."""
    return list(csv.reader(io.StringIO(ANNEX.decode())))


def as_csv(rows: list[list[str]], delimiter: str = ",") -> bytes:
    """Return rows as a spreadsheet saves them."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def row_of(code: str, part: str = "") -> int:
    """Return the row of an offer as a spreadsheet numbers it."""
    return next(number for number, row in enumerate(table(), start=1) if row[2:4] == [code, part])


def spoil(code: str, column: str, value: str, part: str = "") -> tuple[Problem, ...]:
    """Return the problems of the annex with one cell changed."""
    rows = table()
    rows[row_of(code, part) - 1][rows[0].index(column)] = value
    return read_catalogue(as_csv(rows), CERTIFICATES)[1]


def certificates() -> list[Document]:
    """Return the certificates as the file holds them."""
    found: list[Document] = json.loads(CERTIFICATES)
    return found


def entry(code: str) -> Document:
    """Return a copy of one certificate."""
    return copy.deepcopy(next(item for item in certificates() if item["code"] == code))


def index_of(code: str) -> int:
    """Return where a certificate stands in the file."""
    return next(index for index, item in enumerate(certificates()) if item["code"] == code)


def with_entry(changed: Document, code: str) -> tuple[Problem, ...]:
    """Return the problems of the file with one certificate in place of that of ``code``."""
    document = certificates()
    document[index_of(code)] = changed
    return read_catalogue(ANNEX, json.dumps(document).encode())[1]
