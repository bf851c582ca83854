"""What must hold of the sessions of a dossier: they fill their stretches and keep to their blocks' hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.exchange.dossier.findings import circles, repeated, unknown
from cpepa_desktop.exchange.dossier.model import Dossier, SessionRecord, StretchRecord

Placed = tuple[str, StretchRecord, SessionRecord]


def calendar_problems(dossier: Dossier) -> Iterator[Problem]:
    """Yield every problem of the stretches and sessions."""
    for n, stretch in enumerate(dossier.stretches):
        yield from _stretch_problems(stretch, f"$.stretches[{n}]")
    yield from repeated((f"$.stretches[{n}]", (s.day, s.n)) for n, s in enumerate(dossier.stretches))
    yield from _overlaps(dossier)
    sessions = placed_sessions(dossier)
    yield from _references(dossier, sessions)
    yield from _replacements(sessions)
    yield from _block_hours(dossier, sessions)


def placed_sessions(dossier: Dossier) -> tuple[Placed, ...]:
    """Return every session with its path and its stretch."""
    return tuple(
        (f"$.stretches[{n}].sessions[{index}]", stretch, session)
        for n, stretch in enumerate(dossier.stretches)
        for index, session in enumerate(stretch.sessions)
    )


def _stretch_problems(stretch: StretchRecord, where: str) -> Iterator[Problem]:
    if stretch.to_minute <= stretch.from_minute:
        yield Problem(_("Acaba antes de empezar."), where=f"{where}.to_minute")
        return
    length = stretch.to_minute - stretch.from_minute
    given = sum(session.minutes for session in stretch.sessions if session.counts)
    cancelled = sum(session.minutes for session in stretch.sessions if not session.counts)
    # Cancelled minutes may be given again in the same stretch or be left empty, so they count as either.
    if not given <= length <= given + cancelled:
        message = _("El tramo dura {stretch} y sus sesiones suman {given}, más {cancelled} canceladas.")
        yield Problem(
            message.format(
                stretch=hours_words(length), given=hours_words(given), cancelled=hours_words(cancelled)
            ),
            where=f"{where}.sessions",
        )
    yield from repeated(
        (f"{where}.sessions[{index}].position", session.position)
        for index, session in enumerate(stretch.sessions)
    )


def _overlaps(dossier: Dossier) -> Iterator[Problem]:
    """Yield a problem for two stretches at once; one that is wholly cancelled takes up nothing."""
    by_day: dict[date, list[tuple[str, StretchRecord]]] = defaultdict(list)
    for n, stretch in enumerate(dossier.stretches):
        if any(session.counts for session in stretch.sessions):
            by_day[stretch.day].append((f"$.stretches[{n}]", stretch))
    for stretches in by_day.values():
        in_clock_order = sorted(stretches, key=lambda placed: placed[1].from_minute)
        for (earlier, one), (later, other) in pairwise(in_clock_order):
            if other.from_minute < one.to_minute:
                message = _("Empieza antes de que acabe {earlier}, el mismo día.")
                yield Problem(message.format(earlier=earlier), where=f"{later}.from_minute")


def _references(dossier: Dossier, sessions: tuple[Placed, ...]) -> Iterator[Problem]:
    blocks = {block.code for block in dossier.blocks}
    trainers = {trainer.person for trainer in dossier.trainers}
    yield from unknown(((f"{where}.block", s.block) for where, _stretch, s in sessions), blocks, "blocks")
    for where, _stretch, session in sessions:
        named = [(f"{where}.trainers[{n}]", trainer) for n, trainer in enumerate(session.trainers)]
        yield from repeated(named)
        yield from unknown(named, trainers, "trainers")


def _replacements(sessions: tuple[Placed, ...]) -> Iterator[Problem]:
    found = {stretch.key(session): session for _where, stretch, session in sessions}
    for where, _stretch, session in sessions:
        if session.replaces is None:
            continue
        replaced = found.get(session.replaces)
        if replaced is None:
            message = _("No hay ninguna sesión «{key}».")
            yield Problem(message.format(key=session.replaces), where=f"{where}.replaces")
        elif replaced.counts:
            message = _("La sesión {key} no está cancelada: no puede sustituirse.")
            yield Problem(message.format(key=session.replaces), where=f"{where}.replaces")
    yield from circles({key: session.replaces for key, session in found.items()}, "$.stretches")


def _block_hours(dossier: Dossier, sessions: tuple[Placed, ...]) -> Iterator[Problem]:
    scheduled: dict[str, int] = defaultdict(int)
    for _where, _stretch, session in sessions:
        if session.counts:
            scheduled[session.block] += session.minutes
    for n, block in enumerate(dossier.blocks):
        if scheduled[block.code] > block.official_minutes:
            message = _("Sus sesiones suman {scheduled} y son {official}.")
            yield Problem(
                message.format(
                    scheduled=hours_words(scheduled[block.code]), official=hours_words(block.official_minutes)
                ),
                where=f"$.blocks[{n}].official_minutes",
            )
