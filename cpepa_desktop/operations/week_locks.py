"""Which weeks of a course stand still because they were sent, and the refusal to write in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cpepa_desktop.db import week_locks as table
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.workspace import Workspace


def locks_of(ws: Workspace, course: str) -> tuple[WeekLock, ...]:
    """Return every lock a course has had, by week and version. Raises ``Refused`` for an unknown course."""
    return table.week_locks(ws.db, find_course(ws, course).id)


def standing_locks(ws: Workspace, course: str) -> Mapping[IsoWeek, WeekLock]:
    """Return the locks of a course that stand, by week."""
    return {lock.week: lock for lock in locks_of(ws, course) if lock.stands}


def locked_weeks(ws: Workspace, course: str) -> frozenset[IsoWeek]:
    """Return the weeks of a course that stand still."""
    return frozenset(standing_locks(ws, course))


def lock_of(ws: Workspace, course: str, week: IsoWeek) -> WeekLock | None:
    """Return the lock that stands on a week, ``None`` where it may be written in."""
    return standing_locks(ws, course).get(week)


def refuse_if_locked(ws: Workspace, course: str, days: Iterable[date]) -> None:
    """Raise ``Refused`` where any of the days lies in a week that was sent, naming each such week."""
    weeks = sorted({IsoWeek.of(day) for day in days})
    standing = standing_locks(ws, course) if weeks else {}
    found = [standing[week] for week in weeks if week in standing]
    if found:
        raise Refused(
            _(
                "La semana está bloqueada porque ya se envió. No se ha cambiado nada. Para corregirla, "
                "desbloquéela diciendo el motivo, corríjala y envíela otra vez."
            ),
            tuple(Problem(_sent(lock)) for lock in found),
        )


def _sent(lock: WeekLock) -> str:
    message = _("Semana {week}, versión {version}: enviada el {day} con el registro {number}.")
    return message.format(
        week=lock.week, version=lock.version, day=day_words(lock.sent_on), number=lock.registry
    )
