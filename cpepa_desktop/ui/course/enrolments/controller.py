"""Who is in a course: reads it, enrols by hand or from a file, changes and takes note of who leaves."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, ModuleKind
from cpepa_desktop.operations import enrolments, people
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.explained_leaving import leaving_figures
from cpepa_desktop.operations.explained_people import person_figures
from cpepa_desktop.operations.explanations import frame_of
from cpepa_desktop.operations.notices import except_notice
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.ui.course.enrolments.columns import EnrolmentRow, rows_of
from cpepa_desktop.ui.course.enrolments.dialogs import (
    EnrolDialog,
    EnrolmentDialog,
    NoticeDialog,
    WithdrawDialog,
)
from cpepa_desktop.ui.course.enrolments.view import EnrolmentsView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.people.intake import PeopleIntake
from cpepa_desktop.ui.shell import Shell


class EnrolmentsTab(Tab):
    """The tab «Alumnado»."""

    depends_on = frozenset({Kind.COURSE, Kind.ENROLMENTS, Kind.PEOPLE})
    view: EnrolmentsView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, EnrolmentsView(), parent)
        self._course: CourseView | None = None
        self.intake = PeopleIntake(shell, self.view)
        view = self.view
        view.import_wanted.connect(self.import_file)
        view.enrol_wanted.connect(self._enrol)
        view.change_wanted.connect(self._change)
        view.withdraw_wanted.connect(self._withdraw)
        view.return_wanted.connect(self._give_back)
        view.except_wanted.connect(self._except)
        view.why_wanted.connect(self._explain)

    def read(self) -> None:
        """Read the people of the course."""
        self.shell.ask(self._read)

    def reveal_detail(self, detail: str) -> None:
        """Show an enrolment, named by its id."""
        self.refresh()
        self.view.table.choose(int(detail))

    def import_file(self) -> None:
        """Read a file of people and show what it would bring."""
        self.intake.ask_file(self.course)

    def _read(self) -> None:
        self._course = read_course(self.workspace, self.course)
        enrolled = enrolments.list_enrolments(self.workspace, self.course)
        self.view.show_rows(rows_of(enrolled, self._course.modules))

    def _modules(self) -> list[tuple[str, str]]:
        modules = self._course.modules if self._course else ()
        return [(m.code, f"{m.code} {m.title}") for m in modules if m.kind is ModuleKind.FORMATIVE]

    def _enrol(self) -> None:
        everybody = self.shell.ask(lambda: people.list_people(self.workspace)) or ()
        others = [summary for summary in everybody if self.course not in summary.courses]
        dialog = EnrolDialog(others, self._modules(), self.view)

        def enrol() -> Changes:
            chosen = dialog.person.value()
            form = dialog.joining.entered()
            if chosen is not None:
                return enrolments.enrol(self.workspace, self.course, chosen.person.id, form)
            return enrolments.enrol_new(self.workspace, self.course, dialog.new_person(), form)

        self.ask_in(dialog, enrol)

    def _change(self, row: EnrolmentRow) -> None:
        dialog = EnrolmentDialog(row, self._modules(), self.view)
        self.ask_in(
            dialog,
            lambda: enrolments.change_enrolment(
                self.workspace, self.course, row.enrolment.id, dialog.joining.entered()
            ),
        )

    def _withdraw(self, row: EnrolmentRow) -> None:
        dialog = WithdrawDialog(row.enrolment, self.view)
        self.ask_in(
            dialog,
            lambda: enrolments.withdraw(self.workspace, self.course, _number(row), dialog.entered()),
        )

    def _except(self, row: EnrolmentRow) -> None:
        dialog = NoticeDialog(row.enrolment, self.view)
        self.ask_in(
            dialog,
            lambda: except_notice(self.workspace, self.course, _number(row), dialog.reason.value()),
        )

    def _explain(self, row: EnrolmentRow) -> None:
        everybody = course_status(self.workspace, self.course).people
        person = next((each for each in everybody if each.enrolment.id == row.enrolment.id), None)
        if person is not None:
            frame = frame_of(self.workspace, self.course)
            figures = (*leaving_figures(person, frame), *person_figures(person, frame))
            show_why(row.enrolment.person.listed_name, figures, self.view)

    def _give_back(self, row: EnrolmentRow) -> None:
        self.write(lambda: enrolments.cancel_withdrawal(self.workspace, self.course, _number(row)))


def _number(row: EnrolmentRow) -> str:
    return row.enrolment.person.document.number
