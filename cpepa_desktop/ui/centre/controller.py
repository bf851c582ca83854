"""Connects the page of the centre to the operations on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.centre import Logo, Room, Trainer
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import EnvironmentFault
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations import calendars, calls, centres, holiday_changes
from cpepa_desktop.operations.call_terms import CallTerm, list_call_terms, switch_term
from cpepa_desktop.operations.calls import CallFigure
from cpepa_desktop.operations.centres import CentreView, LogoImage
from cpepa_desktop.ui.centre.dialogs import HolidayDialog, LogoDialog, RoomDialog, TrainerDialog
from cpepa_desktop.ui.centre.figures import FigureDialog
from cpepa_desktop.ui.centre.holiday_intake import HolidayIntake
from cpepa_desktop.ui.centre.view import TABS, CentrePageView, ShownLogo
from cpepa_desktop.ui.parts.form import FormDialog
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell


class CentrePage(Page):
    """Who the centre is, and what it has."""

    depends_on = frozenset({Kind.CENTRE, Kind.PEOPLE, Kind.CATALOGUE})
    view: CentrePageView

    def __init__(self, shell: Shell) -> None:
        super().__init__(CentrePageView(shell.clock.today()))
        self._shell = shell
        self._logos: tuple[LogoImage, ...] = ()
        self._read_view: CentreView | None = None
        view = self.view
        view.data.submitted.connect(self._save_data)
        view.logos.add_asked.connect(self._add_logo)
        view.logos.remove_asked.connect(self._remove_logo)
        view.rooms.add_asked.connect(lambda: self._edit_room(None))
        view.rooms.change_asked.connect(self._edit_room)
        view.trainers.add_asked.connect(lambda: self._edit_trainer(None))
        view.trainers.change_asked.connect(self._edit_trainer)
        view.holidays.add_asked.connect(self._add_holiday)
        view.holidays.remove_asked.connect(self._remove_holiday)
        view.year_changed.connect(self._read_holidays)
        self.holiday_intake = HolidayIntake(shell, view)
        view.import_asked.connect(self.holiday_intake.ask_file)
        view.figures.fill_asked.connect(self._fill_figure)
        view.figures.terms.switch_asked.connect(self._switch_term)

    def read(self) -> None:
        """Read the centre and the holidays of the year shown."""
        workspace = self._shell.workspace
        read = self._shell.ask(lambda: centres.read_centre(workspace))
        if read is None:
            return
        self._read_view = read
        self.view.show_centre(read)
        self._logos = tuple(self._image_of(logo) for logo in read.logos)
        self.view.logos.show_logos([ShownLogo(each.data, each.alternative_text) for each in self._logos])
        self._read_holidays()
        figures = self._shell.ask(lambda: calls.all_figures_to_fill(workspace))
        self.view.figures.panel.set_rows(figures or ())
        self.view.figures.terms.panel.set_rows(self._shell.ask(lambda: list_call_terms(workspace)) or ())

    def reveal(self, place: Place) -> None:
        """Show the tab that the place names."""
        if place.key in TABS:
            self.view.show_tab(place.key)

    def leave(self) -> bool:
        """Save the form where it was changed."""
        form = self.view.data.form
        return not form.is_changed() or (form.submit() and not form.is_changed())

    def _read_holidays(self) -> None:
        year, workspace = self.view.year, self._shell.workspace
        self.view.show_holidays(self._shell.ask(lambda: calendars.list_holidays(workspace, year)) or ())

    def _save_data(self) -> None:
        data, workspace, known = self.view.data, self._shell.workspace, self._read_view
        entity, centre = data.entity(), data.centre()
        steps: list[Callable[[], Changes]] = []
        if known is None or entity != known.entity:
            steps.append(lambda: centres.save_entity(workspace, entity))
        if known is None or centre != known.centre:
            steps.append(lambda: centres.save_centre(workspace, centre))
        for step in steps:
            if self._shell.run(step, refused=data.form.show_refused) is None:
                return
        data.form.settle()
        self.read()

    def _image_of(self, logo: Logo) -> LogoImage:
        data = self._shell.ask(lambda: centres.read_logo(self._shell.workspace, logo.sha256))
        return LogoImage(data or b"", logo.alternative_text)

    def _add_logo(self) -> None:
        dialog = LogoDialog(self.view)
        dialog.submitted.connect(lambda: self._save_logo(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _save_logo(self, dialog: LogoDialog) -> None:
        path, words = dialog.entered()
        data = self._shell.ask(lambda: _bytes_of(path))
        if data is not None:
            images = (*self._logos, LogoImage(data, words))
            self._run(dialog, lambda: centres.save_logos(self._shell.workspace, images))

    def _remove_logo(self, place: int) -> None:
        images = tuple(logo for at, logo in enumerate(self._logos) if at != place)
        self._shell.run(lambda: centres.save_logos(self._shell.workspace, images))

    def _edit_room(self, room: Room | None) -> None:
        dialog = RoomDialog(room, self.view)
        dialog.submitted.connect(
            lambda: self._run(dialog, lambda: centres.save_room(self._shell.workspace, dialog.entered()))
        )
        dialog.exec()
        dialog.deleteLater()

    def _edit_trainer(self, trainer: Trainer | None) -> None:
        dialog = TrainerDialog(trainer, self.view)
        dialog.submitted.connect(
            lambda: self._run(dialog, lambda: centres.save_trainer(self._shell.workspace, dialog.entered()))
        )
        dialog.exec()
        dialog.deleteLater()

    def _add_holiday(self) -> None:
        municipality = self._read_view.centre.municipality if self._read_view else ""
        dialog = HolidayDialog(municipality, self.view)
        dialog.submitted.connect(
            lambda: self._run(
                dialog, lambda: holiday_changes.add_holiday(self._shell.workspace, dialog.entered())
            )
        )
        dialog.exec()
        dialog.deleteLater()

    def _remove_holiday(self, holiday: Holiday) -> None:
        self._shell.run(lambda: holiday_changes.remove_holiday(self._shell.workspace, holiday))

    def _fill_figure(self, row: CallFigure) -> None:
        dialog = FigureDialog(row, self.view)
        dialog.submitted.connect(
            lambda: self._run(
                dialog, lambda: calls.fill_figure(self._shell.workspace, row.call, dialog.entered())
            )
        )
        dialog.exec()
        dialog.deleteLater()

    def _switch_term(self, row: CallTerm) -> None:
        workspace = self._shell.workspace
        self._shell.run(lambda: switch_term(workspace, row.call, row.name, is_active=not row.is_active))

    def _run(self, dialog: FormDialog, operation: Callable[[], Changes]) -> None:
        """Run what a dialog asks: it closes where it is done, and says why where it is refused."""
        if self._shell.run(operation, refused=dialog.form.show_refused) is not None:
            dialog.accept()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = _("No se puede leer «{path}». No se ha cambiado nada; compruebe que existe y sus permisos.")
        raise EnvironmentFault(message.format(path=path)) from error
