"""The incidents of a course: reads them, writes them down, and notes when they were communicated."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations import incidents
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.incidents import IncidentView
from cpepa_desktop.ui.course.incidents.dialogs import CommunicatedDialog, IncidentDialog
from cpepa_desktop.ui.course.incidents.view import IncidentsView
from cpepa_desktop.ui.course.tab import Tab
from cpepa_desktop.ui.shell import Shell


class IncidentsTab(Tab):
    """The tab «Incidencias»."""

    depends_on = frozenset({Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.PEOPLE, Kind.ATTENDANCE})
    view: IncidentsView

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, IncidentsView(), parent)
        self.view.add_wanted.connect(self._add)
        self.view.change_wanted.connect(self._change)
        self.view.remove_wanted.connect(self._remove)
        self.view.communicated_wanted.connect(self._communicate)

    def read(self) -> None:
        """Read the incidents of the course."""
        rows = self.shell.ask(lambda: incidents.list_incidents(self.workspace, self.course))
        if rows is not None:
            self.view.show_rows(rows)

    def reveal_detail(self, detail: str) -> None:
        """Show an incident, named by its id."""
        self.refresh()
        self.view.table.choose(int(detail))

    def _people(self) -> list[tuple[int, str]]:
        found = self.shell.ask(lambda: list_enrolments(self.workspace, self.course)) or ()
        return [(each.id, each.person.listed_name) for each in found]

    def _add(self) -> None:
        dialog = IncidentDialog(_("Nueva incidencia"), self._people(), self.view)
        dialog.day.set_value(self.workspace.clock.today())
        self.ask_in(dialog, lambda: incidents.add_incident(self.workspace, self.course, dialog.entered()))

    def _change(self, row: IncidentView) -> None:
        title = _("Incidencia del {day}").format(day=day_words(row.day))
        dialog = IncidentDialog(title, self._people(), self.view)
        dialog.show_incident(row)
        self.ask_in(
            dialog,
            lambda: incidents.change_incident(self.workspace, self.course, row.incident.id, dialog.entered()),
        )

    def _remove(self, row: IncidentView) -> None:
        self.write(lambda: incidents.remove_incident(self.workspace, self.course, row.incident.id))

    def _communicate(self, rows: tuple[IncidentView, ...]) -> None:
        title = ngettext("Comunicar {n} incidencia", "Comunicar {n} incidencias", len(rows))
        dialog = CommunicatedDialog(title.format(n=len(rows)), self.workspace.clock.today(), self.view)
        keys = [row.incident.id for row in rows]

        self.ask_in(
            dialog,
            lambda: incidents.mark_communicated(
                self.workspace, self.course, keys, dialog.day.value() or self.workspace.clock.today()
            ),
        )
