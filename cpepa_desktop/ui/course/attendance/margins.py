"""What a person may still miss before one of the three tests is lost, and which of them it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpepa_desktop.domain.forecast import Forecast
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.status import ModuleStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import hours_words, short_day_words
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.verdicts import BEHIND

_ADDITIONAL: Final = "additional_seat"
_MODULE: Final = "MF"


@dataclass(frozen=True, slots=True)
class Margin:
    """The tightest test of a person: a few words with an icon and a wash, and the same at length.

    ``urgency`` orders people by it, who needs attention first.
    """

    words: str
    icon: str
    wash: theme.Wash
    detail: str
    urgency: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Test:
    about: str
    title: str
    verdict: Verdict
    forecast: Forecast | None

    @property
    def left(self) -> int:
        return self.forecast.minutes_left_to_lose if self.forecast else 0


def margin_of(person: PersonStatus, *, waits: bool) -> Margin:
    """Return the margin of a person: what is lost, then what is at risk, then what is not entered yet.

    ``waits`` says that the week on screen is not entered of them: until it is, no margin is told.
    """
    tests = sorted(_tests(person), key=lambda test: test.left)
    lost = next((test for test in tests if test.verdict.answer is Answer.NO), None)
    open_tests = [test for test in tests if test.verdict.answer is Answer.PENDING]
    behind = next((test for test in open_tests if test.verdict.reason == BEHIND), None)
    if lost:
        words = _("{test}: no llega").format(test=lost.about)
        return Margin(words, "no", theme.Wash.DANGER, f"{lost.title}. {words}", (0, lost.left))
    if behind:
        return Margin(
            _behind(behind),
            "warning",
            theme.Wash.WARNING,
            f"{behind.title}. {_at_length(behind)}",
            (1, behind.left),
        )
    if open_tests and waits:
        detail = _("Hay clases sin introducir. {margin}").format(margin=_at_length(open_tests[0]))
        return Margin(_("pendiente"), "pending", theme.Wash.QUIET, detail, (2, open_tests[0].left))
    if open_tests:
        tightest = open_tests[0]
        words = _("puede faltar {hours} · {test}").format(
            hours=text.clock(tightest.left), test=tightest.about
        )
        return Margin(
            words, "ok", theme.Wash.OK, f"{tightest.title}. {_at_length(tightest)}", (3, tightest.left)
        )
    if tests:
        return Margin(_("cumple"), "ok", theme.Wash.OK, _("Cumple todo lo que se le pide."), (4, 0))
    return Margin("–", "info", theme.Wash.QUIET, _("No hay nada que juzgar."), (5, 0))


def module_margin(module: ModuleStatus, rule: str) -> str:
    """Return what may still be missed of a module, ``""`` where its test is decided or nobody looks ahead."""
    found, verdict = module.forecasts.get(rule), module.verdicts.get(rule)
    if found is None or verdict is None or verdict.answer is not Answer.PENDING:
        return ""
    return text.clock(found.minutes_left_to_lose)


def short_about(about: str) -> str:
    """Return «1017» for ``MF1017_2``; what is no module stays as it is."""
    return about.removeprefix(_MODULE).partition("_")[0] if about.startswith(_MODULE) else about


def action_words(rule: str) -> str:
    """Return in a word what a rule asks of the whole action."""
    return {"diploma_attendance": _("Diploma"), "funded": _("Subvención")}.get(rule, rule)


def weighs(verdict: Verdict) -> bool:
    """Say whether a verdict is about attendance: that an additional seat is not paid for is no alarm."""
    return verdict.reason != _ADDITIONAL


def _tests(person: PersonStatus) -> Iterator[_Test]:
    """Yield the tests of a person, the modules first: where two are as tight, the module says more."""
    for module in person.modules:
        for rule, verdict in module.verdicts.items():
            yield _Test(short_about(module.code), rule_title(rule), verdict, module.forecasts.get(rule))
    for rule, verdict in person.verdicts.items():
        if weighs(verdict):
            yield _Test(action_words(rule), rule_title(rule), verdict, person.forecasts.get(rule))


def _behind(test: _Test) -> str:
    words = f"{test.about}: {text.clock(max(0, test.left))}"
    day = test.forecast.impossible_from if test.forecast else None
    if day is None:
        return words
    _weekday, short = short_day_words(day).split(" ", 1)
    return f"{words} ({short})"


def _at_length(test: _Test) -> str:
    words = _("{test}: puede faltar {hours} más").format(
        test=test.about, hours=hours_words(max(0, test.left))
    )
    day = test.forecast.impossible_from if test.forecast else None
    if day is None:
        return f"{words}."
    message = _("{words}; si desde hoy falta a todo, deja de llegar el {day}.")
    return message.format(words=words, day=short_day_words(day))
