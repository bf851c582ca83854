"""What can be done with a last day under the daily minimum, in the words that ask it."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.laying_limits import LastDay


def last_day_choices(spread_until: date | None) -> list[tuple[LastDay, str]]:
    """Return the ways out; ``spread_until`` is when the course ends if earlier days are made longer."""
    choices = []
    if spread_until is not None:
        words = _("Alargar los días anteriores: acaba el {day}")
        choices.append((LastDay.SPREAD, words.format(day=day_words(spread_until))))
    return [*choices, (LastDay.KEEP, _("Dejarlo así, con su motivo"))]
