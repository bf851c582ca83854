"""«Crear mi centro»: four short steps, forth and back by keys, and nothing written before the last."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.foundation import Foundation
from cpepa_desktop.ui.parts import dialogs, theme
from cpepa_desktop.ui.parts.form import Form, scrolled
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.start.steps import AddressStep, CentreStep, FileStep, RoomStep

_FIGURES: Final = 92
_SHAPE: Final = 0.78


class FoundationDialog(QDialog):
    """Asks for a new centre. It stays open until its controller accepts it.

    Signals:
        submitted: every step makes sense and the person wants the centre.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundation_dialog")
        self.setWindowTitle(_("Crear mi centro"))
        self.setAccessibleName(_("Crear mi centro"))
        room = self.screen().availableSize()
        width = min(self.fontMetrics().averageCharWidth() * _FIGURES, room.width())
        self.resize(width, min(round(width * _SHAPE), room.height()))
        self.centre = CentreStep()
        self.address = AddressStep()
        self.room = RoomStep()
        self.file = FileStep()
        self._steps: tuple[tuple[Form, str, str], ...] = (
            (self.centre, _("El centro y su entidad"), _("Solo el nombre es necesario para empezar.")),
            (
                self.address,
                _("La dirección"),
                _("El municipio decide los festivos locales; la provincia, lo que se subvenciona por hora."),
            ),
            (
                self.room,
                _("Un aula y una persona que dé clase"),
                _("Si todavía no se sabe, siga sin escribir nada: se añaden en Centro cuando haga falta."),
            ),
            (
                self.file,
                _("Dónde se guarda"),
                _("Todo lo del centro va en este archivo. Lo mejor es el disco de este equipo."),
            ),
        )
        self.progress = theme.label("", "foundation_progress", theme.Role.QUIET)
        self.heading = theme.label("", "foundation_heading", theme.Role.HEADING)
        self.intro = theme.label("", "foundation_intro", theme.Role.QUIET)
        self.pages = QStackedWidget()
        self.pages.setObjectName("foundation_steps")
        self.cancel = button("foundation_cancel", _("Cancelar"))
        self.back = button("foundation_back", _("Atrás"), icon="left", shortcut="Alt+Left", owner=self)
        self.next = button("foundation_next", _("Siguiente"), primary=True)
        self.next.setDefault(True)
        self._lay_out()
        self._connect()
        self._show_step(0)

    @property
    def step(self) -> int:
        """Return the number of the step on screen, from 0."""
        return self.pages.currentIndex()

    def entered(self) -> Foundation:
        """Return what was entered in the four steps."""
        centre, address = self.centre, self.address.entered()
        name = centre.name.value()
        return Foundation(
            Entity(centre.entity.value() or name, centre.cif.value(), *address),
            Centre(name, centre.code.value(), *address, head_name=centre.head.value()),
            self.room.room(),
            self.room.trainer(),
        )

    def path(self) -> Path:
        """Return where the file is to be."""
        return Path(self.file.path.value())

    def is_begun(self) -> bool:
        """Say whether something was typed that leaving would lose."""
        return any(form.is_changed() for form, _title, _intro in self._steps)

    def reject(self) -> None:
        """Override QDialog::reject: what was typed is not lost without asking."""
        words = _("Todavía no se ha guardado nada: lo escrito se perdería.")
        if not self.is_begun() or dialogs.confirm(
            _("¿Dejarlo sin crear el centro?"), words, _("Dejarlo"), danger=True, parent=self
        ):
            super().reject()

    def _lay_out(self) -> None:
        for form, _title, _intro in self._steps:
            _pack(form)
            self.pages.addWidget(scrolled(form, f"{form.objectName()}_scroll"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE_SMALL)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE_SMALL)
        for words in (self.progress, self.heading, self.intro):
            layout.addWidget(words)
        layout.addSpacing(theme.SPACE_SMALL)
        layout.addWidget(self.pages, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._show_step(self.step - 1))
        self.next.clicked.connect(self._submit_step)
        for form, _title, _intro in self._steps:
            form.submitted.connect(self._advance)
        forward = QAction(_("Siguiente"), self)
        forward.setShortcut(QKeySequence("Alt+Right"))
        forward.triggered.connect(self.next.click)
        self.addAction(forward)

    def _submit_step(self) -> None:
        form, _title, _intro = self._steps[self.step]
        form.submit()

    def _advance(self) -> None:
        if self.step < len(self._steps) - 1:
            self._show_step(self.step + 1)
        else:
            self.submitted.emit()

    def _show_step(self, at: int) -> None:
        form, title, intro = self._steps[at]
        is_last = at == len(self._steps) - 1
        words = _("Paso {n} de {total}").format(n=at + 1, total=len(self._steps))
        self.progress.setText(words)
        self.heading.setText(title)
        self.intro.setText(intro)
        self.setAccessibleDescription(f"{words}. {title}. {intro}")
        self.back.setEnabled(at > 0)
        act = _("Crear el centro") if is_last else _("Siguiente")
        self.next.setText(act)
        self.next.setAccessibleName(act)
        self.next.setToolTip(_("{act} (Intro)").format(act=act))
        if form is self.file:
            self.file.propose(self.centre.name.value())
        self.pages.setCurrentIndex(at)
        form.fields[0].setFocus()


def _pack(form: Form) -> None:
    """Keep the fields of a form together at its top."""
    layout = form.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
