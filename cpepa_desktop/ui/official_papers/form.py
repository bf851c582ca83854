"""What is asked of an official paper: its fields are those of its kind, wherever it is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.official_papers.served import Choice, CoursesField
from cpepa_desktop.ui.official_papers.words import kind_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, ScanField, TextField
from cpepa_desktop.ui.parts.form import AnyField, Form, FormDialog

_WIDTH: Final = 720
_HEIGHT: Final = 660


class OfficialPaperDialog(FormDialog):
    """A paper, new or known. Its kind may be chosen unless the dialog is of one kind alone.

    ``courses`` are all that a paper may serve, with their words. Whatever words a kind has for its days, a
    refusal finds their fields by those of the list of papers.
    """

    def __init__(
        self,
        title: str,
        paper: OfficialPaper,
        courses: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        kinds: Sequence[OfficialPaperKind] = tuple(OfficialPaperKind),
        entities: Sequence[tuple[int, str]] = (),
    ) -> None:
        self._paper = paper
        self.kind: ChoiceField[OfficialPaperKind] = ChoiceField(
            "kind", _("Qué escrito es"), [(kind, kind.label) for kind in kinds]
        )
        self.issued_on = DateField("issued_on", _("Fecha"))
        self.received_on = DateField("received_on", _("Recibido"))
        self.ends_on = DateField("ends_on", _("Hasta"))
        self.number = TextField("number", _("Número"))
        self.body = TextField("body", _("Organismo"))
        self.signer = TextField("signer", _("Quién firma"))
        self.entity: ChoiceField[int] = ChoiceField(
            "local_entity_id", _("Entidad local"), entities, nothing=_("Ninguna")
        )
        self.courses = CoursesField(
            "courses", _("Cursos a los que sirve"), courses, hint=_("Un mismo escrito puede servir a varios.")
        )
        self.note = TextField("note", _("Observaciones"))
        self.scan = ScanField(
            "scan",
            _("Escaneo"),
            hint=_("Ya hay uno guardado: otro lo sustituye.") if paper.attachment else "",
        )
        form = Form(
            "official_paper_form",
            [
                (self.kind, 2),
                self.issued_on,
                self.number,
                self.received_on,
                self.ends_on,
                self.body,
                self.signer,
                self.entity,
                (self.courses, 2),
                (self.note, 2),
                (self.scan, 2),
            ],
        )
        super().__init__("official_paper_dialog", title, form, parent)
        self._has_entities = bool(entities)
        self.resize(theme.size_on_screen(_WIDTH, _HEIGHT))
        self._show(paper)
        self.kind.changed.connect(self.settle)
        is_of_one_kind = len(kinds) == 1
        self.kind.setHidden(is_of_one_kind)
        (self.issued_on if is_of_one_kind else self.kind).setFocus()

    def settle(self) -> None:
        """Ask for what papers of the kind chosen have, in their own words."""
        words = kind_words(self.kind.value() or OfficialPaperKind.OTHER)
        _ask(self.issued_on, words.issued_on)
        _ask(self.received_on, words.received_on)
        _ask(self.ends_on, words.ends_on)
        _ask(self.number, words.number)
        _ask(self.body, words.body)
        _ask(self.signer, words.signer)
        is_local = self.kind.value() is OfficialPaperKind.AGREEMENT and self._has_entities
        _ask(self.entity, self.entity.label if is_local else "")
        self.courses.show_amounts(words.amount)
        self.form.close_gaps()

    def entered(self) -> OfficialPaper:
        """Return the paper as entered. The form was checked."""
        return replace(
            self._paper,
            kind=self.kind.value() or self._paper.kind,
            number=self.number.value(),
            issued_on=self.issued_on.value(),
            received_on=self.received_on.value() if self.received_on.isEnabled() else None,
            ends_on=self.ends_on.value() if self.ends_on.isEnabled() else None,
            signer=self.signer.value() if self.signer.isEnabled() else "",
            body=self.body.value(),
            note=self.note.value(),
            local_entity_id=self.entity.value() if self.entity.isEnabled() else self._paper.local_entity_id,
            courses=self.courses.value(),
        )

    def scanned(self) -> Path | None:
        """Return the scan that goes with it, ``None`` where it keeps the one it has."""
        return self.scan.value()

    def _show(self, paper: OfficialPaper) -> None:
        self.kind.set_value(paper.kind)
        self.issued_on.set_value(paper.issued_on)
        self.received_on.set_value(paper.received_on)
        self.ends_on.set_value(paper.ends_on)
        self.number.set_value(paper.number)
        self.body.set_value(paper.body)
        self.signer.set_value(paper.signer)
        self.entity.set_value(paper.local_entity_id)
        self.settle()
        self.courses.set_value(paper.courses)
        self.note.set_value(paper.note)
        self.form.settle()


def _ask(field: AnyField, words: str) -> None:
    """Ask for a field under those words; one without words is not asked for."""
    if words:
        field.rename(words)
    field.setVisible(bool(words))
    field.setEnabled(bool(words))


def paper_for(kind: OfficialPaperKind, *courses: str) -> OfficialPaper:
    """Return an empty paper of a kind that serves some courses."""
    return OfficialPaper(0, kind, courses=tuple(CourseServed(course) for course in courses))
