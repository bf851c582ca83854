"""What the tests of operations work on, each thing made in one line by the operations themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

from stdnum.es import dni

from cpepa_desktop.domain.attendance import Absence
from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState
from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.clock import FixedClock
from cpepa_desktop.domain.course import CourseView, Route, Session, Stretch
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.operations.attendance import record_attendance
from cpepa_desktop.operations.attendance_writing import StretchInput
from cpepa_desktop.operations.centres import read_centre, save_room, save_trainer
from cpepa_desktop.operations.class_roll import ClassRoll
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import CourseRequest
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol_within, list_enrolments
from cpepa_desktop.operations.gates import defer_gates
from cpepa_desktop.operations.history import history
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.people import list_people, save_person
from cpepa_desktop.operations.sessions import assign_block_trainers
from cpepa_desktop.operations.workspace import Workspace
from tests.db.small_centre import contents

CODE: Final = "24/001"
MONDAY: Final = date(2024, 1, 15)
ENTITY: Final = Entity("Gobierno de Aragón", cif="S5011001D")
CENTRE: Final = Centre("CPEPA Margen Izquierda", municipality="Zaragoza", province="Zaragoza")
NINE: Final = 9 * 60
KEPT: Final[dict[str, Any]] = {"last_day": LastDay.KEEP, "last_day_reason": "Sobra"}
"""What a request says to keep a short last day, whatever its timetable leaves for it."""


def at(day: date) -> FixedClock:
    """Return a clock whose working day is ``day``."""
    return FixedClock(day, datetime(2024, 3, 14, 9, 30, tzinfo=UTC))


def request(**facts: Any) -> CourseRequest:  # noqa: ANN401 - the fields of the request
    """Return a request of SSCS0208 under EPE-873-2023: 370 h and 10 h, five hours a day from a Monday."""
    usual: dict[str, Any] = {
        "code": CODE,
        "call": "EPE-873-2023",
        "speciality": "SSCS0208",
        "part": "",
        "route": Route.CALL,
        "province": "Zaragoza",
        "start": MONDAY,
        "timetable": "L-V 09:00-14:00",
    }
    return CourseRequest(**usual | facts)


def own_request(**facts: Any) -> CourseRequest:  # noqa: ANN401 - the fields of the request
    """Return a request of the same with the centre's own means: nobody pays, nothing complementary."""
    return request(**{"call": "own-resources", "route": Route.OWN} | facts)


def bare(ws: Workspace, wanted: CourseRequest | None = None) -> CourseView:
    """Plan a course of which nothing is known that would let it start, and return it."""
    wanted = wanted or request()
    add_course(ws, wanted)
    return read_course(ws, wanted.code)


def planned(ws: Workspace, wanted: CourseRequest | None = None) -> CourseView:
    """Plan a course that may start, and return it: what it needs is on record outside the program."""
    view = bare(ws, wanted)
    defer_gates(ws, view.course.code, "Consta en papel")
    return view


def room(ws: Workspace, name: str) -> Room:
    """Add a classroom and return it."""
    save_room(ws, Room(0, name))
    return next(room for room in read_centre(ws).rooms if room.name == name)


def trainer(ws: Workspace, number: int) -> Trainer:
    """Add a trainer and return them."""
    id_number = id_number_of(number)
    save_trainer(ws, Trainer(0, 0, f"Docente {number}", "Gil", id_number))
    return next(trainer for trainer in read_centre(ws).trainers if trainer.id_number == id_number)


def id_number_of(number: int) -> str:
    """Return a DNI with its letter."""
    return f"{number:08}{dni.calc_check_digit(f'{number:08}')}"


def person(ws: Workspace, number: int = 1) -> Person:
    """Add a person and return them."""
    document = parse_identity(id_number_of(10_000_000 + number))
    save_person(ws, Person(0, f"Ana {number}", "Muñoz", document))
    return next(found.person for found in list_people(ws) if found.person.document == document)


def enrolled(ws: Workspace, number: int = 1, code: str = CODE, **form: Any) -> Enrolment:  # noqa: ANN401 - of the form
    """Add a person, enrol them on whatever day is said, as an old list may, and return the enrolment."""
    someone = person(ws, number)
    view = read_course(ws, code)
    with ws.operation("Matricular"):
        enrol_within(ws, view, ClassRoll(ws, view), someone, EnrolmentForm(**form))
    return next(found for found in list_enrolments(ws, code) if found.person.id == someone.id)


def class_on(view: CourseView, day: date, n: int = 1) -> tuple[Stretch, list[Session]]:
    """Return a stretch and its sessions in clock order."""
    stretch = next(stretch for stretch in view.stretches if (stretch.day, stretch.n) == (day, n))
    return stretch, [session for session in view.sessions if session.stretch_id == stretch.id]


def attend(
    ws: Workspace,
    enrolment: Enrolment,
    minutes: int,
    cause: AbsenceCause | None = None,
    state: JustificationState = JustificationState.UNJUSTIFIED,
) -> None:
    """Enter every class so far of a person: the first ``minutes`` attended, the rest missed for one cause."""
    code = next(found.courses[0] for found in list_people(ws) if found.person.id == enrolment.person.id)
    view = read_course(ws, code)
    owed = {block for module in view.modules if enrolment.attends(module.id) for block in module.block_ids}
    lengths: dict[int, int] = {}
    for session in view.sessions:
        if session.counts and session.block_id in owed:
            lengths[session.stretch_id] = lengths.get(session.stretch_id, 0) + session.minutes
    rest, cells = minutes, []
    for stretch in (stretch for stretch in view.stretches if stretch.id in lengths):
        if stretch.day <= ws.clock.today() and enrolment.is_in_class(stretch.day):
            attended = min(rest, lengths[stretch.id])
            rest -= attended
            missed = lengths[stretch.id] - attended
            absences = (Absence(missed, cause, state),) if missed else ()
            cells.append(StretchInput(enrolment.id, stretch.id, attended, absences))
    record_attendance(ws, code, cells)


def structure(code: str, *hours: int, **more: object) -> dict[str, object]:
    """Return a structure as a centre types it: a module without units for each of ``hours``."""
    modules = [
        {
            "code": f"MF80{n:02}_3",
            "title": f"Módulo {n}",
            "hours": length,
            "unit_of_competence": f"UC80{n:02}_3",
            "unit_of_competence_title": f"Competencia {n}",
            "formative_units": [],
        }
        for n, length in enumerate(hours, start=1)
    ]
    return {
        "code": code,
        "title": "Completado por el centro",
        "family": "Familia",
        "level": 3,
        "formative_hours": sum(hours),
        "modules": modules,
        "workplace_module": {"code": "MP0999", "hours": 80, "note": None},
        "source": "RD 1/2011, anexo I, leído por el centro",
        **more,
    }


def rows(ws: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the file, the journal apart: what an undo must bring back."""
    return contents(ws.db)


def last_operation(ws: Workspace) -> str:
    """Return the name of the newest operation in the history."""
    return history(ws, 1)[0].name


def scheduled(view: CourseView) -> dict[str, int]:
    """Return the minutes each block has on the calendar."""
    codes = {block.id: block.code for block in view.blocks}
    found = dict.fromkeys(codes.values(), 0)
    for session in view.sessions:
        found[codes[session.block_id]] += session.minutes
    return found


def teaching(ws: Workspace, course: CourseView, number: int = 1) -> Trainer:
    """Add a trainer who teaches the whole first block."""
    found = trainer(ws, number)
    assign_block_trainers(ws, CODE, course.blocks[0].code, [found.id])
    return found
