"""Tests of the columns by which what can be asked for is found."""

from __future__ import annotations

from cpepa_desktop.operations.requestables import Requestable
from cpepa_desktop.ui.planning.subjects import speciality_columns, subject_columns

MODULE = Requestable("SSCS0208", "MF1016_2", "Apoyo en la organización", 2, 6000)


def test_a_module_is_told_from_its_certificate() -> None:
    assert [column.shown(MODULE) for column in subject_columns()] == [
        "SSCS0208",
        "MF1016_2",
        "Apoyo en la organización",
        "2",
        "100 h",
    ]
    whole = Requestable("SSCS0208", "", "Atención", 2, 22_200)
    assert [column.shown(whole) for column in subject_columns()][1] == "Completo"
    assert [column.shown(whole) for column in speciality_columns()] == ["SSCS0208", "Atención", "2"]
