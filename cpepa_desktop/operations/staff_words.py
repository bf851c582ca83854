"""In words, what a rule on the staff, the room or the virtual classroom finds missing or forbidden."""

from __future__ import annotations

from cpepa_desktop.domain.law import Verdict
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanation_words import number_words, reason_words


def missing_sentence(verdict: Verdict, subject: str) -> str:
    """Return a verdict as a sentence about its subject, with its place in the law."""
    said = {name: number_words(name, number) for name, number in verdict.numbers.items()}
    reason = reason_words(verdict.rule, verdict.reason).format(**said).removesuffix(".")
    return _("{subject}: {reason} ({citation}).").format(
        subject=subject, reason=reason, citation=verdict.citation
    )
