"""What does not fit among the classes of a centre, each thing once, in words, with the days it happens on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cpepa_desktop.db.centre_calendar import LongDay
from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.centre_calendar import CentreClass, Conflict, ConflictKind, Holder
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.timetable import clock_text
from cpepa_desktop.domain.words import hours_words, listed, short_day_words
from cpepa_desktop.rules.occupation import Clash, Occupation, clashes
from cpepa_desktop.rules.persons_day import persons_day


def find_conflicts(
    classes: Sequence[CentreClass],
    holidays: Sequence[Holiday],
    pauses: Sequence[tuple[str, Pause]],
    long_days: Iterable[LongDay],
    longest: Parameter[int] | None,
) -> tuple[Conflict, ...]:
    """Return what does not fit, by day; ``longest`` is how long anybody's day may be, where it is known."""
    rooms = ((each, each.room) for each in classes if each.room)
    trainers = ((each, trainer) for each in classes for trainer in each.trainers)
    room = _("El aula «{holder}» está dos veces, {clock}: {one} y {other}, {days}.")
    trainer = _("{holder} imparte dos clases a la vez, {clock}: {one} y {other}, {days}.")
    found = [
        *_twice(ConflictKind.ROOM, rooms, room),
        *_twice(ConflictKind.TRAINER, trainers, trainer),
        *(_of_trainers(classes, longest) if longest else ()),
        *(_of_learners(long_days, longest) if longest else ()),
        *_on_holidays(classes, {holiday.day: holiday for holiday in holidays}),
        *_in_pauses(classes, pauses),
    ]
    return tuple(sorted(found, key=lambda conflict: (conflict.days, conflict.kind, conflict.courses)))


def _twice(
    kind: ConflictKind, uses: Iterable[tuple[CentreClass, Holder]], message: str
) -> Iterator[Conflict]:
    """Yield, for each holder and pair of courses, that they have it at once, and on which days."""
    holders: dict[str, Holder] = {}
    taken: list[Occupation] = []
    for each, holder in uses:
        holders[str(holder.id)] = holder
        taken.append(Occupation(each.day, each.start, each.end, str(holder.id), each.course))
    found: dict[tuple[str, tuple[str, ...]], list[Clash]] = defaultdict(list)
    for clash in clashes(taken, ()):
        courses = tuple(sorted({clash.one.course, clash.other.course}))
        found[clash.one.holder, courses].append(clash)
    for (key, courses), several in found.items():
        days = tuple(sorted({clash.one.day for clash in several}))
        words = _clash_words(message, holders[key], several[0], _days_words(days))
        yield Conflict(kind, days, courses, words, holders[key].id)


def _clash_words(message: str, holder: Holder, clash: Clash, days: str) -> str:
    one, other = clash.one, clash.other
    span = (max(one.start, other.start), min(one.end, other.end))
    clock = _("de {start} a {end}").format(start=clock_text(span[0]), end=clock_text(span[1]))
    return message.format(holder=holder.name, clock=clock, one=one.course, other=other.course, days=days)


def _of_trainers(classes: Sequence[CentreClass], longest: Parameter[int]) -> Iterator[Conflict]:
    """Yield the trainers that teach longer than a day may be, with the courses and the days."""
    by_day: dict[tuple[Holder, date], list[CentreClass]] = defaultdict(list)
    for each in classes:
        for trainer in each.trainers:
            by_day[trainer, each.day].append(each)
    found: dict[tuple[Holder, int, tuple[str, ...]], list[date]] = defaultdict(list)
    for (trainer, day), of_day in by_day.items():
        minutes = sum(each.minutes for each in of_day)
        if persons_day(minutes, 0, longest).answer is Answer.NO:
            found[trainer, minutes, tuple(sorted({each.course for each in of_day}))].append(day)
    message = _("{trainer} imparte {hours} en un día, más del máximo de {most}, {days}: {courses}.")
    for (trainer, minutes, courses), days in found.items():
        words = message.format(
            trainer=trainer.name,
            hours=hours_words(minutes),
            most=hours_words(longest.value),
            days=_days_words(days),
            courses=listed(courses),
        )
        yield Conflict(ConflictKind.DAY, tuple(days), courses, words, trainer.id)


def _of_learners(long_days: Iterable[LongDay], longest: Parameter[int]) -> Iterator[Conflict]:
    """Yield the learners who owe longer than a day may be, with the courses and the days."""
    found: dict[tuple[int, str, int, tuple[str, ...]], list[date]] = defaultdict(list)
    for each in long_days:
        if persons_day(each.minutes, 0, longest).answer is Answer.NO:
            found[each.person_id, each.name, each.minutes, each.courses].append(each.day)
    message = _("{person} tiene {hours} de clase en un día, más del máximo de {most}, {days}: {courses}.")
    for (_key, name, minutes, courses), several in found.items():
        words = message.format(
            person=name,
            hours=hours_words(minutes),
            most=hours_words(longest.value),
            days=_days_words(several),
            courses=listed(courses),
        )
        yield Conflict(ConflictKind.DAY, tuple(several), courses, words)


def _on_holidays(classes: Sequence[CentreClass], holidays: dict[date, Holiday]) -> Iterator[Conflict]:
    for day, courses in _courses_by_day(each for each in classes if each.day in holidays).items():
        message = _("Hay clase en un día sin clase, {day} ({holiday}): {courses}.")
        words = message.format(day=short_day_words(day), holiday=holidays[day].name, courses=listed(courses))
        yield Conflict(ConflictKind.HOLIDAY, (day,), courses, words)


def _in_pauses(classes: Sequence[CentreClass], pauses: Sequence[tuple[str, Pause]]) -> Iterator[Conflict]:
    for code, pause in pauses:
        days = tuple(sorted({each.day for each in classes if each.course == code and pause.covers(each.day)}))
        if days:
            message = _("El curso {course} está en pausa y tiene clase, {days}.")
            words = message.format(course=code, days=_days_words(days))
            yield Conflict(ConflictKind.PAUSE, days, (code,), words)


def _courses_by_day(classes: Iterable[CentreClass]) -> dict[date, tuple[str, ...]]:
    found: dict[date, set[str]] = defaultdict(set)
    for each in classes:
        found[each.day].add(each.course)
    return {day: tuple(sorted(courses)) for day, courses in found.items()}


def _days_words(days: Sequence[date]) -> str:
    """Return the first day and how many more there are."""
    first = _("el {day}").format(day=short_day_words(days[0]))
    if len(days) == 1:
        return first
    message = ngettext("{first} y {n} día más", "{first} y {n} días más", len(days) - 1)
    return message.format(first=first, n=len(days) - 1)
