"""What is typed into GESTIFOR before a course starts: its month and days, its start, and its staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final

from cpepa_desktop.db import centres, staff
from cpepa_desktop.db import typed_items as table
from cpepa_desktop.domain.centre import Centre, Room
from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.course import CourseView, SessionMode, Stretch
from cpepa_desktop.domain.staff import Contract, CourseRole, Role
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.typing_again import (
    Program,
    TypedMark,
    TypingCell,
    TypingItem,
    TypingKind,
    TypingList,
    TypingState,
)
from cpepa_desktop.domain.words import metres_words
from cpepa_desktop.operations.courses import find_course, read_course
from cpepa_desktop.operations.deadlines import DatedObligation, course_obligations
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.staff import CourseStaff, StaffMember, StaffRole, course_staff
from cpepa_desktop.operations.typing_again import mark_typed, written_day, written_hours
from cpepa_desktop.operations.workspace import Workspace

_OBLIGATIONS: Final[Mapping[str, tuple[TypingKind, ...]]] = MappingProxyType(
    {
        "calendar_communication": (TypingKind.MONTH, TypingKind.CLASS_DAY),
        "start_communication": (TypingKind.START,),
        "trainer_registration": (TypingKind.STAFF,),
    }
)
"""The obligation that each part meets once all of it is typed (EPE/873/2023, cuadro resumen)."""

_CHANNEL: Final = "Gestifor Web"
_SQUARE_METRES: Final = " m²"
_OPTIONAL: Final = frozenset({"file_number"})


def start_list(ws: Workspace, course: str) -> TypingList:
    """Return all that is typed before a course starts, in its order. Raises ``Refused`` for an unknown one.

    What nobody has entered yet waits.
    """
    sources = _Sources.of(ws, course)
    items = (*sources.month(), *sources.class_days(), *sources.start(), *sources.staff())
    return TypingList(course, Program.GESTIFOR, None, items)


def mark_start_typed(
    ws: Workspace, wanted: TypingList, keys: Sequence[str], typed_on: date, number: str = ""
) -> Changes:
    """Write that items of the start were typed on a day, under the number that the program gave.

    The staff typed counts as sent that day. Once all of a part is typed, the obligation it meets is filed
    with the same day and number, where it is not yet: a legal act of its own. Raises as `mark_typed` does.
    """
    chosen = [item for item in wanted.items if item.key in set(keys)]
    changes = mark_typed(ws, wanted, keys, typed_on, number)
    _send_staff(ws, wanted.course, [item for item in chosen if item.kind is TypingKind.STAFF], typed_on)
    kinds, notices = changes.kinds | {Kind.PLANNING}, list(changes.notices)
    for obligation in _met(ws, wanted.course, {item.kind for item in chosen}):
        form = FilingForm(typed_on, _CHANNEL, number.strip())
        filed = file_obligation(ws, wanted.course, obligation.name, obligation.subject, form)
        message = _("Queda presentado el {day}: {text}.")
        notices += [message.format(day=written_day(typed_on), text=obligation.text), *filed.notices]
        kinds |= filed.kinds
    return replace(changes, kinds=kinds, notices=tuple(notices))


def _met(ws: Workspace, course: str, kinds: set[TypingKind]) -> tuple[DatedObligation, ...]:
    """Return the obligations that are met now that some kinds were typed, and were not filed before."""
    items = start_list(ws, course).items
    typed = {
        name
        for name, parts in _OBLIGATIONS.items()
        if kinds & set(parts) and _is_typed([item for item in items if item.kind in parts])
    }
    return tuple(each for each in course_obligations(ws, course) if each.name in typed and each.met is None)


def _is_typed(items: Sequence[TypingItem]) -> bool:
    return bool(items) and all(item.state is TypingState.TYPED for item in items)


def _send_staff(ws: Workspace, course: str, items: Sequence[TypingItem], typed_on: date) -> None:
    """Write that the roles typed were sent that day, where no day was written."""
    found = course_staff(ws, course)
    typed = {item.key for item in items}
    unsent = [
        role.role
        for member in found.members
        for role in member.roles
        if role.role.sent_on is None and _staff_key(member, role) in typed
    ]
    if not unsent:
        return
    course_id = find_course(ws, course).id
    with ws.operation(_("Enviar el profesorado de {course}").format(course=course)):
        for role in unsent:
            staff.save_role(ws.db, course_id, replace(role, sent_on=typed_on))


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the items of a start are made from, read once."""

    view: CourseView
    centre: Centre
    rooms: Mapping[int, Room]
    people: CourseStaff
    marks: Mapping[str, TypedMark]

    @classmethod
    def of(cls, ws: Workspace, course: str) -> _Sources:
        view = read_course(ws, course)
        return cls(
            view=view,
            centre=centres.centre(ws.db),
            rooms={room.id: room for room in centres.rooms(ws.db)},
            people=course_staff(ws, course),
            marks=table.typed_items(ws.db, view.course.id, Program.GESTIFOR),
        )

    def month(self) -> tuple[TypingItem, ...]:
        """Return the message «Mes de inicio»: month, timetable, and the room with its square metres."""
        course, room = self.view.course, self._room()
        facts = (
            ("month", _("Mes de inicio previsto"), f"{course.start_on:%m/%Y}"),
            ("timetable", _("Horario"), course.timetable),
            ("room", _("Número de aula"), room.name if room else ""),
            ("area", _("Metros cuadrados"), _metres(room)),
        )
        return self._facts(TypingKind.MONTH, facts)

    def class_days(self) -> tuple[TypingItem, ...]:
        """Return the days of class with their hours and what is taught."""
        live = {session.stretch_id for session in self.view.sessions if session.counts}
        stretches = [stretch for stretch in self.view.stretches if stretch.id in live]
        days = groupby(stretches, key=lambda stretch: stretch.day)
        return tuple(self._class_day(n, day, list(those)) for n, (day, those) in enumerate(days, start=1))

    def start(self) -> tuple[TypingItem, ...]:
        """Return the communication of the start: the course, its days and place, and the selection."""
        course, room = self.view.course, self._room()
        minute = course.selection_minute
        facts = (
            ("file_number", _("Número de expediente"), course.file_number),
            ("speciality", _("Especialidad"), f"{course.speciality} {course.part}".strip()),
            ("title", _("Denominación"), course.title),
            ("start", _("Fecha de inicio"), written_day(course.start_on)),
            ("end", _("Fecha de fin"), written_day(self.view.last_day)),
            ("hours", _("Horas"), written_hours(self.view.official_minutes, Program.GESTIFOR)),
            ("timetable", _("Horario"), course.timetable),
            ("mode", _("Modalidad"), self._mode()),
            ("address", _("Lugar de impartición"), self._address()),
            ("room", _("Aula"), room.name if room else ""),
            ("area", _("Metros cuadrados"), _metres(room)),
            ("selection_day", _("Fecha de selección"), written_day(course.selection_on)),
            ("selection_hour", _("Hora de selección"), "" if minute is None else clock_text(minute)),
            ("selection_place", _("Lugar de selección"), course.selection_place),
        )
        return self._facts(TypingKind.START, facts)

    def staff(self) -> tuple[TypingItem, ...]:
        """Return who teaches, prepares, tutors and evaluates, a line for each of their roles."""
        roles = [(member, role) for member in self.people.members for role in member.roles]
        roles.sort(key=lambda pair: list(Role).index(pair[1].role.role))
        return tuple(self._staff(n, member, role) for n, (member, role) in enumerate(roles, start=1))

    def _facts(self, kind: TypingKind, facts: Sequence[tuple[str, str, str]]) -> tuple[TypingItem, ...]:
        return tuple(
            self._item(kind, n, name, label, (TypingCell(_("Valor"), words),))
            for n, (name, label, words) in enumerate(facts, start=1)
            if words or name not in _OPTIONAL
        )

    def _class_day(self, n: int, day: date, stretches: Sequence[Stretch]) -> TypingItem:
        minutes = sum(stretch.minutes for stretch in stretches)
        clocks = " y ".join(f"{clock_text(each.start)}-{clock_text(each.end)}" for each in stretches)
        ids = {stretch.id for stretch in stretches}
        blocks = {block.id: block.code for block in self.view.blocks}
        taught = dict.fromkeys(
            blocks[each.block_id] for each in self.view.sessions if each.counts and each.stretch_id in ids
        )
        cells = (
            TypingCell(_("Día"), written_day(day)),
            TypingCell(_("Horario"), clocks),
            TypingCell(_("Horas"), written_hours(minutes, Program.GESTIFOR)),
            TypingCell(_("Contenido"), ", ".join(taught)),
        )
        return self._item(TypingKind.CLASS_DAY, n, day.isoformat(), "", cells)

    def _staff(self, n: int, member: StaffMember, role: StaffRole) -> TypingItem:
        minutes = "" if role.minutes is None else written_hours(role.minutes, Program.GESTIFOR)
        is_teacher = role.role.role is Role.TEACHER
        cells = (
            TypingCell(_("Documento"), member.trainer.id_number),
            TypingCell(_("Apellidos"), member.trainer.surnames),
            TypingCell(_("Nombre"), member.trainer.name),
            TypingCell(_("Función"), role.role.role.label),
            TypingCell(_("Módulos"), _modules(member) if is_teacher else ""),
            TypingCell(_("Horas"), minutes),
            TypingCell(_("Tutorías"), role.role.tutoring),
            TypingCell(_("Contrato"), _contract(role.role)),
        )
        key = _staff_key(member, role)
        item = self._item(TypingKind.STAFF, n, key.partition("/")[2], member.trainer.full_name, cells)
        return replace(item, document=member.trainer.id_number, is_ready=bool(minutes))

    def _item(
        self, kind: TypingKind, n: int, name: str, label: str, cells: tuple[TypingCell, ...]
    ) -> TypingItem:
        key = f"{kind}/{name}"
        return TypingItem(
            key=key,
            kind=kind,
            day=self.view.course.start_on,
            n=n,
            name=label,
            document="",
            cells=cells,
            is_ready=bool(cells[0].text),
            mark=self.marks.get(key),
        )

    def _room(self) -> Room | None:
        stretch = next((each for each in self.view.stretches if each.room_id), None)
        return self.rooms.get((stretch.room_id if stretch else None) or self.view.course.room_id or 0)

    def _mode(self) -> str:
        modes = {session.mode for session in self.view.sessions if session.counts}
        if SessionMode.BIMODAL in modes:
            return _("Presencial, con sistema bimodal")
        return _("Presencial, con aula virtual") if SessionMode.VIRTUAL in modes else _("Presencial")

    def _address(self) -> str:
        place = f"{self.centre.postal_code} {self.centre.municipality}".strip()
        return ", ".join(part for part in (self.centre.address, place) if part)


def _staff_key(member: StaffMember, role: StaffRole) -> str:
    return f"{TypingKind.STAFF}/{member.trainer.id_number}/{role.role.role}"


def _modules(member: StaffMember) -> str:
    return ", ".join(
        f"{taught.code} ({written_hours(taught.minutes, Program.GESTIFOR)} h)" for taught in member.taught
    )


def _contract(role: CourseRole) -> str:
    days = " - ".join(written_day(day) for day in (role.contract_from, role.contract_to) if day)
    parts = (role.contract.label, days, role.collective_agreement)
    return ", ".join(part for part in parts if part) if role.contract is not Contract.UNKNOWN else ""


def _metres(room: Room | None) -> str:
    """Return the square metres of a room as the program takes them, ``""`` where nobody has measured it."""
    if room is None or room.area_hundredths is None:
        return ""
    return metres_words(room.area_hundredths).removesuffix(_SQUARE_METRES)
