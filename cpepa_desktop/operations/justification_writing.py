"""How a justification comes to stand in the cells it covers, and what keeps it from doing so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.justification import AbsenceRow
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations.calendars import WorkingCalendar
from cpepa_desktop.operations.justification_proposals import JustificationForm, proposal_of
from cpepa_desktop.operations.missed_classes import PersonClass, PersonClasses
from cpepa_desktop.operations.week_locks import refuse_if_locked
from cpepa_desktop.operations.workspace import Workspace


def planned_cells(
    found: PersonClasses, cause: AbsenceCause, cells: Mapping[int, int], replacing: int | None, key: int
) -> dict[int, tuple[AbsenceRow, ...]]:
    """Return the absences of every session that is touched, as they will stand.

    ``replacing`` is the key of the justification that is written again, ``key`` the one it has from now on.
    """
    by_id = {each.session_id: each for each in found.classes}
    covered = {
        session_id
        for session_id, rows in found.absences.items()
        if session_id in by_id
        and any(row.justification_id is not None and row.justification_id == replacing for row in rows)
    }
    return {
        session_id: tuple(_planned_cell(found, by_id[session_id], cause, cells, replacing, key))
        for session_id in sorted(covered | set(cells), key=lambda each: (by_id[each].day, by_id[each].start))
    }


def _planned_cell(
    found: PersonClasses,
    each: PersonClass,
    cause: AbsenceCause,
    cells: Mapping[int, int],
    replacing: int | None,
    key: int,
) -> Iterable[AbsenceRow]:
    """Yield what will stand in a cell: the other justifications, this one, and causes without any.

    Of a short contract what goes beyond its share keeps the cause, unjustified.
    """
    rows = found.absences.get(each.session_id, ())
    minutes = cells.get(each.session_id, 0)
    is_chosen = each.session_id in cells
    gone = {replacing, *(found.absorbed if is_chosen else ())}
    yield from (row for row in rows if row.justification_id is not None and row.justification_id not in gone)
    if minutes:
        yield AbsenceRow(found.enrolment.id, each.session_id, minutes, cause, key)
    left = each.room - minutes
    loose = [row for row in rows if row.justification_id is None]
    if cause is AbsenceCause.H and is_chosen:
        loose = [row for row in loose if row.cause is not cause]
        loose.append(AbsenceRow(found.enrolment.id, each.session_id, left, cause))
    for row in sorted(loose, key=lambda row: row.cause is cause):
        kept = min(row.minutes, left)
        left -= kept
        if kept:
            yield replace(row, minutes=kept)


def check_cells(found: PersonClasses, cells: Mapping[int, int]) -> None:
    """Raise ``Refused`` where minutes are not of the person's, are more than they missed, or are none."""
    name = found.enrolment.person.listed_name
    by_id = {each.session_id: each for each in found.classes}
    problems = []
    for session_id, minutes in cells.items():
        each = by_id.get(session_id)
        if each is None:
            problems.append(Problem(_("{name} no tiene esa clase.").format(name=name)))
        elif not 0 <= minutes <= each.room:
            message = _("{day}, {block}: {minutes} son más que lo que faltó sin justificar, {room}.")
            words = {"minutes": hours_words(minutes), "room": hours_words(each.room)}
            problems.append(Problem(message.format(day=day_words(each.day), block=each.block.code, **words)))
    if problems:
        raise Refused(_("No se ha justificado nada: corrija estos minutos."), tuple(problems))
    if not any(cells.values()):
        message = _(
            "No hay minutos que justificar: {name} no consta que faltara esos días, o lo que faltó ya tiene "
            "justificante. Introduzca antes la asistencia."
        )
        raise Refused(message.format(name=name))


def check_short_contract(
    ws: Workspace, found: PersonClasses, form: JustificationForm, cells: Mapping[int, int]
) -> None:
    """Raise ``Refused`` where a short contract covers more of a module than it may."""
    if form.cause is not AbsenceCause.H:
        return
    chosen = replace(
        found,
        classes=tuple(
            replace(each, missed=each.justified + cells[each.session_id])
            for each in found.classes
            if cells.get(each.session_id)
        ),
    )
    days = [each.day for each in chosen.classes]
    whole = replace(form, first=min(days), last=max(days))
    proposal = proposal_of(chosen, whole, WorkingCalendar(ws).is_working_day)
    beyond = [cell for cell in proposal.cells if cell.unjustified]
    if beyond:
        problems = tuple(Problem(cell.rest_why, where=day_words(cell.day)) for cell in beyond)
        raise Refused(
            _("No se ha justificado nada: son más minutos de los que admite un contrato."), problems
        )


def refuse_frozen(
    ws: Workspace, course: str, found: PersonClasses, planned: Mapping[int, tuple[AbsenceRow, ...]]
) -> None:
    """Raise ``Refused`` where minutes or causes of a week that was sent would change."""
    days = {each.session_id: each.day for each in found.classes}
    refuse_if_locked(
        ws,
        course,
        {
            days[session_id]
            for session_id, rows in planned.items()
            if _said(found.absences.get(session_id, ())) != _said(rows)
        },
    )


def _said(rows: Iterable[AbsenceRow]) -> Counter[tuple[AbsenceCause | None, bool]]:
    """Return the minutes of a cell by cause, and by whether something justifies them."""
    minutes: Counter[tuple[AbsenceCause | None, bool]] = Counter()
    for row in rows:
        minutes[row.cause, row.justification_id is not None] += row.minutes
    return minutes
