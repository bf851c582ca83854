"""The dialog that closes an obligation: when it was met, by where, with which number and what proves it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, FileField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.shell import Shell


class FilingDialog(FormDialog):
    """Asks how an obligation was met; a day past its limit is told, and not refused."""

    def __init__(self, obligation: DatedObligation, today: date, parent: QWidget | None = None) -> None:
        self._obligation = obligation
        self.day = DateField("day", _("Día"), required=True, hint=_terms(obligation))
        self.channel: ChoiceField[str] = ChoiceField(
            "channel",
            _("Por dónde"),
            [(each, each) for each in obligation.channels],
            nothing=_("Sin indicar"),
        )
        self.number = TextField("number", _("Número de registro"))
        self.scan = FileField(
            "scan",
            _("Justificante escaneado"),
            patterns=_("Documentos (*.pdf *.png *.jpg *.jpeg)"),
            hint=_("Se guarda dentro del archivo del centro."),
        )
        form = Form("filing_form", [self.day, self.channel, self.number, (self.scan, 2)])
        subject = obligation.subject_words or obligation.course
        title = _("Dar por cumplido: {obligation} ({subject})").format(
            obligation=obligation.text, subject=subject
        )
        super().__init__("filing_dialog", title, form, parent, accept=_("Dar por cumplido"))
        self.day.set_value(today)
        if len(obligation.channels) == 1:
            self.channel.set_value(obligation.channels[0])
        self.day.changed.connect(self._say_lateness)
        self._say_lateness()

    def entered(self) -> FilingForm:
        """Return what is entered. The form was checked: the day is there."""
        day = self.day.value()
        assert day is not None  # noqa: S101 - the field is required
        return FilingForm(
            day, self.channel.value() or "", (self.number.value() or "").strip(), self.scan.value()
        )

    def _say_lateness(self) -> None:
        try:
            day = self.day.value()
        except NotUnderstood:  # the field says so itself
            day = None
        due, safe = self._obligation.due, self._obligation.safe
        self.form.banner.clear()
        if day is not None and due is not None and day > due:
            late = (day - due).days
            words = ngettext("{n} día después del plazo.", "{n} días después del plazo.", late)
            self.form.banner.say(words.format(n=late), theme.Wash.WARNING)
        elif day is not None and safe is not None and day > safe:
            self.form.banner.say(_("En plazo, después de la fecha segura."), theme.Wash.QUIET)


def ask_filing(parent: QWidget, shell: Shell, obligation: DatedObligation) -> FilingForm | None:
    """Ask how an obligation was met and write it down. Return what was filed, ``None`` where nothing was.

    A refusal is said in the dialog, beside the field it is about, and the dialog stays.
    """
    dialog = FilingDialog(obligation, shell.clock.today(), parent)
    given = obligation.course, obligation.name, obligation.subject

    def submit() -> None:
        form = dialog.entered()
        filed = shell.run(
            lambda: file_obligation(shell.workspace, *given, form), refused=dialog.form.show_refused
        )
        if filed is not None:
            dialog.accept()

    dialog.submitted.connect(submit)
    is_filed = dialog.exec() == QDialog.DialogCode.Accepted
    form = dialog.entered() if is_filed else None
    dialog.deleteLater()
    return form


def _terms(obligation: DatedObligation) -> str:
    if obligation.due is None:
        return ""
    words = _("Plazo: {day}.").format(day=day_words(obligation.due))
    if obligation.safe is None or obligation.safe == obligation.due:
        return words
    safe = _("Fecha segura: {day}.").format(day=day_words(obligation.safe))
    return f"{words} {safe}"
