"""Tests of obligations as rows: the most urgent first, what was met at the end."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.obligations import Anchor
from cpepa_desktop.ui.obligations.columns import obligation_columns, rows_of
from tests.ui.obligations.obligation_rows import TODAY, due_in, met, waiting_for


def test_rows_come_by_urgency() -> None:
    rows = rows_of(
        [
            met(date(2024, 1, 5)),
            due_in(-9, name="substitution_limit"),
            waiting_for(Anchor.CHANGE),
            due_in(12),
            due_in(-3),
        ],
        TODAY,
    )
    assert [row.badge.words for row in rows] == [
        "vencido hace 3 días",
        "en 12 días",
        "pendiente de la modificación",
        "ya pasó",
        "cumplido",
    ]


def test_a_row_says_both_days_and_by_where() -> None:
    (row,) = rows_of([due_in(4, safe_in=1, channels=("Gestifor Web", "Registro"))], TODAY)
    assert [column.shown(row) for column in obligation_columns(with_course=True)] == [
        "en 4 días",
        "Hoja de condiciones",
        "24/1",
        "vie 23 feb",
        "mar 20 feb",
        "Gestifor Web o Registro",
        "",
        "",
        "EPE/873/2023, Guía 10.2.1",
    ]
    tips = {column.title: column.tooltip(row) for column in obligation_columns() if column.tooltip}
    assert tips["Plazo"] == "Plazo: vie 23 feb 2024\nEPE/873/2023, Guía 10.2.1"
    assert "Fecha segura: mar 20 feb 2024" in tips["Fecha segura"]


def test_only_the_list_of_several_courses_names_them() -> None:
    assert "Curso" not in [column.title for column in obligation_columns()]


def test_people_of_one_day_come_in_spanish_order() -> None:
    people = ("Zapata, Luis", "Ágreda, Ana", "Ñíguez, José", "Nadal, Eva")
    rows = rows_of([due_in(1, subject=str(at), subject_words=name) for at, name in enumerate(people)], TODAY)
    assert [row.obligation.subject_words for row in rows] == [
        *("Ágreda, Ana", "Nadal, Eva", "Ñíguez, José", "Zapata, Luis"),
    ]
