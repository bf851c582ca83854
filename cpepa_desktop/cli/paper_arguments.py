"""The words of `print`: which document of which course, and of what in it."""

from __future__ import annotations

from pathlib import Path

from cpepa_desktop.cli.command import UsageError
from cpepa_desktop.cli.parsing import Add, Arguments, day, month, school_year, week
from cpepa_desktop.domain.papers import PaperScope
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.papers import DOCUMENTS

_WORDS = {
    PaperScope.COURSE: (),
    PaperScope.WEEK: ("week",),
    PaperScope.MONTH: ("month",),
    PaperScope.PERSON: ("person",),
    PaperScope.PERSON_DAY: ("person", "day"),
    PaperScope.YEAR: ("year",),
    PaperScope.CALL: ("call",),
}
"""The words that say what a document of each scope is about; a document takes those of its own alone."""


def add_paper_commands(add: Add) -> None:
    """Add `print`."""
    paper = add("print", _("imprime a fichero un documento de un curso o del centro"))
    paper.add_argument("document", nargs="?", choices=list(DOCUMENTS), metavar=_("DOCUMENTO"))
    paper.add_argument("course", nargs="?", metavar=_("CURSO"))
    paper.add_argument("--week", type=week, metavar="AAAA-Wnn", help=_("semana, en los semanales"))
    paper.add_argument("--month", type=month, metavar="AAAA-MM", help=_("mes, en los mensuales"))
    paper.add_argument("--person", metavar=_("IDENTIFICADOR"), help=_("DNI o NIE, en los de una persona"))
    paper.add_argument("--day", type=day, metavar="AAAA-MM-DD", help=_("día, en los de un día"))
    paper.add_argument(
        "--year", type=school_year, metavar="AA/AA", help=_("curso escolar, en los del centro")
    )
    paper.add_argument("--call", metavar=_("CONVOCATORIA"), help=_("en los del centro para una convocatoria"))
    paper.add_argument("--out", type=Path, metavar=_("CARPETA"))
    paper.add_argument("--list", action="store_true", help=_("lista los documentos"))


def paper_command(given: Arguments) -> str:
    """Return which command `print` is. Raises ``UsageError`` where words are missing or too many."""
    if given.list:
        return "print-list"
    if not given.document or given.out is None:
        raise UsageError(_("print necesita DOCUMENTO, CURSO y --out CARPETA, o bien --list"))
    scope = DOCUMENTS[given.document].scope
    if scope.is_of_course is not bool(given.course):
        needs = (
            _("{name}: indique el CURSO") if scope.is_of_course else _("{name} es del centro: no lleva CURSO")
        )
        raise UsageError(needs.format(name=given.document))
    wanted = _WORDS[scope]
    for word in {word for words in _WORDS.values() for word in words}:
        if word in wanted and getattr(given, word) is None:
            raise UsageError(_("{name}: indique --{word}").format(name=given.document, word=word))
        if word not in wanted and getattr(given, word) is not None:
            raise UsageError(_("{name} no lleva --{word}").format(name=given.document, word=word))
    return "print"
