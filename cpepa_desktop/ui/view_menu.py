"""What the menu «Ver» does: colours, the size of the text, and the school year looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.commands import SEPARATOR, Command
from cpepa_desktop.ui.looks import Looks
from cpepa_desktop.ui.settings import TEXT_SIZES, Scheme

YEAR_KEYS = "Ctrl+Shift+E"
_NORMAL = TEXT_SIZES[0]


def view_commands(looks: Looks, choose_year: Callable[[], object]) -> list[Command | None]:
    """Return the commands of the menu."""
    return [
        *_scheme_commands(looks),
        SEPARATOR,
        Command(
            "text_larger",
            _("Texto más grande"),
            looks.enlarge,
            "zoom-in",
            ("Ctrl++", "Ctrl+="),
            needs_file=False,
        ),
        Command(
            "text_smaller", _("Texto más pequeño"), looks.reduce, "zoom-out", ("Ctrl+-",), needs_file=False
        ),
        Command(
            "text_normal",
            _("Texto de tamaño normal"),
            lambda: looks.set_text_size(_NORMAL),
            keys=("Ctrl+0",),
            needs_file=False,
        ),
        SEPARATOR,
        Command("school_year", _("Elegir el curso escolar"), choose_year, "calendar", (YEAR_KEYS,)),
    ]


def size_commands(looks: Looks) -> list[Command | None]:
    """Return the sizes of the text, one command each."""
    return [
        Command(
            f"text_{size}",
            f"{size} %",
            partial(looks.set_text_size, size),
            needs_file=False,
            group="text",
        )
        for size in TEXT_SIZES
    ]


def tick(looks: Looks, actions: Mapping[str, QAction]) -> None:
    """Tick the colours and the size in use."""
    actions[f"theme_{looks.scheme}"].setChecked(True)
    actions[f"text_{looks.text_size}"].setChecked(True)
    actions["text_larger"].setEnabled(looks.text_size < TEXT_SIZES[-1])
    actions["text_smaller"].setEnabled(looks.text_size > TEXT_SIZES[0])


def _scheme_commands(looks: Looks) -> list[Command | None]:
    offered = (
        (Scheme.SYSTEM, _("Colores del sistema"), "Ctrl+F9"),
        (Scheme.LIGHT, _("Colores claros"), "Ctrl+F10"),
        (Scheme.DARK, _("Colores oscuros"), "Ctrl+F11"),
    )
    return [
        Command(
            f"theme_{scheme}",
            words,
            partial(looks.set_scheme, scheme),
            keys=(keys,),
            needs_file=False,
            group="theme",
        )
        for scheme, words, keys in offered
    ]
