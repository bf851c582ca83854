"""Courses with their modules and blocks in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db import centres, courses
from cpepa_desktop.db.courses import CourseFacts
from cpepa_desktop.domain.centre import Room
from cpepa_desktop.domain.course import Block, Course, CourseModule, ModuleKind, Regime, Route
from tests.db.small_centre import write

COURSE = Course(
    id=0,
    code="24/003",
    call="own",
    call_version_id=1,
    certificate_version_id=1,
    speciality="SSCS0208",
    part="A1",
    title="Atención sociosanitaria",
    level=2,
    route=Route.LOCAL,
    province="Huesca",
    start_on=date(2024, 1, 15),
    timetable="L-V 09:00-14:00",
    regime=Regime.RD34_ESS,
    regime_reason="Aprobado en 2023",
    file_number="23/0001",
    approved_on=date(2023, 12, 1),
    short_day_reason="Examen",
    selection_on=date(2024, 1, 9),
    selection_minute=600,
    selection_place="Aula 1",
    technician_name="Eva Gil",
    technician_phone="976 000 000",
    technician_email="eva@example.org",
)


def test_every_fact_of_a_course_is_kept(small: Database) -> None:
    with write(small):
        room_id = centres.save_room(small, Room(0, "Aula 1"))
        key = courses.add(small, replace(COURSE, room_id=room_id))
    assert courses.course(small, "24/003") == replace(COURSE, id=key, room_id=room_id)


def test_what_nobody_has_said_of_a_course_comes_back_unsaid(small: Database) -> None:
    course = courses.course(small, "24/001")
    assert course is not None
    assert (course.approved_on, course.selection_on, course.selection_minute, course.room_id) == (None,) * 4
    assert courses.course(small, "24/002") is None


def test_a_change_leaves_the_plan_as_it_was(small: Database) -> None:
    with write(small):
        key = courses.add(small, COURSE)
        changed = replace(COURSE, id=key, file_number="24/9", selection_on=None, technician_name="Luz")
        courses.change(small, replace(changed, timetable="L 09:00-12:00", part=""))
    assert courses.course(small, "24/003") == changed


def test_courses_come_by_their_first_day(two_courses: Database) -> None:
    with write(two_courses):
        courses.add(two_courses, COURSE)
    assert [course.code for course in courses.courses(two_courses)] == ["24/003", "24/001", "24/002"]


def test_a_course_adds_up_its_blocks_and_ends_with_the_last_class_that_counts(two_courses: Database) -> None:
    with write(two_courses):
        key = courses.add(two_courses, COURSE)
        two_courses.execute("UPDATE session SET state = 'cancelled' WHERE stretch_id = 2")
    assert courses.facts(two_courses) == {
        1: CourseFacts(300, date(2024, 2, 12)),
        2: CourseFacts(300, date(2024, 2, 12)),
        key: CourseFacts(0, None),
    }


def test_a_module_knows_its_blocks_in_the_order_they_are_taught(small: Database) -> None:
    formative, workplace = courses.modules(small, 1)
    assert (formative.code, formative.kind, formative.block_ids) == ("MF1016_2", ModuleKind.FORMATIVE, (1, 2))
    assert (workplace.code, workplace.kind, workplace.block_ids) == ("MP0029", ModuleKind.WORKPLACE, ())
    with write(small):
        courses.set_module_days(small, workplace.id, date(2024, 6, 3), date(2024, 6, 14))
    assert courses.modules(small, 1)[1].to_day == date(2024, 6, 14)


def test_a_shared_block_is_one_block_of_two_modules(small: Database) -> None:
    module = CourseModule(0, 3, ModuleKind.FORMATIVE, "MF1017_2", "Otro", 30, "UC1017_2")
    with write(small):
        key = courses.add_module(small, 1, module)
        block = Block(0, 3, "UF0121", "Compartida", 30)
        block_id = courses.add_block(small, 1, block, [1, key])
    first, _workplace, third = courses.modules(small, 1)
    assert first.block_ids == (1, 2, block_id)
    assert third == replace(module, id=key, block_ids=(block_id,))
    assert courses.blocks(small, 1)[-1] == replace(block, id=block_id)


def test_the_titles_of_modules_and_units_are_remembered_and_no_other(small: Database) -> None:
    with write(small):
        courses.add_module(small, 1, CourseModule(0, 3, ModuleKind.COMPLEMENTARY, "COMPL", "Uno", 10))
        courses.add_block(small, 1, Block(0, 3, "COMPL", "Uno", 10), [])
        courses.add_block(small, 1, Block(0, 4, "UF0121", "Unidad", 10), [])
    with write(small):
        another = courses.add(small, COURSE)
        courses.add_module(small, another, CourseModule(0, 1, ModuleKind.COMPLEMENTARY, "COMPL", "Dos", 10))
    assert small.execute("SELECT code, title FROM module").fetchall() == [("COMPL", "Dos")]
    assert small.execute("SELECT code, title FROM unit").fetchall() == [("UF0121", "Unidad")]


def test_trainers_of_a_block_are_replaced_all_at_once(small: Database) -> None:
    with write(small):
        trainer = centres.add_trainer(small, 1, "", active=True)
        courses.set_block_trainers(small, 1, [trainer])
        courses.set_block_trainers(small, 2, [trainer])
        courses.set_block_trainers(small, 2, [])
    assert courses.block_trainers(small, 1) == {1: (trainer,)}
