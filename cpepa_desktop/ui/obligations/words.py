"""Obligations in the words of the window: how long there is, what they are of, and by which text."""

from __future__ import annotations

from datetime import date
from typing import Final

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.obligation_words import pending_words, short_name
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.theme import Wash
from cpepa_desktop.ui.parts.verdicts import Badge

_SOON: Final = 3


def countdown(due: date, safe: date, today: date) -> Badge:
    """Return how long there is until a day: past it is danger, near it or past the safe one a warning."""
    days = (due - today).days
    if days < 0:
        words = ngettext("vencido hace {n} día", "vencido hace {n} días", -days).format(n=-days)
        return Badge(words, "warning", Wash.DANGER)
    words = ngettext("en {n} día", "en {n} días", days).format(n=days) if days else _("hoy")
    is_near = days <= _SOON or safe < today
    return Badge(words, "pending", Wash.WARNING) if is_near else Badge(words, "calendar", Wash.QUIET)


def state_badge(obligation: DatedObligation, today: date) -> Badge:
    """Return where an obligation stands: met, past, how long there is, or what its day waits for."""
    due = obligation.due
    if obligation.met is not None:
        return Badge(_("cumplido"), "ok", Wash.OK)
    if due is not None and not obligation.is_open(today):
        return Badge(_("ya pasó"), "info", Wash.QUIET)
    if due is not None:
        return countdown(due, obligation.safe or due, today)
    if obligation.waits_for is not None:
        return Badge(pending_words(obligation.waits_for), "unknown", Wash.QUIET)
    return Badge(_("sin plazo"), "info", Wash.QUIET)


def title_of(obligation: DatedObligation) -> str:
    """Return what is to be done, and of what where it is not of the whole course."""
    return _of_what(obligation.text, obligation.subject_words)


def short_title_of(obligation: DatedObligation) -> str:
    """Return the same in two or three words, for a column that leaves no room for more."""
    return _of_what(short_name(obligation.name), obligation.subject_words)


def subject_first(obligation: DatedObligation) -> str:
    """Return the title beginning with what it is of, which tells one from the next where the end is cut."""
    if not obligation.subject_words:
        return obligation.text
    subject, text = obligation.subject_words, obligation.text
    return f"{subject[:1].upper()}{subject[1:]}: {text[:1].lower()}{text[1:]}"


def _of_what(obligation: str, subject: str) -> str:
    if not subject:
        return obligation
    return _("{obligation}: {subject}").format(obligation=obligation, subject=subject)


def met_words(obligation: DatedObligation) -> str:
    """Return when an obligation was met and with which number, ``""`` where it was not."""
    if obligation.met is None:
        return ""
    parts = [text.full_day(obligation.met.day), obligation.met.channel, obligation.met.number]
    return ", ".join(part for part in parts if part)


def due_words(obligation: DatedObligation) -> str:
    """Return the last day with the text that sets it."""
    return _with_source(_("Plazo: {day}"), obligation.due, str(obligation.citation))


def safe_words(obligation: DatedObligation) -> str:
    """Return the safe day with the text that asks for it."""
    return _with_source(_("Fecha segura: {day}"), obligation.safe, str(obligation.safe_citation))


def whole_words(obligation: DatedObligation) -> str:
    """Return everything told of an obligation, a line each: what, both days with their texts, the note."""
    lines = [title_of(obligation), due_words(obligation) if obligation.due else str(obligation.citation)]
    if obligation.safe != obligation.due:
        lines.append(safe_words(obligation))
    lines.append(obligation.note)
    if obligation.consequence:
        lines.append(_("Fuera de plazo: {words}").format(words=obligation.consequence))
    return "\n".join(line for line in lines if line)


def _with_source(words: str, day: date | None, source: str) -> str:
    return "\n".join((words.format(day=day_words(day)), source)) if day else source
