"""The course at a glance: reads it, saves its details, and keeps the texts of its certificate."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind
from cpepa_desktop.domain.status import CourseStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations import course_facts, courses
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.course_facts import CourseDetails
from cpepa_desktop.operations.explained_course import course_figures, module_explanations
from cpepa_desktop.operations.explained_leaving import leavers_figure
from cpepa_desktop.operations.explained_people import person_figures
from cpepa_desktop.operations.explanations import Explanation, Figure, frame_of
from cpepa_desktop.operations.papers import missing_items
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.texts import save_text, texts_of
from cpepa_desktop.ui.course.summary.columns import (
    HoursRow,
    RiskRow,
    TextRow,
    hours_rows,
    risk_rows,
    text_rows,
)
from cpepa_desktop.ui.course.summary.view import SummaryView, TextDialog
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.parts.facts import Fact
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell


class SummaryTab(Tab):
    """The tab «Resumen»."""

    depends_on = frozenset(Kind) - {Kind.JOURNAL, Kind.PAPERS}
    view: SummaryView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, SummaryView(), parent)
        self._course: CourseView | None = None
        self._status: CourseStatus | None = None
        self._shown = ""
        self.view.submitted.connect(self._save)
        self.view.risk_opened.connect(self._open_risk)
        self.view.text_wanted.connect(self._write)
        self.view.figure_asked.connect(self._explain_figure)
        self.view.hours_asked.connect(self._explain_hours)
        self.view.risk_asked.connect(self._explain_risk)

    def read(self) -> None:
        """Read everything; what is being typed in the form is left alone."""
        self.shell.ask(self._read)

    def leave(self) -> bool:
        """Save the details where they were changed. Return false where they make no sense."""
        if self.view.form.is_changed():
            self.view.form.submit()
        return not self.view.form.is_changed()

    def _read(self) -> None:
        ws = self.workspace
        view = courses.read_course(ws, self.course)
        status = course_status(ws, self.course)
        self._course, self._status = view, status
        in_class = sum(person.enrolment.left_on is None for person in status.people)
        self.view.show_course(
            self._facts(view),
            (*course_figures(ws, view, in_class), *leavers_figure(status, frame_of(ws, self.course))),
            hours_rows(view),
            risk_rows(status),
            text_rows(
                view,
                texts_of(ws, view.course.speciality),
                missing_items(ws, "conditions-sheet", self.course),
            ),
        )
        if self._shown != self.course or not self.view.form.is_changed():
            self.view.form.show_details(_details(view), _practice(view))
            self._shown = self.course

    def _facts(self, view: CourseView) -> list[Fact]:
        course = view.course
        rooms = {room.id: room.name for room in read_centre(self.workspace).rooms}
        return [
            (_("Especialidad"), f"{course.speciality} {course.title}"),
            (_("Parte"), course.part or _("certificado completo")),
            (_("Nivel"), str(course.level)),
            (_("Convocatoria"), course.call),
            (_("Financiación"), course_words.route_words(course.route)),
            (_("Provincia"), course.province),
            (_("Horario"), course.timetable),
            (_("Aula"), rooms.get(course.room_id or 0, "")),
            (_("Evaluación"), course_words.regime_words(course.regime)),
        ]

    def _save(self) -> None:
        view, form = self._course, self.view.form
        if view is None:
            return
        details, practice = form.details(), form.practice()
        ws, code = self.workspace, self.course
        saved: list[Changes | None] = []
        if details != _details(view):
            saved.append(
                self.shell.run(
                    lambda: course_facts.change_course(ws, code, details), refused=form.show_refused
                )
            )
        if practice != (_practice(view) or (None, None)):
            saved.append(
                self.shell.run(
                    lambda: course_facts.set_workplace_days(ws, code, *practice), refused=form.show_refused
                )
            )
        if None not in saved:
            form.settle()

    def _open_risk(self, row: RiskRow) -> None:
        self.shell.go("course", self.course, f"enrolments/{row.enrolment_id}")

    def _explain_figure(self, figure: Figure) -> None:
        title = _("Cifras de {course}").format(course=self.course)
        show_why(title, self.view.figures.shown_rows(), self.view, chosen=figure.key)

    def _explain_hours(self, row: HoursRow) -> None:
        view = self._course
        if view is None:
            return
        explained = module_explanations(self.workspace, view)
        figures = [_hours_figure(each, explained[each.code]) for each in self.view.hours.shown_rows()]
        title = _("Horas de {course}").format(course=self.course)
        show_why(title, figures, self.view, chosen=_hours_figure(row, explained[row.code]).key)

    def _explain_risk(self, row: RiskRow) -> None:
        people = self._status.people if self._status else ()
        person = next((each for each in people if each.enrolment.id == row.enrolment_id), None)
        if person is not None:
            figures = person_figures(person, frame_of(self.workspace, self.course))
            show_why(row.name, figures, self.view, chosen=row.question.key)

    def _write(self, row: TextRow) -> None:
        view = self._course
        if view is None:
            return
        certificate = view.course.speciality
        dialog = TextDialog(row, certificate, self.view)
        self.ask_in(dialog, lambda: save_text(self.workspace, certificate, row.item, dialog.body.value()))


def _hours_figure(row: HoursRow, explained: Explanation) -> Figure:
    """Return the hours of a module or unit; one that two modules share is listed in both."""
    return Figure(str(row.position), f"{row.code} {row.title}", hours_words(row.official), explained)


def _details(view: CourseView) -> CourseDetails:
    course = view.course
    return CourseDetails(
        file_number=course.file_number,
        approved_on=course.approved_on,
        selection_on=course.selection_on,
        selection_minute=course.selection_minute,
        selection_place=course.selection_place,
        technician_name=course.technician_name,
        technician_phone=course.technician_phone,
        technician_email=course.technician_email,
    )


def _practice(view: CourseView) -> tuple[date | None, date | None] | None:
    module = _workplace(view)
    return None if module is None else (module.from_day, module.to_day)


def _workplace(view: CourseView) -> CourseModule | None:
    return next((module for module in view.modules if module.kind is ModuleKind.WORKPLACE), None)
