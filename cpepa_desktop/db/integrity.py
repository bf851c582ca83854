"""Whether a centre's file is sound."""

from __future__ import annotations

from sqlite_utils import Database

from cpepa_desktop.db import copies
from cpepa_desktop.db.attachments import AttachmentStore
from cpepa_desktop.domain.errors import Problem


def check(db: Database, attachments: AttachmentStore) -> tuple[Problem, ...]:
    """Return everything that is wrong in the file."""
    return tuple(Problem(text) for text in (*copies.faults_of(db), *attachments.faults()))
