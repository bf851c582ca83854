"""Whether the days of people stay within the maximum over all their courses and their practice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpepa_desktop.db import centres, persons_days, sessions
from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.calendars import ClassCalendar
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.staff_words import missing_sentence
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.rules.persons_day import persons_day

_SATURDAY: Final = 5

Loads = Mapping[int, Mapping[date, int]]
"""The minutes of class of each person, by key and day."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who follows a course, and the minutes they owe of it by day."""

    person_id: int
    name: str
    minutes: Mapping[date, int]


def trainer_problems(ws: Workspace, course: str, loads: Loads, most: Parameter[int]) -> tuple[Problem, ...]:
    """Return in words which trainers would pass the maximum on some day, with what they teach elsewhere."""
    days = {day for minutes in loads.values() for day in minutes}
    if not days:
        return ()
    totals = {trainer_id: dict(minutes) for trainer_id, minutes in loads.items()}
    for day, start, end, trainer_id, _course in sessions.trainer_use(ws.db, min(days), max(days), course):
        if day in totals.get(trainer_id, {}):
            totals[trainer_id][day] += end - start
    names = {trainer.id: trainer.full_name for trainer in centres.trainers(ws.db)}
    found = (_too_long(names[key], minutes, most) for key, minutes in totals.items())
    return tuple(Problem(sentence, column=_("formadores")) for sentence in found if sentence)


class OtherDays:
    """What people have on the days of a course besides it: class of other courses, and practice.

    It is read once for everybody, or for ``people`` alone, so that many can be judged without asking again.
    """

    def __init__(
        self,
        ws: Workspace,
        most: Parameter[int],
        span: tuple[date, date] | None,
        people: Collection[int] | None = None,
        but: int = 0,
    ) -> None:
        """Read what ``people`` have between two days in every course ``but`` the one of that key."""
        self.most = most
        self._minutes: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
        self._practice: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
        if span:
            self._read(ws, span, people, but)

    @classmethod
    def of(cls, ws: Workspace, view: CourseView, people: Collection[int] | None = None) -> OtherDays:
        """Return what people have on the days of a course besides it."""
        most = call_of(ws, view.course).minutes("day_limit", view.course.start_on)
        days = [stretch.day for stretch in view.stretches]
        return cls(ws, most, (min(days), max(days)) if days else None, people, view.course.id)

    def class_days(self, person_id: int) -> frozenset[date]:
        """Return the days on which a person has class in the courses read."""
        return frozenset(self._minutes.get(person_id, ()))

    def has(self, person_id: int) -> bool:
        """Say whether a person has anything besides the course."""
        return person_id in self._minutes or person_id in self._practice

    def problems(self, learners: Iterable[Learner]) -> tuple[Problem, ...]:
        """Return in words which learners would pass the maximum on some day."""
        return tuple(
            Problem(sentence, column=_("personas"))
            for learner in learners
            if (sentence := self._sentence(learner, Answer.NO))
        )

    def notices(self, learners: Iterable[Learner]) -> tuple[str, ...]:
        """Return in words whose class and practice fall on one day: how long that is is not known."""
        return tuple(
            sentence for learner in learners if (sentence := self._sentence(learner, Answer.PENDING))
        )

    def _sentence(self, learner: Learner, answer: Answer) -> str:
        found = self._judged(learner)
        return _first_day(
            learner.name, [(day, verdict) for day, verdict in found if verdict.answer is answer]
        )

    def _judged(self, learner: Learner) -> Iterator[tuple[date, Verdict]]:
        """Yield what the rule says of each day on which somebody has something besides the course."""
        minutes, practice = (
            self._minutes.get(learner.person_id, {}),
            self._practice.get(learner.person_id, {}),
        )
        for day in sorted(learner.minutes.keys() & (minutes.keys() | practice.keys())):
            own = learner.minutes[day] + minutes.get(day, 0)
            yield day, persons_day(own, practice.get(day, 0), self.most)

    def _read(
        self, ws: Workspace, span: tuple[date, date], people: Collection[int] | None, course_id: int
    ) -> None:
        for person, day, minutes in persons_days.class_minutes(ws.db, people, span, course_id):
            self._minutes[person][day] += minutes
        calendar = ClassCalendar(ws)
        for person, begins, ends, first, last, minutes in persons_days.practices(ws.db, people, span):
            # Its timetable is not kept: it is spread evenly over its Mondays to Fridays.
            days = [day for day in _days(first, last) if _has_practice(calendar, day)]
            for day in days:
                if begins <= day <= ends:
                    self._practice[person][day] += -(-minutes // len(days))


def _too_long(name: str, minutes: Mapping[date, int], most: Parameter[int]) -> str:
    verdicts = ((day, persons_day(length, 0, most)) for day, length in sorted(minutes.items()))
    return _first_day(name, [(day, verdict) for day, verdict in verdicts if verdict.answer is Answer.NO])


def _has_practice(calendar: ClassCalendar, day: date) -> bool:
    return day.weekday() < _SATURDAY and calendar.is_class_day(day)


def _days(first: date, last: date) -> Iterator[date]:
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _first_day(name: str, verdicts: Sequence[tuple[date, Verdict]]) -> str:
    """Return the first of some days in words and how many more there are, ``""`` for none."""
    if not verdicts:
        return ""
    first, verdict = verdicts[0]
    sentence = missing_sentence(verdict, _("{name}, {day}").format(name=name, day=day_words(first)))
    more = len(verdicts) - 1
    if not more:
        return sentence
    rest = ngettext("{sentence} Y {n} día más.", "{sentence} Y {n} días más.", more)
    return rest.format(sentence=sentence, n=more)
