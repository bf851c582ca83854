"""What keeps a course from its next stage, in words, each a way to the tab that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.stage import Blocker, Reason
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.flow import FlowLayout
from cpepa_desktop.ui.parts.page import button

_PADDING_OF_LINK: Final = 5


def blocker_words(blocker: Blocker) -> str:
    """Return what is missing."""
    n = blocker.count
    if blocker.is_late:
        return _("{gate}: no antes del inicio").format(gate=_gates()[blocker.reason])
    words = _gates() | {
        Reason.BLOCKS_WITHOUT_TRAINER: ngettext("{n} bloque sin formador", "{n} bloques sin formador", n),
        Reason.NOBODY_ENROLLED: _("nadie matriculado"),
        Reason.CONDITIONS_NOT_PRINTED: _("hoja de condiciones sin imprimir"),
        Reason.CONDITIONS_NOT_APPROVED: _("hoja de condiciones sin aprobar"),
        Reason.WEEKS_TO_ENTER: ngettext("{n} semana por introducir", "{n} semanas por introducir", n),
        Reason.SHEETS_TO_PRINT: ngettext(
            "{n} hoja de asistencia por imprimir", "{n} hojas de asistencia por imprimir", n
        ),
    }
    return words[blocker.reason].format(n=n)


def lead_words(stage: Stage, *, is_blocked: bool) -> str:
    """Return what stands before the blockers of a stage, or where there are none."""
    before = (_("Antes de empezar falta:"), _("Todo listo para empezar."))
    words = {
        Stage.RUNNING: (_("Para estar al día falta:"), _("Al día.")),
        Stage.FINISHED: (_("Para cerrar el curso falta:"), _("Todo listo para cerrar el curso.")),
        Stage.JUSTIFIED: (_("Para cerrar el curso falta:"), _("Justificado: a la espera de su cierre.")),
        Stage.CLOSED: (_("Falta:"), _("Cerrado: no queda nada por hacer.")),
        Stage.RENOUNCED: (_("Falta:"), _("Se renunció a este curso.")),
    }
    blocked, free = words.get(stage, before)
    return blocked if is_blocked else free


def _gates() -> dict[Reason, str]:
    """Return what is missing where a gate is closed."""
    return {
        Reason.AUTHORISATION_RECEIVED: _("autorización de INAEM"),
        Reason.AGREEMENT_SIGNED: _("convenio firmado"),
        Reason.GRANT_RESOLVED: _("resolución de concesión"),
        Reason.SELECTION_RECORD_SENT: _("acta de selección"),
        Reason.INSURANCE_FORMALISED: _("seguro de accidentes"),
        Reason.DIRECTORATE_RESOLUTION: _("Resolución de la Dirección General"),
    }


class BlockersLine(QWidget):
    """The blockers of a course one after the other, on as many lines as they need.

    Signals:
        asked: the person wants to mend one; carries the place where that is done.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course_blockers")
        self._shown: tuple[Stage, tuple[Blocker, ...]] | None = None
        self._icon = icons.icon_label("warning", "warning")
        self._lead = theme.label("", "course_blockers_lead", theme.Role.QUIET)
        self._lead.setWordWrap(False)
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout()
        self._flow.addWidget(self._make_lead())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._flow)

    def show_blockers(self, stage: Stage, blockers: Sequence[Blocker]) -> None:
        """Show what is missing at a stage, or that nothing is."""
        news = (stage, tuple(blockers))
        if news == self._shown:  # a button that has the keyboard keeps it
            return
        self._shown = news
        self._icon.show_icon("warning" if blockers else "ok", "warning" if blockers else "ok")
        self._lead.setText(lead_words(stage, is_blocked=bool(blockers)))
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(blocker) for blocker in blockers]
        for made in self._buttons:
            self._flow.addWidget(made)
        spoken = [blocker_words(blocker) for blocker in blockers]
        self.setAccessibleName(" ".join([self._lead.text(), ", ".join(spoken)]).strip())

    def _make_lead(self) -> QWidget:
        """Return icon and words, as high as the links after them."""
        made = QWidget()
        made.setObjectName("course_blockers_head")
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, _PADDING_OF_LINK, 0, _PADDING_OF_LINK)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._icon)
        layout.addWidget(self._lead)
        return made

    def _button(self, blocker: Blocker) -> QPushButton:
        words = blocker_words(blocker)
        made = button(f"course_blocker_{blocker.reason}", words)
        made.setToolTip(_("Ir a donde se arregla: {what}").format(what=words))
        theme.set_role(made, theme.Role.LINK)
        made.clicked.connect(lambda: self.asked.emit(blocker.place))
        return made
