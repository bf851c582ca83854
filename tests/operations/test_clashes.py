"""What a calendar takes that other courses have."""

from __future__ import annotations

from datetime import date, timedelta

from cpepa_desktop.domain.centre import Trainer
from cpepa_desktop.operations.centres import read_centre, save_trainer
from cpepa_desktop.operations.clashes import course_clashes, trainer_names
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.operations.sessions import cancel_session, move_session
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import (
    CODE,
    MONDAY,
    NINE,
    class_on,
    id_number_of,
    own_request,
    planned,
    request,
    trainer,
)

OTHER = "24/002"
SATURDAY = MONDAY + timedelta(days=5)


def two_courses(ws: Workspace) -> None:
    """Plan two courses in one room with one trainer, one in the morning and one after it."""
    someone = trainer(ws, 1)
    planned(ws, request(room="Aula 1", trainers=(someone.id,)))
    afternoon = own_request(
        code=OTHER,
        room="Aula 1",
        trainers=(someone.id,),
        timetable="L-V 14:00-17:00",
        last_day=LastDay.SPREAD,
    )
    planned(ws, afternoon)


def clash_words(ws: Workspace, *days: date) -> list[str]:
    """Return what the first course takes of the other on some days."""
    return [problem.message for problem in course_clashes(ws, read_course(ws, CODE), days)]


def test_classes_one_after_the_other_do_not_clash(ws: Workspace) -> None:
    two_courses(ws)
    view = read_course(ws, CODE)
    assert course_clashes(ws, view, {stretch.day for stretch in view.stretches}) == ()


def test_a_minute_of_both_is_told_of_room_and_trainer(ws: Workspace) -> None:
    two_courses(ws)
    view = read_course(ws, CODE)
    stretch, _sessions = class_on(view, MONDAY)
    with ws.operation("Prueba"):
        ws.db.execute("UPDATE stretch SET to_minute = to_minute + 1 WHERE id = ?", (stretch.id,))
        ws.db.execute("UPDATE session SET minutes = minutes + 1 WHERE stretch_id = ?", (stretch.id,))
    room, teacher, *_day = clash_words(ws, MONDAY)
    assert room == (
        "El aula «Aula 1»: ya en el curso 24/002, el lun 15 ene 2024 de 14:00 a 17:00 (1 en total)."
    )
    assert "Docente 1" in teacher
    assert clash_words(ws, MONDAY + timedelta(days=1)) == []
    assert clash_words(ws) == []


def test_a_cancelled_class_takes_nothing(ws: Workspace) -> None:
    two_courses(ws)
    move_session(ws, OTHER, class_on(read_course(ws, OTHER), MONDAY)[1][0].id, SATURDAY, NINE)
    key = class_on(read_course(ws, CODE), MONDAY)[1][0].id
    cancel_session(ws, CODE, key, "Huelga", None)
    assert clash_words(ws, MONDAY, SATURDAY) == []


def test_two_trainers_of_one_name_are_two_people(ws: Workspace) -> None:
    for number in (1, 2):
        save_trainer(ws, Trainer(0, 0, "Ana", "Gil", id_number_of(number)))
    one, other = read_centre(ws).trainers
    assert trainer_names(ws) == {each.id: f"Ana Gil ({each.id_number})" for each in (one, other)}
    planned(ws, request(trainers=(one.id,)))
    planned(ws, own_request(code=OTHER, trainers=(other.id,)))
    assert clash_words(ws, MONDAY) == []
