"""Connects the page of people to the operations on people."""

from __future__ import annotations

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.people import Person
from cpepa_desktop.operations import people
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.people.intake import PeopleIntake
from cpepa_desktop.ui.people.view import DocumentDialog, PeopleView, PersonDialog
from cpepa_desktop.ui.shell import Shell


class PeoplePage(Page):
    """Everybody, to be found, added and changed."""

    depends_on = frozenset({Kind.PEOPLE, Kind.ENROLMENTS, Kind.COURSE})
    view: PeopleView

    def __init__(self, shell: Shell) -> None:
        super().__init__(PeopleView())
        self._shell = shell
        self.intake = PeopleIntake(shell, self.view)
        self.view.import_asked.connect(self.intake.ask_file)
        self.view.add_asked.connect(lambda: self._edit(None))
        self.view.change_asked.connect(self._edit)
        self.view.document_asked.connect(self._change_document)
        self.view.course_asked.connect(lambda code: shell.go("course", code))

    def read(self) -> None:
        """Read everybody."""
        self.view.show_people(self._shell.ask(lambda: people.list_people(self._shell.workspace)) or ())

    def reveal(self, place: Place) -> None:
        """Show the person whose id the place has."""
        self.view.table.filter_box.clear()
        self.view.table.choose(int(place.key))

    def _edit(self, person: Person | None) -> None:
        dialog = PersonDialog(person, self.view)
        dialog.submitted.connect(lambda: self._save(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _change_document(self, person: Person) -> None:
        dialog = DocumentDialog(person, self.view)
        dialog.submitted.connect(lambda: self._save(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _save(self, dialog: PersonDialog | DocumentDialog) -> None:
        entered, workspace = dialog.entered(), self._shell.workspace

        def save() -> Changes:
            if isinstance(dialog, DocumentDialog) and dialog.was_mistyped():
                return people.correct_document(workspace, entered.id, entered.document)
            return people.save_person(workspace, entered)

        saved = self._shell.run(save, refused=dialog.form.show_refused)
        if saved is not None:
            dialog.accept()
            self._choose(entered)

    def _choose(self, person: Person) -> None:
        """Make the person saved the current one, a new one too: its id is known only now."""
        for each in self.view.table.model.rows:
            if each.person.document == person.document:
                self.view.table.choose(each.person.id)
