"""What can be done with a paper, as a line of buttons that every list of papers has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cpepa_desktop.domain.papers import IssuedPaper, PaperState
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import button


class PaperBar(QWidget):
    """The commands on the paper chosen; those that need one that was issued wait for it.

    Signals:
        paper_asked: it is wanted out of a printer.
        copy_asked, open_asked, folder_asked: a copy of it, in the system's program, where copies are.
        mark_asked, annul_asked: to write down what was done with it, or that it does not count.
        several_asked: many papers are to be printed at once.
    """

    paper_asked = Signal()
    copy_asked = Signal()
    open_asked = Signal()
    folder_asked = Signal()
    mark_asked = Signal()
    annul_asked = Signal()
    several_asked = Signal()

    def __init__(self, name: str, owner: QWidget, before: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.setObjectName(f"{name}_bar")

        def made(key: str, words: str, icon: str, keys: str) -> QPushButton:
            return button(f"{name}_{key}", words, icon=icon, shortcut=keys, owner=owner)

        self.paper = made("paper", _("Imprimir en papel…"), "print", "Ctrl+Shift+P")
        self.several = made("several", _("Imprimir varios…"), "papers", "Ctrl+Alt+P")
        self.mark = made("mark", _("Anotar envío…"), "send", "Ctrl+M")
        self.more = made("more", _("Más"), "more", "Ctrl+Alt+M")
        self._menu = QMenu(_("Más"), self)
        self._menu.setObjectName(f"{name}_more_menu")
        self._menu.setToolTipsVisible(True)
        self.more.setMenu(self._menu)
        self.copy = self._action(owner, f"{name}_save", _("Guardar copia…"), "save", "Ctrl+G")
        self.open = self._action(owner, f"{name}_open", _("Abrir aparte"), "link", "Ctrl+Alt+O")
        self.folder = self._action(owner, f"{name}_folder", _("Abrir carpeta"), "open", "Ctrl+Alt+F")
        self.annul = self._action(owner, f"{name}_annul", _("Anular…"), "no", "Ctrl+Alt+A")
        self.paper.clicked.connect(self.paper_asked)
        self.several.clicked.connect(self.several_asked)
        self.mark.clicked.connect(self.mark_asked)
        self.copy.triggered.connect(self.copy_asked)
        self.open.triggered.connect(self.open_asked)
        self.folder.triggered.connect(self.folder_asked)
        self.annul.triggered.connect(self.annul_asked)
        layout = flow_of([*before, self.paper, self.several, self.mark, self.more])
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.offer(None)

    def _action(self, owner: QWidget, name: str, words: str, icon: str, keys: str) -> QAction:
        """Add a line to the menu; its keys work anywhere inside ``owner``."""
        action = QAction(icons.icon(icon), words, owner)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(with_keys(words, keys))
        owner.addAction(action)
        self._menu.addAction(action)
        return action

    def offer(self, paper: IssuedPaper | None, *, can_print: bool = False) -> None:
        """Offer what makes sense for a paper; ``can_print`` where one not issued yet could be."""
        for needs_one in (self.copy, self.open, self.mark):
            needs_one.setEnabled(paper is not None)
        self.paper.setEnabled(paper is not None or can_print)
        self.annul.setEnabled(paper is not None and paper.state is PaperState.ISSUED)
