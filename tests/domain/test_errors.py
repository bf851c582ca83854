"""The two kinds of answer that are not a result."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.errors import EnvironmentFault, Problem, Refused


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("Falta el nombre."), "Falta el nombre."),
        (Problem("Falta el nombre.", row=3), "fila 3: Falta el nombre."),
        (Problem("Falta el nombre.", 3, "NOMBRE", "Hoja1"), "Hoja1, fila 3, NOMBRE: Falta el nombre."),
        (Problem("No es un texto.", where="$.people[0]"), "$.people[0]: No es un texto."),
        (Problem("Sobra la fila.", row=0), "fila 0: Sobra la fila."),
    ],
)
def test_a_problem_says_its_place_first(problem: Problem, sentence: str) -> None:
    assert str(problem) == sentence


def test_a_refusal_carries_its_sentence_and_every_cause() -> None:
    causes = (Problem("Uno."), Problem("Otro."))
    refusal = Refused("No se ha escrito nada.", causes)
    assert (str(refusal), refusal.message, refusal.problems) == (
        "No se ha escrito nada.",
        "No se ha escrito nada.",
        causes,
    )
    assert Refused("No.").problems == ()


def test_a_fault_of_the_environment_is_no_refusal() -> None:
    fault = EnvironmentFault("El disco está lleno.")
    assert (str(fault), fault.message) == ("El disco está lleno.", "El disco está lleno.")
    assert not isinstance(fault, Refused)
