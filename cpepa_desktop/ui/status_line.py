"""The line under the window: what is saved, what is backed up, and what to be wary of."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import short_day_words
from cpepa_desktop.ui.parts import icons, text


class StatusLine(QStatusBar):
    """What the person may want to know at any moment.

    Signals:
        warnings_asked: the person wants to read the warnings again.
    """

    warnings_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self.setAccessibleName(_("Estado del archivo"))
        self.setSizeGripEnabled(False)
        self._saved = self._label("status_saved")
        self._backup = self._label("status_backup")
        self._warnings = QToolButton()
        self._warnings.setObjectName("status_warnings")
        self._warnings.setIcon(icons.icon("warning", "warning"))
        self._warnings.setToolButtonStyle(self._warnings.toolButtonStyle().ToolButtonTextBesideIcon)
        self._warnings.clicked.connect(self.warnings_asked)
        self.addWidget(self._saved)
        self.addPermanentWidget(self._warnings)
        self.addPermanentWidget(self._backup)

    def say_saved(self, at: datetime | None, *, writable: bool, doing: str = "") -> None:
        """Say when something was last saved, and what it was."""
        if not writable:
            words = _("Abierto solo para leer")
        elif at is None:
            words = _("Todo está guardado")
        else:
            words = _("Guardado a las {clock}").format(clock=f"{at.hour}:{at.minute:02d}")
        self._say(self._saved, f"{words} · {doing}" if doing else words)

    def say_backup(self, at: datetime | None, now: datetime) -> None:
        """Say when the last verified backup was made."""
        if at is None:
            words = _("Sin copia de seguridad todavía")
        else:
            local = at.astimezone(now.tzinfo)
            day = _("hoy") if local.date() == now.date() else short_day_words(local.date())
            if local.year != now.year:
                day = text.full_day(local.date())
            words = _("Última copia verificada: {day} {clock}").format(
                day=day, clock=f"{local.hour}:{local.minute:02d}"
            )
        self._say(self._backup, words)

    def say_warnings(self, warnings: tuple[str, ...]) -> None:
        """Say how many warnings there are about the place of the file."""
        self._warnings.setVisible(bool(warnings))
        words = ngettext("{n} aviso", "{n} avisos", len(warnings)).format(n=len(warnings))
        self._warnings.setText(words)
        self._warnings.setAccessibleName(words)
        self._warnings.setToolTip("\n\n".join(warnings))

    def _label(self, name: str) -> QLabel:
        made = QLabel()
        made.setObjectName(name)
        return made

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setAccessibleName(words)
