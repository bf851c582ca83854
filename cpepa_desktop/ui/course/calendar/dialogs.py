"""What is asked before a session is moved, split, cancelled, replaced, or given a block, trainers or mode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.course import SessionMode
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.parts.fields import ChoiceField, ClockField, DateField, MinutesField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.pick import SeveralField

Choices = Sequence[tuple[str, str]]


class PlaceDialog(FormDialog):
    """A day and an hour, for a session that moves or one that replaces another."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        self.day = DateField("place_day", _("Día"), required=True)
        self.start = ClockField("place_start", _("Hora de inicio"), required=True, hint=_("Como 9:00"))
        hint = _("Solo si un día queda con menos del mínimo de horas.")
        self.reason = TextField("place_reason", _("Motivo"), hint=hint)
        form = Form("place_form", [words, self.day, self.start, (self.reason, 2)])
        super().__init__("place_dialog", title, form, parent)

    def entered(self) -> tuple[date, int, str]:
        """Return the day, the minute of it and the reason. The form was checked: both moments are there."""
        day, start = self.day.value(), self.start.value()
        assert day is not None  # noqa: S101 - the field is required
        assert start is not None  # noqa: S101 - the field is required
        return day, start, self.reason.value()


class SplitDialog(FormDialog):
    """How long the first of two parts is."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        self.first = MinutesField("split_first", _("Duración de la primera parte"), required=True)
        title = _("Dividir la clase")
        super().__init__("split_dialog", title, Form("split_form", [words, self.first]), parent)


class CancelDialog(FormDialog):
    """Why there is no class, and when it is made up for where that is known."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        self.reason = TextField("cancel_reason", _("Motivo"), required=True)
        hint = _("Si aún no se sabe, déjelo vacío: las horas quedan pendientes.")
        self.day = DateField("cancel_day", _("Día en que se recupera"), hint=hint)
        self.start = ClockField("cancel_start", _("Hora de inicio"))
        form = Form("cancel_form", [words, (self.reason, 2), self.day, self.start])
        super().__init__("cancel_dialog", _("Cancelar la clase"), form, parent)

    def replacement(self) -> tuple[date, int] | None:
        """Return the day and minute it is made up for. Raise ``Refused`` where one of them is missing."""
        day, start = self.day.value(), self.start.value()
        if day is not None and start is not None:
            return day, start
        if day is None and start is None:
            return None
        name = self.start.name if start is None else self.day.name
        missing = Problem(_("Falta este dato para la recuperación."), column=name)
        message = _("Complete la recuperación o déjela vacía. No se ha cambiado nada.")
        raise Refused(message, (missing,))


class BlockDialog(FormDialog):
    """Which block a session is given to."""

    def __init__(self, words: str, blocks: Choices, parent: QWidget | None = None) -> None:
        self.block: ChoiceField[str] = ChoiceField("block", _("Bloque"), blocks, required=True)
        title = _("Dar la clase a otro bloque")
        super().__init__("block_dialog", title, Form("block_form", [words, (self.block, 2)]), parent)


class TrainersDialog(FormDialog):
    """Who teaches some sessions, or a whole block. The block ``None`` is the sessions chosen."""

    def __init__(
        self,
        words: str,
        blocks: Choices,
        trainers: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        self.block: ChoiceField[str] = ChoiceField("trainers_block", _("Para"), blocks, nothing=words)
        self.trainers = SeveralField("trainers_ticked", _("Formadores"), trainers)
        form = Form("trainers_form", [(self.block, 2), (self.trainers, 2)])
        super().__init__("trainers_dialog", _("Asignar formadores"), form, parent)


class ModeDialog(FormDialog):
    """How some sessions are given."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        self.mode: ChoiceField[SessionMode] = ChoiceField(
            "mode", _("Modalidad"), [(mode, course_words.mode_words(mode)) for mode in SessionMode]
        )
        title = _("Modalidad de las clases")
        super().__init__("mode_dialog", title, Form("mode_form", [words, (self.mode, 2)]), parent)
