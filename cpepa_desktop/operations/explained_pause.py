"""Why a course stands still: its pause, with its days, its reason and what it asks to be told."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.explanations import Explanation
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.operations.workspace import Workspace

_CHANGE: Final = "change_communication"


def explain_pause(ws: Workspace, view: CourseView, pause: Pause) -> Explanation:
    """Return why a course has no class, from when and until when, and the article on telling of it."""
    days = (pause.resume_on - pause.from_day).days
    lines = [
        (_("Motivo"), pause.reason),
        (_("Desde"), day_words(pause.from_day)),
        (_("Se reanuda"), day_words(pause.resume_on)),
        (_("Dura"), ngettext("{n} día natural", "{n} días naturales", days).format(n=days)),
    ]
    if view.last_day is not None:
        lines.append((_("El curso acaba"), day_words(view.last_day)))
    change = call_of(ws, view.course).deadlines.get(_CHANGE)
    is_owed = change is not None and change.is_active
    return Explanation(
        title=_("En pausa"),
        sentence=_("No hay clase. Lo que faltaba por dar sigue desde que se reanuda, en el mismo orden."),
        lines=tuple(lines),
        citation=str(change.citation) if change and is_owed else "",
        articles=articles_of(change.citation) if change and is_owed else (),
    )
