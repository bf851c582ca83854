"""What the centre may teach: reads it, writes it down, and what each speciality asks for with it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.accreditations import Accreditation, NeedKind, SpecialityNeed
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations import accreditations, speciality_needs
from cpepa_desktop.operations.accreditations import AccreditationView
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.kept_files import copy_kept_file
from cpepa_desktop.operations.requestables import list_specialities
from cpepa_desktop.operations.speciality_needs import NeedView
from cpepa_desktop.ui.outside import Outside
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.planning.accreditations.dialogs import AccreditationDialog, NeedDialog
from cpepa_desktop.ui.planning.accreditations.view import AccreditationsView
from cpepa_desktop.ui.shell import Shell


class AccreditationsSection(Part):
    """The section «Acreditaciones». Its detail is the code of a speciality."""

    depends_on = frozenset(
        {Kind.PLANNING, Kind.COURSE, Kind.SESSIONS, Kind.CENTRE, Kind.CATALOGUE, Kind.FILE}
    )
    view: AccreditationsView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, AccreditationsView(shell.clock.today()), parent)
        self._outside = Outside(shell, self)
        self.view.rows.add_wanted.connect(self._add)
        self.view.rows.change_wanted.connect(self._change)
        self.view.rows.remove_wanted.connect(self._remove)
        self.view.scan_wanted.connect(self._open_scan)
        self.view.chosen.connect(self._show_needs)
        self.view.needs.add_wanted.connect(self._add_need)
        self.view.needs.change_wanted.connect(lambda row: self._edit_need(row.need))
        self.view.needs.remove_wanted.connect(self._remove_need)

    def read(self) -> None:
        """Read the accreditations, and what the one chosen asks for."""
        rows = self.shell.ask(lambda: accreditations.read_accreditations(self.workspace))
        if rows is not None:
            self.view.show_rows(rows)
            self._show_needs(self.view.rows.table.current_row())

    def reveal_detail(self, detail: str) -> None:
        """Show a speciality, named by its code."""
        self.refresh()
        for row in self.view.rows.table.shown_rows():
            if row.speciality == detail:
                self.view.rows.table.choose(row.key)
                return

    def detail(self) -> str:
        """Return the code of the speciality chosen."""
        row = self.view.rows.table.current_row()
        return row.speciality if row is not None else ""

    def _show_needs(self, row: AccreditationView | None) -> None:
        needs = None
        if row is not None:
            needs = self.shell.ask(lambda: speciality_needs.list_needs(self.workspace, row.speciality))
        self.view.show_needs(row, needs or ())

    def _add(self) -> None:
        self._edit(Accreditation(0, ""))

    def _change(self, row: AccreditationView) -> None:
        self._edit(row.accreditation or Accreditation(0, row.speciality))

    def _edit(self, given: Accreditation) -> None:
        known = self.shell.ask(lambda: list_specialities(self.workspace))
        if known is None:
            return
        dialog = AccreditationDialog(given, known, self.view)
        self.ask_in(
            dialog,
            lambda: accreditations.save_accreditation(self.workspace, dialog.entered(), dialog.scanned()),
        )

    def _remove(self, row: AccreditationView) -> None:
        given = row.accreditation
        if given is not None:
            self.write(lambda: accreditations.remove_accreditation(self.workspace, given.id))

    def _open_scan(self, row: AccreditationView) -> None:
        sha256 = row.accreditation.attachment if row.accreditation else None
        if sha256 is not None:
            self._outside.open_copy(lambda folder: copy_kept_file(self.workspace, sha256, folder))

    def _add_need(self) -> None:
        row = self.view.rows.table.current_row()
        if row is not None:
            self._edit_need(SpecialityNeed(0, row.speciality, 0, NeedKind.ROOM, ""))

    def _edit_need(self, need: SpecialityNeed) -> None:
        centre = self.shell.ask(lambda: read_centre(self.workspace))
        if centre is None:
            return
        rooms = [(room.id, speciality_needs.room_words(room)) for room in centre.rooms]
        trainers = [(trainer.id, trainer.full_name) for trainer in centre.trainers]
        dialog = NeedDialog(need, rooms, trainers, self.view)
        self.ask_in(dialog, lambda: speciality_needs.save_need(self.workspace, dialog.entered()))

    def _remove_need(self, row: NeedView) -> None:
        self.write(lambda: speciality_needs.remove_need(self.workspace, row.need.id))
