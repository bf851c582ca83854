"""Which lock a weekly paper was made from: the version sent, its day, its registry and its fingerprint."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.reports.frame import Strong, Text, spanish

_FINGERPRINT_DIGITS: Final = 12


def week_sent(lock: WeekLock, replaced: WeekLock | None = None) -> Text:
    """Return the line that says which lock a paper was made from, and which one that replaces."""
    version = f"Versión {lock.version}"
    sent = f" · enviada el {spanish.short_day(lock.sent_on)} · registro {lock.registry}"
    fingerprint = f" · huella {lock.content_sha256[:_FINGERPRINT_DIGITS]}"
    if replaced is None:
        return (Strong(version), f"{sent}{fingerprint}.")
    before = (
        f" Sustituye a la versión {replaced.version}, enviada el {spanish.short_day(replaced.sent_on)} con el "
        f"registro {replaced.registry} (motivo: {replaced.unlock_reason})."
    )
    return (Strong(version), f"{sent}{fingerprint}.{before}")
