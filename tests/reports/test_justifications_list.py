"""The list of justifications to hand in: whose, why with its letter, which days, and with what proof."""

from __future__ import annotations

from dataclasses import replace

from cpepa_desktop.domain.attendance_words import AbsenceCause
from cpepa_desktop.reports.justifications_list import (
    LEGAL_NOTE,
    NOTHING,
    JustificationsList,
    missing_items,
    pdf,
    story,
)
from tests.reports.checks import check, rows_of
from tests.reports.conftest import Compare
from tests.reports.course_sheets import justifications_list
from tests.reports.reading import Reading
from tests.reports.sheets import PEOPLE


def read(listing: JustificationsList) -> Reading:
    return check(story(listing), pdf(listing))


def test_each_justification_has_every_item() -> None:
    rows = rows_of(read(justifications_list()), 0)

    assert rows[3] == [
        *("3", PEOPLE[2], "10000002X", "c) Enfermedad o accidente"),
        *("lun 12 feb, mar 13 feb y vie 16 feb", "15 h", "Sí", "Baja médica"),
    ]
    assert [row[3].partition(" ")[0] for row in rows[1:9]] == [f"{cause.value})" for cause in AbsenceCause]
    assert rows[5][-1] == "Ya presentado el mar 13 feb con el registro RE-1"
    assert rows[-1] == ["Total", "29:26 h", "7 de 8", ""]


def test_a_missing_document_is_said_and_told_before_printing() -> None:
    assert rows_of(read(justifications_list()), 0)[2][6] == "No"
    assert missing_items(justifications_list()) == (f"Documento de {PEOPLE[1]}, mar 13 feb",)


def test_the_head_the_rule_the_place_and_the_signature_are_there() -> None:
    texts = [element.text.strip() for element in read(justifications_list()).elements]

    for expected in (
        "7 de 2024, del 12 al 16 de febrero de 2024",
        LEGAL_NOTE,
        "Ejemplo, a 19 de febrero de 2024",
        "Ana Belén Gracia",
    ):
        assert expected in texts, expected


def test_a_week_without_justifications_says_so() -> None:
    empty = replace(justifications_list(), lines=())

    assert NOTHING in [element.text.strip() for element in read(empty).elements]


def test_it_looks_as_it_did(same_picture: Compare) -> None:
    same_picture("justifications-list", pdf(justifications_list()))
