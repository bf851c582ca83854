"""What of a course may be given by virtual classroom: never all of it, never a final test."""

from __future__ import annotations

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.rules.registry import rule

_MODULES = Citation("EPE/873/2023", "ap. 18.12; Guía 3")


@rule(_MODULES)
def virtual_module(module: str, virtual: int, official: int, in_person: int | None) -> Verdict:
    """Say whether a module has no more minutes by virtual classroom than its decree leaves.

    ``in_person`` are the minutes that the certificate wants in the room; where it is not known the answer is
    pending, and nothing at a distance is always a yes.
    """
    numbers: dict[str, Number] = {
        "module": module,
        "virtual_minutes": virtual,
        "module_minutes": official,
    }
    if in_person is not None:
        numbers["in_person_minutes"] = in_person
    if not virtual:
        return Verdict("virtual_module", Answer.YES, "none", _MODULES, numbers)
    if in_person is None:
        return Verdict("virtual_module", Answer.PENDING, "in_person_unknown", _MODULES, numbers)
    if virtual > official - in_person:
        return Verdict("virtual_module", Answer.NO, "too_many", _MODULES, numbers)
    return Verdict("virtual_module", Answer.YES, "within", _MODULES, numbers)


@rule(_MODULES)
def virtual_whole_course(virtual: int, scheduled: int, is_allowed: Parameter[bool]) -> Verdict:
    """Say whether some of the course stays in the room: all of it at a distance is a no."""
    numbers: dict[str, Number] = {"virtual_minutes": virtual, "scheduled_minutes": scheduled}
    if virtual and virtual >= scheduled and not is_allowed.value:
        return Verdict("virtual_whole_course", Answer.NO, "whole", is_allowed.citation, numbers)
    return Verdict("virtual_whole_course", Answer.YES, "partly", is_allowed.citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 18.12; Guía 10.2.4.f y 10.2.12"))
def virtual_final_test(module: str, is_of_test: bool | None, is_allowed: Parameter[bool]) -> Verdict:  # noqa: FBT001 - a fact of three answers
    """Say whether a session given at a distance leaves the final test of a module in the room.

    ``None`` is not known: the last session of a module, while nobody has said when its test is.
    """
    numbers: dict[str, Number] = {"module": module}
    if is_of_test is None and not is_allowed.value:
        return Verdict("virtual_final_test", Answer.PENDING, "test_unknown", is_allowed.citation, numbers)
    if is_of_test and not is_allowed.value:
        return Verdict("virtual_final_test", Answer.NO, "of_test", is_allowed.citation, numbers)
    return Verdict("virtual_final_test", Answer.YES, "in_room", is_allowed.citation, numbers)


@rule(Citation("EPE/873/2023", "Guía 3"))
def virtual_level_one(level: int, virtual: int, is_usual: Parameter[bool]) -> Verdict:
    """Say whether a course of level 1 is given in the room, as it mainly should be; a no is a warning."""
    numbers: dict[str, Number] = {"level": level, "virtual_minutes": virtual}
    if level == 1 and virtual and not is_usual.value:
        return Verdict("virtual_level_one", Answer.NO, "level_one", is_usual.citation, numbers)
    return Verdict("virtual_level_one", Answer.YES, "usual", is_usual.citation, numbers)
