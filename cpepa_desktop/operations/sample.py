"""The sample centre: a whole centre of invented people, made through the same operations that users use."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any, Final

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.clock import Clock, FixedClock
from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.leaving import LeaveCause
from cpepa_desktop.domain.official_papers import CourseServed, OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.progress import Told, counted, untold
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations import files
from cpepa_desktop.operations.attendance import fill_week, record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.calendars import add_holiday
from cpepa_desktop.operations.centres import LogoImage, read_centre, save_logos, save_room, save_trainer
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_facts import CourseDetails, change_course, set_workplace_days
from cpepa_desktop.operations.course_life import start_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.deadlines import course_obligations
from cpepa_desktop.operations.enrolments import Withdrawal, list_enrolments, withdraw
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.obligations import FilingForm, file_together
from cpepa_desktop.operations.official_papers import save_official_paper
from cpepa_desktop.operations.people import import_people, preview_people
from cpepa_desktop.operations.sample_money import build_money
from cpepa_desktop.operations.sample_plans import build_plans
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.texts import save_text
from cpepa_desktop.operations.week_grid import week_grid, weeks_of
from cpepa_desktop.operations.workspace import Workspace

SAMPLE_DAY: Final = date(2024, 2, 19)
"""The working day that the sample is looked at on: its fifth week is entered and its sixth is not."""

_FOLDER: Final = resources.files("cpepa_desktop.resources") / "sample"
_Document = Mapping[str, Any]


def make_sample(path: Path, clock: Clock, actor: str, told: Told = untold) -> Path:
    """Create the sample centre at ``path`` and return where it is, closed: it may be in another thread.

    ``told`` hears of each part; where it stops the work nothing is left behind.
    """
    build_sample(path, clock, actor, told).file.close()
    return path


def build_sample(path: Path, clock: Clock, actor: str, told: Told = untold) -> Workspace:
    """Create the sample centre at ``path`` and return it open for writing.

    It is built as of `SAMPLE_DAY`, whatever the working day. Raises as `files.new_file` does.
    """
    document = tomllib.loads((_FOLDER / "centro.toml").read_text(encoding="utf-8"))
    ws = files.new_file(
        path,
        FixedClock(SAMPLE_DAY, clock.now()),
        actor,
        entity=Entity(**document["entity"]),
        centre=Centre(**document["centre"]),
        is_sample=True,
    )
    try:
        _fill(ws, document, told)
    except BaseException:
        ws.file.close()
        ws.file.path.unlink()
        raise
    ws.clock = clock
    return ws


def _fill(ws: Workspace, document: _Document, told: Told) -> None:
    _build_centre(ws, document)
    for course in counted(document["courses"], told):
        _build_course(ws, course)
    build_plans(ws, tomllib.loads((_FOLDER / "planes.toml").read_text(encoding="utf-8")))
    build_money(ws, tomllib.loads((_FOLDER / "dinero.toml").read_text(encoding="utf-8")))
    _build_attendance(ws, document["attendance"], told)
    _build_leaving(ws, document["attendance"]["course"], document["leaving"])


def _build_centre(ws: Workspace, document: _Document) -> None:
    image = (_FOLDER / "logotipo.png").read_bytes()
    save_logos(ws, (LogoImage(image, "CPEPA Muestra"),))
    for room in document["rooms"]:
        save_room(ws, Room(id=0, **room))
    for trainer in document["trainers"]:
        save_trainer(ws, Trainer(id=0, person_id=0, **trainer))
    for holiday in document["holidays"]:
        add_holiday(ws, Holiday(**holiday | {"scope": HolidayScope(holiday["scope"])}))
    texts = document["texts"]
    for item, body in texts["items"].items():
        save_text(ws, texts["certificate"], item, body)


def _build_course(ws: Workspace, course: _Document) -> None:
    trainers = read_centre(ws).trainers
    request = CourseRequest(
        code=course["code"],
        call=course["call"],
        speciality=course["speciality"],
        part="",
        route=Route(course["route"]),
        province=course["province"],
        start=course["start"],
        timetable=course["timetable"],
        room=course["room"],
        trainers=tuple(trainers[index].id for index in course["trainers"]),
        last_day=LastDay(course.get("last_day", LastDay.ASK)),
        approved_on=course.get("approved_on"),
    )
    add_course(ws, request)
    names = CourseDetails.__dataclass_fields__
    details = {name: value for name, value in course.items() if name in names}
    change_course(ws, request.code, CourseDetails(**details))
    for block, indexes in course.get("other_trainers", {}).items():
        assign_block_trainers(ws, request.code, block, [trainers[index].id for index in indexes])
    if "practice" in course:
        set_workplace_days(ws, request.code, *course["practice"])
    for paper in course.get("papers", ()):
        save_official_paper(ws, _paper(request.code, paper))
    if course.get("people"):
        with resources.as_file(_FOLDER / "alumnado.csv") as path:
            import_people(ws, preview_people(ws, path, request.code))
    for filing in course.get("filings", ()):
        _file(ws, request.code, **filing)
    if "started_on" in course:
        start_course(ws, request.code, course["started_on"])


def _paper(code: str, facts: _Document) -> OfficialPaper:
    """Return a paper of one course, with the cents it grants where it says them."""
    own = {name: value for name, value in facts.items() if name not in {"kind", "cents"}}
    served = (CourseServed(code, facts.get("cents")),)
    return OfficialPaper(id=0, kind=OfficialPaperKind(facts["kind"]), courses=served, **own)


def _file(
    ws: Workspace,
    code: str,
    name: str,
    subjects: Collection[str] = (),
    **form: Any,  # noqa: ANN401 - the fields of the form
) -> None:
    """Write that an obligation was met: of the subjects named, of every one where none is."""
    owed = [each for each in course_obligations(ws, code) if each.name == name]
    met = [each for each in owed if not subjects or each.subject in subjects]
    file_together(ws, met, FilingForm(**form))


def _build_attendance(ws: Workspace, attendance: _Document, told: Told) -> None:
    course = attendance["course"]
    for summary in counted(weeks_of(ws, course), told):
        if summary.last <= attendance["until"]:
            fill_week(ws, course, summary.week)
    for exception in attendance["exceptions"]:
        for day in exception["days"]:
            record_attendance(ws, course, [_input(ws, course, exception, day)])
    for filing in attendance["filings"]:
        _file(ws, course, **filing)


def _input(ws: Workspace, course: str, exception: _Document, day: date) -> StretchInput:
    grid = week_grid(ws, course, IsoWeek.of(day))
    row = next(row for row in grid.rows if row.enrolment.person.document.number == exception["person"])
    cell = next(cell for cell in row.cells if cell.day == day)
    missed = cell.minutes - exception["attended"]
    absences: tuple[Absence, ...] = ()
    if "cause" in exception:
        absences = (
            Absence(missed, AbsenceCause(exception["cause"]), JustificationState(exception["state"])),
        )
    return StretchInput(cell.enrolment_id, cell.stretch_id, exception["attended"], absences)


def _build_leaving(ws: Workspace, course: str, leaving: _Document) -> None:
    number = leaving["person"]
    enrolment = next(e for e in list_enrolments(ws, course) if e.person.document.number == number)
    cells = [
        StretchInput(cell.enrolment_id, cell.stretch_id, None)
        for summary in weeks_of(ws, course)
        if summary.last > leaving["on"] and summary.entered
        for row in week_grid(ws, course, summary.week).rows
        if row.enrolment.id == enrolment.id
        for cell in row.cells
        if cell.day > leaving["on"]
    ]
    if cells:
        record_attendance(ws, course, cells)
    withdraw(
        ws,
        course,
        number,
        Withdrawal(
            on=leaving["on"],
            cause=LeaveCause(leaving["cause"]),
            contract_start=leaving["contract_start"],
            communicated_on=leaving["communicated_on"],
        ),
    )
