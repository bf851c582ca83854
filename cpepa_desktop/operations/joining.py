"""Whether somebody may still join a course that has begun, by the book (EPE/873/2023, ap. 18.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import CourseModule, CourseView, ModuleKind
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import ModuleStanding
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.block_calendars import calendars_of
from cpepa_desktop.rules.joining import Window, joins_action, joins_module
from cpepa_desktop.rules.tally import BlockCalendar


class JoiningGate:
    """Says of a course who may join it on which day. A call that sets no window lets everybody in."""

    def __init__(self, view: CourseView, call: Call) -> None:
        self._view = view
        self._calendars = calendars_of(view)
        self._action = BlockCalendar.merged(self._calendars.values())
        self._substitution = _window(call, view.course.start_on, "substitution")
        self._late = _window(call, view.course.start_on, "late_join")

    def check(self, joined: date, standings: Collection[ModuleStanding]) -> None:
        """Raise ``Refused`` where nobody, or nobody with these modules, may join on that day any more.

        In the first days anybody may. Later only who has some modules already, and owes others whose own
        window is still open. Each refusal says on which day it stopped being possible.
        """
        if self._substitution is None or self._late is None:
            return
        anybody = joins_action(self._action, joined, self._substitution)
        if anybody.answer is Answer.YES:
            return
        problems = [Problem(_too_late(anybody))]
        if standings:
            problems = [
                Problem(_module_too_late(verdict))
                for verdict in self._modules_owed(joined, standings, self._late)
                if verdict.answer is Answer.NO
            ]
        if problems:
            message = _("No puede incorporarse al curso {course} el {day}. No se ha cambiado nada.")
            raise Refused(
                message.format(course=self._view.course.code, day=day_words(joined)), tuple(problems)
            )

    def _modules_owed(
        self, joined: date, standings: Collection[ModuleStanding], window: Window
    ) -> Iterator[Verdict]:
        had = {standing.course_module_id for standing in standings}
        for module in self._view.modules:
            if module.kind is ModuleKind.FORMATIVE and module.id not in had:
                yield joins_module(self._calendar(module), module.code, joined, window)

    def _calendar(self, module: CourseModule) -> BlockCalendar:
        return BlockCalendar.merged(self._calendars[block_id] for block_id in module.block_ids)


def _window(call: Call, day: date, name: str) -> Window | None:
    if not (call.gives(f"{name}_days", day) and call.gives(f"{name}_share", day)):
        return None
    return Window(call.count(f"{name}_days", day), call.share(f"{name}_share", day))


def _too_late(verdict: Verdict) -> str:
    message = _(
        "Cualquier persona podía entrar hasta antes del {day} ({citation}); después sólo quien tiene módulos "
        "acreditados y le quedan otros pendientes: diga cuáles tiene."
    )
    return message.format(day=_since(verdict), citation=verdict.citation)


def _module_too_late(verdict: Verdict) -> str:
    message = _("Al módulo {module} dejó de poderse entrar el {day} ({citation}).")
    return message.format(module=verdict.numbers["module"], day=_since(verdict), citation=verdict.citation)


def _since(verdict: Verdict) -> str:
    day = verdict.numbers["impossible_from"]
    return day_words(day) if isinstance(day, date) else str(day)
