"""What is typed again, as rows: how far each line has come, whom it is about, and the texts to copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.typing_again import TypingItem, TypingKind, TypingState
from cpepa_desktop.ui.parts import course_words, text, theme
from cpepa_desktop.ui.parts.table import Align, Column

_ICONS: Final = {
    TypingState.WAITING: "pending",
    TypingState.MISSING: "to-do",
    TypingState.CHANGED: "warning",
    TypingState.TYPED: "check",
}
_WASHES: Final = {
    TypingState.WAITING: theme.Wash.QUIET,
    TypingState.MISSING: None,
    TypingState.CHANGED: theme.Wash.WARNING,
    TypingState.TYPED: theme.Wash.OK,
}


_FACTS: Final = frozenset({TypingKind.MONTH, TypingKind.START})


def leading_columns(kind: TypingKind) -> tuple[Column[TypingItem], ...]:
    """Return the columns before the texts to copy: who joins or leaves is named in these already.

    A fact of the start is named before its value.
    """
    state: Column[TypingItem] = Column(
        _("Estado"),
        lambda item: item.state.label,
        icon=lambda item: _ICONS[item.state],
        wash=lambda item: _WASHES[item.state],
        width=17,
    )
    number: Column[TypingItem] = Column(_("N.º"), lambda item: item.n, align=Align.RIGHT, width=4)
    if kind in _FACTS:
        return state, Column(_("Dato"), lambda item: item.name, width=26)
    if kind is not TypingKind.DAY:
        return state, number
    day: Column[TypingItem] = Column(
        _("Día"), lambda item: item.day, text=lambda item: course_words.column_day(item.day), width=7
    )
    name: Column[TypingItem] = Column(_("Persona"), lambda item: item.name, stretched=True, width=24)
    return state, day, number, name


def typing_columns(kind: TypingKind, labels: Sequence[str]) -> tuple[Column[TypingItem], ...]:
    """Return every column of a kind; ``labels`` are those of its texts to copy."""
    return (*leading_columns(kind), *map(_text_column, range(len(labels)), labels), _typed_column())


def _text_column(at: int, label: str) -> Column[TypingItem]:
    return Column(label, lambda item: item.cells[at].text)


def _typed_column() -> Column[TypingItem]:
    return Column(_("Tecleado"), typed_words)


def typed_words(item: TypingItem) -> str:
    """Return when an item was typed and under which number, ``""`` where it was not."""
    if item.mark is None:
        return ""
    day = text.full_day(item.mark.typed_on)
    return f"{day} · {item.mark.number}" if item.mark.number else day
