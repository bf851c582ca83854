"""What a calendar of a course takes that other courses have: a room or a trainer twice, a day too long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from cpepa_desktop.db import centres
from cpepa_desktop.db import sessions as table
from cpepa_desktop.domain.course import CourseView, Session, Stretch
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.course_days import day_problems
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.occupation import Occupation, clashes


def course_clashes(ws: Workspace, view: CourseView, days: Collection[date]) -> tuple[Problem, ...]:
    """Return in words what a course takes on ``days`` that others have, the first time of each.

    So is who would have too long a day with it.
    """
    if not days:
        return ()
    rooms = {room.id: room.name for room in centres.rooms(ws.db)}
    trainers = trainer_names(ws)
    span = (min(days), max(days), view.course.code)
    problems = clash_problems(
        [_occupation(view, use, rooms) for use in _rooms_taken(view, days)],
        _taken(table.room_use(ws.db, *span), rooms.__getitem__),
        _("el aula"),
        _("aula"),
    )
    problems += clash_problems(
        [_occupation(view, use, trainers) for use in _trainers_taken(view, days)],
        _taken(table.trainer_use(ws.db, *span), trainers.__getitem__),
        _("el formador o formadora"),
        _("formadores"),
    )
    # Who is in two places at once has too long a day for that reason: it is said once.
    return tuple(problems) or day_problems(ws, view, days)


def trainer_names(ws: Workspace) -> dict[int, str]:
    """Return what each trainer is told by: their name, and their document where another has the same."""
    trainers = centres.trainers(ws.db)
    taken = Counter(trainer.full_name for trainer in trainers)
    return {
        each.id: each.full_name if taken[each.full_name] == 1 else f"{each.full_name} ({each.id_number})"
        for each in trainers
    }


def clash_problems(
    wanted: Sequence[Occupation], taken: Sequence[Occupation], what: str, column: str
) -> list[Problem]:
    """Return in words the first overlap with each other course and how many more there are."""
    by_course: dict[tuple[str, str], list[Occupation]] = {}
    for clash in clashes(wanted, taken):
        other = clash.other if clash.one.course == wanted[0].course else clash.one
        by_course.setdefault((other.holder, other.course), []).append(other)
    message = _("{what} «{holder}»: ya en el curso {course}, el {day} de {start} a {end} ({count} en total).")
    return [
        Problem(
            message.format(
                what=what.capitalize(),
                holder=holder,
                course=course,
                day=day_words(found[0].day),
                start=f"{found[0].start // 60:02d}:{found[0].start % 60:02d}",
                end=f"{found[0].end // 60:02d}:{found[0].end % 60:02d}",
                count=len(found),
            ),
            column=column,
        )
        for (holder, course), found in by_course.items()
    ]


_Held = tuple[date, int, int, int]


def _occupation(view: CourseView, use: _Held, names: dict[int, str]) -> Occupation:
    day, start, end, holder = use
    return Occupation(day, start, end, names[holder], view.course.code)


def _taken(uses: Collection[table.Use], name_of: Callable[[int], str]) -> list[Occupation]:
    return [Occupation(day, start, end, name_of(holder), course) for day, start, end, holder, course in uses]


def _classes(view: CourseView, days: Collection[date]) -> Iterator[tuple[Stretch, list[Session]]]:
    """Yield the stretches of ``days`` with class, each with all its sessions by the clock."""
    by_stretch: dict[int, list[Session]] = defaultdict(list)
    for session in view.sessions:
        by_stretch[session.stretch_id].append(session)
    for stretch in view.stretches:
        if stretch.day in days and any(session.counts for session in by_stretch[stretch.id]):
            yield stretch, by_stretch[stretch.id]


def _rooms_taken(view: CourseView, days: Collection[date]) -> Iterator[_Held]:
    for stretch, _sessions in _classes(view, days):
        if stretch.room_id:
            yield stretch.day, stretch.start, stretch.end, stretch.room_id


def _trainers_taken(view: CourseView, days: Collection[date]) -> Iterator[_Held]:
    for stretch, sessions in _classes(view, days):
        minute = stretch.start
        for session in sessions:
            end = minute + session.minutes
            if session.counts:
                for trainer in session.trainer_ids:
                    yield stretch.day, minute, end, trainer
            minute = end
