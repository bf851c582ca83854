"""What is asked about a paper: what was done with it, and why it does not count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.papers import FilingAct
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import PaperView
from cpepa_desktop.ui.papers.words import act_words, number_words
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog


@dataclass(frozen=True, slots=True)
class Marking:
    """What was done with a paper, as entered."""

    act: FilingAct
    day: date
    number: str
    channel: str
    scan: Path | None


class MarkDialog(FormDialog):
    """Asks what was done with a paper."""

    def __init__(self, paper: PaperView, today: date, parent: QWidget | None = None) -> None:
        self._act = ChoiceField(
            "mark_act", _("Qué se ha hecho"), [(act, act_words(act)) for act in FilingAct]
        )
        self._day = DateField("mark_day", _("Día"), required=True)
        self._channel = TextField(
            "mark_channel", _("Por dónde"), suggestions=["GESTIFOR", _("Registro electrónico"), _("En mano")]
        )
        self._number = TextField("mark_number", _("Número de registro"))
        self._scan = ScanField(
            "mark_scan",
            _("Justificante escaneado"),
            hint=_("Se guarda dentro del archivo del centro."),
        )
        form = Form("mark_form", [self._act, self._day, self._channel, self._number, (self._scan, 2)])
        title = _("Anotar qué se ha hecho con «{title}»").format(title=paper.title)
        super().__init__("mark_dialog", title, form, parent)
        self._day.set_value(today)

    def entered(self) -> Marking:
        """Return what was entered."""
        act, day = self._act.value(), self._day.value()
        assert act is not None  # noqa: S101 - a choice without «nothing» always has a value
        assert day is not None  # noqa: S101 - the field is required and the form was checked
        return Marking(act, day, self._number.value(), self._channel.value(), self._scan.value())


class AnnulDialog(FormDialog):
    """Asks why a paper does not count."""

    def __init__(self, paper: PaperView, parent: QWidget | None = None) -> None:
        self._reason = TextField(
            "annul_reason",
            _("Por qué se anula"),
            required=True,
            hint=_("El documento se conserva y su número no se vuelve a usar. No se puede deshacer."),
        )
        title = _("Anular «{title} {number}»").format(title=paper.title, number=number_words(paper.paper))
        super().__init__("annul_dialog", title, Form("annul_form", [(self._reason, 2)]), parent)

    def reason(self) -> str:
        """Return why."""
        return self._reason.value()
