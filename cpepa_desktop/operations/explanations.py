"""«¿Por qué?»: a verdict or a figure with its numbers, its formula, its articles and the other readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpepa_desktop.domain.call import Call, ParameterMissing, Reading
from cpepa_desktop.domain.law import Citation, Number, Verdict
from cpepa_desktop.domain.norms import Article
from cpepa_desktop.domain.parameters import PARAMETERS
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words
from cpepa_desktop.operations import explanation_words as words
from cpepa_desktop.operations.calls import call_of
from cpepa_desktop.operations.courses import find_course
from cpepa_desktop.operations.explanation_formulas import formula_of
from cpepa_desktop.operations.explanation_words import answer_word, rule_title
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.operations.workspace import Workspace

Line = tuple[str, str]

_PARAMETERS: Final[Mapping[str, tuple[str, ...]]] = {
    "module_test": ("module_test_share",),
    "diploma_attendance": ("diploma_share",),
    "daily_hours": ("day_minimum", "day_limit"),
    "joins_action": ("substitution_days", "substitution_share"),
    "joins_module": ("late_join_days", "late_join_share"),
    "notice_in_time": ("late_notice_voids",),
    "leavers_borne": ("dropout_from_share", "dropout_tolerance"),
    "module_trainers": ("trainers_per_module",),
    "persons_day": ("day_limit",),
    "room_capacity": ("group_limit",),
    "virtual_whole_course": ("virtual_whole_course",),
    "virtual_final_test": ("virtual_final_test",),
    "virtual_level_one": ("virtual_level_one",),
    "may_ask_advance": ("advance_initial_until", "advance_guarantee"),
    "requests_within_cap": ("centre_request_cap",),
    "grants_within_cap": ("centre_grant_cap",),
    "actions_within": ("speciality_actions", "priority_speciality_actions"),
}
"""The figures of the call that each rule judges by; `funded` judges by those of its case."""

_OF_CASE: Final[Mapping[str, tuple[str, ...]]] = {
    "75": ("attendance_share",),
    "job": ("job_share", "job_contract_days"),
    "recall": ("job_share", "job_contract_days", "recall_counts_as_job"),
    "illness": ("health_share",),
    "accident": ("health_share",),
}
_OF_SEAT: Final = ("subsidised_seats", "additional_seats")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a course is judged under: its call, and the day whose figures are in force."""

    call: Call
    day: date


@dataclass(frozen=True, slots=True)
class Source:
    """A figure of the call as it was used: where it stands, since when, and when that was last read."""

    label: str
    value: str
    citation: Citation
    since: date
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A question the texts leave open whose other answer changes what is said.

    ``settled`` and ``other`` are both answers in words; ``outcome`` is what the other one would say.
    """

    question: str
    settled: str
    other: str
    outcome: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the panel shows: the question, the answer in a sentence, what was compared, and by which text.

    ``verdict`` is the one explained, ``None`` where it is a figure.
    """

    title: str
    sentence: str
    lines: tuple[Line, ...]
    citation: str = ""
    formula: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    sources: tuple[Source, ...] = ()
    readings: tuple[OtherReading, ...] = ()
    verdict: Verdict | None = None

    def as_text(self) -> str:
        """Return everything as plain text, for a letter or a message."""
        blocks = [
            "\n".join(filter(None, (self.title, self._answer, self.sentence))),
            "\n".join(f"{label}: {value}" for label, value in self.lines),
            "\n".join(self.formula),
            *("\n".join(article_lines(article)) for article in self.articles),
            "\n".join(source_words(source) for source in self.sources),
            *("\n".join(reading_lines(reading)) for reading in self.readings),
        ]
        return "\n\n".join(block for block in blocks if block)

    @property
    def _answer(self) -> str:
        return f"{answer_word(self.verdict.answer).capitalize()}." if self.verdict else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is shown somewhere, with what explains it. ``key`` tells it from the others there."""

    key: str
    label: str
    value: str
    explanation: Explanation


def frame_of(ws: Workspace, code: str) -> Frame:
    """Return what a course is judged under. Raises ``Refused`` where it is unknown."""
    course = find_course(ws, code)
    return Frame(call_of(ws, course), course.start_on)


def explain(verdict: Verdict, frame: Frame | None = None) -> Explanation:
    """Return a verdict in the user's language, with the sources of its figures where the frame is given.

    A reason or a number without words is a bug: ``KeyError``.
    """
    return Explanation(
        title=rule_title(verdict.rule),
        sentence=_sentence(verdict),
        lines=_lines(verdict.numbers),
        citation=str(verdict.citation),
        formula=formula_of(verdict),
        articles=articles_of(verdict.citation),
        sources=sources_of(frame, *_parameters(verdict)) if frame else (),
        readings=tuple(_other_reading(name, other, frame) for name, other in verdict.alternatives.items()),
        verdict=verdict,
    )


def sources_of(frame: Frame, *names: str) -> tuple[Source, ...]:
    """Return the figures of the call of those names that it gives, each with where it stands."""
    found = (frame.call.optional(name, frame.day) for name in names)
    return tuple(
        Source(
            PARAMETERS[parameter.name].label,
            words.value_words(parameter),
            parameter.citation,
            parameter.since,
            parameter.checked_on,
        )
        for parameter in found
        if parameter
    )


def reading_of(frame: Frame, name: str, outcome: str) -> tuple[OtherReading, ...]:
    """Return the other answer to an open question with its outcome; nothing where the call settles none."""
    try:
        reading = frame.call.reading(name)
    except ParameterMissing:
        return ()
    if not reading.alternatives:
        return ()
    return (_both_answers(reading, outcome),)


def article_lines(article: Article) -> Iterator[str]:
    """Yield an article as text: its place, its norm, and its wording or where to find it."""
    yield f"{article.norm.id}, {article.place}"
    yield norm_words(article)
    yield article.text or missing_words(article)


def norm_words(article: Article) -> str:
    """Return which text an article stands in, where that was published and since when it is in force."""
    norm = article.norm
    parts = [norm.title]
    if norm.bulletin:
        parts.append(norm.bulletin)
    if norm.in_force_on:
        parts.append(_("en vigor desde el {day}").format(day=day_words(norm.in_force_on)))
    if norm.repealed_on:
        parts.append(_("derogada con efectos del {day}").format(day=day_words(norm.repealed_on)))
    return ". ".join(part[0].upper() + part[1:] for part in parts) + "."


def missing_words(article: Article) -> str:
    """Return what to do where the program does not carry the wording of an article."""
    where = ", ".join(part for part in (article.norm.bulletin, article.norm.url) if part)
    if where:
        return _("El texto no viene con el programa: consúltelo en {where}.").format(where=where)
    return _("El texto no viene con el programa: consúltelo en la publicación oficial o en su centro.")


def source_words(source: Source) -> str:
    """Return a figure of the call in a sentence: «… : 75 %, desde el … (…); leído el …»."""
    sentence = _("{label}: {value}, desde el {since} ({citation})").format(
        label=source.label, value=source.value, since=day_words(source.since), citation=source.citation
    )
    if source.checked_on is None:
        return f"{sentence}."
    return _("{sentence}. Texto leído por última vez el {day}.").format(
        sentence=sentence, day=day_words(source.checked_on)
    )


def reading_lines(reading: OtherReading) -> Iterator[str]:
    """Yield both answers to an open question, the settled one first, and what the other would say."""
    yield reading.question
    if reading.settled:
        yield _("Se sigue: {answer}").format(answer=reading.settled)
    yield _("Otra lectura: {answer}").format(answer=reading.other) if reading.settled else reading.other
    yield _("Con ella: {outcome}").format(outcome=reading.outcome)
    if reading.citation:
        yield reading.citation


def _other_reading(name: str, other: Verdict, frame: Frame | None) -> OtherReading:
    outcome = f"{answer_word(other.answer)}. {_sentence(other)}"
    if frame:
        return reading_of(frame, name, outcome)[0]
    return OtherReading(_("Otra lectura de los textos"), "", words.readings()[name], outcome)


def _both_answers(reading: Reading, outcome: str) -> OtherReading:
    other = reading.alternatives[0]
    return OtherReading(
        reading.question, reading.text(reading.value), reading.text(other), outcome, str(reading.citation)
    )


def _parameters(verdict: Verdict) -> tuple[str, ...]:
    if verdict.rule in _PARAMETERS:
        return _PARAMETERS[verdict.rule]
    if verdict.rule != "funded":
        return ()
    return _OF_CASE[str(verdict.numbers["case"])] if "case" in verdict.numbers else _OF_SEAT


def _sentence(verdict: Verdict) -> str:
    numbers = verdict.numbers
    said = {name: words.number_words(name, number) for name, number in numbers.items()}
    if "required_minutes" in numbers:
        required = _as_minutes(numbers["required_minutes"])
        said["short"] = hours_words(required - _as_minutes(numbers["reachable_minutes"]))
        said["missing"] = hours_words(required - _as_minutes(numbers["attended_minutes"]))
        said["can_lose"] = hours_words(_as_minutes(numbers["reachable_minutes"]) - required)
    return words.reason_words(verdict.rule, verdict.reason).format(**said)


def _lines(numbers: Mapping[str, Number]) -> tuple[Line, ...]:
    labels = words.labels()
    return tuple((labels[name], words.number_words(name, number)) for name, number in numbers.items())


def _as_minutes(number: Number) -> int:
    return int(str(number))
