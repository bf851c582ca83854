"""What was done on the file, by whom and when, and taking it back."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.db import journal
from cpepa_desktop.db.journal import Replayed
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.history import Operation, OperationKind, RowChange
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.operations.workspace import Workspace

KINDS: Final[dict[str, Kind]] = {
    "centre_file": Kind.FILE,
    "attachment": Kind.FILE,
    "entity": Kind.CENTRE,
    "centre": Kind.CENTRE,
    "centre_logo": Kind.CENTRE,
    "room": Kind.CENTRE,
    "trainer": Kind.CENTRE,
    "holiday_year": Kind.CENTRE,
    "holiday": Kind.CENTRE,
    "call_version": Kind.CATALOGUE,
    "certificate_version": Kind.CATALOGUE,
    "certificate_text": Kind.CATALOGUE,
    "module": Kind.CATALOGUE,
    "unit": Kind.CATALOGUE,
    "person": Kind.PEOPLE,
    "person_document": Kind.PEOPLE,
    "course": Kind.COURSE,
    "course_module": Kind.COURSE,
    "course_role": Kind.COURSE,
    "block": Kind.COURSE,
    "block_module": Kind.COURSE,
    "block_trainer": Kind.COURSE,
    "stretch": Kind.SESSIONS,
    "session": Kind.SESSIONS,
    "session_trainer": Kind.SESSIONS,
    "seat": Kind.ENROLMENTS,
    "occupancy": Kind.ENROLMENTS,
    "enrolment": Kind.ENROLMENTS,
    "enrolment_module": Kind.ENROLMENTS,
    "attendance": Kind.ATTENDANCE,
    "absence": Kind.ATTENDANCE,
    "justification": Kind.ATTENDANCE,
    "week_lock": Kind.ATTENDANCE,
    "incident": Kind.ATTENDANCE,
    "typed_item": Kind.ATTENDANCE,
    "virtual_class": Kind.ATTENDANCE,
    "virtual_person": Kind.ATTENDANCE,
    "recording": Kind.ATTENDANCE,
    "connection_log": Kind.ATTENDANCE,
    "connection": Kind.ATTENDANCE,
    "connection_alias": Kind.ATTENDANCE,
    "document": Kind.PAPERS,
    "filing": Kind.PAPERS,
    "decision": Kind.PAPERS,
    "local_entity": Kind.PLANNING,
    "budget_line": Kind.PLANNING,
    "paper": Kind.PLANNING,
    "paper_course": Kind.PLANNING,
    "course_event": Kind.PLANNING,
    "obligation_filing": Kind.PLANNING,
    "pause": Kind.PLANNING,
    "trainer_proof": Kind.PLANNING,
    "accreditation": Kind.PLANNING,
    "speciality_need": Kind.PLANNING,
    "yearly_request": Kind.PLANNING,
    "request_line": Kind.PLANNING,
    "application": Kind.PLANNING,
    "application_action": Kind.PLANNING,
    "application_item": Kind.PLANNING,
    "disability_support": Kind.PLANNING,
}
"""The kind of thing that each table holds; a test holds that none is forgotten."""


def history(ws: Workspace, limit: int = 200) -> tuple[Operation, ...]:
    """Return the last operations, the newest first."""
    return journal.history(ws.db, limit)


def changes_of(ws: Workspace, operation_id: int) -> tuple[RowChange, ...]:
    """Return the rows that one operation wrote, as they were and as they became."""
    return journal.changes_of(ws.db, operation_id)


def what_undo_would_do(ws: Workspace) -> str | None:
    """Return the name of the operation that undo would take back, ``None`` where it may take none."""
    return _name_of(journal.next_undo(ws.db))


def what_redo_would_do(ws: Workspace) -> str | None:
    """Return the name of the operation that redo would do again, ``None`` where there is none."""
    return _name_of(journal.next_redo(ws.db))


def undo(ws: Workspace) -> Changes:
    """Take back the newest operation that stands.

    Raises :class:`Refused` where there is none or it is a legal act, naming it.
    """
    ws.require_writable()
    moment = ws.clock.now()
    done = journal.undo(ws.db, actor=ws.actor, at=moment, day=ws.clock.today())
    ws.mark_saved(moment)
    return _changes(_("Deshacer: {name}").format(name=done.name), done)


def redo(ws: Workspace) -> Changes:
    """Do again what was undone last; raises :class:`Refused` where there is nothing to redo."""
    ws.require_writable()
    moment = ws.clock.now()
    done = journal.redo(ws.db, actor=ws.actor, at=moment, day=ws.clock.today())
    ws.mark_saved(moment)
    return _changes(_("Rehacer: {name}").format(name=done.name), done)


def steps_back_to(ws: Workspace, operation_id: int) -> tuple[str, ...]:
    """Return the names of what would have to be undone so that an operation is the newest that stands.

    Raises :class:`Refused` where one of them is a legal act, naming it.
    """
    steps = journal.standing_after(ws.db, operation_id)
    acts = [step.name for step in steps if step.kind is OperationKind.LEGAL]
    if acts:
        message = _(
            "No se puede deshacer hasta ahí: «{name}» es un acto que queda registrado, y es posterior. No se "
            "ha cambiado nada. Puede deshacer lo hecho después de ese acto."
        )
        raise Refused(message.format(name=acts[0]))
    return tuple(step.name for step in steps)


def undo_back_to(ws: Workspace, operation_id: int) -> Changes:
    """Take back, from the newest on, everything that was done after an operation; each can be redone.

    Raises :class:`Refused` as ``steps_back_to`` does, before anything is undone. Where the disk gives way,
    what was undone until then stays undone, in order, and the history says so.
    """
    ws.require_writable()
    count = len(steps_back_to(ws, operation_id))
    kinds = frozenset[Kind]().union(*(undo(ws).kinds for _step in range(count)))
    name = ngettext("Deshacer {n} operación", "Deshacer {n} operaciones", count).format(n=count)
    return Changes(name, kinds)


def _name_of(target: journal.Target | None) -> str | None:
    return None if target is None or target.kind is OperationKind.LEGAL else target.name


def _changes(name: str, done: Replayed) -> Changes:
    return Changes(name, frozenset({Kind.JOURNAL, *(KINDS[table] for table in done.tables)}))
