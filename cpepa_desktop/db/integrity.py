"""Whether a centre's file is sound: for the engine, in its attachments, and by its own invariants."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from cpepa_desktop.db import copies
from cpepa_desktop.db.attachments import AttachmentStore
from cpepa_desktop.db.invariants import INVARIANTS
from cpepa_desktop.db.planning_invariants import PLANNING_INVARIANTS
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _


def check(db: Database, attachments: AttachmentStore) -> tuple[Problem, ...]:
    """Return everything that is wrong in the file, nothing where it is sound. Reads all of it.

    Where the engine finds the file damaged, that is the whole answer: what it reads then means nothing.
    """
    try:
        damage = copies.faults_of(db)
    except sqlite3.DatabaseError as error:
        damage = (str(error),)
    if damage:
        return tuple(
            Problem(_("el archivo está dañado ({detail})").format(detail=detail)) for detail in damage
        )
    return (
        *(Problem(sentence) for sentence in attachments.faults()),
        *(problem for invariant in (*INVARIANTS, *PLANNING_INVARIANTS) for problem in invariant(db)),
    )
