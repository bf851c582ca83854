"""Every file of the program has a test file, and every step of a migration a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import PACKAGE, TESTS, parsed, sources

# Files whose test lies elsewhere, with the reason. A file that has gained a test file leaves the list.
ELSEWHERE = {
    "__main__.py": "every test in tests/cli and tests/e2e starts the program through its main()",
    "domain/norms.py": "tests/exchange/test_norms_file.py",
    "domain/obligations.py": "tests/exchange/test_official_calls.py holds every name in it",
    "domain/parameters.py": "tests/exchange/test_official_calls.py holds every name in it",
    "domain/justification.py": "tests/db/test_justifications.py",
    "domain/forecast.py": "tests/rules/test_forecast.py",
    "domain/connections.py": "tests/rules/test_connections.py",
    "exchange/annex_csv.py": "tests/exchange/test_catalogue_file.py",
    "exchange/catalogue_checks.py": "tests/exchange/test_catalogue_file.py",
    "exchange/holiday_events.py": "tests/exchange/test_holiday_file.py",
    "exchange/holiday_spans.py": "tests/exchange/test_holiday_file.py",
    "exchange/document_reader.py": "tests/exchange/test_certificate_json.py",
    "exchange/call_checks.py": "tests/exchange/test_call_file.py",
    "exchange/call_reader.py": "tests/exchange/test_call_file.py",
    "exchange/call_tables.py": "tests/exchange/test_call_file.py",
    "operations/application_view.py": "tests/operations/test_applications.py",
    "operations/attendance_intake.py": "tests/operations/test_attendance.py",
    "operations/attendance_writing.py": "tests/operations/test_attendance.py",
    "operations/week_grid.py": "tests/operations/test_attendance.py",
    "operations/persons_days.py": "tests/operations/test_course_days.py",
    "operations/absent_minutes.py": "tests/operations/test_incidents_paper.py",
    "operations/attendance_paper.py": "tests/operations/test_papers.py",
    "operations/conditions_paper.py": "tests/operations/test_papers.py",
    "operations/explanation_formulas.py": "tests/operations/test_explanations.py",
    "operations/explanation_words.py": "tests/operations/test_explanations.py",
    "operations/exception_records.py": "tests/operations/test_share_exceptions.py",
    "operations/justification_writing.py": "tests/operations/test_justifications.py",
    "operations/justified_minutes.py": "tests/operations/test_justifications.py",
    "domain/centre_calendar.py": "tests/operations/test_centre_calendar.py",
    "operations/calendar_conflicts.py": "tests/operations/test_centre_calendar.py",
    "operations/calendar_year.py": "tests/operations/test_centre_calendar.py",
    "ui/planning/calendar/painting.py": "tests/ui/planning/calendar/test_month.py",
    "operations/laying.py": "tests/operations/test_relaying.py and test_pauses.py",
    "ui/parts/last_day.py": "tests/ui/course/test_relaying.py and tests/ui/courses/test_planning.py",
    "ui/planning/calendar/view.py": "tests/ui/planning/calendar/test_controller.py",
    "operations/missed_classes.py": "tests/operations/test_justification_proposals.py",
    "operations/notices.py": "tests/operations/test_looking_ahead.py",
    "operations/person_decisions.py": "tests/operations/test_looking_ahead.py",
    "operations/paper_data.py": "tests/operations/test_papers.py",
    "operations/paper_head.py": "tests/operations/test_papers.py",
    "operations/week_of_class.py": "tests/operations/test_incidents_paper.py",
    "reports/letter/data.py": "tests/reports/test_risk_letter.py",
    "cli/arguments.py": "every test in tests/cli writes a line for it",
    "cli/deadline_arguments.py": "tests/cli/test_deadline_commands.py writes the lines for it",
    "cli/attendance_arguments.py": "every test in tests/cli writes a line for it",
    "cli/paper_arguments.py": "every test in tests/cli writes a line for it",
    "cli/week_arguments.py": "tests/cli/test_week_commands.py writes the lines for it",
    "cli/parsing.py": "every test in tests/cli writes a line for it",
    "cli/command.py": "every test in tests/cli runs one",
    "cli/paper_commands.py": "tests/cli/test_commands.py",
    "cli/connection_arguments.py": "tests/cli/test_connection_commands.py",
    "operations/connection_reckoning.py": "tests/operations/test_connections.py",
    "cli/grant_arguments.py": "tests/cli/test_grant_commands.py writes a line for it",
    "cli/justification_arguments.py": "tests/cli/test_justification_commands.py writes a line for it",
    "cli/life_arguments.py": "tests/cli/test_life_commands.py writes a line for it",
    "cli/request_arguments.py": "tests/cli/test_request_commands.py writes the lines for it",
    "cli/holiday_arguments.py": "tests/cli/test_holiday_commands.py writes the lines for it",
    "cli/week_form.py": "tests/cli/test_week_commands.py",
    "cli/forms.py": "tests/cli/test_commands.py reads what it makes",
}


def has_no_code(file: Path) -> bool:
    """Say whether a file holds words only: its docstring, imports, a version."""
    return all(
        isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.Assign) for node in parsed(file).body
    )


def places(file: Path) -> Iterator[Path]:
    """Yield where the test of a file may be: in the same room, or one file for the folder it lies in."""
    inside = file.relative_to(PACKAGE)
    yield TESTS / inside.parent / f"test_{inside.stem}.py"
    for folder in inside.parents:
        if len(folder.parts) > 1:  # a room is too large for one file of tests
            yield TESTS / folder.parent / f"test_{folder.name}.py"
    if len(inside.parts) == 1:
        yield TESTS / f"test_{inside.stem}.py"
        yield TESTS / inside.stem / "__init__.py"


def untested() -> set[str]:
    """Return the files of the program that have code and no test file."""
    return {
        file.relative_to(PACKAGE).as_posix()
        for file in sources(PACKAGE)
        if not has_no_code(file) and not any(place.exists() for place in places(file))
    }


def test_every_file_has_a_test_file_or_a_reason() -> None:
    assert sorted(untested() - ELSEWHERE.keys()) == []


def test_the_list_of_reasons_is_not_stale() -> None:
    assert [name for name in ELSEWHERE if not (PACKAGE / name).exists()] == []


def test_every_step_of_a_migration_has_a_test() -> None:
    tests = "\n".join(file.read_text(encoding="utf-8") for file in sources(TESTS / "db"))
    steps = [
        node.name
        for node in parsed(PACKAGE / "db" / "migrations.py").body
        if isinstance(node, ast.FunctionDef)
        and any("migrations" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    assert [step for step in steps if step not in tests] == []


def test_tests_lie_in_the_room_of_what_they_test() -> None:
    rooms = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir()} | {"cli", "e2e", "house"}
    strays = [
        file.name
        for file in sources(TESTS)
        if file.name.startswith("test_") and file.relative_to(TESTS).parts[0] not in {*rooms, file.name}
    ]
    assert strays == []
