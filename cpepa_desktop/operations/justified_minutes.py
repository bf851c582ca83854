"""What the justifications of a course lose when cells they cover are written again, in words."""

from __future__ import annotations

from collections.abc import Mapping

from cpepa_desktop.db import justifications as table
from cpepa_desktop.db.justifications import CoveredMinutes
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations.workspace import Workspace


class JustifiedMinutes:
    """What every justification of a course covers before something is written; then it tells the losses.

    ``names`` are of the people by enrolment.
    """

    def __init__(self, ws: Workspace, course_id: int, names: Mapping[int, str]) -> None:
        self._ws = ws
        self._course_id = course_id
        self._names = names
        self._before = table.covered(ws.db, course_id)

    def losses(self) -> tuple[str, ...]:
        """Return a sentence for each justification that covers less than before."""
        after = table.covered(self._ws.db, self._course_id)
        return tuple(
            self._words(was, after[key].minutes if key in after else 0)
            for key, was in self._before.items()
            if was.minutes > (after[key].minutes if key in after else 0)
        )

    def _words(self, was: CoveredMinutes, minutes: int) -> str:
        words = {"name": self._names.get(was.enrolment_id, ""), "cause": was.cause.label.lower()}
        if not minutes:
            message = _(
                "El justificante de {name} ({cause}) ya no cubre nada y se ha quitado. Si no quería, deshaga."
            )
            return message.format(**words)
        message = _("El justificante de {name} ({cause}) pierde {lost}: ahora cubre {hours}.")
        return message.format(lost=hours_words(was.minutes - minutes), hours=hours_words(minutes), **words)
