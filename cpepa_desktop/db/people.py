"""People and their documents in the file: a person once, with every number they have had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlite_utils import Database

from cpepa_desktop.db.sessions import WITH_CLASS_SINCE
from cpepa_desktop.db.values import day_text, to_day
from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument
from cpepa_desktop.domain.people import Person

_COLUMNS = """
p.id, p.name, p.surnames, p.birth_date, p.sex, p.email, p.phone, p.address, p.postal_code, p.municipality,
p.province"""
_PEOPLE = f"""
SELECT {_COLUMNS} FROM person p ORDER BY p.surnames COLLATE spanish, p.name COLLATE spanish, p.id
"""  # noqa: S608 - the columns are the constant above
_OF_COURSES = f"""
SELECT DISTINCT {_COLUMNS} FROM person p JOIN enrolment e ON e.person_id = p.id WHERE e.course_id """  # noqa: S608 - the columns are the constant above
_OF_COURSE = "= ?"
_PERSON = f"SELECT {_COLUMNS} FROM person p WHERE p.id = ?"  # noqa: S608 - the columns are the constant above
_ALL_DOCUMENTS = "SELECT person_id, kind, number, country, is_current FROM person_document"
_DOCUMENTS_OF_COURSES = """
SELECT DISTINCT d.person_id, d.kind, d.number, d.country, d.is_current
FROM person_document d JOIN enrolment e ON e.person_id = d.person_id WHERE e.course_id """
_DOCUMENTS = "SELECT person_id, kind, number, country, is_current FROM person_document WHERE person_id = ?"
_HOLDER = "SELECT person_id FROM person_document WHERE kind = ? AND country = ? AND number = ?"
_HOLDERS_OF_NUMBER = "SELECT DISTINCT person_id FROM person_document WHERE number = ?"
_ADD = """
INSERT INTO person (name, surnames, birth_date, sex, email, phone, address, postal_code, municipality,
province) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE = """
UPDATE person SET name = ?, surnames = ?, birth_date = ?, sex = ?, email = ?, phone = ?, address = ?,
       postal_code = ?, municipality = ?, province = ?
WHERE id = ?
"""
_RETIRE_DOCUMENT = "UPDATE person_document SET is_current = 0 WHERE person_id = ? AND is_current = 1"
_ADD_DOCUMENT = """
INSERT INTO person_document (kind, country, number, person_id, is_current) VALUES (?, ?, ?, ?, 1)
"""
_ADD_EARLIER_DOCUMENT = """
INSERT INTO person_document (kind, country, number, person_id, is_current) VALUES (?, ?, ?, ?, 0)
"""
_DROP_DOCUMENT = "DELETE FROM person_document WHERE person_id = ? AND is_current = 1"
_REVIVE_DOCUMENT = "UPDATE person_document SET is_current = 1 WHERE kind = ? AND country = ? AND number = ?"
_COURSES = """
SELECT e.person_id, c.code FROM enrolment e JOIN course c ON c.id = e.course_id ORDER BY c.start_on, c.code
"""


def people(db: Database) -> tuple[Person, ...]:
    """Return everybody in Spanish alphabetical order."""
    return _people(db.execute(_PEOPLE), db.execute(_ALL_DOCUMENTS))


def people_of_course(db: Database, course_id: int) -> dict[int, Person]:
    """Return the people of a course by key."""
    return _of_courses(db, _OF_COURSE, course_id)


def people_since(db: Database, day: date) -> dict[int, Person]:
    """Return by key the people of the courses that have class on ``day`` or later."""
    return _of_courses(db, WITH_CLASS_SINCE, day.isoformat())


def person(db: Database, key: int) -> Person:
    """Return one person."""
    return _people(db.execute(_PERSON, (key,)), db.execute(_DOCUMENTS, (key,)))[0]


def holder(db: Database, document: IdentityDocument) -> int | None:
    """Return the key of who has or had the document, ``None`` where nobody did."""
    row = db.execute(_HOLDER, (document.kind, document.country, document.number)).fetchone()
    return None if row is None else int(row[0])


def holders_of_number(db: Database, number: str) -> tuple[int, ...]:
    """Return the keys of all who have or had a document of that number, of any kind and country."""
    return tuple(row[0] for row in db.execute(_HOLDERS_OF_NUMBER, (number,)))


def add(db: Database, row: Person) -> int:
    """Write a new person with the document in force and return the key."""
    key = int(db.execute(_ADD, _values(row)).lastrowid or 0)
    document = row.document
    db.execute(_ADD_DOCUMENT, (document.kind, document.country, document.number, key))
    return key


def change(db: Database, row: Person) -> None:
    """Write the facts of a person, documents apart."""
    db.execute(_CHANGE, (*_values(row), row.id))


def set_document(db: Database, person_id: int, document: IdentityDocument) -> None:
    """Make a document the one in force; the earlier one stays as history."""
    db.execute(_RETIRE_DOCUMENT, (person_id,))
    _put_in_force(db, person_id, document)


def correct_document(db: Database, person_id: int, document: IdentityDocument) -> None:
    """Put a document in the place of the one in force, which was a mistake and goes."""
    db.execute(_DROP_DOCUMENT, (person_id,))
    _put_in_force(db, person_id, document)


def add_earlier_document(db: Database, person_id: int, document: IdentityDocument) -> None:
    """Write a document that a person had before the one in force; nobody in the file has or had it."""
    db.execute(_ADD_EARLIER_DOCUMENT, (document.kind, document.country, document.number, person_id))


def courses_by_person(db: Database) -> dict[int, tuple[str, ...]]:
    """Return the codes of the courses of each person that has any, by their first day."""
    found: dict[int, list[str]] = defaultdict(list)
    for person_id, code in db.execute(_COURSES):
        found[person_id].append(code)
    return {person_id: tuple(codes) for person_id, codes in found.items()}


def _of_courses(db: Database, which: str, key: int | str) -> dict[int, Person]:
    found = _people(
        db.execute(f"{_OF_COURSES}{which}", (key,)), db.execute(f"{_DOCUMENTS_OF_COURSES}{which}", (key,))
    )
    return {person.id: person for person in found}


def _put_in_force(db: Database, person_id: int, document: IdentityDocument) -> None:
    key = (document.kind, document.country, document.number)
    if holder(db, document) is None:
        db.execute(_ADD_DOCUMENT, (*key, person_id))
    else:
        db.execute(_REVIVE_DOCUMENT, key)


def _people(rows: Iterable[tuple[Any, ...]], documents: Iterable[tuple[Any, ...]]) -> tuple[Person, ...]:
    current: dict[int, IdentityDocument] = {}
    earlier: dict[int, list[IdentityDocument]] = defaultdict(list)
    for person_id, kind, number, country, is_current in documents:
        document = IdentityDocument(DocumentKind(kind), number, country)
        if is_current:
            current[person_id] = document
        else:
            earlier[person_id].append(document)
    return tuple(
        Person(
            id=key,
            name=name,
            surnames=surnames,
            document=current[key],
            earlier_documents=tuple(earlier[key]),
            birth_date=to_day(birth),
            sex=sex,
            email=email,
            phone=phone,
            address=address,
            postal_code=postal_code,
            municipality=municipality,
            province=province,
        )
        for (
            key, name, surnames, birth, sex, email, phone, address, postal_code, municipality, province,
        ) in rows
    )  # fmt: skip


def _values(row: Person) -> tuple[str | None, ...]:
    return (
        row.name,
        row.surnames,
        day_text(row.birth_date),
        row.sex,
        row.email,
        row.phone,
        row.address,
        row.postal_code,
        row.municipality,
        row.province,
    )
