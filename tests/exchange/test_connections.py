"""Every tool's log says the same of the same class: who came and went, and when."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cpepa_desktop.domain.connections import ConnectionLog, Tool
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.connections import read_connections

SAMPLES: Final = Path(__file__).parent / "connections" / "samples"
DAY: Final = date(2024, 1, 15)
ANA, OMAR = "Ana Muñoz Lago", "Omar El Idrissi"
MORNING, REST = ("08:58:10", "10:30:00"), ("10:45:20", "14:03:00")
OMAR_STAYED: Final = ("09:04:30", "13:20:00")

HEADINGS: Final = (
    "Full Name,User Action,Timestamp",
    "Name,Join Time,Leave Time,Duration,Email,Role",
    "Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role",
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room",
    "First name,Last name,Email,Duration,Time joined,Time exited",
    "Full Name,First Seen,Time in Call",
    "Nombre,Moderador,Mensajes,Accedió,Salió,Duración",
)
CELLS: Final = (
    *("", "-", "Ana", "Joined", "Left", "1/15/24, 9:00:00 AM", "15/1/2024 9:30", "2024-01-15T09:00:00Z"),
    *("9:00", "10:00 PM", "1h 30m", "90", "00:30:00", "3/4/2024 9:00", "2024-01-15T09:00:00+99:00", "Sí"),
)


def times(log: ConnectionLog, *names: str) -> list[tuple[str, str]]:
    """Return when somebody came and went, under any of their names, on the clock."""
    own = [one for one in log.connections if one.name in names]
    return [(one.joined.time().isoformat(), one.left.time().isoformat()) for one in own]


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Return a file of text."""
    path = tmp_path / "registro.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refusal(path: Path, day: date = DAY) -> Refused:
    """Return why a file is refused."""
    with pytest.raises(Refused) as refused:
        read_connections(path, day)
    assert "No se ha importado nada" in refused.value.message
    return refused.value


@pytest.mark.parametrize(
    ("sample", "tool"),
    [
        ("teams_old_en.csv", Tool.TEAMS),
        ("teams_old_es.csv", Tool.TEAMS),
        ("teams_new_en.csv", Tool.TEAMS),
        ("teams_new_es.csv", Tool.TEAMS),
        ("zoom_en.csv", Tool.ZOOM),
        ("zoom_es.csv", Tool.ZOOM),
        ("learning_dashboard_data.json", Tool.BIGBLUEBUTTON),
    ],
)
def test_every_entry_and_exit_is_read(sample: str, tool: Tool) -> None:
    log = read_connections(SAMPLES / sample, DAY)
    assert log.tool is tool
    assert times(log, ANA, f"iPhone de Ana ({ANA})") == [MORNING, REST]
    assert times(log, OMAR, f"{OMAR} (Unverified)") == [OMAR_STAYED]


@pytest.mark.parametrize(
    "sample", ["teams_new_en.csv", "teams_new_es.csv", "zoom_en.csv", "zoom_es.csv", "meet.csv"]
)
def test_the_e_mail_comes_where_the_tool_gives_it(sample: str) -> None:
    emails = {one.email for one in read_connections(SAMPLES / sample, DAY).connections}
    assert "docente@centro.example" in emails
    assert all("@" in email for email in emails if email)


def test_who_waited_to_be_let_in_was_not_in_the_class() -> None:
    assert ("08:57:00", "08:58:10") not in times(read_connections(SAMPLES / "zoom_en.csv", DAY), ANA)


def test_who_stays_to_the_end_of_the_first_report_of_teams_is_counted_to_its_last_moment() -> None:
    log = read_connections(SAMPLES / "teams_old_es.csv", DAY)
    assert times(log, "Docente Gil") == [("08:55:03", "14:03:00")]
    assert [str(problem) for problem in log.problems] == [
        "fila 2: Docente Gil: no consta su salida; se cuenta hasta lo último del informe, 14:03:00."
    ]


def test_who_never_left_the_dashboard_is_counted_to_the_end_of_the_meeting() -> None:
    log = read_connections(SAMPLES / "learning_dashboard_data.json", DAY)
    assert times(log, "Docente Gil") == [("08:55:03", "14:10:11")]


@pytest.mark.parametrize("sample", ["bigbluebutton_en.csv", "meet.csv"])
def test_who_left_and_came_back_is_not_guessed_from_first_and_last(sample: str) -> None:
    log = read_connections(SAMPLES / sample, DAY)
    assert times(log, ANA) == []
    (problem,) = log.problems
    assert problem.row == 3
    assert "salió y volvió a entrar, y este informe no dice cuándo: estuvo 4:49" in problem.message


@pytest.mark.parametrize("sample", ["bigbluebutton_en.csv", "bigbluebutton_es.csv"])
def test_the_table_of_the_dashboard_is_read_in_both_languages(sample: str) -> None:
    log = read_connections(SAMPLES / sample, DAY)
    assert (log.tool, times(log, OMAR)) == (Tool.BIGBLUEBUTTON, [OMAR_STAYED])


def test_a_report_without_exits_is_counted_from_the_entry_and_said() -> None:
    log = read_connections(SAMPLES / "meet_seen.csv", DAY)
    assert (log.tool, times(log, OMAR)) == (Tool.MEET, [OMAR_STAYED])
    assert "no cuándo salió" in log.problems[0].message


def test_a_sheet_of_google_as_excel_is_read_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["First name", "Last name", "Email", "Duration", "Time joined", "Time exited"])
    sheet.append(["Omar", "El Idrissi", "", "4 hr 15 min", time(9, 4, 30), time(13, 20)])
    path = tmp_path / "asistencia.xlsx"
    book.save(path)
    assert times(read_connections(path, DAY), OMAR) == [OMAR_STAYED]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_any_encoding_and_separator_is_read(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [
        [
            "Nombre (nombre original)",
            "Correo electrónico",
            "Hora de entrada",
            "Hora de salida",
            "Duración (minutos)",
        ],
        [ANA, "", "15/01/2024 8:58:10", "15/01/2024 10:30:00", "92"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    assert times(read_connections(written(tmp_path, text, encoding), DAY), ANA) == [MORNING]


def test_the_name_of_the_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "zoom.csv"
    path.write_bytes((SAMPLES / "learning_dashboard_data.json").read_bytes())
    assert read_connections(path, DAY).tool is Tool.BIGBLUEBUTTON


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "está vacío" in refusal(written(tmp_path, "")).message


def test_a_file_of_another_kind_is_refused_and_says_what_to_bring(tmp_path: Path) -> None:
    answer = refusal(written(tmp_path, "DNI,Nombre,Teléfono\n12345678Z,Ana,600000000\n"))
    assert "Microsoft Teams, Zoom, Google Meet o BigBlueButton" in answer.message


@pytest.mark.parametrize("text", ["{", '{"people": []}', '{"users": []}'])
def test_other_json_is_refused(tmp_path: Path, text: str) -> None:
    assert "learning_dashboard_data.json" in refusal(written(tmp_path, text)).message


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    assert "no.csv" in refusal(tmp_path / "no.csv").message


def test_totals_without_times_are_refused_with_the_report_to_ask_for() -> None:
    assert "sin marcar «Mostrar usuarios únicos»" in refusal(SAMPLES / "zoom_totals.csv").message


def test_a_log_without_people_is_refused(tmp_path: Path) -> None:
    assert "no nombra a nadie" in refusal(written(tmp_path, "Full Name\tUser Action\tTimestamp\n")).message


@pytest.mark.parametrize("sample", ["teams_new_es.csv", "zoom_en.csv", "learning_dashboard_data.json"])
def test_a_log_of_another_day_is_refused_with_its_day(sample: str) -> None:
    answer = refusal(SAMPLES / sample, date(2024, 1, 16))
    assert "es del lun 15 ene 2024 y la clase es del mar 16 ene 2024" in answer.message


def test_rows_of_another_day_are_left_out_and_counted(tmp_path: Path) -> None:
    text = (
        "Full Name,User Action,Timestamp\n"
        'Ana,Joined,"1/15/2024, 9:00:00 AM"\nAna,Left,"1/15/2024, 9:30:00 AM"\n'
        'Ana,Joined,"1/16/2024, 9:00:00 AM"\nAna,Left,"1/16/2024, 9:30:00 AM"\n'
    )
    log = read_connections(written(tmp_path, text), DAY)
    assert times(log, "Ana") == [("09:00:00", "09:30:00")]
    assert [problem.message for problem in log.problems] == [
        "Se deja fuera 1 conexión que no es del lun 15 ene 2024."
    ]


def test_who_leaves_before_entering_is_listed_with_their_row(tmp_path: Path) -> None:
    text = (
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
        "Ana,,01/15/2024 09:10:00 AM,01/15/2024 09:00:00 AM,10,Yes\n"
        "Omar,,01/15/2024 09:10:00 AM,,10,Yes\n"
        "Eva,,ayer,01/15/2024 09:10:00 AM,10,Yes\n"
        "Luz,,01/15/2024 09:00:00 AM,01/15/2024 09:10:00 AM,10,Yes\n"
    )
    log = read_connections(written(tmp_path, text), DAY)
    assert [one.name for one in log.connections] == ["Luz"]
    assert [str(problem) for problem in log.problems] == [
        "fila 2: Ana: sale a las 09:00:00, antes de entrar a las 09:10:00.",
        "fila 3: Omar: no consta su salida.",
        "fila 4: Eva: «ayer» no es una hora que se entienda.",
    ]


def test_where_no_row_is_understood_all_of_them_are_listed(tmp_path: Path) -> None:
    text = "Name,Join Time,Leave Time,Duration,Role\nAna,3/4/2024 9:00,3/4/2024 9:30,30m,Attendee\n"
    answer = refusal(written(tmp_path, text))
    assert answer.problems[0].row == 2
    assert "No se sabe si «3/4/2024 9:00»" in answer.problems[0].message


def test_acts_that_make_no_connection_are_listed(tmp_path: Path) -> None:
    text = (
        "Full Name\tUser Action\tTimestamp\n"
        "Ana\tLeft\t15/1/2024, 9:00:00\n"
        "Omar\tJoined\t15/1/2024, 9:00:00\n"
        "Omar\tJoined\t15/1/2024, 9:20:00\n"
        "Omar\tLeft\t15/1/2024, 9:40:00\n"
        "Eva\tSaludó\t15/1/2024, 9:50:00\n"
        "Luz\tJoined\tayer\n"
    )
    log = read_connections(written(tmp_path, text), DAY)
    assert times(log, "Omar") == [("09:20:00", "09:40:00")]
    assert [str(problem) for problem in log.problems] == [
        "fila 2: Ana: sale sin haber entrado. Compruebe si falta parte del informe.",
        "fila 3: Omar: entra a las 09:00:00 y no consta cuándo salió. No se cuenta.",
        "fila 6, User Action: Eva: no se sabe qué es «Saludó».",
        "fila 7, Timestamp: Luz: «ayer» no es una hora que se entienda.",
    ]


def test_sessions_of_the_dashboard_that_cannot_be_are_listed(tmp_path: Path) -> None:
    noon = int(datetime.fromisoformat("2024-01-15T12:00:00+01:00").timestamp()) * 1000
    users = {
        "a": {"name": "Ana", "intIds": {"1": {"registeredOn": noon, "leftOn": noon - 1000}}},
        "b": {"name": "Eva", "intIds": {"1": {"registeredOn": noon, "leftOn": 0}}},
        "c": {"name": "Luz", "intIds": {"1": {"registeredOn": noon, "leftOn": noon + 1000}}},
        "d": {"name": "Omar", "intIds": []},
    }
    log = read_connections(written(tmp_path, json.dumps({"users": users, "endedOn": 0})), DAY)
    assert [one.name for one in log.connections] == ["Luz"]
    assert [str(problem) for problem in log.problems] == [
        "fila 1: Ana: sale a las 11:59:59, antes de entrar a las 12:00:00.",
        "fila 2: Eva: no consta cuándo entró o cuándo salió.",
    ]


def test_json_deeper_than_anybody_writes_is_refused(tmp_path: Path) -> None:
    assert "learning_dashboard_data.json" in refusal(written(tmp_path, '{"a":' * 100_000)).message


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    head=st.sampled_from([form.split(",") for form in HEADINGS]),
    cells=st.lists(
        st.lists(st.one_of(st.sampled_from(CELLS), st.text(max_size=12)), max_size=12), max_size=6
    ),
    separator=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
)
def test_whatever_a_log_holds_is_read_or_refused(
    tmp_path: Path, head: list[str], cells: list[list[str]], separator: str, encoding: str
) -> None:
    text = "\n".join(separator.join(row) for row in [head, *cells])
    path = tmp_path / "registro.csv"
    path.write_bytes(text.encode(encoding, errors="replace"))
    try:
        log = read_connections(path, DAY)
    except Refused:
        return
    assert all(one.joined <= one.left for one in log.connections)
