"""What is asked of a line of the yearly request, and which course answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.yearly_requests import REQUEST_ROUTES, RequestLine, payer_words
from cpepa_desktop.operations.requestables import Requestable
from cpepa_desktop.ui.parts.fields import ChoiceField, DateField, NumberField, TextField
from cpepa_desktop.ui.parts.form import Form, FormDialog
from cpepa_desktop.ui.parts.pick import PickField
from cpepa_desktop.ui.planning.subjects import subject_columns


class LineDialog(FormDialog):
    """A certificate or module that is wanted, and who pays for it."""

    def __init__(
        self,
        line: RequestLine,
        subjects: Sequence[Requestable],
        entities: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        self._line = line
        self.subject: PickField[Requestable] = PickField(
            "line_subject",
            _("Certificado o módulo"),
            subject_columns(),
            key=lambda row: (row.code, row.part),
            required=True,
            hint=_("Escriba parte del código o del título y elija con las flechas."),
        )
        self.route: ChoiceField[Route] = ChoiceField(
            "line_route", _("Quién paga"), [(route, payer_words(route)) for route in REQUEST_ROUTES]
        )
        self.entity: ChoiceField[int] = ChoiceField(
            "line_entity", _("Entidad local"), entities, nothing=_("Sin decidir todavía")
        )
        self.start = DateField("line_start", _("Inicio previsto"))
        self.places = NumberField("line_places", _("Plazas"), least=1)
        self.note = TextField("line_note", _("Observaciones"))
        form = Form(
            "line_form",
            [(self.subject, 2), self.route, self.entity, self.start, self.places, (self.note, 2)],
        )
        title = _("Cambiar {what}").format(what=line.words) if line.id else _("Pedir un certificado o módulo")
        super().__init__("line_dialog", title, form, parent)
        self.route.changed.connect(self.settle)
        self._show(subjects)

    def settle(self) -> None:
        """Ask which local entity pays where one does."""
        is_local = self.route.value() is Route.LOCAL
        self.entity.setVisible(is_local)
        self.entity.setEnabled(is_local)
        self.form.close_gaps()

    def entered(self) -> RequestLine:
        """Return the line as entered. The form was checked: what is asked for is there."""
        subject = self.subject.value()
        assert subject is not None  # noqa: S101 - the field is required
        return replace(
            self._line,
            speciality=subject.code,
            part=subject.part,
            route=self.route.value() or self._line.route,
            local_entity_id=self.entity.value() if self.entity.isEnabled() else None,
            starts_on=self.start.value(),
            places=self.places.value(),
            note=self.note.value(),
        )

    def _show(self, subjects: Sequence[Requestable]) -> None:
        line = self._line
        self.subject.set_rows(subjects)
        self.subject.panel.choose((line.speciality, line.part))
        self.route.set_value(line.route)
        self.entity.set_value(line.local_entity_id)
        self.start.set_value(line.starts_on)
        self.places.set_value(line.places)
        self.note.set_value(line.note)
        self.settle()
        self.form.settle()


class LinkDialog(FormDialog):
    """Which course of the file answers a line."""

    def __init__(
        self, line: RequestLine, courses: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        self.course: ChoiceField[str] = ChoiceField(
            "link_course",
            _("Curso"),
            courses,
            nothing=_("Ninguno"),
            hint=_("Los cursos de la misma especialidad."),
        )
        self.course.set_value(line.course or None)
        title = _("Curso que responde a {what}").format(what=line.words)
        super().__init__("link_dialog", title, Form("link_form", [(self.course, 2)]), parent)
