"""Write every document of a centre as PDF, and every page, dialog and empty state of the window as PNG.

    python packaging/gallery.py --documents out/documents --pages out/pages [--file centre.cpepa] [--pictures]

Without a file it makes the sample centre and forgets it. The window is shown without a screen, light and
dark, with text of 100 and of 200 %; ``index.html`` in the folder of pages shows them side by side.
``--pictures`` writes the documents as PNG too.
"""

from __future__ import annotations

import argparse
import html
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import QSize, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QTabWidget, QWidget

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused
from cpepa_desktop.domain.papers import PaperCall, PaperScope, PaperSubject
from cpepa_desktop.domain.school_year import SchoolYear
from cpepa_desktop.operations import (
    backups,
    centres,
    course_papers,
    courses,
    files,
    papers,
    people,
)
from cpepa_desktop.operations.connections import ConnectionsPreview, preview_connections
from cpepa_desktop.operations.course_papers import PaperRequest
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.gates import GateRefused, attendance_refusal
from cpepa_desktop.operations.relaying import what_if
from cpepa_desktop.operations.sample import SAMPLE_DAY, build_sample
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.app import open_application
from cpepa_desktop.ui.centre.dialogs import HolidayDialog, LogoDialog, RoomDialog, TrainerDialog
from cpepa_desktop.ui.centre.holiday_intake import HolidayFileDialog
from cpepa_desktop.ui.centre.view import TABS
from cpepa_desktop.ui.course.attendance.gates import GatesDialog
from cpepa_desktop.ui.course.calendar.relaying_dialogs import StartDialog
from cpepa_desktop.ui.course.justifications.controller import JustificationsController
from cpepa_desktop.ui.course.justifications.form import JustificationDialog
from cpepa_desktop.ui.course.virtual.intake import ConnectionsDialog
from cpepa_desktop.ui.file.view import AboutDialog, BackupsDialog, ChooseCourseDialog
from cpepa_desktop.ui.finder.controller import FinderController
from cpepa_desktop.ui.history.controller import HistoryController
from cpepa_desktop.ui.pages import pages
from cpepa_desktop.ui.papers.batch import BatchDialog
from cpepa_desktop.ui.parts.dialogs import answer_dialog, confirm_dialog, crash_dialog
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.table.columns_dialog import ColumnsDialog
from cpepa_desktop.ui.parts.table.layout import Place
from cpepa_desktop.ui.parts.work import ProgressDialog, Work
from cpepa_desktop.ui.people.view import DocumentDialog, PersonDialog
from cpepa_desktop.ui.sections import SectionTabs
from cpepa_desktop.ui.settings import Settings
from cpepa_desktop.ui.shell import Shell
from cpepa_desktop.ui.start.foundation import FoundationDialog
from cpepa_desktop.ui.window import MainWindow

CLOCK: Final = FixedClock(SAMPLE_DAY, datetime.combine(SAMPLE_DAY, time(10, 42), UTC))
ACTOR: Final = "Secretaría"
CALL: Final = "EPE-873-2023"
WINDOW_SIZE: Final = QSize(1280, 800)
SETTLING_TIME: Final = 60
PREVIEW_TIME: Final = 400
PICTURE_WIDTH: Final = 1240
COURSE_TABS: Final = (
    "summary",
    "calendar",
    "enrolments",
    "attendance",
    "papers",
    "virtual",
    "incidents",
    "typing",
    "pictures",
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the window looks like in a series of pictures; the text is ``percent`` of its normal size."""

    name: str
    dark: bool = False
    percent: int = 100


LOOKS: Final = (
    Look("light"),
    Look("dark", dark=True),
    Look("light-200", percent=200),
    Look("dark-200", dark=True, percent=200),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the gallery: its file without look and ending, and what it shows."""

    name: str
    title: str


# Documents --------------------------------------------------------------------------------------------------


def write_documents(ws: Workspace, folder: Path) -> list[Path]:
    """Print every document of the centre and its courses and return where; what cannot be printed is told."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for wanted in (*of_courses(ws), *of_centre()):
        try:
            made.append(papers.print_paper(ws, wanted.kind, wanted.course, wanted.subject, folder).path)
        except Refused as refused:
            print(f"{wanted.course}: {papers.title_of(wanted.kind)}: {refused.message}")
    return made


def of_courses(ws: Workspace) -> Iterator[PaperRequest]:
    """Yield every document of every course whose time has come."""
    for row in courses.list_courses(ws):
        for kind in papers.documents_of_courses():
            for line in course_papers.lines_of(ws, row.code, kind.name):
                if line.stage is not course_papers.PaperStage.LATER:
                    yield line.request


def of_centre() -> Iterator[PaperRequest]:
    """Yield every document of the whole centre, for the school year in hand or the call of the sample."""
    subjects: dict[PaperScope, PaperSubject] = {
        PaperScope.YEAR: SchoolYear.of(SAMPLE_DAY),
        PaperScope.CALL: PaperCall(CALL),
    }
    for kind in papers.DOCUMENTS.values():
        if kind.scope in subjects:
            yield PaperRequest(kind.name, "", subjects[kind.scope])


def write_pictures(documents: Sequence[Path]) -> None:
    """Write every page of some PDFs as PNG beside them."""
    for path in documents:
        document = QPdfDocument()
        document.load(str(path))
        for page in range(document.pageCount()):
            size = document.pagePointSize(page)
            wanted = QSize(PICTURE_WIDTH, round(PICTURE_WIDTH * size.height() / size.width()))
            document.render(page, wanted).save(str(path.with_name(f"{path.stem}-{page + 1}.png")))
        document.close()


# Pages ------------------------------------------------------------------------------------------------------


class Studio:
    """Takes the pictures of one look."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.taken: list[Picture] = []
        self._folder = folder
        self._look = look

    def take(self, widget: QWidget, name: str, title: str, *, wait: int = SETTLING_TIME) -> None:
        """Wait until a widget is drawn and write its picture."""
        QTest.qWait(wait)
        widget.grab().save(str(self._folder / f"{name}-{self._look.name}.png"))
        self.taken.append(Picture(name, title))

    def take_asked(self, view: QWidget, name: str) -> None:
        """Press every button of a page that opens a dialog («…», «?») and take it, then desist."""
        for pressed in view.findChildren(QPushButton):
            if pressed.text().endswith(("…", "?")) and pressed.isVisible() and pressed.isEnabled():
                self._press(pressed, f"{name}-{pressed.objectName()}")

    def _press(self, pressed: QPushButton, name: str) -> None:
        watch = QTimer()
        watch.timeout.connect(lambda: self._take_modal(name))
        watch.start(SETTLING_TIME)
        pressed.click()
        QTest.qWait(2 * SETTLING_TIME)  # some dialogs let the click go on: they are there a moment later
        while QApplication.activeModalWidget() is not None:  # one that took long to be made
            QTest.qWait(SETTLING_TIME)
        watch.stop()

    def _take_modal(self, name: str) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            if not isinstance(dialog, QFileDialog):
                self.take(dialog, f"dialog-{name}", dialog.windowTitle(), wait=0)
            dialog.reject()

    def take_dialog(self, dialog: QDialog, name: str) -> None:
        """Show a dialog for its picture alone."""
        dialog.show()
        self.take(dialog, f"dialog-{name}", dialog.windowTitle())
        dialog.done(QDialog.DialogCode.Rejected)  # to be closed, some would ask
        dialog.deleteLater()


def write_pages(file: Path, folder: Path, look: Look) -> list[Picture]:
    """Take every picture of one look and return what they show."""
    open_application(sys.argv[:1], dark=look.dark, scale=look.percent / 100)
    studio = Studio(folder, look)
    with shown_window() as (window, shell):
        studio.take(window, "start", "Empezar")
        take_empty_pages(studio, window, shell)
        shell.open_file(file)
        take_pages(studio, window, shell)
        take_dialogs(studio, window, shell)
    return studio.taken


@contextmanager
def shown_window() -> Iterator[tuple[MainWindow, Shell]]:
    """Show a window with preferences of its own, and close it."""
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(CLOCK, ACTOR, Settings(Path(folder)))
        window = MainWindow(shell)
        window.resize(WINDOW_SIZE)
        window.show()
        window.activateWindow()
        try:
            yield window, shell
        finally:
            window.close()
            window.deleteLater()
            QApplication.processEvents()


def take_pages(studio: Studio, window: MainWindow, shell: Shell) -> None:
    """Take the pages of the file that is open, tab by tab."""
    for entry in pages():
        if entry.name == "course":
            code = courses.list_courses(shell.workspace)[0].code
            for tab in COURSE_TABS:
                shell.go("course", code, tab)
                studio.take(window, f"course-{tab}", f"Curso: {tab_words(window)}", wait=PREVIEW_TIME)
                studio.take_asked(window.page("course").view, f"course-{tab}")
            shell.go("course", code, "file")
            take_sections(studio, window, "course-file", partial(shell.go, "course", code), "file/")
        elif entry.name == "planning":
            shell.go("planning")
            take_sections(studio, window, "planning", partial(shell.go, "planning", ""))
            shell.go("planning", "", f"calendar/year/{SAMPLE_DAY}")
            studio.take(window, "planning-calendar-year", "Calendario: curso escolar", wait=PREVIEW_TIME)
        elif entry.name == "centre":
            for tab in TABS:
                shell.go("centre", tab)
                studio.take(window, f"centre-{tab}", f"Centro: {tab_words(window)}")
        else:
            shell.go(entry.name)
            view = window.page(entry.name).view
            studio.take(window, entry.name, entry.words, wait=PREVIEW_TIME)
            choose_first_rows(view)
            studio.take_asked(view, entry.name)


def take_sections(
    studio: Studio, window: MainWindow, name: str, go: Callable[[str], None], before: str = ""
) -> None:
    """Take every section of the page that is on screen; ``go`` goes to a detail, which ``before`` begins."""
    tabs = next(tabs for tabs in window.findChildren(SectionTabs) if tabs.isVisible())
    for at, section in enumerate(tabs.names):
        go(f"{before}{section}")
        studio.take(window, f"{name}-{section}", tabs.tabText(at), wait=PREVIEW_TIME)
        choose_first_rows(tabs)
        studio.take_asked(tabs, f"{name}-{section}")


def tab_words(window: MainWindow) -> str:
    """Return what the tab on screen is called."""
    tabs = next(tabs for tabs in window.findChildren(QTabWidget) if tabs.isVisible())
    return tabs.tabText(tabs.currentIndex())


def choose_first_rows(view: QWidget) -> None:
    """Choose the first row of every table of a page that has none chosen."""
    for panel in view.findChildren(TablePanel):
        panel.choose_first()


def take_empty_pages(studio: Studio, window: MainWindow, shell: Shell) -> None:
    """Take every page of a centre that has just been created."""
    with tempfile.TemporaryDirectory() as folder:
        shell.new_file(Path(folder) / "nuevo.cpepa", Entity("Entidad nueva"), Centre("Centro nuevo"))
        for entry in pages():
            if not entry.within:
                shell.go(entry.name)
                studio.take(window, f"empty-{entry.name}", f"{entry.words}, sin nada todavía")
        for tab in TABS:
            shell.go("centre", tab)
            studio.take(window, f"empty-centre-{tab}", f"Centro: {tab_words(window)}, sin nada todavía")
        shell.close_file()


def take_dialogs(studio: Studio, window: MainWindow, shell: Shell) -> None:
    """Take every dialog of the window."""
    for name, make in dialogs(window, shell).items():
        studio.take_dialog(make(), name)


def dialogs(window: MainWindow, shell: Shell) -> dict[str, Callable[[], QDialog]]:
    """Return how to make each dialog, by name."""
    ws = shell.workspace
    centre = centres.read_centre(ws)
    person = people.list_people(ws)[0].person
    choices = [(row.code, row.title) for row in courses.list_courses(ws)]
    return {
        **{f"foundation-{at + 1}": partial(foundation, at, window) for at in range(4)},
        "backups": lambda: BackupsDialog(backups.list_backups(ws.file.path), window),
        "choose-course": lambda: ChooseCourseDialog("Exportar un curso", choices, "", window),
        "about": lambda: AboutDialog(ws.file.path, window),
        "history": lambda: HistoryController(shell, window).view,
        "justifications": lambda: JustificationsController(shell, choices[0][0], window).view,
        "justification": lambda: JustificationDialog(list_enrolments(ws, choices[0][0]), None, window),
        "connections": lambda: ConnectionsDialog(connections_preview(ws, choices[0][0]), window),
        "what-if": lambda: what_if_dialog(ws, choices[-1][0], window),
        "holidays-file": lambda: HolidayFileDialog(SAMPLE_DAY.year, window),
        "finder": lambda: finder(window, shell, ""),
        "finder-found": lambda: finder(window, shell, "sscs0208"),
        "finder-nothing": lambda: finder(window, shell, "zzzzzz"),
        "person": lambda: PersonDialog(person, window),
        "person-new": lambda: PersonDialog(None, window),
        "document": lambda: DocumentDialog(person, window),
        "columns": lambda: ColumnsDialog("cursos", [Place("Código"), Place("Vía", is_shown=False)], window),
        "room": lambda: RoomDialog(centre.rooms[0], window),
        "trainer": lambda: TrainerDialog(centre.trainers[0], window),
        "holiday": lambda: HolidayDialog(centre.centre.municipality, window),
        "logo": lambda: LogoDialog(window),
        "gates": lambda: GatesDialog(first_attendance_refused(ws), window),
        "refused": lambda: answer_dialog(refusal(), window),
        "fault": lambda: answer_dialog(EnvironmentFault("El disco está lleno. Nada se ha perdido."), window),
        "crash": lambda: crash_dialog("CPEPA Desktop", window),
        "confirm": lambda: confirm_dialog("¿Restaurar esta copia?", "Volverá a como estaba.", "Restaurar"),
        "batch": lambda: BatchDialog(course_papers.papers_under_way(ws), window),
        "progress": lambda: ProgressDialog(Work(lambda _progress: None), "Comprobando el archivo…", window),
    }


def first_attendance_refused(ws: Workspace) -> GateRefused:
    """Return why the first course of which something is not known yet can have no attendance."""
    starts = ((row.code, row.start_on) for row in courses.list_courses(ws))
    return next(found for code, start in starts if (found := attendance_refusal(ws, code, start)))


def foundation(at: int, window: MainWindow) -> FoundationDialog:
    """Return the dialog of a new centre on one of its steps, from 0."""
    dialog = FoundationDialog(window)
    dialog.centre.name.set_value("CPEPA Río Vero")
    for _step in range(at):
        dialog.next.click()
    return dialog


def what_if_dialog(ws: Workspace, code: str, window: MainWindow) -> StartDialog:
    """Return the dialog of another start, with what it would change."""
    start = courses.find_course(ws, code).start_on + timedelta(weeks=2)
    dialog = StartDialog(start, window)
    dialog.show_what_if(what_if(ws, code, start))
    return dialog


def connections_preview(ws: Workspace, code: str) -> ConnectionsPreview:
    """Return what a log of the last class would write: two people of the course and somebody nobody knows."""
    today = ws.clock.today()
    stretch = max(
        (each for each in courses.read_course(ws, code).stretches if each.day <= today),
        key=lambda each: (each.day, each.n),
    )
    enrolled = [each.person for each in list_enrolments(ws, code) if each.is_in_class(stretch.day)]
    names = [f"{person.name} {person.surnames}" for person in enrolled[:2]]
    begin, end = (
        f"{stretch.day} {minute // 60:02}:{minute % 60:02}" for minute in (stretch.start, stretch.end)
    )
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "participantes.csv"
        lines = [f"{name},{begin},{end},0,Sí" for name in [*names, "iPhone de casa"]]
        head = "Nombre (nombre original),Hora de entrada,Hora de salida,Duración (minutos),Invitado"
        log.write_text("\n".join([head, *lines]), encoding="utf-8")
        return preview_connections(ws, log, code, stretch.day, stretch.n)


def finder(window: MainWindow, shell: Shell, typed: str) -> QDialog:
    """Return the palette of Ctrl+K with something typed in it."""
    dialog = FinderController(shell, window).make_dialog()
    dialog.box.setText(typed)
    return dialog


def refusal() -> Refused:
    """Return a refusal with problems, as an import gives it."""
    return Refused(
        "El fichero tiene filas con problemas. No se ha importado a nadie.",
        (
            Problem("La letra de 12345678A no corresponde: debería ser Z.", 4, "DNI"),
            Problem("Ese día no existe en el calendario.", 12, "Fecha de nacimiento"),
        ),
    )


# The index --------------------------------------------------------------------------------------------------

_HEAD: Final = """<!doctype html>
<html lang="es"><meta charset="utf-8"><title>CPEPA Desktop</title>
<style>
body { font: 15px system-ui, sans-serif; margin: 24px; background: #F6F7F9; color: #1D2330; }
nav { position: sticky; top: 0; background: #F6F7F9; padding: 8px 0; border-bottom: 1px solid #DFE3E8; }
nav a { margin-right: 16px; color: #0B6E8F; }
h2 { font-size: 22px; margin: 40px 0 8px; scroll-margin-top: 48px; }
h3 { font-size: 16px; margin: 24px 0 8px; }
.looks { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; }
figure { margin: 0; }
figcaption { color: #5B6475; font-size: 13px; }
img { max-width: 100%; border: 1px solid #DFE3E8; border-radius: 6px; }
</style>
<h1>CPEPA Desktop</h1>
"""
_GROUPS: Final = (("empty", "Sin nada todavía"), ("course", "Un curso"), ("dialog", "Diálogos"))
_PAGES: Final = "Páginas"


def write_index(folder: Path, pictures: Sequence[Picture], documents: Sequence[Path]) -> None:
    """Write the page that shows all pictures, each look beside the others, and names the documents."""
    groups: dict[str, list[Picture]] = {title: [] for title in (_PAGES, *dict(_GROUPS).values())}
    for picture in {picture.name: picture for picture in pictures}.values():
        groups[group_of(picture)].append(picture)
    parts = [_HEAD, "<nav>"]
    for title, members in groups.items():
        parts.append(f'<a href="#{html.escape(title)}">{html.escape(title)} ({len(members)})</a>')
    parts.append(f'<a href="#Documentos">Documentos ({len(documents)})</a></nav>\n')
    for title, members in groups.items():
        parts.append(f'<h2 id="{html.escape(title)}">{html.escape(title)}</h2>\n')
        parts += map(shown_in_every_look, members)
    links = (
        f'<li><a href="{html.escape(os.path.relpath(path, folder))}">{html.escape(path.name)}</a></li>'
        for path in documents
    )
    parts.append(f'<h2 id="Documentos">Documentos</h2>\n<ul>{"".join(links)}</ul>\n</html>\n')
    (folder / "index.html").write_text("".join(parts), encoding="utf-8")


def group_of(picture: Picture) -> str:
    """Return the title of the group that a picture is shown in."""
    return next((title for first, title in _GROUPS if picture.name.startswith(f"{first}-")), _PAGES)


def shown_in_every_look(picture: Picture) -> str:
    """Return a picture with its title, light beside dark and the large text under them."""
    figures = "".join(
        f'<figure><img loading="lazy" src="{picture.name}-{look.name}.png" '
        f'alt="{html.escape(picture.title)} ({look.name})">'
        f"<figcaption>{'oscuro' if look.dark else 'claro'}, texto al {look.percent} %</figcaption></figure>"
        for look in LOOKS
    )
    return f'<h3>{html.escape(picture.title)}</h3>\n<div class="looks">{figures}</div>\n'


def main() -> int:
    """Write everything and return 0."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--documents", type=Path, required=True, help="folder for the PDFs")
    parser.add_argument("--pages", type=Path, help="folder for the PNGs of the window; without it, none")
    parser.add_argument("--file", type=Path, help="the centre's file; a new sample where it is left out")
    parser.add_argument("--pictures", action="store_true", help="write the documents as PNG too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = given.file or Path(folder) / "muestra.cpepa"
        ws = files.open_file(file, CLOCK, ACTOR) if file.exists() else build_sample(file, CLOCK, ACTOR)
        documents = write_documents(ws, given.documents)
        files.close_file(ws)
        print(f"{len(documents)} documents")
        open_application(sys.argv[:1], dark=False)
        if given.pictures:
            write_pictures(documents)
        if given.pages:
            given.pages.mkdir(parents=True, exist_ok=True)
            taken = [write_pages(file, given.pages, look) for look in LOOKS]
            write_index(given.pages, taken[0], documents)
            print(f"{len(taken[0])} pages and dialogs in {len(LOOKS)} looks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
