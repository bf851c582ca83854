"""A verdict on screen: a badge of word, icon and wash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout

from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme

BEHIND: Final = "behind"


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in a word, an icon and a wash."""

    words: str
    icon: str
    wash: theme.Wash


def badge_of(verdict: Verdict) -> Badge:
    """Return the badge of a verdict. Pending tells whether the person is on track."""
    match verdict.answer:
        case Answer.YES:
            return Badge(_("Sí"), "ok", theme.Wash.OK)
        case Answer.NO:
            return Badge(_("No"), "no", theme.Wash.DANGER)
        case Answer.PENDING if verdict.reason == BEHIND:
            return Badge(_("En riesgo"), "warning", theme.Wash.WARNING)
        case Answer.PENDING:
            return Badge(_("Pendiente"), "pending", theme.Wash.QUIET)


def worst(verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """Return the verdict that needs attention first, ``None`` where there is none."""
    return min(verdicts.values(), key=_urgency, default=None)


def _urgency(verdict: Verdict) -> int:
    if verdict.answer is Answer.NO:
        return 0
    if verdict.answer is Answer.PENDING:
        return 1 if verdict.reason == BEHIND else 2
    return 3


class BadgeLabel(QFrame):
    """A badge as a widget."""

    def __init__(self, name: str, badge: Badge | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon = icons.icon_label("info", "quiet")
        self._words = theme.label("", f"{name}_words", theme.Role.BADGE)
        self._words.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_SMALL, 3, theme.SPACE_SMALL + 2, 3)
        layout.setSpacing(theme.SPACE_TIGHT + 2)
        layout.addWidget(self._icon)
        layout.addWidget(self._words)
        if badge is not None:
            self.show_badge(badge)

    def show_badge(self, badge: Badge) -> None:
        """Show another state."""
        token = "quiet" if badge.wash is theme.Wash.QUIET else badge.wash.value
        self._icon.show_icon(badge.icon, token)
        self._words.setText(badge.words)
        self.setAccessibleName(badge.words)
        self.setProperty("wash", badge.wash.value)
        for widget in (self, self._words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
