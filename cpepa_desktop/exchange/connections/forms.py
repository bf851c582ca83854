"""The tables in which Teams, Zoom, Meet and BigBlueButton export who was connected, told by their headings.

Teams gives its report in sections, «2. Participants» with the first entry and last exit of each person and
«3. In-Meeting Activities» with every entry and exit; before 2022 a single table of each, or one of actions
(`cpepa_desktop.exchange.connections.actions`). Zoom gives a row an entry and exit, under lines about the
meeting where these were asked for. Meet gives the first entry and last exit of each person and the time in
between that they were there; extensions of the browser, only the first entry and that time. The dashboard of
BigBlueButton gives the same of each person, and everything in its JSON
(`cpepa_desktop.exchange.connections.bigbluebutton`). The names are those of the exports in English and in
Spanish, and in Spanish the variants of the programs' different years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from cpepa_desktop.domain.connections import Tool
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.headings import index_headings
from cpepa_desktop.exchange.table import TableField


class LogField(TableField):
    """What a column of a log of connections can hold."""

    NAME = "name"
    SURNAMES = "surnames"
    EMAIL = "email"
    UPN = "upn"
    JOINED = "joined"
    LEFT = "left"
    LENGTH = "length"
    TOTAL = "total"
    ACTION = "action"
    MOMENT = "moment"
    ROLE = "role"
    WAITING = "waiting"
    MODERATOR = "moderator"

    @property
    def label(self) -> str:
        """Return the field as a sentence to the user names it."""
        match self:
            case LogField.NAME:
                return _("nombre")
            case LogField.JOINED:
                return _("entrada")
            case LogField.LEFT:
                return _("salida")
            case LogField.MOMENT:
                return _("hora")
        return self.value


F = LogField


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of table: the tool that writes it, the field of each heading, and those it always has.

    ``is_summary`` where a row is a whole person, who may have left and come back; ``unit`` of a bare length.
    """

    tool: Tool
    headings: Mapping[str, LogField]
    essential: frozenset[LogField]
    is_summary: bool = False
    unit: timedelta = timedelta(minutes=1)


_NAMES: Final = ("name", "nombre", "full name", "nombre completo")
_EMAILS: Final = ("email", "correo electrónico", "correo", "e-mail", "dirección de correo electrónico")
_UPNS: Final = ("participant id", "id de participante", "identificador del participante", "id participante")
_LENGTHS: Final = ("duration", "duración")
_ROLES: Final = ("role", "rol", "función")

ACTIONS: Final = Form(
    Tool.TEAMS,
    index_headings(
        {
            F.NAME: _NAMES,
            F.ACTION: ("user action", "acción del usuario", "acción de usuario", "acción"),
            F.MOMENT: ("timestamp", "marca de tiempo", "marca temporal", "fecha y hora", "hora"),
        }
    ),
    frozenset({F.NAME, F.ACTION, F.MOMENT}),
)
ACTIVITIES: Final = Form(
    Tool.TEAMS,
    index_headings(
        {
            F.NAME: _NAMES,
            F.JOINED: (
                "join time",
                "hora de unión",
                "hora de entrada",
                "hora en que se unió",
                "hora de inicio",
            ),
            F.LEFT: ("leave time", "hora de salida", "hora de abandono", "hora en que salió"),
            F.LENGTH: _LENGTHS,
            F.EMAIL: _EMAILS,
            F.UPN: _UPNS,
            F.ROLE: _ROLES,
        }
    ),
    frozenset({F.NAME, F.JOINED, F.LEFT, F.ROLE}),
)
PARTICIPANTS: Final = Form(
    Tool.TEAMS,
    index_headings(
        {
            F.NAME: _NAMES,
            F.JOINED: ("first join", "primera entrada", "primera unión", "primer acceso", "first join time"),
            F.LEFT: ("last leave", "última salida", "último abandono", "last leave time"),
            F.LENGTH: (
                "in-meeting duration", "duración en la reunión", "duración de la reunión",
                "duración durante la reunión",
            ),
            F.EMAIL: _EMAILS,
            F.UPN: _UPNS,
            F.ROLE: _ROLES,
        }
    ),
    frozenset({F.NAME, F.JOINED, F.LEFT, F.LENGTH}),
    is_summary=True,
)  # fmt: skip
ZOOM: Final = Form(
    Tool.ZOOM,
    index_headings(
        {
            F.NAME: (
                "name",
                "nombre",
                "name (original name)",
                "nombre (nombre original)",
                "nombre de usuario",
            ),
            F.EMAIL: (
                "user email",
                "email",
                "e-mail del usuario",
                "correo electrónico",
                "correo del usuario",
            ),
            F.JOINED: (
                "join time",
                "hora para unirse",
                "hora de entrada",
                "hora de ingreso",
                "hora de unión",
            ),
            F.LEFT: ("leave time", "hora para salir", "hora de salida"),
            F.LENGTH: ("duration (minutes)", "duración (minutos)"),
            F.TOTAL: ("total duration (minutes)", "duración total (minutos)"),
            F.WAITING: ("in waiting room", "en sala de espera"),
        }
    ),
    frozenset({F.NAME, F.JOINED, F.LEFT, F.LENGTH}),
)
ZOOM_TOTALS: Final = Form(Tool.ZOOM, ZOOM.headings, frozenset({F.NAME, F.TOTAL}))
MEET: Final = Form(
    Tool.MEET,
    index_headings(
        {
            F.NAME: ("first name", "name", "nombre"),
            F.SURNAMES: ("last name", "apellido", "apellidos"),
            F.EMAIL: _EMAILS,
            F.LENGTH: _LENGTHS,
            F.JOINED: (
                "time joined", "hora de entrada", "hora de unión", "hora a la que se unió", "se unió a las",
                "first seen", "visto por primera vez",
            ),
            F.LEFT: (
                "time exited", "hora de salida", "hora a la que salió", "salió a las", "last seen",
                "visto por última vez",
            ),
        }
    ),
    frozenset({F.NAME, F.LENGTH, F.JOINED, F.LEFT}),
    is_summary=True,
)  # fmt: skip
MEET_SEEN: Final = Form(
    Tool.MEET,
    index_headings(
        {
            F.NAME: _NAMES,
            F.EMAIL: _EMAILS,
            F.JOINED: ("first seen", "visto por primera vez"),
            F.LENGTH: ("time in call", "tiempo en la llamada"),
        }
    ),
    frozenset({F.NAME, F.JOINED, F.LENGTH}),
    is_summary=True,
)
DASHBOARD: Final = Form(
    Tool.BIGBLUEBUTTON,
    index_headings(
        {
            F.NAME: _NAMES,
            F.MODERATOR: ("moderator", "moderador"),
            F.JOINED: ("join", "accedió"),
            F.LEFT: ("left", "salió"),
            F.LENGTH: ("online time", "tiempo de conexión", *_LENGTHS),
        }
    ),
    frozenset({F.NAME, F.MODERATOR, F.JOINED, F.LEFT}),
    is_summary=True,
)
FORMS: Final = (ACTIONS, DASHBOARD, PARTICIPANTS, ZOOM, ZOOM_TOTALS, ACTIVITIES, MEET_SEEN, MEET)
"""In the order in which a row of headings is tried: the first that finds all it always has."""
