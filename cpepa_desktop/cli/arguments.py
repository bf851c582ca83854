"""The words of the command line: stable English names, Spanish help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cpepa_desktop import __version__
from cpepa_desktop.cli.attendance_arguments import add_attendance_commands
from cpepa_desktop.cli.connection_arguments import add_connection_commands
from cpepa_desktop.cli.deadline_arguments import add_deadline_commands
from cpepa_desktop.cli.grant_arguments import add_grant_commands
from cpepa_desktop.cli.holiday_arguments import add_holiday_command
from cpepa_desktop.cli.justification_arguments import add_justification_commands
from cpepa_desktop.cli.life_arguments import add_life_commands, add_paper_group
from cpepa_desktop.cli.paper_arguments import add_paper_commands
from cpepa_desktop.cli.parsing import Add, Arguments, common_words, day, group, inner
from cpepa_desktop.cli.request_arguments import add_request_commands
from cpepa_desktop.cli.week_arguments import add_week_commands
from cpepa_desktop.domain.course import Regime, Route
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.laying_limits import LastDay

_CENTRE_FILE = ".cpepa"
WINDOW = ""
"""The command of a line that names none."""


def parse(argv: Sequence[str]) -> Arguments:
    """Return what a command line asks for. Ends the program with status 2 where it is not well written.

    A centre's file alone is opened: so desktops call a program for a file that was clicked.
    """
    is_clicked = len(argv) == 1 and argv[0].endswith(_CENTRE_FILE)
    return _parser().parse_args(["--file", *argv] if is_clicked else argv)


def _parser() -> argparse.ArgumentParser:
    common = common_words()
    top = argparse.ArgumentParser(
        prog="cpepa-desktop",
        description=_("Cursos de certificado en los centros de Aragón, del catálogo al papel."),
        epilog=_(
            "Sin orden abre la ventana. Devuelve 0 hecho, 1 rechazado, 2 mal escrito, 3 disco o archivo."
        ),
        parents=[common],
    )
    top.add_argument("--version", action="version", version=f"cpepa-desktop {__version__}")
    top.add_argument("--sample", action="store_true", help=_("abre la ventana con el centro de muestra"))
    top.set_defaults(command=WINDOW)
    _file_commands(group(top, common))
    return top


def _file_commands(add: Add) -> None:
    new = add("new", _("crea el archivo de un centro"))
    for name, text in (
        ("centre", _("nombre del centro")),
        ("entity", _("nombre de la entidad")),
        ("code", _("código del centro")),
        ("cif", _("CIF de la entidad")),
        ("municipality", _("municipio")),
        ("province", _("provincia")),
        ("head", _("persona responsable")),
    ):
        new.add_argument(f"--{name}", default="", help=text)
    add("sample", _("crea el centro de muestra, con personas inventadas"))
    add("check", _("comprueba el archivo entero"))
    add("backup", _("hace una copia de seguridad comprobada"))
    restore = add("restore", _("pone una copia en el lugar del archivo"))
    restore.add_argument("backup", type=Path, metavar=_("COPIA"))
    restore.add_argument("--other-file", action="store_true", help=_("admite la copia de otro archivo"))
    history = add("history", _("lista lo que se ha hecho, lo último primero"))
    history.add_argument("--limit", type=int, default=20)
    add("undo", _("deshace lo último"))
    add("redo", _("rehace lo deshecho"))
    _catalogue_commands(add)


def _catalogue_commands(add: Add) -> None:
    within = inner(add("catalogue", _("el catálogo de especialidades")))
    listing = within("list", _("lista lo que puede impartirse"), "catalogue-list")
    listing.add_argument("--text", default="", help=_("palabras del código, el título o la familia"))
    show = within("show", _("muestra una especialidad con sus módulos"), "catalogue-show")
    show.add_argument("code", metavar=_("CÓDIGO"))
    complete = within("complete", _("guarda la estructura que escribe el centro"), "catalogue-complete")
    complete.add_argument("source", type=Path, metavar=_("FICHERO.json"))
    calls = inner(add("call", _("las convocatorias y otros marcos de un curso")))
    calls("list", _("las lista, con lo que falta por completar"), "call-list")
    fill = calls("fill", _("completa una cifra que la convocatoria deja al centro"), "call-fill")
    fill.add_argument("call", metavar=_("CONVOCATORIA"))
    fill.add_argument("name", metavar=_("DATO"))
    fill.add_argument("value", metavar=_("VALOR"))
    fill.add_argument("--since", required=True, type=day, metavar="AAAA-MM-DD", help=_("desde cuándo rige"))
    fill.add_argument("--norm", default="Convenio", help=_("texto que lo dice"))
    fill.add_argument("--place", required=True, help=_("lugar del texto"))
    add_grant_commands(add)
    _course_commands(add)


def _course_commands(add: Add) -> None:
    within = inner(add("course", _("los cursos del archivo")))
    within("list", _("lista los cursos"), "course-list")
    show = within("show", _("muestra un curso con su calendario"), "course-show")
    show.add_argument("course", metavar=_("CURSO"))
    new = within("add", _("planifica un curso"), "course-add")
    new.add_argument("course", metavar=_("CURSO"))
    new.add_argument("--call", required=True, help=_("convocatoria o marco: EPE-873-2023, own-resources…"))
    new.add_argument("--speciality", required=True, help=_("código de la especialidad"))
    new.add_argument("--part", default="", help=_("A1, A2 o el código de un módulo"))
    new.add_argument("--route", required=True, type=Route, choices=list(Route), help=_("quién paga"))
    new.add_argument("--province", required=True)
    new.add_argument("--start", required=True, type=day, metavar="AAAA-MM-DD")
    new.add_argument("--timetable", required=True, help=_("por ejemplo «L-V 09:00-14:00»"))
    new.add_argument("--room", default="", help=_("aula; se crea si no existe"))
    new.add_argument(
        "--last-day",
        type=LastDay,
        choices=list(LastDay),
        default=LastDay.SPREAD,
        help=_("último día corto: spread alarga los anteriores, keep lo deja con motivo, ask se niega"),
    )
    new.add_argument("--last-day-reason", default="", help=_("por qué el último día se queda corto"))
    new.add_argument("--regime", type=Regime, choices=list(Regime), help=_("régimen de evaluación"))
    new.add_argument("--regime-reason", default="")
    new.add_argument("--approved", type=day, metavar="AAAA-MM-DD", help=_("día de la autorización"))
    add_life_commands(within)
    add_paper_group(add)
    status = add("status", _("dice cómo va cada persona de un curso"))
    status.add_argument("course", metavar=_("CURSO"))
    _people_commands(add)


def _people_commands(add: Add) -> None:
    bring = inner(add("import", _("trae datos de otros ficheros")))
    people = bring("people", _("personas, de CSV o XLSX"), "import-people")
    people.add_argument("source", type=Path, metavar=_("FICHERO"))
    people.add_argument("course", nargs="?", default="", metavar=_("CURSO"))
    people.add_argument("--dry-run", action="store_true", help=_("sólo dice qué se importaría"))
    people.add_argument("--only-valid", action="store_true", help=_("deja fuera las filas con problemas"))
    add_attendance_commands(add, bring)
    add_justification_commands(add)
    add_week_commands(add)
    add_connection_commands(bring)
    add_holiday_command(bring)
    course = bring("course", _("el dosier de un curso"), "import-course")
    course.add_argument("source", type=Path, metavar=_("FICHERO.json"))
    export = inner(add("export", _("lleva datos a otros ficheros")))
    dossier = export("course", _("el dosier de un curso"), "export-course")
    dossier.add_argument("course", metavar=_("CURSO"))
    dossier.add_argument("--out", type=Path, metavar=_("FICHERO"), help=_("si falta, a la salida"))
    add_deadline_commands(add)
    add_request_commands(add)
    add_paper_commands(add)
