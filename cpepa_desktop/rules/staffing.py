"""Who may teach, prepare, tutor and evaluate, how many of them, and by when they are validated."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from cpepa_desktop.domain.call import Parameter
from cpepa_desktop.domain.law import Answer, Citation, Number, Verdict
from cpepa_desktop.domain.staff import PROOFS_OF_ROLE, Proof, Role
from cpepa_desktop.rules.registry import rule

_ROLES = Citation("EPE/873/2023", "Guía 10.3.2")


@rule(Citation("EPE/873/2023", "Guía 10.3.1; ESS/1897/2013, art. 30.1"))
def module_trainers(module: str, trainers: int, most: Parameter[int]) -> Verdict:
    """Say whether a module is taught by no more people than may teach it; nobody yet is pending."""
    numbers: dict[str, Number] = {"module": module, "trainers": trainers, "most_trainers": most.value}
    if not trainers:
        return Verdict("module_trainers", Answer.PENDING, "nobody", most.citation, numbers)
    if trainers > most.value:
        return Verdict("module_trainers", Answer.NO, "too_many", most.citation, numbers)
    return Verdict("module_trainers", Answer.YES, "within", most.citation, numbers)


@rule(Citation("EPE/873/2023", "ap. 8.2; Guía 5"))
def complementary_validated(module: str, first: date | None, validated: date | None) -> Verdict:
    """Say whether who teaches the complementary module was validated before its first day.

    «Con anterioridad al inicio de su impartición»: that same day is late. A day that is not known is pending.
    """
    citation = Citation("EPE/873/2023", "ap. 8.2; Guía 5")
    numbers: dict[str, Number] = {"module": module}
    if first is not None:
        numbers["first_day"] = first
    if validated is None:
        reason = "not_validated" if first is not None else "no_class"
        return Verdict("complementary_validated", Answer.PENDING, reason, citation, numbers)
    numbers["validated_on"] = validated
    if first is None:
        return Verdict("complementary_validated", Answer.PENDING, "no_class", citation, numbers)
    if validated < first:
        return Verdict("complementary_validated", Answer.YES, "before", citation, numbers)
    return Verdict("complementary_validated", Answer.NO, "too_late", citation, numbers)


@rule(_ROLES)
def preparer_teaches(taught: int | None) -> Verdict:
    """Say whether who prepares is a teacher of the action, by the minutes they teach in it.

    ``None`` is a course whose sessions have no trainers yet: who teaches it is not known.
    """
    if taught is None:
        return Verdict("preparer_teaches", Answer.PENDING, "no_teachers", _ROLES)
    numbers: dict[str, Number] = {"minutes_taught": taught}
    answer, reason = (Answer.YES, "teaches") if taught else (Answer.NO, "does_not_teach")
    return Verdict("preparer_teaches", answer, reason, _ROLES, numbers)


@rule(Citation("EPE/873/2023", "Guía 10.3.1 y 10.3.2"))
def role_proved(role: Role, proofs: Collection[Proof]) -> Verdict:
    """Say whether all that a role asks is proved: a), b) and c) to teach or evaluate, a) to tutor.

    What is missing is pending, never a no: a certificate that admits teachers «sin acreditación» asks for
    the experience alone, and the administration decides.
    """
    missing = [proof for proof in PROOFS_OF_ROLE[role] if proof not in proofs]
    numbers: dict[str, Number] = {"proofs": ", ".join(f"{proof})" for proof in sorted(proofs))}
    citation = Citation("EPE/873/2023", "Guía 10.3.1" if role is Role.TEACHER else "Guía 10.3.2")
    if missing:
        numbers["proofs_missing"] = ", ".join(f"{proof})" for proof in missing)
        return Verdict("role_proved", Answer.PENDING, "missing", citation, numbers)
    return Verdict("role_proved", Answer.YES, "proved", citation, numbers)


@rule(_ROLES)
def told_before_start(sent: date | None, start: date) -> Verdict:
    """Say whether a role was told to the administration before the action starts; not sent is pending."""
    numbers: dict[str, Number] = {"start": start}
    if sent is None:
        return Verdict("told_before_start", Answer.PENDING, "not_sent", _ROLES, numbers)
    numbers["sent_on"] = sent
    answer, reason = (Answer.YES, "before") if sent < start else (Answer.NO, "too_late")
    return Verdict("told_before_start", answer, reason, _ROLES, numbers)
