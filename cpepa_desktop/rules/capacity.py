"""Whether a class fits in its room, by the square metres that the speciality asks for so many people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.registry import rule

_ROOM = Citation("EPE/873/2023", "Guía 4; ap. 18.9")


@dataclass(frozen=True, slots=True, order=True)
class RoomNeed:
    """So many hundredths of a square metre, which the text of a speciality asks for so many people."""

    people: int
    area_hundredths: int


@rule(_ROOM)
def room_capacity(
    people: int, area_hundredths: int | None, needs: Sequence[RoomNeed], most: Parameter[int]
) -> Verdict:
    """Say whether a group fits: within the largest group, and in a room as large as is asked for so many.

    The row that counts is the one for the fewest people that is enough for the group. A room that nobody has
    measured, or a speciality without rows, is pending; a group above every row is a no.
    """
    numbers: dict[str, Number] = {"people": people, "most_people": most.value}
    if people > most.value:
        return Verdict("room_capacity", Answer.NO, "group_too_large", most.citation, numbers)
    if not needs:
        return Verdict("room_capacity", Answer.PENDING, "need_unknown", _ROOM, numbers)
    need = min((need for need in needs if need.people >= people), default=None)
    if need is None:
        numbers["need_people"] = max(need.people for need in needs)
        return Verdict("room_capacity", Answer.NO, "above_need", _ROOM, numbers)
    numbers |= {"need_people": need.people, "need_area": need.area_hundredths}
    if area_hundredths is None:
        return Verdict("room_capacity", Answer.PENDING, "area_unknown", _ROOM, numbers)
    numbers["room_area"] = area_hundredths
    answer, reason = (
        (Answer.YES, "fits") if area_hundredths >= need.area_hundredths else (Answer.NO, "too_small")
    )
    return Verdict("room_capacity", answer, reason, _ROOM, numbers)
