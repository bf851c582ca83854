"""Which lock a weekly paper was made from: the version sent, its day, its registry and its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.reports.frame import Paragraph, Prose, Strong, spanish

_FINGERPRINT_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class WeekSent:
    """The lock that stands on a week, and the one it replaces, ``None`` for the first."""

    lock: WeekLock
    replaced: WeekLock | None = None


def sent_line(sent: WeekSent) -> Paragraph:
    """Return the line that says which lock a paper was made from, and which one that replaces."""
    lock, before = sent.lock, sent.replaced
    words = (
        f" · enviada el {spanish.short_day(lock.sent_on)} · registro {lock.registry}"
        f" · huella {lock.content_sha256[:_FINGERPRINT_DIGITS]}"
    )
    if before is not None:
        words += (
            f" · sustituye a la versión {before.version}, enviada el {spanish.short_day(before.sent_on)}"
            f" con el registro {before.registry} (motivo: {before.unlock_reason})"
        )
    return Paragraph((Strong(f"Versión {lock.version}"), words), style=Prose.NOTE)
