"""What the menus «Archivo», «Edición», «Ir» and «Ayuda» do, as data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.commands import SEPARATOR, Command
from cpepa_desktop.ui.file.controller import FileCommands
from cpepa_desktop.ui.manual.controller import ManualController
from cpepa_desktop.ui.pages import stops
from cpepa_desktop.ui.shell import Shell

Run = Callable[[], object]


def file_commands(run: FileCommands, *, close_file: Run, leave: Run) -> list[Command | None]:
    """Return the commands on the file and the way out of the program."""
    return [
        Command("new", _("Nuevo centro…"), run.new, "new-file", ("Ctrl+Shift+A",), needs_file=False),
        Command("open", _("Abrir…"), run.open, "open", ("Ctrl+O",), needs_file=False),
        Command("sample", _("Centro de muestra"), run.sample, "people", ("Ctrl+Shift+M",), needs_file=False),
        SEPARATOR,
        Command("back_up", _("Hacer una copia de seguridad"), run.back_up, "backup", ("Ctrl+Shift+S",)),
        Command("restore", _("Restaurar una copia…"), run.restore, "history", ("Ctrl+Shift+R",)),
        Command("check", _("Comprobar el archivo"), run.check, "ok", ("Ctrl+Shift+F",)),
        SEPARATOR,
        Command(
            "import_course",
            _("Importar un expediente de curso…"),
            run.import_course,
            "import",
            ("Ctrl+Shift+I",),
        ),
        Command(
            "export_course",
            _("Exportar el expediente de un curso…"),
            run.export_course,
            "export",
            ("Ctrl+Shift+D",),
        ),
        SEPARATOR,
        Command("close", _("Cerrar el archivo"), close_file, "close", ("Ctrl+W",)),
        Command("quit", _("Salir"), leave, "leave", ("Ctrl+Q",), needs_file=False),
    ]


def edit_commands(shell: Shell, *, find: Run, show_history: Run) -> list[Command | None]:
    """Return what takes back, finds and tells what was done."""
    return [
        Command("undo", _("Deshacer"), shell.undo, "undo", ("Ctrl+Z",)),
        Command("redo", _("Rehacer"), shell.redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
        SEPARATOR,
        Command("find_anything", _("Buscar en todo…"), find, "search", ("Ctrl+K",)),
        Command("history", _("Historial…"), show_history, "history", ("Ctrl+H",)),
    ]


def go_commands(shell: Shell) -> list[Command | None]:
    """Return the ways to the pages of the navigation."""
    return [
        Command(f"go_{page.name}", page.words, partial(shell.go, page.name), page.icon, (f"Ctrl+{at}",))
        for at, page in enumerate(stops(), start=1)
    ]


def help_commands(run: ManualController, *, about: Run) -> list[Command | None]:
    """Return the manual, the keys and what the program is."""
    return [
        Command("help", _("Manual"), run.help, "help", ("F1",), needs_file=False),
        Command(
            "shortcuts", _("Atajos de teclado"), run.show_shortcuts, "law", ("Ctrl+F1",), needs_file=False
        ),
        SEPARATOR,
        Command("about", _("Acerca de"), about, "info", ("Shift+F1",), needs_file=False),
    ]
