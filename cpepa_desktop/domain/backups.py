"""A backup and the moment it was made: what the list of backups shows, and which ones are worth keeping."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

DAYS_WITH_ALL: Final = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of how many days, weeks and months before those the last backup is kept."""


class Reason(StrEnum):
    """Why a backup was made; written in its name."""

    TIMER = "periodica"
    CLOSING = "cierre"
    MIGRATION = "antes-de-actualizar"
    RESTORE = "antes-de-restaurar"
    ASKED = "manual"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on the disk. ``moment`` is when it was made, with its time zone."""

    path: Path
    moment: datetime
    reason: Reason


# 2024-03-14T18-30-05+0100_cierre.cpepa, with _2, _3… before the ending for a second one in the same second.
_NAME: Final = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d[+-]\d{4})_(?P<reason>[a-z-]+)(_\d+)?\.cpepa"
)
_MOMENT: Final = "%Y-%m-%dT%H-%M-%S%z"


def backup_name(moment: datetime, reason: Reason, repeat: int = 1) -> str:
    """Return the name of a backup made at ``moment``; it sorts by time and any system accepts it."""
    suffix = f"_{repeat}" if repeat > 1 else ""
    return f"{moment.strftime(_MOMENT)}_{reason}{suffix}.cpepa"


def read_backup_name(path: Path) -> Backup | None:
    """Return the backup that the name of ``path`` tells of, or ``None`` where it is not one of ours."""
    match = _NAME.fullmatch(path.name)
    if match is None or match["reason"] not in set(Reason):
        return None
    try:
        moment = datetime.strptime(match["moment"], _MOMENT)  # noqa: DTZ007 - _MOMENT has its %z
    except ValueError:  # the digits are there and are no date
        return None
    return Backup(path, moment, Reason(match["reason"]))


def worth_keeping(backups: Iterable[Backup], now: datetime) -> frozenset[Backup]:
    """Return all backups of the last two days, then the last of each of 12 days, 10 weeks and 9 months.

    The two days are 48 hours back from ``now``, the limit included. The day, week or month of a backup is
    that of its own local time. Periods count only where they have a backup, so a long holiday costs none, and
    one that has a newer backup kept already has its last. One dated after ``now`` (a clock set back) is kept:
    it may be the best.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.moment, backup.path.name), reverse=True)
    kept = [backup for backup in newest_first if backup.moment >= now - DAYS_WITH_ALL]
    older = newest_first[len(kept) :]
    older = _keep_last_of_each(_day, DAYS, kept, older)
    older = _keep_last_of_each(_week, WEEKS, kept, older)
    _keep_last_of_each(_month, MONTHS, kept, older)
    return frozenset(kept)


def _keep_last_of_each(
    period_of: Callable[[Backup], Hashable], limit: int, kept: list[Backup], older: list[Backup]
) -> list[Backup]:
    """Add to ``kept`` the last backup of each of ``limit`` periods; return those older than all of these."""
    covered = period_of(kept[-1]) if kept else None
    for index, backup in enumerate(older):
        period = period_of(backup)
        if period == covered:
            continue
        if limit == 0:
            return older[index:]
        kept.append(backup)
        covered, limit = period, limit - 1
    return []


def _day(backup: Backup) -> date:
    return backup.moment.date()


def _week(backup: Backup) -> tuple[int, int]:
    year, week, _weekday = backup.moment.isocalendar()
    return year, week


def _month(backup: Backup) -> tuple[int, int]:
    return backup.moment.year, backup.moment.month


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup opened, checked and compared. ``missing`` names the attachments that could not be kept."""

    backup: Backup
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the backup brought back, and the one made of what was there, if it could be read.

    ``missing`` names the attachments that are nowhere any more.
    """

    backup: Path
    previous: Path | None
    missing: tuple[str, ...] = ()
