"""Papers issued: what each was, when, of what bytes, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaperState(StrEnum):
    """What became of a paper. A correction is a new paper that replaces it."""

    ISSUED = "issued"
    REPLACED = "replaced"
    ANNULLED = "annulled"


class FilingAct(StrEnum):
    """What was done with a paper."""

    SENT = "sent"
    APPROVED = "approved"
    HANDED_OUT = "handed_out"


@dataclass(frozen=True, slots=True)
class Filing:
    """One thing done with a paper, with its day, the registry's number and the scan that proves it."""

    id: int
    act: FilingAct
    day: date
    channel: str = ""
    number: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper printed to file. ``sha256`` names its bytes, ``data_sha256`` what it was made from."""

    id: int
    kind: str
    year: int
    number: int
    course: str
    person_id: int | None
    week: str
    version: int
    printed_on: date
    data_sha256: str
    sha256: str
    size: int
    program_version: str
    replaces_id: int | None
    state: PaperState
    filings: tuple[Filing, ...] = ()
