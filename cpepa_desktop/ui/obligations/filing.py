"""The dialog that closes an obligation: when it was met, by where, with which number and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.operations.obligations import FilingForm, file_together
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, ScanField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.shell import Shell


class FilingDialog(FormDialog):
    """Asks how some obligations were met at once; a day past their limit is told, and not refused."""

    def __init__(
        self, obligations: Sequence[DatedObligation], today: date, parent: QWidget | None = None
    ) -> None:
        first = obligations[0]
        self._due = min((each.due for each in obligations if each.due), default=None)
        self._safe = min((each.safe for each in obligations if each.safe), default=None)
        self.day = DateField("day", _("Día"), required=True, hint=self._terms())
        self.channel: ChoiceField[str] = ChoiceField(
            "channel",
            _("Por dónde"),
            [(each, each) for each in first.channels],
            nothing=_("Sin indicar"),
        )
        self.number = TextField("number", _("Número de registro"))
        self.scan = ScanField(
            "scan",
            _("Justificante escaneado"),
            hint=_("Se guarda dentro del archivo del centro."),
        )
        form = Form("filing_form", [_what(obligations), self.day, self.channel, self.number, (self.scan, 2)])
        act = _("Dar por cumplido")
        super().__init__("filing_dialog", act, form, parent, accept=act)
        self.day.set_value(today)
        if len(first.channels) == 1:
            self.channel.set_value(first.channels[0])
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
        self.form.banner.clear()
        if day is not None and self._due is not None and day > self._due:
            late = (day - self._due).days
            words = ngettext("{n} día después del plazo.", "{n} días después del plazo.", late)
            self.form.banner.say(words.format(n=late), theme.Wash.WARNING)
        elif day is not None and self._safe is not None and day > self._safe:
            self.form.banner.say(_("En plazo, después de la fecha segura."), theme.Wash.QUIET)

    def _terms(self) -> str:
        if self._due is None:
            return ""
        words = _("Plazo: {day}.").format(day=day_words(self._due))
        if self._safe is None or self._safe == self._due:
            return words
        safe = _("Fecha segura: {day}.").format(day=day_words(self._safe))
        return f"{words} {safe}"


def ask_filing(parent: QWidget, shell: Shell, obligation: DatedObligation, *more: DatedObligation) -> bool:
    """Ask how an obligation was met, and ``more`` with it, and write it down. Return whether it was.

    A refusal is said in the dialog, beside the field it is about, and the dialog stays.
    """
    obligations = (obligation, *more)
    dialog = FilingDialog(obligations, shell.clock.today(), parent)

    def submit() -> None:
        form = dialog.entered()
        filed = shell.run(
            lambda: file_together(shell.workspace, obligations, form), refused=dialog.form.show_refused
        )
        if filed is not None:
            dialog.accept()

    dialog.submitted.connect(submit)
    is_filed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_filed


def _what(obligations: Sequence[DatedObligation]) -> str:
    first = obligations[0]
    if len(obligations) == 1:
        return f"{first.text} ({first.subject_words or first.course})"
    words = ngettext("{n} obligación", "{n} obligaciones", len(obligations)).format(n=len(obligations))
    same = {each.name for each in obligations} == {first.name}
    return f"{first.text} ({words})" if same else words
