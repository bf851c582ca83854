"""The virtual classroom of a course: reads it, writes who is in it, and brings its logs of connections."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import Stretch
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import connections, virtual
from cpepa_desktop.operations.connections import ConnectionsPreview, LogView, Unmatched
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.virtual import PersonRow, RecordingRow
from cpepa_desktop.operations.virtual import VirtualView as Classroom
from cpepa_desktop.ui.course.attendance.gates import ask_or_tell
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.course.virtual.dialogs import (
    ClassDialog,
    DestroyDialog,
    LogDialog,
    PersonDialog,
    RecordDialog,
    WhoDialog,
)
from cpepa_desktop.ui.course.virtual.intake import ConnectionsDialog
from cpepa_desktop.ui.course.virtual.view import VirtualView
from cpepa_desktop.ui.shell import Shell


class VirtualTab(Tab):
    """The tab «Aula virtual»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.ATTENDANCE, Kind.PEOPLE})
    view: VirtualView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, VirtualView(), parent)
        self._room: Classroom | None = None
        self._past: tuple[Stretch, ...] = ()
        view = self.view
        view.import_wanted.connect(self.import_log)
        view.class_wanted.connect(self._change_class)
        view.person_wanted.connect(self._change_person)
        view.record_wanted.connect(self._record)
        view.destroy_wanted.connect(self._destroy)
        view.remove_wanted.connect(self._remove)
        view.forget_wanted.connect(self._forget)

    def read(self) -> None:
        """Read the virtual classroom."""
        self.shell.ask(self._read)

    def import_log(self) -> None:
        """Ask for a log and of which class it is, and show what it would write."""
        if not self._past:
            message = _("Todavía no ha habido ninguna clase: no puede haber registro de conexiones.")
            self.shell.tell(Refused(message))
            return
        dialog = LogDialog(self._past, self.view)

        def submit() -> None:
            stretch, path = dialog.stretch.value(), dialog.file.value()
            assert stretch is not None  # noqa: S101 - the field is required
            assert path is not None  # noqa: S101 - as above
            found = self.shell.ask(lambda: self._preview(path, stretch), refused=dialog.form.show_refused)
            if found is not None:
                dialog.accept()
                self.show_preview(found)

        dialog.submitted.connect(submit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_preview(self, found: ConnectionsPreview) -> None:
        """Show what a log would write; it is written when accepted."""
        dialog = ConnectionsDialog(found, self.view)

        def take() -> None:
            changes = self.shell.run(
                lambda: connections.apply_connections(self.workspace, dialog.preview, dialog.overwrite),
                refused=lambda refused: ask_or_tell(self.shell, refused, take, dialog),
            )
            if changes is not None:
                dialog.accept()

        dialog.taken.connect(take)
        dialog.who_wanted.connect(lambda row: self._ask_who(dialog, row))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self) -> None:
        found = self._room = virtual.read_virtual(self.workspace, self.course)
        today = self.workspace.clock.today()
        given = {stretch.id for stretch in found.stretches}
        past = [each for each in read_course(self.workspace, self.course).stretches if each.day <= today]
        # The last class at a distance comes first: it is the one whose log has just been downloaded.
        self._past = tuple(
            sorted(past, key=lambda each: (each.id not in given, -each.day.toordinal(), each.n))
        )
        self.view.people.set_rows(found.people)
        self.view.recordings.set_rows(found.recordings)
        self.view.logs.set_rows(connections.list_logs(self.workspace, self.course))
        self.view.people.choose_first()
        self.view.say_notices(found.notices)
        self.view.say(_class_words(found))
        self.view.settle()

    def _preview(self, path: Path, stretch: Stretch) -> ConnectionsPreview:
        return connections.preview_connections(self.workspace, path, self.course, stretch.day, stretch.n)

    def _ask_who(self, over: ConnectionsDialog, row: Unmatched) -> None:
        """Ask who somebody in a log is, remember it, and show the log again."""
        enrolled = self.shell.ask(lambda: list_enrolments(self.workspace, self.course))
        dialog = WhoDialog(row, enrolled or (), over)

        def confirm() -> Changes:
            person = dialog.person.value()
            assert person is not None  # noqa: S101 - the field is required
            changes = connections.confirm_alias(self.workspace, self.course, row.name, person.id)
            over.show_preview(self._preview(over.preview.path, over.preview.stretch))
            return changes

        self.ask_in(dialog, confirm)

    def _change_class(self) -> None:
        if self._room is None:
            return
        dialog = ClassDialog(self._room.virtual_class, self.view)
        self.ask_in(dialog, lambda: virtual.save_virtual_class(self.workspace, self.course, dialog.entered()))

    def _change_person(self, row: PersonRow) -> None:
        dialog = PersonDialog(row, self.view)
        self.ask_in(
            dialog,
            lambda: virtual.save_virtual_person(
                self.workspace, self.course, dialog.entered(), dialog.proof.value()
            ),
        )

    def _record(self) -> None:
        today = self.workspace.clock.today()
        given = [each for each in self._room.stretches if each.day <= today] if self._room else []
        dialog = RecordDialog(given or self._past, self.view)
        self.ask_in(
            dialog,
            lambda: virtual.keep_recordings(
                self.workspace, self.course, dialog.stretches.value(), dialog.place.value()
            ),
        )

    def _destroy(self) -> None:
        rows = (
            [row for row in self._room.recordings if row.recording.destroyed_on is None] if self._room else []
        )
        dialog = DestroyDialog(rows, self.workspace.clock.today(), self.view)

        def destroy() -> Changes:
            on, certificate = dialog.on.value(), dialog.certificate.value()
            assert on is not None  # noqa: S101 - the field is required
            assert certificate is not None  # noqa: S101 - as above
            return virtual.destroy_recordings(
                self.workspace, self.course, dialog.recordings.value(), on, certificate
            )

        self.ask_in(dialog, destroy)

    def _remove(self, row: RecordingRow) -> None:
        self.write(lambda: virtual.remove_recording(self.workspace, self.course, row.recording.id))

    def _forget(self, row: LogView) -> None:
        self.write(lambda: connections.remove_log(self.workspace, self.course, row.id))


def _class_words(found: Classroom) -> str:
    said = found.virtual_class
    words = [said.tool, said.inspection_link]
    return " · ".join(filter(None, words)) or _(
        "Quién sigue la clase por aula virtual, y lo que se guarda de ella."
    )
