"""Sending a week: from then on its minutes and causes stand still, until somebody says why they may not."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.db import week_locks as table
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.week_lock import WeekLock
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.week_grid import CellState, week_grid
from cpepa_desktop.operations.week_locks import lock_of, locks_of
from cpepa_desktop.operations.workspace import Workspace


def lock_week(ws: Workspace, course: str, week: IsoWeek, sent_on: date, registry: str) -> Changes:
    """Freeze the minutes and causes of a week that was sent on ``sent_on`` under ``registry``.

    A legal act: undo stops at it. Raises ``Refused`` where the week is locked already, has cells still to
    enter, was sent before its last class or on a day to come, or the registry is not said.
    """
    refusal = _why_not(ws, course, week, sent_on, registry)
    if refusal:
        raise Refused(refusal)
    found = find_course(ws, course)
    version = 1 + sum(lock.week == week for lock in locks_of(ws, course))
    lock = WeekLock(0, week, version, sent_on, registry.strip(), content_sha256(ws, course, week))
    name = _("Enviar y bloquear la semana {week} de {course}").format(week=week, course=course)
    with ws.operation(name, legal=True):
        table.add(ws.db, found.id, lock)
    return Changes(name, frozenset({Kind.ATTENDANCE}), course)


def unlock_week(ws: Workspace, course: str, week: IsoWeek, reason: str) -> Changes:
    """Let a week that was sent be corrected. The lock is kept with the reason; the next one is a new version.

    Raises ``Refused`` where the week is not locked or the reason is not said.
    """
    lock = lock_of(ws, course, week)
    if lock is None:
        raise Refused(_("La semana {week} no está bloqueada. No se ha cambiado nada.").format(week=week))
    if not reason.strip():
        raise Refused(_("Diga por qué se desbloquea la semana: queda escrito. No se ha cambiado nada."))
    name = _("Desbloquear la semana {week} de {course}: {reason}").format(
        week=week, course=course, reason=reason.strip()
    )
    with ws.operation(name, legal=True):
        table.unlock(ws.db, lock.id, ws.clock.today(), reason.strip())
    return Changes(name, frozenset({Kind.ATTENDANCE}), course)


def content_sha256(ws: Workspace, course: str, week: IsoWeek) -> str:
    """Return the hash of the minutes and causes of a week; how far their proofs have come is not in it."""
    return sha256_of(table.content(ws.db, find_course(ws, course).id, week))


def _why_not(ws: Workspace, course: str, week: IsoWeek, sent_on: date, registry: str) -> str:
    grid = week_grid(ws, course, week)
    lock = lock_of(ws, course, week)
    last = max(column.stretch.day for column in grid.columns)
    waiting = sum(
        cell.state in {CellState.PENDING, CellState.FUTURE} for row in grid.rows for cell in row.cells
    )
    if lock is not None:
        message = _("La semana {week} ya está bloqueada: se envió el {day} con el registro {number}.")
        return message.format(week=week, day=day_words(lock.sent_on), number=lock.registry)
    if not registry.strip():
        return _("Escriba el número de registro con que se envió la semana. No se ha bloqueado nada.")
    if sent_on > ws.clock.today():
        return _("El {day} aún no ha llegado. No se ha bloqueado nada.").format(day=day_words(sent_on))
    if sent_on < last:
        message = _("La última clase de la semana {week} es el {day}: no pudo enviarse antes.")
        return message.format(week=week, day=day_words(last))
    if waiting:
        message = ngettext(
            "A la semana {week} le falta {n} casilla por introducir. No se ha bloqueado nada.",
            "A la semana {week} le faltan {n} casillas por introducir. No se ha bloqueado nada.",
            waiting,
        )
        return message.format(week=week, n=waiting)
    return ""
