"""What each command does: one function a command, named for it, over one operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cpepa_desktop.cli.answers import Answer, of_changes, problem_forms
from cpepa_desktop.cli.attendance_commands import ATTENDANCE_COMMANDS
from cpepa_desktop.cli.command import Command, UsageError
from cpepa_desktop.cli.connection_commands import CONNECTION_COMMANDS
from cpepa_desktop.cli.deadline_commands import deadlines, deadlines_estimate, file
from cpepa_desktop.cli.forms import (
    course_form,
    course_row_form,
    offer_row_form,
    person_row_form,
    speciality_form,
    status_form,
)
from cpepa_desktop.cli.grant_commands import grant_estimate
from cpepa_desktop.cli.holiday_commands import HOLIDAY_COMMANDS
from cpepa_desktop.cli.justification_commands import JUSTIFICATION_COMMANDS
from cpepa_desktop.cli.life_commands import LIFE_COMMANDS
from cpepa_desktop.cli.paper_commands import print_list, print_paper
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.cli.request_commands import REQUEST_COMMANDS
from cpepa_desktop.cli.week_commands import WEEK_COMMANDS
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.law import Answer as Said
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words
from cpepa_desktop.operations import (
    backups,
    calls,
    catalogue,
    course_adding,
    course_planning,
    courses,
    dossier,
    files,
    history,
    people,
)
from cpepa_desktop.operations.explanation_words import answer_word
from cpepa_desktop.operations.sample import build_sample
from cpepa_desktop.operations.stage import course_stage
from cpepa_desktop.operations.status import course_status
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FileCommand:
    """A command that makes or replaces a file, or needs none."""

    run: Callable[[Path | None, Clock, str, Arguments], Answer]


def new(path: Path | None, clock: Clock, actor: str, given: Arguments) -> Answer:
    """Create the file of a centre."""
    centre = Centre(
        name=given.centre or _("Centro sin nombre"),
        code=given.code,
        municipality=given.municipality,
        province=given.province,
        head_name=given.head,
    )
    entity = Entity(
        name=given.entity or centre.name,
        cif=given.cif,
        municipality=given.municipality,
        province=given.province,
    )
    ws = files.new_file(_required(path), clock, actor, entity=entity, centre=centre)
    files.close_file(ws)
    return _made(ws.file.path)


def sample(path: Path | None, clock: Clock, actor: str, _given: Arguments) -> Answer:
    """Create the sample centre."""
    ws = build_sample(_required(path), clock, actor)
    files.close_file(ws)
    return _made(ws.file.path)


def restore(path: Path | None, clock: Clock, actor: str, given: Arguments) -> Answer:
    """Put a backup in the place of the file."""
    done = backups.restore(_required(path), given.backup, clock, actor, other_file=given.other_file)
    data = {"restored": done.backup, "previous": done.previous, "missing": list(done.missing)}
    lines = [_("Restaurada la copia {path}.").format(path=done.backup)]
    if done.previous:
        lines.append(_("El archivo anterior queda en {path}.").format(path=done.previous))
    return Answer(data, tuple(lines))


def check(ws: Workspace, _given: Arguments) -> Answer:
    """Check the file whole. Raises ``Refused`` with everything that is wrong."""
    problems = files.check_file(ws)
    if problems:
        raise Refused(_("El archivo tiene problemas. No se ha cambiado nada."), problems)
    return Answer({"ok": True, "problems": []}, (_("El archivo está bien."),))


def backup(ws: Workspace, _given: Arguments) -> Answer:
    """Make a backup, checked and compared."""
    made = backups.backup(ws)
    return Answer({"backup": made.backup.path}, (str(made.backup.path),))


def show_history(ws: Workspace, given: Arguments) -> Answer:
    """List what was done, the last first."""
    operations = history.history(ws, given.limit)
    data = [
        {
            "id": done.id,
            "name": done.name,
            "actor": done.actor,
            "at": done.at.isoformat(),
            "kind": done.kind,
            "undone": done.undone,
        }
        for done in operations
    ]
    lines = (f"{done.at:%Y-%m-%d %H:%M}  {done.actor}  {done.name}" for done in operations)
    return Answer(data, tuple(lines))


def undo(ws: Workspace, _given: Arguments) -> Answer:
    """Take back the last operation."""
    return of_changes(history.undo(ws))


def redo(ws: Workspace, _given: Arguments) -> Answer:
    """Do again what was undone last."""
    return of_changes(history.redo(ws))


def catalogue_list(ws: Workspace | None, given: Arguments) -> Answer:
    """List what can be taught."""
    rows = catalogue.list_offers(ws, given.text)
    lines = (f"{row.code:<10}{row.part:<10}{row.hours:>5} h  {row.structure:<9}{row.title}" for row in rows)
    return Answer([offer_row_form(row) for row in rows], tuple(lines))


def catalogue_show(ws: Workspace | None, given: Arguments) -> Answer:
    """Show a speciality with its modules and units."""
    view = catalogue.show_speciality(ws, given.code)
    return Answer(speciality_form(view), _speciality_lines(view))


def catalogue_complete(ws: Workspace, given: Arguments) -> Answer:
    """Keep the structure that the centre has written of a speciality."""
    return of_changes(catalogue.complete_speciality(ws, _text_of(given.source)))


def call_list(ws: Workspace, _given: Arguments) -> Answer:
    """List the calls a course can run under, with what the centre has still to write."""
    rows = calls.list_calls(ws)
    data = [
        {
            "id": row.id,
            "title": row.title,
            "routes": list(row.routes),
            "subsidised": row.subsidised,
            "origin": row.origin,
            "to_fill": list(row.to_fill),
        }
        for row in rows
    ]
    return Answer(data, tuple(f"{row.id:<18}{', '.join(row.routes):<12}{row.title}" for row in rows))


def call_fill(ws: Workspace, given: Arguments) -> Answer:
    """Write a figure that a call leaves to the centre."""
    figure = calls.FilledFigure(given.name, given.value, given.since, given.norm, given.place)
    return of_changes(calls.fill_figure(ws, given.call, figure))


def course_list(ws: Workspace, _given: Arguments) -> Answer:
    """List the courses."""
    rows = courses.list_courses(ws)
    lines = (
        f"{row.code:<16}{row.start_on}  {row.last_day}  {row.people:>3}  {row.stage.label:<13}{row.title}"
        for row in rows
    )
    return Answer([course_row_form(row) for row in rows], tuple(lines))


def course_show(ws: Workspace, given: Arguments) -> Answer:
    """Show a course with its calendar."""
    view = courses.read_course(ws, given.course)
    lines = (
        f"{view.course.code}  {view.course.title}",
        f"{view.course.start_on} – {view.last_day}  {hours_words(view.official_minutes)}",
        *(
            f"  {block.code:<10}{hours_words(block.official_minutes):>8}  {block.title}"
            for block in view.blocks
        ),
    )
    return Answer(course_form(view), lines)


def course_add(ws: Workspace, given: Arguments) -> Answer:
    """Plan a course."""
    request = course_planning.CourseRequest(
        code=given.course,
        call=given.call,
        speciality=given.speciality,
        part=given.part,
        route=given.route,
        province=given.province,
        start=given.start,
        timetable=given.timetable,
        room=given.room,
        last_day=given.last_day,
        last_day_reason=given.last_day_reason,
        regime=given.regime,
        regime_reason=given.regime_reason,
        approved_on=given.approved,
    )
    changes = course_adding.add_course(ws, request)
    view = courses.read_course(ws, changes.course)
    return of_changes(
        changes,
        start=view.course.start_on,
        end=view.last_day,
        official_minutes=view.official_minutes,
        sessions=len(view.sessions),
    )


def status(ws: Workspace, given: Arguments) -> Answer:
    """Say how everybody in a course stands."""
    found = course_status(ws, given.course)
    lines = []
    for person in found.people:
        words = ", ".join(f"{name}: {answer_word(v.answer)}" for name, v in person.verdicts.items())
        tests = sum(
            module.verdicts["module_test"].answer is Said.YES for module in person.modules if module.verdicts
        )
        lines.append(
            f"{person.enrolment.person.document.number:<12}{person.enrolment.person.listed_name:<36}"
            f"{hours_words(person.tally.attended):>9}  {words}, module_test: {tests}/{len(person.modules)}"
        )
    stage = course_stage(ws, given.course).stage
    return Answer({"stage": stage, **status_form(found)}, (stage.label, *lines))


def import_people(ws: Workspace, given: Arguments) -> Answer:
    """Bring people from a file, or only say what it would bring."""
    preview = people.preview_people(ws, given.source, given.course)
    data = {
        "accepted": [person_row_form(row) for row in preview.accepted],
        "problems": problem_forms(preview.problems),
        "notices": problem_forms(preview.notices),
    }
    if given.dry_run:
        lines = [_("Se importarían {count} personas.").format(count=len(preview.accepted))]
        return Answer(data, (*lines, *(str(problem) for problem in (*preview.problems, *preview.notices))))
    changes = people.import_people(ws, preview, only_valid=given.only_valid)
    return of_changes(changes, **data)


def import_course(ws: Workspace, given: Arguments) -> Answer:
    """Bring a course from its dossier."""
    return of_changes(dossier.import_course(ws, _bytes_of(given.source)))


def export_course(ws: Workspace, given: Arguments) -> Answer:
    """Take a course to its dossier."""
    data = dossier.export_course(ws, given.course)
    if given.out is None:
        return Answer({"dossier": data.decode()}, (data.decode().rstrip("\n"),))
    _write(given.out, data)
    return Answer({"dossier": given.out, "bytes": len(data)}, (str(given.out),))


FILE_COMMANDS: Mapping[str, FileCommand] = MappingProxyType(
    {"new": FileCommand(new), "sample": FileCommand(sample), "restore": FileCommand(restore)}
)
"""Commands that make a file or replace it."""

WITHOUT_FILE: Mapping[str, Callable[[Workspace | None, Arguments], Answer]] = MappingProxyType(
    {
        "catalogue-list": catalogue_list,
        "catalogue-show": catalogue_show,
        "deadlines-estimate": deadlines_estimate,
        "grant-estimate": grant_estimate,
        "print-list": print_list,
    }
)
"""Commands that answer also where no file is named."""

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "check": Command(check),
        "backup": Command(backup, writes=True),
        "history": Command(show_history),
        "undo": Command(undo, writes=True),
        "redo": Command(redo, writes=True),
        "catalogue-complete": Command(catalogue_complete, writes=True),
        "call-list": Command(call_list),
        "call-fill": Command(call_fill, writes=True),
        "course-list": Command(course_list),
        "course-show": Command(course_show),
        "course-add": Command(course_add, writes=True),
        "status": Command(status),
        "import-people": Command(import_people, writes=True),
        **ATTENDANCE_COMMANDS,
        **JUSTIFICATION_COMMANDS,
        **REQUEST_COMMANDS,
        **WEEK_COMMANDS,
        **LIFE_COMMANDS,
        **CONNECTION_COMMANDS,
        **HOLIDAY_COMMANDS,
        "import-course": Command(import_course, writes=True),
        "export-course": Command(export_course),
        "deadlines": Command(deadlines),
        "file": Command(file, writes=True),
        "print": Command(print_paper, writes=True),
    }
)
"""Commands over an open file."""


def _made(path: Path) -> Answer:
    return Answer({"file": path}, (_("Creado {path}.").format(path=path),))


def _required(path: Path | None) -> Path:
    if path is None:
        raise UsageError(_("falta --file ARCHIVO"))
    return path


def _speciality_lines(view: catalogue.SpecialityView) -> tuple[str, ...]:
    unknown = _("sin establecer")
    lines = [f"{view.code}  {view.title}"]
    for module in view.certificate.modules if view.certificate else ():
        lines.append(f"  {module.code:<10}{module.hours:>4} h  {module.title}")
        if module.units is None:
            lines.append(f"    {unknown}")
        lines += [f"    {unit.code:<8}{unit.hours:>4} h  {unit.title}" for unit in module.units or ()]
    for offer in view.offers:
        structure = view.structures[offer.part]
        reason = getattr(structure, "reason", "")
        lines.append(f"  {offer.part or _('completo'):<10}{offer.hours:>4} h  {reason}")
    return tuple(lines)


def _text_of(path: Path) -> str:
    try:
        return _bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        message = _("«{path}» no está en UTF-8. No se ha guardado nada; guárdelo como UTF-8.")
        raise Refused(message.format(path=path)) from None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = _("No se puede leer «{path}» ({why}). No se ha cambiado nada.")
        raise Refused(message.format(path=path, why=error.strerror)) from None


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        message = _("No se puede escribir «{path}» ({why}). El archivo del centro no ha cambiado.")
        raise EnvironmentFault(message.format(path=path, why=error.strerror)) from None
