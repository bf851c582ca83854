"""The stages of a course have words of their own, in the order of its life."""

from __future__ import annotations

from cpepa_desktop.domain.stages import Stage


def test_every_stage_has_its_own_word_and_they_follow_one_another() -> None:
    assert [stage.label for stage in Stage] == [
        "Planificado",
        "Solicitado",
        "Autorizado",
        "En selección",
        "En marcha",
        "Terminado",
        "Justificado",
        "Cerrado",
        "Renunciado",
    ]
