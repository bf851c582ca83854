"""The class of a course while people join it: who is in, and who has which seat when.

It is read once and kept up as people join, so that many can join without reading the course again for each.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from cpepa_desktop.db import enrolments as table
from cpepa_desktop.db.enrolments import SeatUse
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.people import Enrolment, SeatKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.joining import JoiningGate
from cpepa_desktop.operations.persons_days import OtherDays
from cpepa_desktop.operations.room_fit import RoomFit
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.seats import free_seat, seat_kind, seats_notice


class ClassRoll:
    """Who is in a course and in which seat. Writes seats inside the operation of whoever uses it.

    Attributes:
        gate: says who may still join, and on which day.
        others: what everybody has on the days of the course besides it.
        told: sentences about those who joined that did not prevent it.

    """

    def __init__(self, ws: Workspace, view: CourseView) -> None:
        self._ws = ws
        self._view = view
        self._call = call_of(ws, view.course)
        self.gate = JoiningGate(view, self._call)
        self.others = OtherDays.of(ws, view)
        self._fit = RoomFit(ws, view)
        self.told: tuple[str, ...] = ()
        enrolled = table.enrolments(ws.db, view.course.id)
        self._people = {enrolment.person.id for enrolment in enrolled}
        self._size = sum(1 for enrolment in enrolled if enrolment.left_on is None)
        self._seats: dict[int, list[SeatUse]] = defaultdict(list)
        for use in table.seats(ws.db, view.course.id):
            self._seats[use.n].append(use)
        self._taken: dict[date, set[int]] = {}
        self._lowest: dict[tuple[date, SeatKind | None], int] = {}

    def has(self, person_id: int) -> bool:
        """Say whether a person is or was in the course."""
        return person_id in self._people

    def free_seat(self, joined: date, wanted: SeatKind | None) -> int | None:
        """Return the lowest seat free from that day on, of the kind wanted; ``None`` where none is left."""
        first = self._lowest.get((joined, wanted), 1)
        found = free_seat(self._taken_on(joined), wanted, self._call, self._view.course.start_on, first=first)
        if found is not None:  # seats are only taken here: no lower one comes free again
            self._lowest[joined, wanted] = found
        return found

    def admit(self, enrolment: Enrolment) -> Enrolment:
        """Take the seat of who joins and count them in. Raises ``Refused`` where the seat is taken."""
        seated = self.take_seat(enrolment)
        self._people.add(seated.person.id)
        self._size += seated.left_on is None
        for joined, taken in self._taken.items():
            if seated.seat is not None and (seated.left_on is None or seated.left_on >= joined):
                taken.add(seated.seat)
        return seated

    def take_seat(self, enrolment: Enrolment) -> Enrolment:
        """Write who has a seat and from when. Raises ``Refused`` where somebody else has it then."""
        number = enrolment.seat or 1
        uses = self._seats[number]
        if any(_overlaps(use, enrolment) for use in uses if use.enrolment_id != enrolment.id):
            message = _("La plaza {seat} ya está ocupada ese día. No se ha cambiado nada.")
            raise Refused(message.format(seat=number))
        kind = uses[0].kind if uses else seat_kind(number, self._call, self._view.course.start_on)
        seat_id = uses[0].seat_id if uses else table.add_seat(self._ws.db, self._view.course.id, number, kind)
        table.occupy(self._ws.db, seat_id, enrolment.id, enrolment.joined_on, enrolment.left_on)
        uses.append(SeatUse(seat_id, number, kind, enrolment.id, enrolment.joined_on, enrolment.left_on))
        return replace(enrolment, seat=number, seat_kind=SeatKind(kind))

    def tell(self, notices: tuple[str, ...]) -> None:
        """Keep what there is to say of somebody who joins."""
        self.told += notices

    def notices(self) -> tuple[str, ...]:
        """Return what is worth knowing of a class of this size and of who has joined it."""
        size = seats_notice(self._size, self._call, self._view.course.start_on)
        return tuple(notice for notice in (size, self._fit.sentence(self._size), *self.told) if notice)

    def refuse_if_full(self) -> None:
        """Raise ``Refused`` where one more would pass the largest group, or the seats in a room too small.

        Within its seats a room too small is told and not refused: it is the accreditation that lets the
        course be given there (EPE/873/2023, ap. 18.9; RD 694/2017, art. 4.4).
        """
        people = self._size + 1
        notice = seats_notice(people, self._call, self._view.course.start_on)
        if notice and self._fit.verdict(people).answer is Answer.NO:
            why = self._fit.sentence(people)
            message = _("{notice} No se ha cambiado nada.").format(notice=notice)
            raise Refused(message, (Problem(why),) if why else ())

    def _taken_on(self, joined: date) -> set[int]:
        if joined not in self._taken:
            self._taken[joined] = {
                use.n
                for uses in self._seats.values()
                for use in uses
                if use.from_day and (use.to_day is None or use.to_day >= joined)
            }
        return self._taken[joined]


def _overlaps(use: SeatUse, enrolment: Enrolment) -> bool:
    """Say whether a seat is in use on some day of the enrolment."""
    if use.from_day is None:
        return False
    return use.from_day <= (enrolment.left_on or date.max) and enrolment.joined_on <= (use.to_day or date.max)
