"""How many people a course takes, and which of their seats the call pays for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.rules.registry import rule


@rule(Citation("EPE/873/2023", "ap. 7.8 y 18.9"))
def seat_kind(number: int, call: Call, day: date) -> SeatKind:
    """Return whether seat ``number`` is one the call pays for or an additional one.

    A call that pays nothing, or does not limit its seats, has none that are additional.
    """
    if not call.gives("subsidised_seats", day):
        return SeatKind.FUNDED
    return SeatKind.FUNDED if number <= call.count("subsidised_seats", day).value else SeatKind.ADDITIONAL


def free_seat(
    taken: Collection[int | None], wanted: SeatKind | None, call: Call, day: date, *, first: int = 1
) -> int | None:
    """Return the lowest seat not ``taken`` of the kind wanted, of either where it is ``None``.

    ``None`` where no such seat is left: a call that pays nothing has no additional ones. ``first`` is the
    lowest number worth looking at, where those below are known to be taken or of the other kind.
    """
    paid = call.count("subsidised_seats", day).value if call.gives("subsidised_seats", day) else 0
    numbers = (number for number in range(first, paid + len(taken) + 2) if number not in taken)
    return next((number for number in numbers if wanted in {None, seat_kind(number, call, day)}), None)


@rule(Citation("EPE/873/2023", "ap. 18.9; RD 694/2017, art. 4.4"))
def seats_notice(people: int, call: Call, day: date) -> str:
    """Return what to know of a class of so many people, ``""`` where it keeps within every limit."""
    group = call.count("group_limit", day)
    if people > group.value:
        message = _("Con {people} personas el grupo supera el máximo de {limit} ({citation}).")
        return message.format(people=people, limit=group.value, citation=group.citation)
    if not call.gives("subsidised_seats", day) or not call.gives("additional_seats", day):
        return ""
    additional = call.count("additional_seats", day)
    limit = call.count("subsidised_seats", day).value + additional.value
    if people <= limit:
        return ""
    message = _(
        "Con {people} personas se superan las {limit} plazas: más adicionales sólo si el aula lo permite "
        "({citation})."
    )
    return message.format(people=people, limit=limit, citation=additional.citation)
