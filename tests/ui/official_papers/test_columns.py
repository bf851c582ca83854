"""Tests of official papers as rows."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.ui.official_papers.columns import paper_columns

GRANT = OfficialPaper(
    1,
    OfficialPaperKind.GRANT,
    "G-1",
    issued_on=date(2024, 1, 8),
    received_on=date(2024, 1, 10),
    body="INAEM",
    attachment="abc",
    courses=(CourseServed("24/1", 3_759_340), CourseServed("24/2", 60)),
)


def shown(paper: OfficialPaper) -> dict[str, str]:
    return {column.title: column.shown(paper) for column in paper_columns()}


def test_a_paper_is_told_with_its_days_its_courses_and_what_it_grants() -> None:
    assert shown(GRANT) == {
        "Escrito": "Resolución de concesión",
        "Número": "G-1",
        "Fecha": "8 ene 2024",
        "Recibido": "10 ene 2024",
        "Hasta": "",
        "Quién firma": "",
        "Organismo": "INAEM",
        "Cursos": "24/1, 24/2",
        "Importe": "37.594,00\N{NO-BREAK SPACE}€",
        "Escaneo": "Sí",
        "Observaciones": "",
    }


def test_a_paper_without_amounts_has_none_and_one_without_scan_says_so() -> None:
    row = shown(OfficialPaper(2, OfficialPaperKind.AGREEMENT, courses=(CourseServed("24/1"),)))
    assert (row["Importe"], row["Escaneo"]) == ("", "No")


def test_what_is_granted_to_each_course_is_told_on_pointing_at_them() -> None:
    (courses,) = [column for column in paper_columns() if column.title == "Cursos"]
    assert courses.tooltip is not None
    assert courses.tooltip(GRANT).splitlines()[1] == "24/2: 0,60\N{NO-BREAK SPACE}€"
