"""What can be wrong in a call as a whole: gaps, shares that do not add up, terms too long for the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.call import Call, DayKind
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.obligations import JUSTIFICATION_LIMITS, REQUIREMENT_LIMIT
from cpepa_desktop.domain.parameters import PARAMETERS, READINGS, Need
from cpepa_desktop.domain.texts import _

_PARTS_OF_ONE: Final = (("process_weight", "test_weight"), ("product_share", "result_share"))
_DAYS: Final = {DayKind.WEEK: 7, DayKind.MONTH: 30, DayKind.YEAR: 365}


def problems_of(call: Call) -> Iterator[tuple[str, str]]:
    """Yield what is wrong in the call as a whole, as the key to mend and the message."""
    yield from _gaps(call)
    yield from _sums(call)
    yield from _long_terms(call)


def _gaps(call: Call) -> Iterator[tuple[str, str]]:
    """Yield what every call must give and this one does not, its own or inherited."""
    needs = {Need.ALWAYS, Need.PAID} if call.subsidised else {Need.ALWAYS}
    for name, spec in PARAMETERS.items():
        if spec.need in needs and name not in call.histories:
            message = _("Falta «{label}»: añada la tabla [{name}] con su valor y su fuente, o herédela.")
            yield name, message.format(label=spec.label, name=name)
    for name in READINGS:
        if name not in call.readings:
            message = _("Falta decir cómo se lee esta cuestión: añada [readings.{name}], o herédela.")
            yield f"readings.{name}", message.format(name=name)


def _sums(call: Call) -> Iterator[tuple[str, str]]:
    """Yield the pairs of shares that do not make one on some day."""
    for first, second in _PARTS_OF_ONE:
        for day in _days_of(call, first, second):
            figures = [call.histories[name].on(day) for name in (first, second)]
            values = [figure.value for figure in figures if figure is not None]
            shares = [Decimal(value) for value in values if isinstance(value, int | Decimal)]
            if len(shares) > 1 and sum(shares) != 1:
                message = _("Junto con «{other}» debe sumar 1 desde el {day}.")
                yield second, message.format(other=PARAMETERS[first].label, day=f"{day:%d/%m/%Y}")


def _days_of(call: Call, *names: str) -> tuple[date, ...]:
    """Return the days one of the figures changes, none where the call lacks one of them."""
    if any(name not in call.histories for name in names):
        return ()
    return tuple(sorted({dated.since for name in names for dated in call.histories[name].values}))


def _long_terms(call: Call) -> Iterator[tuple[str, str]]:
    """Yield the terms longer than the state law lets a call give."""
    for name, (days, citation) in _limits(call).items():
        due = call.deadlines[name].due if name in call.deadlines else None
        if due is not None and due.number * _DAYS.get(due.kind, 1) > days:
            message = _("El plazo es más largo de lo que permite {citation}: acórtelo.")
            yield f"deadlines.{name}.number", message.format(citation=citation)


def _limits(call: Call) -> dict[str, tuple[int, Citation]]:
    """Return the longest terms the law allows; that of the justification follows its system."""
    limits = {"requirement_answer": REQUIREMENT_LIMIT}
    system = call.histories.get("justification_system")
    for dated in () if system is None else system.values:
        if str(dated.value) in JUSTIFICATION_LIMITS:
            limits["economic_justification"] = JUSTIFICATION_LIMITS[str(dated.value)]
    return limits
