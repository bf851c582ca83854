"""Words the law fixes of an absence and a person's work."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.attendance_words import AbsenceCause, EmploymentStatus, JustificationState


def test_the_causes_are_the_eight_of_the_order_under_their_letters() -> None:
    assert "".join(AbsenceCause) == "abcdefgh"
    assert AbsenceCause("b").label == "Consulta médica"
    assert AbsenceCause("h").label == "Contrato de corta duración"


Words = type[AbsenceCause] | type[JustificationState] | type[EmploymentStatus]


@pytest.mark.parametrize("words", [AbsenceCause, JustificationState, EmploymentStatus])
def test_every_word_has_a_label_of_its_own(words: Words) -> None:
    labels = {word.label for word in words}
    assert len(labels) == len(words)
    assert all(labels)


def test_only_a_validated_proof_says_that_it_is_valid() -> None:
    assert [state.label for state in JustificationState] == [
        "sin justificar", "pendiente de validar", "validada", "rechazada",
    ]  # fmt: skip
