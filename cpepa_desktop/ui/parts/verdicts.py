"""A verdict on screen: a badge of word, icon and wash, and the panel that answers «¿Por qué?»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanations import Explanation
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


class WhyPanel(QFrame):
    """Answers «¿Por qué?»: the answer, the numbers compared, the article, and other readings that differ."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("¿Por qué?"))
        theme.set_role(self, theme.Role.CARD)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        self._layout.setSpacing(theme.SPACE_SMALL)
        self._content: QWidget | None = None
        self.clear()

    def clear(self) -> None:
        """Show what to do to see an explanation."""
        words = _("Elija un resultado para ver los números que se han comparado y el artículo que lo dice.")
        self._replace([theme.label(words, f"{self.objectName()}_hint", theme.Role.QUIET)])

    def explain(self, explained: Explanation, badge: Badge | None = None) -> None:
        """Show one explanation."""
        name = self.objectName()
        parts: list[QWidget] = [theme.label(explained.title, f"{name}_title", theme.Role.STRONG)]
        if badge is not None:
            parts.append(BadgeLabel(f"{name}_badge", badge))
        sentence = theme.label(explained.sentence, f"{name}_sentence")
        parts += [sentence, _figures(name, explained.lines)]
        cited = theme.label(explained.citation, f"{name}_citation", theme.Role.QUIET)
        parts.append(_with_icon("law", cited))
        for at, reading in enumerate(explained.alternatives):
            other = theme.label(reading, f"{name}_alternative_{at}", theme.Role.QUIET)
            parts.append(_with_icon("info", other))
        self._replace(parts)
        self.setAccessibleDescription(explained.sentence)

    def _replace(self, parts: Sequence[QWidget]) -> None:
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()  # it goes only when the event loop comes round
            self._content.deleteLater()
        content = QWidget()
        content.setObjectName(f"{self.objectName()}_content")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        for part in parts:
            is_badge = isinstance(part, BadgeLabel)
            alignment = Qt.AlignmentFlag.AlignLeft if is_badge else Qt.AlignmentFlag(0)
            layout.addWidget(part, 0, alignment)
        layout.addStretch(1)
        self._content = content
        self._layout.addWidget(content)


def _figures(name: str, lines: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"{name}_figures")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, theme.SPACE_TIGHT, 0, theme.SPACE_TIGHT)
    grid.setVerticalSpacing(theme.SPACE_TIGHT)
    grid.setColumnStretch(0, 1)
    for at, (words, figure) in enumerate(lines):
        value = theme.label(figure, f"{name}_figure_{at}")
        value.setWordWrap(False)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(theme.label(words, f"{name}_line_{at}", theme.Role.QUIET), at, 0)
        grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return holder


def _with_icon(icon: str, words: QLabel) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"{words.objectName()}_row")
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_TIGHT + 2)
    layout.addWidget(icons.icon_label(icon, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return holder
