"""The weekly control of trainers, filled from the calendar of the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cpepa_desktop.domain.course import Block, CourseView, Session, Stretch
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.domain.words import listed, short_day_words
from cpepa_desktop.operations.centres import CentreView, read_centre
from cpepa_desktop.operations.week_of_class import week_of_class
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.trainer_control import ClassLine, TrainerControl


def control_of_trainers(ws: Workspace, course: str, week: IsoWeek) -> TrainerControl:
    """Return the control of a week of a course. Raises ``Refused`` without class that week."""
    found = week_of_class(ws, course, week)
    book = _Book(found.view, read_centre(ws))
    lines = [line for column in found.columns for line in book.lines(column.stretch)]
    return TrainerControl(found.head, week, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Book:
    """The names behind the keys of a course's sessions."""

    view: CourseView
    centre: CentreView

    def lines(self, stretch: Stretch) -> Iterator[ClassLine]:
        """Yield the classes of a stretch in clock order, then what is cancelled of it."""
        of_stretch = [session for session in self.view.sessions if session.stretch_id == stretch.id]
        start = stretch.start
        for session in of_stretch:
            if session.counts:
                yield self._line(stretch, session, start)
                start += session.minutes
        for session in of_stretch:
            if not session.counts:
                yield self._line(stretch, session, stretch.start)

    def _line(self, stretch: Stretch, session: Session, start: int) -> ClassLine:
        block = next(block for block in self.view.blocks if block.id == session.block_id)
        names = {trainer.id: trainer.full_name for trainer in self.centre.trainers}
        return ClassLine(
            day=stretch.day,
            start=start,
            end=start + session.minutes,
            block=block.code,
            title=block.title,
            module=self._module(block),
            trainers=tuple(names[key] for key in session.trainer_ids),
            room=self._room(stretch),
            mode=session.mode,
            cancelled="" if session.counts else self._cancelled(session),
        )

    def _module(self, block: Block) -> str:
        """Return the module of a block; a unit that two modules share is of both."""
        return listed([module.code for module in self.view.modules if block.id in module.block_ids])

    def _room(self, stretch: Stretch) -> str:
        key = stretch.room_id or self.view.course.room_id
        return next((room.name for room in self.centre.rooms if room.id == key), "")

    def _cancelled(self, session: Session) -> str:
        recovered = self._recovered_on(session)
        when = f"Se recupera el {short_day_words(recovered)}" if recovered else "Sin fecha para recuperarla"
        return f"Anulada: {session.reason.rstrip('.')}. {when}."

    def _recovered_on(self, session: Session) -> date | None:
        for other in self.view.sessions:
            if other.replaces_id == session.id and other.counts:
                return next(each.day for each in self.view.stretches if each.id == other.stretch_id)
        return None
