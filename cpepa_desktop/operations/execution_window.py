"""What to know of a course that does not lie within the days its call gives for it: warnings, no refusals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.course import CourseView
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words


def window_notices(call: Call, first: date, last: date) -> Iterator[str]:
    """Yield in words that a course begins before the days of its call, or ends after them."""
    window = call.execution
    if window.first_day and first < window.first_day:
        message = _("El curso empieza antes del plazo de ejecución, que se abre el {day} ({citation}).")
        yield message.format(day=day_words(window.first_day), citation=window.citation)
    if window.last_day and last > window.last_day:
        message = _("El curso acaba el {last}, después del plazo de ejecución, {day} ({citation}).")
        if first > window.last_day:
            message = _(
                "El curso empieza el {first} y acaba el {last}, después del plazo de ejecución, {day} "
                "({citation}): no cabe en la convocatoria."
            )
        yield message.format(
            first=day_words(first),
            last=day_words(last),
            day=day_words(window.last_day),
            citation=window.citation,
        )


def placed_notices(call: Call, view: CourseView, day: date) -> tuple[str, ...]:
    """Return the same of a course with a class put on ``day``, where that is after the days of its call."""
    limit = call.execution.last_day
    if limit is None or day <= limit:
        return ()
    return tuple(window_notices(call, view.course.start_on, view.last_day or day))
