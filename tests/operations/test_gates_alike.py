"""Every gate refuses alike whoever asks: an operation of the window, a command, or a file that comes in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from cpepa_desktop.__main__ import main
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.law import Answer
from cpepa_desktop.domain.parameters import START_GATES
from cpepa_desktop.operations.attendance_intake import import_attendance, preview_attendance
from cpepa_desktop.operations.connections import apply_connections, preview_connections
from cpepa_desktop.operations.course_life import start_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.dossier import export_course, import_course
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.explanation_words import rule_title
from cpepa_desktop.operations.files import new_file, open_file
from cpepa_desktop.operations.gate_entry import GateEntry, enter_gates
from cpepa_desktop.operations.gates import ask_gates_again, course_gates, defer_gates
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CENTRE,
    CODE,
    ENTITY,
    MONDAY,
    at,
    attend,
    bare,
    own_request,
    request,
    rows,
)
from tests.operations.virtual_class import SAMPLES, ana

pytestmark = pytest.mark.slow

DAY: Final = timedelta(days=1)
TODAY: Final = MONDAY + 2 * DAY
OVER: Final = date(2024, 12, 2)
LOG: Final = SAMPLES / "teams_new_es.csv"
REASON: Final = "Consta en la carpeta verde"
REQUESTS: Final[Mapping[str, CourseRequest]] = MappingProxyType(
    {
        "authorisation_received": own_request(),
        "agreement_signed": request(call="inaem-agreement", route=Route.AGREEMENT),
    }
)
"""The course that has a gate alone; one under a call has the other four."""
DAYS: Final = pytest.mark.parametrize(
    ("day", "answer"),
    [
        (MONDAY - DAY, Answer.YES),
        (MONDAY, Answer.YES),
        (MONDAY + DAY, Answer.NO),
        (None, Answer.PENDING),
    ],
    ids=["the day before", "the same day", "the day after", "unknown"],
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A course whose gates are met but one, on its third day; and what other programs bring of it."""

    file: Path
    other_file: Path
    sheet: Path
    dossier: Path


@contextmanager
def opened(path: Path, today: date = TODAY) -> Iterator[Workspace]:
    """Give a file for a while."""
    ws = open_file(path, at(today), "Ana")
    yield ws
    ws.file.close()


def desk_of(folder: Path, gate: str, day: date | None) -> Desk:
    """Make the files of a course whose ``gate`` was met on a day, or nobody knows when."""
    desk = Desk(*(folder / name for name in ("centro.cpepa", "otro.cpepa", "asistencia.csv", "curso.json")))
    new_file(desk.other_file, at(TODAY), "Luis", entity=ENTITY, centre=CENTRE).file.close()
    new_file(desk.file, at(TODAY), "Ana", entity=ENTITY, centre=CENTRE).file.close()
    with opened(desk.file) as ws:
        bare(ws, REQUESTS.get(gate, request()))
        desk.sheet.write_text(
            f"día;tramo;documento;minutos\n15/01/2024;1;{ana(ws).person.document.number};300\n",
            encoding="utf-8",
        )
        others = [
            state.gate for state in course_gates(ws, CODE) if state.gate != gate and not state.is_warning
        ]
        enter_gates(ws, CODE, MONDAY, [GateEntry(each, MONDAY - DAY) for each in others])
    entered = Path(shutil.copy(desk.file, folder / "origen.cpepa"))
    with opened(entered) as ws:
        defer_gates(ws, CODE, REASON)
        type_attendance(ws, desk)
        ask_gates_again(ws, CODE, "No estaba")
        meet(ws, gate, day)
        desk.dossier.write_bytes(export_course(ws, CODE))
    with opened(desk.file) as ws:
        meet(ws, gate, day)
    return desk


def meet(ws: Workspace, gate: str, day: date | None) -> None:
    """Write down the day of a gate, where it is known."""
    if day is not None:
        enter_gates(ws, CODE, max(day, MONDAY), [GateEntry(gate, day)])


def start(ws: Workspace, _desk: Desk) -> None:
    start_course(ws, CODE, MONDAY)


def type_attendance(ws: Workspace, _desk: Desk) -> None:
    attend(ws, list_enrolments(ws, CODE)[0], 300)


def bring_sheet(ws: Workspace, desk: Desk) -> None:
    import_attendance(ws, preview_attendance(ws, desk.sheet, CODE))


def bring_log(ws: Workspace, _desk: Desk) -> None:
    apply_connections(ws, preview_connections(ws, LOG, CODE, MONDAY, 1))


def bring_dossier(ws: Workspace, desk: Desk) -> None:
    import_course(ws, desk.dossier.read_bytes())


OPERATIONS: Final[tuple[Callable[[Workspace, Desk], None], ...]] = (
    start,
    type_attendance,
    bring_sheet,
    bring_log,
    bring_dossier,
)
COMMANDS: Final = (
    f"course start {CODE} --day {MONDAY}",
    f"import attendance {{sheet}} {CODE}",
    f"import connections {LOG} {CODE} --day {MONDAY} --apply",
    "import course {dossier}",
)


def file_of(desk: Desk, folder: Path, *, is_dossier: bool) -> Path:
    """Return a copy to try something on: of the file of the course, or of the one a dossier comes into."""
    return Path(shutil.copy(desk.other_file if is_dossier else desk.file, folder / "intento.cpepa"))


def refusals(desk: Desk, folder: Path, capsys: pytest.CaptureFixture[str], today: date = TODAY) -> list[str]:
    """Try to set the course going in every way, and return what each says: ``""`` where it is done.

    What is refused is seen to have written nothing.
    """
    said = []
    for write in OPERATIONS:
        with opened(file_of(desk, folder, is_dossier=write is bring_dossier), today) as ws:
            before = rows(ws)
            try:
                write(ws, desk)
            except Refused as refused:
                assert rows(ws) == before
                said.append("\n".join([refused.message, *map(str, refused.problems)]))
            else:
                assert rows(ws) != before
                said.append("")
    for command in COMMANDS:
        file = file_of(desk, folder, is_dossier="{dossier}" in command)
        words = [word.format(sheet=desk.sheet, dossier=desk.dossier) for word in command.split()]
        capsys.readouterr()
        status = main([*words, "--file", str(file), "--today", today.isoformat()])
        assert status in {0, 1}
        said.append(capsys.readouterr().err if status else "")
    return said


@DAYS
@pytest.mark.parametrize("gate", START_GATES)
def test_each_gate_is_judged_alike_on_both_sides_of_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gate: str, day: date | None, answer: Answer
) -> None:
    desk = desk_of(tmp_path, gate, day)
    clause = {
        Answer.YES: "",
        Answer.NO: f"«{rule_title(gate)}» es del mar 16 ene 2024, posterior",
        Answer.PENDING: f"no consta «{rule_title(gate)}»",
    }[answer]
    for said in refusals(desk, tmp_path, capsys):
        assert bool(said) == bool(clause), said
        assert clause in said
        assert not said or "No se ha perdido ni cambiado nada" in said


@pytest.mark.parametrize("gate", START_GATES)
def test_a_course_that_is_over_takes_its_attendance_with_its_gates_pending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gate: str
) -> None:
    desk = desk_of(tmp_path, gate, None)
    assert not any(refusals(desk, tmp_path, capsys, OVER))
    with opened(desk.file, OVER) as ws:
        assert {state.gate: state.answer for state in course_gates(ws, CODE)}[gate] is Answer.PENDING


@pytest.mark.parametrize("gate", START_GATES)
def test_a_deferral_lets_it_pass_and_it_stays_pending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gate: str
) -> None:
    desk = desk_of(tmp_path, gate, None)
    with opened(desk.file) as ws:
        defer_gates(ws, CODE, REASON)
    refused = [said for said in refusals(desk, tmp_path, capsys) if said]
    assert len(refused) == 2  # the dossier, whose own file says that it is asked again, by both ways
    assert all("exporte el expediente otra vez" in said for said in refused)
    with opened(desk.file) as ws:
        assert {state.gate: state.answer for state in course_gates(ws, CODE)}[gate] is Answer.PENDING
