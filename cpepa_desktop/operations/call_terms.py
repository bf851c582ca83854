"""The terms of a call that oblige and those that do not: the centre switches them on and off.

Outside INAEM's own call the terms of its guide are switched off: a centre switches on those that its
authorisation or its agreement asks for.
"""

from __future__ import annotations

from dataclasses import dataclass

from cpepa_desktop.db import calls as table
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.call_editing import with_deadlines
from cpepa_desktop.operations.calls import choose_call, list_calls
from cpepa_desktop.operations.hashes import sha256_of
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CallTerm:
    """A term of a call as a new course would have it. ``name`` is that of its obligation."""

    call: str
    title: str
    name: str
    text: str
    citation: Citation
    is_active: bool


def list_call_terms(ws: Workspace) -> tuple[CallTerm, ...]:
    """Return the terms of every call, in the order of each text."""
    return tuple(
        CallTerm(row.id, row.title, each.name, each.text, each.citation, each.is_active)
        for row in list_calls(ws)
        for each in choose_call(ws, row.id).call.deadlines.values()
    )


def switch_term(ws: Workspace, call_id: str, name: str, *, is_active: bool) -> Changes:
    """Let a term of a call oblige, or not, as a new version of its text; courses planned before keep theirs.

    Raises ``Refused``: an unknown call, a term it does not have, or one that stands so already.
    """
    chosen = choose_call(ws, call_id)
    deadline = chosen.call.deadlines.get(name)
    if deadline is None:
        message = _("La convocatoria {call} no tiene el plazo «{name}». Los que tiene son: {known}.")
        known = ", ".join(sorted(chosen.call.deadlines)) or _("ninguno")
        raise Refused(message.format(call=call_id, name=name, known=known))
    if deadline.is_active is is_active:
        message = _("«{text}» ya está activado.") if is_active else _("«{text}» ya está desactivado.")
        raise Refused(message.format(text=deadline.text))
    changed = with_deadlines(chosen.content, {name: is_active})
    words = _("Activar «{text}» en {call}") if is_active else _("Desactivar «{text}» en {call}")
    title = words.format(text=deadline.text, call=call_id)
    with ws.operation(title) as number:
        # A term switched back gives a text that the file has already: the last one is known by its own head.
        content = f"# {title} ({number})\n{changed}"
        table.keep_call(ws.db, call_id, sha256_of(content), content, Origin.CENTRE)
    notice = _("Vale para los cursos que se planifiquen desde ahora: los demás conservan sus plazos.")
    return Changes(title, frozenset({Kind.CATALOGUE}), notices=(notice,))
