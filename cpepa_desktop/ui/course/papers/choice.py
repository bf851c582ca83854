"""Which papers of a course are listed: those it should have, or all of one document, of some day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpepa_desktop.domain.papers import PaperScope
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import DOCUMENTS, documents_of_courses
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField


class PaperChoice(QWidget):
    """Asks for a document and, where it is of a person on a day, for the day.

    Signals:
        changed: the person wants to see other papers.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course_papers_choice")
        self._kind: ChoiceField[str] = ChoiceField(
            "course_papers_kind",
            _("Qué documentos"),
            [(kind.name, kind.title) for kind in documents_of_courses()],
            nothing=_("Los que debe tener el curso"),
        )
        self._day = DateField("course_papers_day", _("De qué día"))
        self._kind.changed.connect(self._take)
        self._day.changed.connect(self._wait_for_a_day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(self._kind)
        layout.addWidget(self._day)
        self._day.hide()

    def kind(self) -> str:
        """Return the name of the document, ``""`` for those that the course should have."""
        return self._kind.value() or ""

    def day(self) -> date | None:
        """Return the day asked for, ``None`` where the document has none or it is not written yet."""
        return self._day.value() if self._needs_day and self._day.check() else None

    def choose(self, kind: str, day: date | None = None) -> None:
        """Show a choice made elsewhere: a place gone to, or the working day to begin with."""
        self._kind.set_value(kind or None)
        if day is not None:
            self._day.set_value(day)
        self._day.setVisible(self._needs_day)

    @property
    def _needs_day(self) -> bool:
        return self.kind() in DOCUMENTS and DOCUMENTS[self.kind()].scope is PaperScope.PERSON_DAY

    def _take(self) -> None:
        self._day.setVisible(self._needs_day)
        self.changed.emit()

    def _wait_for_a_day(self) -> None:
        if self.day() is not None:
            self.changed.emit()
