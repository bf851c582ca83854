"""How commands end: done, refused, badly written, or stopped by the environment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cpepa_desktop.cli.arguments import WINDOW, parse
from tests.cli.conftest import Terminal, add_course


def test_without_a_file_a_command_is_badly_written(run: Terminal) -> None:
    said = run.bare("status", "C1")
    assert said.status == 2
    assert "--file" in said.err


def test_an_unknown_command_is_badly_written(run: Terminal) -> None:
    assert run.bare("matricular").status == 2


def test_a_file_that_was_clicked_is_opened_in_the_window() -> None:
    given = parse(["Mi centro.cpepa"])
    assert (given.command, given.file) == (WINDOW, Path("Mi centro.cpepa"))


def test_a_day_that_is_none_is_badly_written(run: Terminal) -> None:
    said = run.bare("status", "C1", "--today", "31-02-2024")
    assert said.status == 2
    assert "2024-03-14" in said.err


def test_common_options_may_stand_before_the_command(centre: Terminal) -> None:
    said = centre.bare("--file", centre.file, "--json", "course", "list")
    assert [course["code"] for course in said.json] == ["C1"]


def test_a_refusal_gives_its_reason_on_standard_error_and_in_json(centre: Terminal) -> None:
    said = centre("status", "C9", "--json")
    assert said.status == 1
    assert "C9" in said.err
    assert said.json["refused"] == said.err.strip()


def test_a_damaged_file_is_the_environment(centre: Terminal) -> None:
    data = bytearray(centre.file.read_bytes())
    data[4096:12288] = b"\xff" * 8192
    centre.file.write_bytes(bytes(data))
    assert centre("status", "C1").status == 3


def test_something_that_is_no_centre_is_refused(run: Terminal) -> None:
    run.file.write_text("esto no es un archivo de centro")
    said = run("status", "C1")
    assert said.status in {1, 3}
    assert run.file.read_text() == "esto no es un archivo de centro"


def test_the_catalogue_needs_no_file(run: Terminal) -> None:
    said = run.bare("catalogue", "show", "SSCS0208", "--json")
    assert said.json["certificate"]["formative_hours"] == 370
    codes = [module["code"] for module in said.json["certificate"]["modules"]]
    assert codes == ["MF1016_2", "MF1017_2", "MF1018_2", "MF1019_2"]


def test_what_is_not_established_is_null(run: Terminal) -> None:
    offer = run.bare("catalogue", "show", "IFCD0211", "--json").json["offers"][0]
    assert offer["modules"] is None
    assert "MF0968_3" in offer["missing"]


def test_an_unknown_speciality_is_refused(run: Terminal) -> None:
    assert run.bare("catalogue", "show", "XXXX0000").status == 1


def test_money_is_a_decimal_string(run: Terminal) -> None:
    offer = run.bare("catalogue", "show", "SSCS0208", "--json").json["offers"][0]
    assert offer["rates"] == {"Zaragoza": "7.61", "Huesca": "7.53", "Teruel": "7.66"}


def test_the_catalogue_lists_every_printed_offer(run: Terminal) -> None:
    rows = run.bare("catalogue", "list", "--json").json
    assert len([row for row in rows if row["code"] not in {"AFDA0111", "ELEE0110"}]) == 256


def test_a_file_is_not_made_twice(centre: Terminal) -> None:
    before = centre.file.read_bytes()
    assert centre("new").status == 1
    assert centre.file.read_bytes() == before


def test_a_course_of_another_route_is_refused(centre: Terminal) -> None:
    said = add_course(centre, "C2", route="own")
    assert said.status == 1
    assert "own" in said.json["problems"][0]["message"]


def test_a_short_last_day_is_spread_and_told(centre: Terminal) -> None:
    said = add_course(centre, "C2", call="own-resources", route="own", timetable="L-V 16:00-20:00")
    assert said.status == 0
    assert said.json["official_minutes"] == 370 * 60
    assert "alargando" in said.err


def test_undo_takes_back_the_course_and_redo_brings_it(centre: Terminal) -> None:
    assert add_course(centre, "C2", timetable="L-V 16:00-21:00").status == 0
    assert centre("undo").status == 0
    assert [course["code"] for course in centre("course", "list", "--json").json] == ["C1"]
    assert centre("redo").status == 0
    assert [course["code"] for course in centre("course", "list", "--json").json] == ["C1", "C2"]


def test_the_history_says_what_was_done(centre: Terminal) -> None:
    assert centre("history", "--json").json[1]["name"] == "Planificar el curso C1"


def test_backup_and_restore_bring_back_what_there_was(centre: Terminal) -> None:
    backup = centre("backup", "--json").json["backup"]
    assert centre("undo").status == 0
    assert centre("restore", backup).status == 0
    assert [course["code"] for course in centre("course", "list", "--json").json] == ["C1"]
    assert centre("check", "--json").json == {"ok": True, "problems": []}


HOLDER = """
import sys
from pathlib import Path
from pathlib import Path
from cpepa_desktop.__main__ import SystemClock
from cpepa_desktop.operations.files import open_file
ws = open_file(Path(sys.argv[1]), SystemClock(), "Ana")
print("open", flush=True)
sys.stdin.read()
"""


def test_two_writers_do_not_meet(centre: Terminal) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(centre.file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        assert add_course(centre, "C2").status == 3
        assert centre("course", "list").status == 0, "reading needs no lock"
        holder.kill()
    assert add_course(centre, "C2", start="2024-09-02").status == 0, "a crash leaves no lock behind"


def test_a_reader_that_goes_away_ends_nothing() -> None:
    words = [sys.executable, "-m", "cpepa_desktop", "catalogue", "list", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0
