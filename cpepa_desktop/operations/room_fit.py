"""Whether the group of a course fits in its rooms, by what its speciality asks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cpepa_desktop.db import accreditations, centres
from cpepa_desktop.domain.accreditations import NeedKind, SpecialityNeed
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.capacity import RoomNeed, room_capacity


class RoomFit:
    """What a speciality asks of the rooms that a course uses, read once so that many may be counted."""

    def __init__(self, ws: Workspace, view: CourseView) -> None:
        self._most = call_of(ws, view.course).count("group_limit", view.course.start_on)
        self._room = _room_of(ws, view)
        asked = _asked_of(ws, view.course.speciality, self._room)
        self._needs = _sized(asked)
        self._is_whole = len(self._needs) == len(asked)

    @property
    def room(self) -> str:
        """Return the name of the room that the course uses most, ``""`` for none."""
        return self._room.name if self._room else ""

    def verdict(self, people: int) -> Verdict:
        """Say whether so many people fit; a room or a need that is not known is pending.

        A group above what is known is pending too while a row lacks one of its figures: it may be that row's.
        """
        area = self._room.area_hundredths if self._room else None
        is_known = self._is_whole or any(need.people >= people for need in self._needs)
        return room_capacity(people, area, self._needs if is_known else (), self._most)

    def sentence(self, people: int) -> str:
        """Return why the room is too small for so many people, ``""`` where it is not or is not known.

        A group above the largest there may be is told of with its seats.
        """
        verdict = self.verdict(people)
        if verdict.answer is not Answer.NO or verdict.reason == "group_too_large":
            return ""
        return missing_sentence(verdict, self.room)


def _room_of(ws: Workspace, view: CourseView) -> Room | None:
    """Return the room with most class; the course's own where no class has one."""
    uses = Counter(stretch.room_id for stretch in view.stretches if stretch.room_id)
    room_id = uses.most_common(1)[0][0] if uses else view.course.room_id
    return next((room for room in centres.rooms(ws.db) if room.id == room_id), None)


def _asked_of(ws: Workspace, speciality: str, room: Room | None) -> tuple[SpecialityNeed, ...]:
    """Return what is asked of a room: the rows written for it, or for the only kind of room asked.

    Where several kinds of room are asked and none says which this is, nothing is known of it.
    """
    rows = [
        need
        for need in accreditations.needs(ws.db)
        if need.speciality == speciality and need.kind is NeedKind.ROOM
    ]
    names = {need.name for need in rows if room and need.room_id == room.id} or {need.name for need in rows}
    return tuple(need for need in rows if need.name in names) if len(names) == 1 else ()


def _sized(needs: Sequence[SpecialityNeed]) -> tuple[RoomNeed, ...]:
    return tuple(
        RoomNeed(need.people, need.area_hundredths) for need in needs if need.people and need.area_hundredths
    )
