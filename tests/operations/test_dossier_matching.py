"""What a dossier meets in a file that is not empty: what keeps it out, and what the file knows already."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.catalogue import Origin
from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.exchange.dossier import write_dossier
from cpepa_desktop.operations.calendars import add_holiday, list_holidays
from cpepa_desktop.operations.catalogue import list_offers
from cpepa_desktop.operations.centres import read_centre, save_room, save_trainer
from cpepa_desktop.operations.courses import (
    read_course,
)
from cpepa_desktop.operations.dossier import export_course, import_course, preview_dossier
from cpepa_desktop.operations.enrolments import list_enrolments
from cpepa_desktop.operations.history import redo, undo
from cpepa_desktop.operations.people import add_document, save_person
from cpepa_desktop.operations.texts import save_text, texts_of
from cpepa_desktop.operations.workspace import Workspace
from tests.exchange.dossier_data import (
    CODE,
    MONDAY,
    document,
    dossier,
    id_number,
    sha256,
)
from tests.operations.builders import (
    KEPT,
    last_operation,
    own_request,
    planned,
    rows,
)
from tests.operations.dossier_files import WRITTEN, changed, file_at, somebody, whoever


def problems_of(ws: Workspace, data: bytes) -> list[tuple[str, str]]:
    """Return the path and sentence of all that keeps a dossier out, having seen that it leaves no trace."""
    before, operation = rows(ws), last_operation(ws)
    with pytest.raises(Refused) as refused:
        import_course(ws, data)
    assert rows(ws) == before
    assert last_operation(ws) == operation
    assert refused.value.problems == preview_dossier(ws, data).problems
    return [(problem.where, problem.message) for problem in refused.value.problems]


# What keeps a course out ------------------------------------------------------------------------------------


def test_a_course_that_is_there_already_stays_as_it_is(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    found = problems_of(ws, WRITTEN)
    assert found[0] == (
        "$.course.code",
        "Ya hay un curso «24/001» en este archivo: no se sustituye ni se mezcla con él.",
    )


def test_a_person_of_another_name_keeps_the_course_out_and_both_are_shown(ws: Workspace) -> None:
    somebody(ws, "00000001R", "Ana María", "Muñoz Íñiguez")
    ours, theirs = "«Muñoz Íñiguez, Ana María» en el archivo", "«Muñoz Íñiguez, Ana» en el expediente"
    assert problems_of(ws, WRITTEN) == [
        ("$.people[0].name", f"El documento 00000001R es de {ours} y de {theirs}.")
    ]


def test_a_person_born_another_day_keeps_the_course_out_and_both_are_shown(ws: Workspace) -> None:
    somebody(ws, "00000001R", "Ana", "Muñoz Íñiguez", birth_date=date(1990, 5, 18))
    assert problems_of(ws, WRITTEN) == [
        (
            "$.people[0].birth_date",
            "Muñoz Íñiguez, Ana nació el 18/05/1990 según el archivo y el 17/05/1990 según el expediente.",
        )
    ]


def test_who_is_known_by_an_earlier_document_is_compared_too(ws: Workspace) -> None:
    ana = somebody(ws, "X0000001R", "Anna", "Muñoz Íñiguez")
    add_document(ws, ana.id, id_number(77))
    ((where, message),) = problems_of(ws, WRITTEN)
    assert where == "$.people[0].name"
    assert "El documento X0000001R es de «Muñoz Íñiguez, Anna»" in message


def test_a_trainer_is_compared_like_anybody(ws: Workspace) -> None:
    save_trainer(ws, Trainer(0, 0, "Teresa", "Lacasa", "00000011B"))
    ((where, message),) = problems_of(ws, WRITTEN)
    assert where == "$.people[2].name"
    assert "«Lacasa, Teresa»" in message
    assert "«Lasheras, Teresa»" in message


def test_documents_that_two_people_of_the_file_have_keep_the_course_out(ws: Workspace) -> None:
    somebody(ws, "00000001R", "Ana", "Muñoz Íñiguez")
    somebody(ws, "X0000001R", "Ana", "Otra")
    ((where, message),) = problems_of(ws, WRITTEN)
    assert where == "$.people[0].documents"
    assert "«Muñoz Íñiguez, Ana» (00000001R) y «Otra, Ana» (X0000001R)" in message


def test_two_people_of_the_dossier_who_are_one_in_the_file_keep_the_course_out(ws: Workspace) -> None:
    nadia = somebody(ws, "00000002W", "Nadia")
    save_person(ws, replace(nadia, document=parse_identity("AB123456", country="MA")))
    found = problems_of(ws, changed("people", 1, "name", value="Nadia").replace(b'"Gil"', b'""'))
    assert found == [
        ("$.people[4]", "En el archivo es la misma persona que $.people[1]: «Nadia» (AB123456).")
    ]


def test_a_paper_number_that_the_file_has_used_keeps_the_course_out(ws: Workspace) -> None:
    import_course(ws, WRITTEN)
    other = changed("course", "code", value="24/002").replace(b'"subject": "24/001', b'"subject": "24/002')
    assert problems_of(ws, other) == [
        (
            f"$.papers[{index}].number",
            f"El archivo ya tiene un documento «{kind}» con el número {number} de 2024.",
        )
        for index, (kind, number) in enumerate(
            [("attendance-sheet", 4), ("attendance-sheet", 9), ("diploma", 1)]
        )
    ]


def test_what_does_not_hold_together_keeps_the_course_out_with_its_paths(ws: Workspace) -> None:
    found = problems_of(ws, changed("people", 3, "birth_date", value="2023-02-29"))
    assert [where for where, _message in found] == ["$.people[3].birth_date"]
    found = problems_of(ws, changed("people", 1, "documents", 0, "number", value="00000002A"))
    assert "$.people[1].documents[0].number" in [where for where, _message in found]


def test_the_number_of_problems_is_told_in_the_sentence(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"tiene 1 problema\. No se ha importado nada"):
        import_course(ws, changed("call", "call", value="otra"))
    with pytest.raises(Refused, match=r"tiene 2 problemas\. No se ha importado nada"):
        import_course(ws, changed("seats", value=[1, 2]))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", WRITTEN[:-9], b"\xff\xfe", b'{"dossier_version": 3}'])
def test_what_is_no_dossier_is_refused_by_preview_and_import_alike(ws: Workspace, data: bytes) -> None:
    before = rows(ws)
    with pytest.raises(Refused) as previewed:
        preview_dossier(ws, data)
    with pytest.raises(Refused) as imported:
        import_course(ws, data)
    assert imported.value.message == previewed.value.message
    assert "No se ha importado nada" in imported.value.message
    assert rows(ws) == before


def test_a_file_open_only_for_reading_lets_nothing_in(ws: Workspace) -> None:
    reader = ws.for_another_thread()
    with pytest.raises(Refused, match="abierto solo para leer"):
        import_course(reader, WRITTEN)
    reader.file.close()


def test_a_full_disk_in_mid_import_leaves_nothing_of_it(ws: Workspace) -> None:
    before = rows(ws)
    pages = ws.db.execute("PRAGMA page_count").fetchone()[0]
    ws.db.execute(f"PRAGMA max_page_count = {pages + 12}")
    with pytest.raises(EnvironmentFault, match="El disco está lleno"):
        import_course(ws, WRITTEN)
    assert rows(ws) == before
    ws.db.execute("PRAGMA max_page_count = 1000000")
    import_course(ws, WRITTEN)
    assert export_course(ws, CODE) == WRITTEN


def test_an_import_is_one_operation_that_can_be_undone_and_redone(ws: Workspace) -> None:
    before = rows(ws)
    import_course(ws, WRITTEN)
    after = rows(ws)
    assert last_operation(ws) == "Importar el curso 24/001"
    undo(ws)
    assert rows(ws) == before
    redo(ws)
    assert rows(ws) == after
    assert export_course(ws, CODE) == WRITTEN


# What the file knows already --------------------------------------------------------------------------------


def test_who_is_known_is_completed_and_never_overwritten(ws: Workspace) -> None:
    known = somebody(ws, "00000001R", "ANA", "Munoz Iniguez", phone="611 111 111")
    import_course(ws, WRITTEN)
    ana = whoever(ws, "00000001R")
    assert (ana.id, ana.name, ana.surnames, ana.phone) == (known.id, "ANA", "Munoz Iniguez", "611 111 111")
    assert (ana.birth_date, ana.sex, ana.municipality) == (date(1990, 5, 17), "F", "Zaragoza")
    assert {document.number for document in ana.earlier_documents} == {"X0000001R", "CD654321"}


def test_a_document_that_the_dossier_knows_as_earlier_gives_way_to_the_one_in_force(ws: Workspace) -> None:
    known = somebody(ws, "X0000001R", "Ana", "Muñoz Íñiguez")
    import_course(ws, WRITTEN)
    ana = whoever(ws, "00000001R")
    assert ana.id == known.id
    assert {document.number for document in ana.earlier_documents} == {"X0000001R", "CD654321"}
    assert export_course(ws, CODE) == WRITTEN


def test_a_document_that_the_dossier_does_not_know_stays_in_force(ws: Workspace) -> None:
    ana = somebody(ws, "00000001R", "Ana", "Muñoz Íñiguez")
    add_document(ws, ana.id, id_number(77))
    import_course(ws, WRITTEN)
    ana = whoever(ws, id_number(77))
    assert {document.number for document in ana.earlier_documents} == {"00000001R", "X0000001R", "CD654321"}
    assert any(enrolment.person.id == ana.id for enrolment in list_enrolments(ws, CODE))


def test_a_trainer_of_the_file_keeps_what_the_file_says_of_them(ws: Workspace) -> None:
    save_trainer(ws, Trainer(0, 0, "Teresa", "Lasheras", "00000011B", speciality="Geriatría", active=False))
    import_course(ws, WRITTEN)
    teresa = next(found for found in read_centre(ws).trainers if found.id_number == "00000011B")
    assert (teresa.speciality, bool(teresa.active)) == ("Geriatría", False)
    assert teresa.id in read_course(ws, CODE).sessions[0].trainer_ids


def test_somebody_known_who_was_no_trainer_becomes_one(ws: Workspace) -> None:
    known = somebody(ws, "00000011B", "Teresa", "Lasheras")
    import_course(ws, WRITTEN)
    assert known.id in {found.person_id for found in read_centre(ws).trainers}


def test_a_room_is_found_by_its_name_and_keeps_its_facts(ws: Workspace) -> None:
    save_room(ws, Room(0, "AULA 1", 3000))
    changes = import_course(ws, WRITTEN)
    assert [(room.name, room.area_hundredths) for room in read_centre(ws).rooms] == [
        ("AULA 1", 3000),
        ("Taller", None),
    ]
    assert any("El aula «AULA 1» ya está en el archivo con otros datos" in told for told in changes.notices)


def test_texts_and_calendars_of_the_file_stay_and_the_difference_is_told(ws: Workspace) -> None:
    save_text(ws, "SSCS0208", "methodology", "La nuestra")
    add_holiday(ws, Holiday(date(2024, 5, 2), "Puente", HolidayScope.CENTRE))
    kept = list_holidays(ws, 2024)
    changes = import_course(ws, WRITTEN)
    assert texts_of(ws, "SSCS0208") == {"methodology": "La nuestra", "rights": ""}
    assert list_holidays(ws, 2024) == kept
    assert "El texto «methodology» de SSCS0208 es otro en el archivo, que no se cambia." in changes.notices
    assert "El calendario de 2024 es otro en el archivo, que no se cambia." in changes.notices


def test_the_centre_that_taught_the_course_is_kept_with_it_and_told(tmp_path: Path) -> None:
    with file_at(tmp_path / "otro.cpepa", Entity("Otra entidad"), Centre("Otro centro")) as ws:
        changes = import_course(ws, WRITTEN)
        assert read_centre(ws).centre == Centre("Otro centro")
        assert read_centre(ws).entity == Entity("Otra entidad")
        taught = "El curso consta impartido por «CPEPA Margen Izquierda» (Gobierno de Aragón)"
        assert changes.notices == (f"{taught}: queda así en el archivo.",)
        assert export_course(ws, CODE) == WRITTEN


def test_a_course_of_the_own_centre_brings_nothing_to_tell(tmp_path: Path) -> None:
    with file_at(tmp_path / "propio.cpepa", dossier().entity, dossier().centre) as ws:
        assert import_course(ws, WRITTEN).notices == ()


def test_a_structure_that_another_centre_completed_comes_with_the_course_and_is_told(ws: Workspace) -> None:
    content = json.loads(dossier().certificate.content) | {
        "origin": "centre",
        "version": 1,
        "part": None,
        "offer_hours": 370,
    }
    text = json.dumps(content)
    certificate = replace(
        dossier().certificate,
        origin=Origin.CENTRE,
        version=1,
        source="BOE",
        sha256=sha256(text),
        content=text,
    )
    changes = import_course(ws, write_dossier(replace(dossier(), certificate=certificate)))
    assert "Con el curso entra la estructura de SSCS0208 que completó su centro: BOE." in changes.notices
    assert {row.structure for row in list_offers(ws, "SSCS0208")} == {"centre"}


def test_a_version_number_that_is_taken_gives_way_to_the_next(ws: Workspace) -> None:
    planned(ws, own_request(code="24/000"))
    content = dossier().certificate.content.replace("sociales", "Sociales")
    certificate = replace(dossier().certificate, version=1, sha256=sha256(content), content=content)
    import_course(ws, write_dossier(replace(dossier(), certificate=certificate)))
    found = json.loads(export_course(ws, CODE))["certificate"]
    assert (found["version"], found["content"]) == (2, content)
    assert json.loads(export_course(ws, "24/000"))["certificate"]["version"] == 1


def test_a_room_or_a_trainer_taken_at_the_same_time_is_told_and_nothing_more(ws: Workspace) -> None:
    save_room(ws, Room(0, "Aula 1"))
    save_trainer(ws, Trainer(0, 0, "Teresa", "Lasheras", "00000011B"))
    (teresa,) = read_centre(ws).trainers
    planned(ws, own_request(code="24/000", room="Aula 1", trainers=(teresa.id,), start=MONDAY))
    notices = import_course(ws, WRITTEN).notices
    assert (
        "El aula «Aula 1»: ya en el curso 24/000, el lun 12 feb 2024 de 09:00 a 14:00 (1 en total)."
        in notices
    )
    assert any("«Lasheras, Teresa»: ya en el curso 24/000, el lun 12 feb 2024" in told for told in notices)
    assert export_course(ws, CODE) != WRITTEN  # the calendar of 2024 is the file's own
    assert json.loads(export_course(ws, CODE))["stretches"] == document()["stretches"]


@pytest.mark.parametrize(("until", "is_told"), [("18:00", False), ("18:15", True)])
def test_a_trainer_whose_day_would_be_too_long_is_told_and_nothing_more(
    ws: Workspace, until: str, *, is_told: bool
) -> None:
    """Teresa teaches five hours of the dossier on Monday 12 February."""
    save_trainer(ws, Trainer(0, 0, "Teresa", "Lasheras", "00000011B"))
    (teresa,) = read_centre(ws).trainers
    planned(
        ws,
        own_request(
            code="24/000", trainers=(teresa.id,), start=MONDAY, timetable=f"L-V 15:00-{until}", **KEPT
        ),
    )
    told = [each for each in import_course(ws, WRITTEN).notices if "el máximo es 8 h" in each]
    assert [each.split(":")[0] for each in told] == ["Teresa Lasheras, lun 12 feb 2024"] * is_told
