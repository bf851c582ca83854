"""How far the validation of a role has come."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.staff import Contract, CourseRole, Proof, Role, Validation

MON, TUE, WED = date(2024, 1, 8), date(2024, 1, 9), date(2024, 1, 10)


@pytest.mark.parametrize(
    ("sent", "validated", "rejected", "state"),
    [
        (None, None, None, Validation.NOT_SENT),
        (MON, None, None, Validation.SENT),
        (MON, TUE, None, Validation.VALIDATED),
        (None, TUE, None, Validation.VALIDATED),
        (MON, None, TUE, Validation.REJECTED),
        (TUE, None, TUE, Validation.REJECTED),
        (WED, None, TUE, Validation.SENT),
        (MON, WED, TUE, Validation.VALIDATED),
        (MON, TUE, WED, Validation.REJECTED),
    ],
)
def test_the_last_answer_stands_until_it_is_sent_again(
    sent: date | None, validated: date | None, rejected: date | None, state: Validation
) -> None:
    role = CourseRole(1, Role.TUTOR, sent_on=sent, validated_on=validated, rejected_on=rejected)
    assert role.validation is state


def test_every_word_has_its_label_and_an_unknown_contract_none() -> None:
    words = [*Role, *Validation, *Proof, *(each for each in Contract if each is not Contract.UNKNOWN)]
    labels = [word.label for word in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert Contract.UNKNOWN.label == ""
