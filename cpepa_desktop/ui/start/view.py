"""The first screen: create a centre, open one, look at the sample, or go on with a recent file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.page import button

_WIDTH: Final = 560
_PATH: Final = Qt.ItemDataRole.UserRole
_RECENT_HEIGHT: Final = 180


class StartView(QWidget):
    """Three ways to begin and the recent files.

    Signals:
        new_asked, open_asked, sample_asked: the person chose that way.
        recent_asked: the person chose a recent file; carries its path.
    """

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName(_("Empezar"))
        self._recent = QListWidget()
        self._recent.setObjectName("start_recent")
        self._recent.setAccessibleName(_("Archivos recientes"))
        self._recent.setMaximumHeight(_RECENT_HEIGHT)
        self._recent.itemActivated.connect(lambda item: self.recent_asked.emit(Path(item.data(_PATH))))
        self._recent_title = theme.label(_("Recientes"), "start_recent_title", theme.Role.STRONG)
        card = self._make_card()
        # No alignment: an aligned widget gets no height for its width, and its texts would be cut.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened last."""
        self._recent.clear()
        for path in paths:
            item = QListWidgetItem(icons.icon("papers", "quiet"), f"{path.stem}  —  {path.parent}")
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            self._recent.addItem(item)
        self._recent.setVisible(bool(paths))
        self._recent_title.setVisible(bool(paths))
        if paths:
            self._recent.setCurrentRow(0)
            self._recent.setFocus()

    def _make_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("start_card")
        card.setFixedWidth(_WIDTH)
        theme.set_role(card, theme.Role.CARD)
        new = button("start_new", _("Crear mi centro"), icon="new-file", primary=True)
        new.clicked.connect(self.new_asked)
        open_file = button("start_open", _("Abrir un archivo…"), icon="open")
        open_file.clicked.connect(self.open_asked)
        sample = button("start_sample", _("Ver el centro de muestra"), icon="people")
        sample.clicked.connect(self.sample_asked)
        intro = theme.label(
            _(
                "Todo lo de un centro se guarda en un solo archivo de este equipo: cursos, personas, "
                "asistencia y documentos. El centro de muestra tiene personas inventadas, para probar sin "
                "miedo."
            ),
            "start_intro",
            theme.Role.QUIET,
        )
        layout = QVBoxLayout(card)
        layout.setContentsMargins(*(theme.SPACE_SECTION + theme.SPACE_SMALL,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(icons.icon_label("courses", "accent", icons.LARGE))
        layout.addWidget(theme.label("CPEPA Desktop", "start_title", theme.Role.TITLE))
        layout.addWidget(intro)
        for made in (new, open_file, sample):
            _enlarge(made)
            layout.addWidget(made)
        layout.addWidget(self._recent_title)
        layout.addWidget(self._recent)
        return card


def _enlarge(made: QPushButton) -> None:
    made.setMinimumHeight(theme.row_height() + theme.SPACE_SMALL)
    made.setAutoDefault(True)  # Enter presses it as well as the space bar
