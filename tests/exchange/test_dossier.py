"""The dossier as a document: written one way, described by its schema, read with every fault's path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.dossier import check_dossier, in_order, model, read_dossier, write_dossier
from cpepa_desktop.exchange.dossier.codec import from_plain, to_plain
from cpepa_desktop.exchange.dossier.shape import SENTENCES, schema
from cpepa_desktop.operations.texts import ITEMS
from tests.exchange.dossier_data import (
    ANA,
    CODE,
    NADIA,
    PATHS,
    TEACHER,
    TUESDAY,
    Document,
    as_bytes,
    document,
    dossier,
    person,
    put_at,
    sha256,
)

WRITTEN = write_dossier(dossier())


def refusal(data: bytes) -> str:
    """Return why some bytes are no dossier at all."""
    with pytest.raises(Refused) as refused:
        read_dossier(data)
    assert refused.value.problems == ()
    return refused.value.message


def told(changed: Document) -> list[tuple[str, str]]:
    """Return the path and the sentence of every problem of a document."""
    return [(problem.where, problem.message) for problem in read_dossier(as_bytes(changed)).problems]


def put(*path: str | int, value: object) -> Callable[[Document], None]:
    """Return a change that puts ``value`` at a place."""
    return lambda found: put_at(found, path, value)


def drop(*path: str | int) -> Callable[[Document], None]:
    """Return a change that takes away what stands at a place."""

    def change(found: Document) -> None:
        place: Any = found
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


# Written and read -------------------------------------------------------------------------------------------


def test_what_is_written_is_read_back_equal() -> None:
    reading = read_dossier(WRITTEN)
    assert reading.problems == ()
    assert reading.dossier == dossier()


def test_a_document_is_written_one_way_with_an_indent_of_two_and_a_final_newline() -> None:
    text = WRITTEN.decode("utf-8")
    assert text.startswith('{\n  "dossier_version": 2,\n  "course": {\n    "code": "24/001",\n')
    assert text.endswith("\n}\n")
    assert "Muñoz Íñiguez" in text
    reading = read_dossier(WRITTEN)
    assert reading.dossier is not None
    assert write_dossier(reading.dossier) == WRITTEN


def test_a_mark_of_utf_8_and_other_spacing_change_nothing() -> None:
    compact = json.dumps(document(), separators=(",", ":")).encode()
    assert read_dossier(b"\xef\xbb\xbf" + compact).dossier == dossier()


def test_a_whole_number_may_be_written_with_decimals() -> None:
    changed = document()
    changed["stretches"][0]["from_minute"] = 540.0
    reading = read_dossier(as_bytes(changed))
    assert reading.dossier == dossier()
    assert reading.dossier is not None
    assert isinstance(reading.dossier.stretches[0].from_minute, int)


def test_only_what_a_dossier_is_made_of_can_be_written() -> None:
    with pytest.raises(TypeError, match="float"):
        to_plain(1.5)


def test_what_replaces_comes_after_what_it_replaces() -> None:
    assert in_order({"c": "b", "d": None, "b": "a", "a": None}) == ("a", "b", "c", "d")


def test_a_chain_of_replacements_may_be_as_long_as_it_likes() -> None:
    numbers = range(5000)
    replaced = {str(n): str(n - 1) if n else None for n in reversed(numbers)}
    assert in_order(replaced) == tuple(str(n) for n in numbers)


def earlier(found: Document) -> Document:
    """Return a document as the first version wrote it: without the keys that came later."""
    changed: Document = pruned(found | {"dossier_version": 1}, dict(schema()))
    return changed


def pruned(value: Any, part: dict[str, Any]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a value without the keys that the schema does not require."""
    part = schema()["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    if isinstance(value, dict):
        return {name: pruned(value[name], part["properties"][name]) for name in part["required"]}
    return [pruned(item, part["items"]) for item in value] if isinstance(value, list) else value


def test_a_dossier_of_the_first_version_is_still_read() -> None:
    found = earlier(document())
    used = as_bytes(found).decode()
    found["attachments"] = [one for one in found["attachments"] if used.count(one["sha256"]) > 1]
    assert not {"week_locks", "typed_items", "virtual_class"} & found.keys()
    assert "incidents" not in found["stretches"][0]
    reading = read_dossier(as_bytes(found))
    assert reading.problems == ()
    assert reading.dossier is not None
    assert (reading.dossier.week_locks, reading.dossier.virtual_class) == ((), model.NOT_VIRTUAL)
    assert reading.dossier.enrolments[0].justifications[1].travel_minutes is None


# No dossier at all ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nothing", [b"", b" \n\t\n"])
def test_an_empty_file_is_refused(nothing: bytes) -> None:
    assert refusal(nothing).startswith("El expediente está vacío.")


def test_another_encoding_is_refused_with_the_byte_where_it_shows() -> None:
    assert "no está en UTF-8 (falla el byte 3)" in refusal('{"ñ": 1}'.encode("latin-1"))
    assert "no está en UTF-8" in refusal(WRITTEN.decode().encode("utf-16"))


@given(st.integers(1, len(WRITTEN) - 3))
def test_the_beginning_of_a_dossier_is_said_to_be_cut(length: int) -> None:
    assert refusal(WRITTEN[:length]).startswith(
        "El expediente está cortado: acaba antes de tiempo, en la línea "
    )


def test_the_line_where_a_dossier_is_cut_is_told() -> None:
    assert "en la línea 3." in refusal(b'{\n "dossier_version": 1,\n "cour')


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Curso 24/001", "línea 1, columna 1"),
        (b'{"a": 1,\n "b": ?}', "línea 2, columna 7"),
        (b'{"a": NaN}', "«NaN» no es un número"),
        (b'{"a": -Infinity}', "«-Infinity» no es un número"),
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', "repite la clave «c»"),
        (b'{"a": ' + b"9" * 5000 + b"}", "tiene un número desmesurado"),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", "tiene demasiados niveles"),
        (b"[" * 100_000 + b"]" * 100_000, "tiene demasiados niveles"),
    ],
)
def test_what_is_no_json_is_refused_with_why(data: bytes, why: str) -> None:
    assert refusal(data).startswith(f"El expediente no es JSON válido: {why}.")


@pytest.mark.parametrize("other", [b"[]", b"3", b'"hola"', b'{"curso": 1}'])
def test_json_that_is_something_else_is_refused(other: bytes) -> None:
    assert "no es un expediente de curso: le falta «dossier_version»" in refusal(other)


def test_a_later_version_is_refused_with_its_number() -> None:
    message = refusal(b'{"dossier_version": 7, "anything": []}')
    assert "es de la versión 7 y este programa llega a la 2" in message


@pytest.mark.parametrize("version", [0, -1, "1", None, True, 1.5])
def test_a_version_that_never_was_is_a_fault_of_its_key(version: object) -> None:
    found = told(document() | {"dossier_version": version})
    assert {where for where, _message in found} == {"$.dossier_version"}


# The shape --------------------------------------------------------------------------------------------------


def after(change: Callable[[Document], None]) -> list[tuple[str, str]]:
    """Return what is told of the document after a change."""
    changed = document()
    change(changed)
    return told(changed)


@pytest.mark.parametrize(
    ("change", "where", "message"),
    [
        (drop("people", 3, "birth_date"), "$.people[3].birth_date", "Falta esta clave."),
        (drop("seats"), "$.seats", "Falta esta clave."),
        (put("people", 0, "apodo", value="Anita"), "$.people[0].apodo", "Clave desconocida: quítela o"),
        (put("a b.c", value=1), '$["a b.c"]', "Clave desconocida: quítela o"),
        (put("course", "level", value="dos"), "$.course.level", 'Debe ser un número entero y es "dos".'),
        (put("course", "level", value=True), "$.course.level", "Debe ser un número entero y es true."),
        (put("course", "room", value=4), "$.course.room", "Debe ser un texto o null y es 4."),
        (put("seats", value={}), "$.seats", "Debe ser una lista y es {}."),
        (put("call", value=None), "$.call", "Debe ser un grupo de claves y es null."),
        (put("trainers", 0, "active", value=1), "$.trainers[0].active", "Debe ser true o false y es 1."),
        (put("course", "level", value=4), "$.course.level", "Debe ser 3 o menos y es 4."),
        (put("seats", 0, "n", value=0), "$.seats[0].n", "Debe ser 1 o más y es 0."),
        (put("course", "code", value=""), "$.course.code", "No puede estar vacío."),
        (put("people", 0, "documents", value=[]), "$.people[0].documents", "No puede estar vacío."),
        (
            put("people", 0, "sex", value="mujer"),
            "$.people[0].sex",
            'Debe ser "", "F", "M" o "X" y es "mujer".',
        ),
        (
            put("people", 0, "birth_date", value="2023-02-29"),
            "$.people[0].birth_date",
            'Debe ser una fecha que exista, escrita como 2024-02-29, y es "2023-02-29".',
        ),
        (put("course", "start_on", value="20240212"), "$.course.start_on", "Debe ser una fecha que exista"),
        (put("call", "sha256", value="ABC"), "$.call.sha256", '"ABC" no tiene la forma debida. 64 cifras'),
        (put("call", "sha256", value="a" * 64 + "\n"), "$.call.sha256", "64 cifras hexadecimales"),
        (put("enrolments", 0, "person", value="Ana"), "$.enrolments[0].person", "dni:ES:12345678Z"),
        (put("attachments", 0, "content", value="a"), "$.attachments[0].content", "No es base64"),
        (put("attachments", 0, "content", value="YWJj\n"), "$.attachments[0].content", "No es base64"),
        (put("texts", 0, "item", value="otro"), "$.texts[0].item", 'Debe ser "presentation", '),
    ],
)
def test_each_fault_of_shape_has_its_path_and_its_sentence(
    change: Callable[[Document], None], where: str, message: str
) -> None:
    found = after(change)
    assert [place for place, _sentence in found] == [where]
    assert message in found[0][1]


def test_every_fault_is_told_at_once_and_each_only_once() -> None:
    changed = document()
    del changed["course"]["code"], changed["course"]["title"], changed["rooms"][0]["name"]
    changed["level"] = 1
    assert sorted(where for where, _message in told(changed)) == [
        "$.course.code",
        "$.course.title",
        "$.level",
        "$.rooms[0].name",
    ]


def test_a_long_value_is_shown_cut_short() -> None:
    ((_where, message),) = after(put("course", "level", value="x" * 500))
    assert len(message) < 120
    assert "x…" in message


@pytest.mark.parametrize("sign", ["\\u0000", "\\ud800"])
def test_a_sign_that_no_file_can_keep_is_told_with_its_path(sign: str) -> None:
    data = as_bytes(document()).replace(b"Cincomarzada", f"Cinco{sign}marzada".encode())
    problems = read_dossier(data).problems
    assert [problem.where for problem in problems] == ["$.holidays[0].days[2].name"]
    problems[0].message.encode()


def test_half_a_pair_where_it_is_shown_does_not_reach_the_screen() -> None:
    data = as_bytes(document()).replace(b'"sex": "F"', b'"sex": "\\ud800"')
    (problem,) = read_dossier(data).problems
    assert problem.where == "$.people[0].sex"
    problem.message.encode()


# The published schema ---------------------------------------------------------------------------------------


def objects(part: object) -> Iterator[dict[str, Any]]:
    """Yield every object of the schema that has properties."""
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_the_schema_is_a_good_schema_and_says_which() -> None:
    Draft202012Validator.check_schema(dict(schema()))
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_describes_every_key_and_lets_no_other_in() -> None:
    found = list(objects(dict(schema())))
    assert len(found) > 20
    for part in found:
        assert part["additionalProperties"] is False
        assert part["required"] == [name for name in part["properties"] if name in part["required"]]
        for name, key in part["properties"].items():
            assert key["title"].strip(), name
            assert key["description"].strip().endswith("."), name
            assert {"type", "$ref"} & key.keys(), name


def keywords(part: dict[str, Any]) -> Iterator[str]:
    """Yield every keyword that the schema uses, the names of properties and definitions apart."""
    for keyword, rule in part.items():
        yield keyword
        if keyword in {"properties", "$defs"}:
            for inner in rule.values():
                yield from keywords(inner)
        elif keyword == "items":
            yield from keywords(rule)


def test_the_schema_asks_nothing_that_has_no_sentence() -> None:
    told_apart = {"required", "additionalProperties"}
    silent = {"$schema", "$id", "$ref", "$defs", "title", "description", "properties", "items"}
    assert {*keywords(dict(schema()))} - silent - {"contentMediaType"} == {*SENTENCES, *told_apart}


def test_the_schema_and_the_data_have_the_same_keys_in_the_same_order() -> None:
    compare(model.Dossier, dict(schema()), "$")


def compare(kind: type, part: dict[str, Any], where: str) -> None:
    """Hold a dataclass and an object of the schema to the same fields, and look into those inside."""
    definitions = schema()["$defs"]
    part = definitions[part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    assert [field.name for field in fields(kind)] == list(part["properties"]), where
    if kind.__module__ == model.__name__:  # what has a default is what an earlier version did not say
        assert [field.name for field in fields(kind) if field.default is MISSING] == part["required"], where
    for name, hint in get_type_hints(kind).items():
        key = part["properties"].get(name)
        assert key is not None, f"{where}.{name}"
        resolved = definitions[key["$ref"].rpartition("/")[2]] if "$ref" in key else key
        if isinstance(hint, UnionType):
            assert "null" in resolved["type"], f"{where}.{name}"
            inner = next(one for one in get_args(hint) if one is not NoneType)
            if isinstance(inner, type) and is_dataclass(inner):
                compare(inner, resolved, f"{where}.{name}")
        elif get_origin(hint) is tuple:
            item = get_args(hint)[0]
            if is_dataclass(item):
                assert isinstance(item, type)
                compare(item, resolved["items"], f"{where}.{name}[]")
        elif isinstance(hint, type) and is_dataclass(hint):
            compare(hint, resolved, f"{where}.{name}")
        else:
            assert "null" not in resolved["type"], f"{where}.{name}"


def test_the_texts_of_the_schema_are_those_of_the_conditions_sheet() -> None:
    item = schema()["$defs"]["text"]["properties"]["item"]
    assert item["enum"] == list(ITEMS)


# What holds together ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "where", "message"),
    [
        # people
        (
            put("people", 1, "documents", 0, "number", value="00000002A"),
            "$.people[1].documents[0].number",
            "W",
        ),
        (
            put("people", 0, "documents", 1, "number", value="X0000001A"),
            "$.people[0].documents[1].number",
            "La letra de X0000001A no corresponde: debería ser R.",
        ),
        (
            put("people", 0, "documents", 1, "kind", value="dni"),
            "$.people[0].documents[1].number",
            "Debe escribirse así: nie, país «ES», número «X0000001R».",
        ),
        (
            put("people", 0, "documents", 2, "number", value="cd-654321"),
            "$.people[0].documents[2].number",
            "número «CD654321»",
        ),
        (
            put("people", 0, "documents", 1, "is_current", value=True),
            "$.people[0].documents",
            "Exactamente un documento debe estar en vigor.",
        ),
        (put("people", 0, "name", value="  "), "$.people[0].name", "Falta el nombre."),
        (put("people", 0, "birth_date", value="2024-02-12"), "$.people[0].birth_date", "Nació el 12/02/2024"),
        (
            put(
                "people",
                1,
                "documents",
                value=[
                    {"kind": "dni", "country": "ES", "number": "00000002W", "is_current": True},
                    {"kind": "nie", "country": "ES", "number": "X0000001R", "is_current": False},
                ],
            ),
            "$.people[1].documents[1]",
            "Está repetido: es el mismo que $.people[0].documents[1].",
        ),
        (
            put("trainers", 1, "person", value="dni:ES:1"),
            "$.trainers[1].person",
            "«dni:ES:1» no está en «people».",
        ),
        # course, call and certificate
        (put("call", "sha256", value="0" * 64), "$.call.sha256", "No corresponde al texto"),
        (put("call", "content", value="id = ["), "$.call.content", "No es TOML"),
        (put("call", "call", value="otra"), "$.call.call", "El texto es de la convocatoria «EPE-873-2023»."),
        (
            put("course", "route", value="own"),
            "$.course.route",
            "La convocatoria no admite esta vía, sólo call.",
        ),
        (put("course", "province", value="Soria"), "$.course.province", "Zaragoza, Huesca y Teruel"),
        (put("course", "timetable", value="a ratos"), "$.course.timetable", ""),
        (put("certificate", "content", value="{"), "$.certificate.content", "No es JSON válido"),
        (put("certificate", "content", value="{}"), "$.certificate.content.code", "Falta la clave"),
        (put("certificate", "origin", value="centre"), "$.certificate.origin", "otro origen"),
        (put("course", "speciality", value="ADGG0508"), "$.certificate.code", "no son el mismo"),
        (put("texts", 1, "item", value="methodology"), "$.texts[1].item", "Está repetido"),
        # rooms and holidays
        (put("rooms", 1, "name", value="AULA  1"), "$.rooms[1].name", "es el mismo que $.rooms[0].name"),
        (put("course", "room", value="Aula 9"), "$.course.room", "«Aula 9» no está en «rooms»."),
        (put("stretches", 0, "room", value="Aula 9"), "$.stretches[0].room", "«Aula 9» no está en «rooms»."),
        (
            put("holidays", 0, "days", 0, "day", value="2023-01-01"),
            "$.holidays[0].days[0].day",
            "No es un día de 2024.",
        ),
        (
            put("holidays", 0, "days", 2, "day", value="2024-01-29"),
            "$.holidays[0].days[2]",
            "es el mismo que $.holidays[0].days[1].",
        ),
        # modules, blocks and roles
        (put("modules", 1, "code", value="MF1016_2"), "$.modules[1].code", "Está repetido"),
        (put("modules", 1, "position", value=1), "$.modules[1].position", "Está repetido"),
        (
            put("modules", 0, "official_minutes", value=400),
            "$.modules[0].official_minutes",
            "Dura 6:40 h y sus bloques suman 7 h.",
        ),
        (put("modules", 3, "to_day", value="2024-02-01"), "$.modules[3].to_day", "Acaba antes de empezar."),
        (
            put("blocks", 3, "modules", 0, value="MP0029"),
            "$.blocks[3].modules[0]",
            "«MP0029» no está en «modules».",
        ),
        (
            put("blocks", 1, "trainers", 0, value=ANA),
            "$.blocks[1].trainers[0]",
            f"«{ANA}» no está en «trainers».",
        ),
        (put("blocks", 1, "code", value="UF0119"), "$.blocks[1].code", "Está repetido"),
        (put("blocks", 1, "trainers", 1, value=TEACHER), "$.blocks[1].trainers[1]", "Está repetido"),
        (put("roles", 0, "trainer", value=ANA), "$.roles[0].trainer", "no está en «trainers»"),
        # calendar
        (put("stretches", 0, "to_minute", value=540), "$.stretches[0].to_minute", "Acaba antes de empezar."),
        (
            put("stretches", 0, "sessions", 0, "minutes", value=200),
            "$.stretches[0].sessions",
            "El tramo dura 5 h y sus sesiones suman 5:20 h",
        ),
        (put("stretches", 0, "sessions", 0, "minutes", value=179), "$.stretches[0].sessions", "4:59 h"),
        (
            put("stretches", 1, "sessions", 0, "minutes", value=119),
            "$.stretches[1].sessions",
            "más 1:59 h canceladas",
        ),
        (
            put("stretches", 0, "sessions", 1, "position", value=1),
            "$.stretches[0].sessions[1].position",
            "Está repetido",
        ),
        (put("stretches", 2, "n", value=1), "$.stretches[2]", "es el mismo que $.stretches[1]"),
        (
            put("stretches", 2, "sessions", 0, "block", value="UF9999"),
            "$.stretches[2].sessions[0].block",
            "«UF9999» no está en «blocks».",
        ),
        (
            put("stretches", 0, "sessions", 0, "trainers", 0, value=NADIA),
            "$.stretches[0].sessions[0].trainers[0]",
            "no está en «trainers»",
        ),
        (
            put("stretches", 3, "sessions", 0, "replaces", value="2024-02-13/9/1"),
            "$.stretches[3].sessions[0].replaces",
            "No hay ninguna sesión «2024-02-13/9/1».",
        ),
        (
            put("stretches", 3, "sessions", 0, "replaces", value="2024-02-12/1/1"),
            "$.stretches[3].sessions[0].replaces",
            "no está cancelada",
        ),
        (put("stretches", 1, "sessions", 0, "replaces", value="2024-02-13/1/1"), "$.stretches", "en círculo"),
        (
            put("blocks", 3, "official_minutes", value=30),
            "$.blocks[3].official_minutes",
            "Sus sesiones suman 1 h y son 0:30 h.",
        ),
        # seats and enrolments
        (put("seats", 1, "n", value=1), "$.seats[1].n", "Está repetido"),
        (
            put("seats", 0, "occupancies", 0, "person", value=TEACHER),
            "$.seats[0].occupancies[0].person",
            "no está en «enrolments»",
        ),
        (
            put("seats", 0, "occupancies", 0, "person", value=ANA),
            "$.seats[1].occupancies[0].person",
            "Está repetido",
        ),
        (
            put("seats", 0, "occupancies", 0, "to_day", value=None),
            "$.seats[0].occupancies[1].from_day",
            "La plaza no está libre ese día",
        ),
        (
            put("seats", 0, "occupancies", 0, "to_day", value="2024-02-13"),
            "$.seats[0].occupancies[1].from_day",
            "La plaza no está libre ese día",
        ),
        (
            put("seats", 1, "occupancies", 0, "to_day", value="2024-02-11"),
            "$.seats[1].occupancies[0].to_day",
            "Acaba antes de empezar.",
        ),
        (put("enrolments", 1, "person", value="dni:ES:0"), "$.enrolments[1].person", "no está en «people»"),
        (
            put("enrolments", 1, "leave_cause", value=None),
            "$.enrolments[1].leave_cause",
            "falta uno de los dos",
        ),
        (
            put("enrolments", 1, "left_on", value="2024-02-11"),
            "$.enrolments[1].left_on",
            "Causó baja antes de incorporarse.",
        ),
        (
            put("enrolments", 0, "standings", 0, "module", value="MF1"),
            "$.enrolments[0].standings[0].module",
            "no está en «modules»",
        ),
        (
            put("enrolments", 0, "justifications", 1, "n", value=1),
            "$.enrolments[0].justifications[1].n",
            "Está repetido",
        ),
        # attendance
        (
            put("enrolments", 1, "attendance", 0, "attended_minutes", value=181),
            "$.enrolments[1].attendance[0].attended_minutes",
            "Asistió 181 minutos y la sesión dura 180.",
        ),
        (
            put("enrolments", 0, "attendance", 0, "absences", 0, "minutes", value=21),
            "$.enrolments[0].attendance[0].absences",
            "Las faltas suman 151 minutos y faltó 150.",
        ),
        (
            put("enrolments", 0, "attendance", 0, "absences", 1, "cause", value=None),
            "$.enrolments[0].attendance[0].absences[1].cause",
            "lleva causa",
        ),
        (
            put("enrolments", 0, "attendance", 0, "absences", 1, "justification", value=3),
            "$.enrolments[0].attendance[0].absences[1].justification",
            "no tiene el justificante 3",
        ),
        (
            put("enrolments", 0, "attendance", 3, "session", value="2024-02-13/1/1"),
            "$.enrolments[0].attendance[3].session",
            "La sesión está cancelada",
        ),
        (
            put("enrolments", 0, "attendance", 3, "session", value="2024-02-15/1/1"),
            "$.enrolments[0].attendance[3].session",
            "no está en «stretches»",
        ),
        (
            put("enrolments", 0, "attendance", 1, "session", value="2024-02-12/1/1"),
            "$.enrolments[0].attendance[1].session",
            "Está repetido",
        ),
        (
            put("enrolments", 0, "joined_on", value="2024-02-14"),
            "$.enrolments[0].attendance[2].session",
            "no estaba en el curso",
        ),
        (
            put("enrolments", 1, "attendance", 0, "session", value="2024-02-13/2/1"),
            "$.enrolments[1].attendance[0].session",
            "no estaba en el curso",
        ),
        # papers, decisions and attachments
        (put("papers", 1, "number", value=4), "$.papers[1]", "Está repetido"),
        (
            put("papers", 1, "replaces", value="attendance-sheet/2024/5"),
            "$.papers[1].replaces",
            "no está en «papers»",
        ),
        (put("papers", 0, "replaces", value="attendance-sheet/2024/9"), "$.papers", "en círculo"),
        (put("papers", 2, "person", value="dni:ES:0"), "$.papers[2].person", "no está en «people»"),
        (put("papers", 0, "week", value="2024-W53"), "$.papers[0].week", "no es una semana"),
        (put("papers", 0, "data", value="{}"), "$.papers[0].data_sha256", "se ha alterado"),
        (
            put("papers", 1, "filings", 0, "day", value="2024-02-15"),
            "$.papers[1].filings[0].day",
            "Es anterior a su impresión, el 16/02/2024.",
        ),
        (
            put("decisions", 0, "subject", value="24/0011"),
            "$.decisions[0].subject",
            "No trata del curso 24/001.",
        ),
        # weeks sent and typed
        (put("week_locks", 1, "version", value=1), "$.week_locks[1].version", "Está repetido"),
        (put("week_locks", 0, "unlocked_on", value=None), "$.week_locks[1].unlocked_on", "Está repetido"),
        (
            put("week_locks", 0, "unlock_reason", value=""),
            "$.week_locks[0].unlock_reason",
            "falta uno de los dos",
        ),
        (put("week_locks", 0, "week", value="2023-W53"), "$.week_locks[0].week", "no es una semana"),
        (
            put("enrolments", 1, "attendance", 0, "attended_minutes", value=179),
            "$.week_locks[1].content_sha256",
            "Los minutos y las causas de la semana 2024-W07 no son los que se enviaron.",
        ),
        (
            put("enrolments", 0, "attendance", 1, "absences", 0, "cause", value="c"),
            "$.week_locks[1].content_sha256",
            "no son los que se enviaron",
        ),
        (
            put(
                "typed_items",
                1,
                value={
                    "program": "gestifor",
                    "item": "day/2024-02-12/00000001R",
                    "value": "1",
                    "typed_on": "2024-02-20",
                    "number": "",
                },
            ),
            "$.typed_items[1].item",
            "Está repetido",
        ),
        # incidents and virtual classroom
        (
            put("stretches", 2, "incidents", 1, "person", value=TEACHER),
            "$.stretches[2].incidents[1].person",
            "no está en «enrolments»",
        ),
        (
            put("stretches", 2, "recordings", 1, "destroyed_on", value=None),
            "$.stretches[2].recordings[1].destroyed_on",
            "no se dice qué día se destruyó",
        ),
        (
            put("stretches", 2, "connection_logs", 0, "file", value="0" * 64),
            "$.stretches[2].connection_logs[0].file",
            "no está en «attachments»",
        ),
        (
            put("stretches", 2, "connection_logs", 0, "connections", 1, "person", value=TEACHER),
            "$.stretches[2].connection_logs[0].connections[1].person",
            "no está en «enrolments»",
        ),
        (
            put("stretches", 2, "connection_logs", 0, "connections", 1, "to_second", value=57_599),
            "$.stretches[2].connection_logs[0].connections[1].to_second",
            "Acaba antes de empezar.",
        ),
        (put("enrolments", 1, "aliases", value=["anam"]), "$.enrolments[1].aliases[0]", "Está repetido"),
        (
            put("enrolments", 0, "virtual", "consent", value=None),
            "$.enrolments[0].virtual.consent_on",
            "falta uno de los dos",
        ),
        (
            put("enrolments", 0, "virtual", "consent", value="refused"),
            "$.enrolments[0].attendance[2].is_virtual",
            "no pudo asistir por aula virtual",
        ),
        (put("attachments", 0, "size", value=3), "$.attachments[0].size", "El contenido tiene"),
        (put("attachments", 0, "content", value="AAAA"), "$.attachments[0].sha256", "se ha alterado"),
        (
            put("enrolments", 1, "leave_proof", value="0" * 64),
            "$.enrolments[1].leave_proof",
            "no está en «attachments»",
        ),
    ],
)
def test_each_thing_that_does_not_hold_is_told_with_its_path(
    change: Callable[[Document], None], where: str, message: str
) -> None:
    found = after(change)
    assert [sentence for place, sentence in found if place == where and message in sentence], found


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (drop("attachments", 0), "«attachments»"),
        (drop("people", 2), "«people»"),
        (drop("trainers", 0), "«trainers»"),
        (drop("rooms", 1), "«rooms»"),
        (drop("modules", 1), "«modules»"),
        (drop("blocks", 2), "«blocks»"),
        (drop("enrolments", 2), "«enrolments»"),
        (drop("papers", 0), "«papers»"),
    ],
)
def test_what_is_referred_to_must_be_there(change: Callable[[Document], None], where: str) -> None:
    assert any(f"no está en {where}" in sentence for _place, sentence in after(change))


def test_what_nothing_refers_to_is_told() -> None:
    whole = dossier()
    idle = person("dni:ES:00000020C", "Nadie")
    spare = model.AttachmentRecord(sha256(b""), "text/plain", 0, "vacio.txt", b"")
    changed = replace(
        whole,
        people=(*whole.people, idle),
        trainers=(*whole.trainers, model.TrainerRecord(NADIA, "", active=True)),
        attachments=(*whole.attachments, spare),
    )
    places = [problem.where for problem in check_dossier(changed)]
    assert places == ["$.trainers[2]", "$.people[5]", f"$.attachments[{len(whole.attachments)}]"]


def test_a_stretch_given_again_over_one_wholly_cancelled_is_no_overlap() -> None:
    whole = dossier()
    cancelled = whole.stretches[1]
    again = replace(
        whole.stretches[3],
        day=TUESDAY,
        n=3,
        from_minute=cancelled.from_minute,
        to_minute=cancelled.from_minute + 180,
    )
    absent = tuple(replace(enrolment, attendance=()) for enrolment in whole.enrolments)
    stretches = (*whole.stretches[:3], again)
    whole = replace(whole, stretches=stretches, enrolments=absent, week_locks=whole.week_locks[:1])
    assert check_dossier(whole) == ()


def test_two_stretches_at_once_are_told() -> None:
    changed = document()
    changed["stretches"][1]["sessions"][0]["state"] = "held"
    changed["stretches"][2] |= {"from_minute": 659, "to_minute": 719}
    assert ("$.stretches[2].from_minute", "Empieza antes de que acabe $.stretches[1], el mismo día.") in told(
        changed
    )


def test_a_course_code_that_begins_like_another_is_another() -> None:
    assert after(put("decisions", 0, "subject", value=f"{CODE}/2024-W07")) == []


# Whatever anybody writes ------------------------------------------------------------------------------------

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["2024-02-30", "dni:ES:00000001R", "2024-02-12/1/1", "0" * 64, "[[" * 20, "9" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(PATHS), _VALUES)
def test_no_value_anywhere_does_worse_than_be_told(path: tuple[str | int, ...], value: object) -> None:
    """A problem with its path, a sentence that refuses, or a document that holds: never a bug."""
    changed = document()
    put_at(changed, path, value)
    try:
        reading = read_dossier(json.dumps(changed).encode())
    except Refused:
        return
    for problem in reading.problems:
        assert problem.where.startswith("$")
        problem.message.encode()
    if not reading.problems:
        assert from_plain(model.Dossier, to_plain(reading.dossier)) == reading.dossier
