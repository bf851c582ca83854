"""Who of a course the names in a log of connections are.

An e-mail says it before a name that somebody confirmed, and this before the name itself. A name is compared
without accents, capitals and punctuation, surnames first or last; what stands in brackets is a name too, that
of the device's owner. A name of two people is nobody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.domain.people import Enrolment
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _

_LIKE_ENOUGH: Final = 60
_MOST_SUGGESTED: Final = 3
_PARTS: Final = re.compile(r"[^()\[\]]+")
_WORDS: Final = re.compile(r"[^\W_]+")


class MatchedBy(StrEnum):
    """What told who somebody in a log is, the surest first."""

    EMAIL = "email"
    ALIAS = "alias"
    NAME = "name"

    @property
    def label(self) -> str:
        """Return it in the user's language."""
        match self:
            case MatchedBy.EMAIL:
                return _("correo")
            case MatchedBy.ALIAS:
                return _("nombre confirmado")
            case MatchedBy.NAME:
                return _("nombre")


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody of the course and what told that it is them."""

    enrolment: Enrolment
    by: MatchedBy


def one_name(text: str) -> str:
    """Return a name as names are compared: words in small letters without accents."""
    return " ".join(_WORDS.findall(folded(text)))


class Matcher:
    """Tells who of a course somebody in a log is. ``aliases`` are the names confirmed, by enrolment."""

    def __init__(
        self, enrolled: Iterable[Enrolment], trainers: Iterable[Trainer], aliases: Mapping[str, int]
    ) -> None:
        self._enrolled = {enrolment.id: enrolment for enrolment in enrolled}
        self._aliases = {one_name(alias): key for alias, key in aliases.items() if key in self._enrolled}
        self._emails: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)
        for enrolment in self._enrolled.values():
            person = enrolment.person
            self._emails[person.email.strip().lower()].add(enrolment.id)
            for order in ((person.name, person.surnames), (person.surnames, person.name)):
                self._names[one_name(" ".join(order))].add(enrolment.id)
        self._staff = {
            name
            for trainer in trainers
            for name in (
                trainer.email.strip().lower(),
                one_name(f"{trainer.name} {trainer.surnames}"),
                one_name(f"{trainer.surnames} {trainer.name}"),
            )
            if name
        }

    def match(self, name: str, email: str) -> Match | None:
        """Return who somebody is, ``None`` where nothing tells or it could be two people."""
        if email and (found := self._only(self._emails.get(email.lower(), set()))):
            return Match(found, MatchedBy.EMAIL)
        if (key := self._aliases.get(one_name(name))) is not None:
            return Match(self._enrolled[key], MatchedBy.ALIAS)
        keys = {key for said in _names_in(name) for key in self._names.get(said, set())}
        found = self._only(keys)
        return Match(found, MatchedBy.NAME) if found else None

    def is_staff(self, name: str, email: str) -> bool:
        """Say whether somebody is a trainer of the centre."""
        return bool(self._staff & {email.lower(), *_names_in(name)})

    def same_name(self, name: str) -> tuple[Enrolment, ...]:
        """Return the people who share a name, none where at most one has it."""
        keys = {key for said in _names_in(name) for key in self._names.get(said, set())}
        return tuple(self._enrolled[key] for key in sorted(keys)) if len(keys) > 1 else ()

    def suggestions(self, name: str) -> tuple[Enrolment, ...]:
        """Return who it might be, the likeliest first; whoever shares the name, where people do."""
        if shared := self.same_name(name):
            return shared
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where somebody is not found is it needed

        choices = {
            key: one_name(f"{enrolment.person.name} {enrolment.person.surnames}")
            for key, enrolment in self._enrolled.items()
        }
        scores: dict[int, float] = {}
        for said in _names_in(name):
            for _choice, score, key in process.extract(
                said, choices, scorer=fuzz.token_set_ratio, limit=None
            ):
                scores[key] = max(scores.get(key, 0), score)
        likely = sorted((-score, key) for key, score in scores.items() if score >= _LIKE_ENOUGH)
        return tuple(self._enrolled[key] for _score, key in likely[:_MOST_SUGGESTED])

    def _only(self, keys: set[int]) -> Enrolment | None:
        return self._enrolled[next(iter(keys))] if len(keys) == 1 else None


def _names_in(text: str) -> set[str]:
    """Return the names that a text may say: the whole, and what stands in brackets and out of them."""
    return {name for part in (text, *_PARTS.findall(text)) if (name := one_name(part))}
