"""Try the built program: a copy of its folder in a place of its own, with no Python, profile or screen.

It makes the sample centre, prints a paper, which is read back here, opens the window on the file until it is
asked to end, and checks that the file was closed and is sound.
"""

from __future__ import annotations

import argparse
import configparser
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

from pypdf import PdfReader

NAME: Final = "cpepa-desktop"
COURSE: Final = "2024-SSCS0208"
DAY: Final = "2024-02-19"
WEEK: Final = "2024-W07"
PERSON: Final = "Ágreda Royo, Ana"
PATIENCE: Final = 60.0
"""Seconds that a step may take on a slow machine."""


class TrialError(Exception):
    """Something the program did not do as it must."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A place of its own: the copied program and a person who has nothing yet."""

    folder: Path

    @property
    def program(self) -> Path:
        """Return the program in its folder."""
        return self.folder / "programa" / NAME

    @property
    def file(self) -> Path:
        """Return the centre's file."""
        return self.folder / "Mi centro.cpepa"

    @property
    def home(self) -> Path:
        """Return the home of the person."""
        return self.folder / "casa"

    @property
    def surroundings(self) -> dict[str, str]:
        """Return the whole environment: nothing of who runs this, and no program to be found."""
        home = str(self.home)
        return {
            "HOME": home,
            "LANG": "C.UTF-8",
            "PATH": home,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": home,
        }

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        """Start the program with these words."""
        return subprocess.Popen(
            [self.program, *words],
            cwd=self.home,
            env=self.surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str | Path) -> str:
        """Return what a command of the program answers. Raise ``TrialError`` where it says anything else."""
        return answer_of(self.start(*words), f"{NAME} {' '.join(map(str, words))}")


def answer_of(process: subprocess.Popen[str], name: str) -> str:
    """Return what a process answers when it ends. Raise ``TrialError`` where it fails or complains."""
    said, complaints = process.communicate(timeout=PATIENCE)
    if process.returncode or complaints.strip():
        raise TrialError(f"{name}: status {process.returncode}\n{said}{complaints}")
    return said


def try_commands(bench: Bench) -> None:
    """Make a file, check it, and read a course in it."""
    bench.run("sample", "--file", bench.file)
    bench.run("check", "--file", bench.file)
    status = bench.run("status", COURSE, "--file", bench.file, "--today", DAY)
    require(PERSON in status, f"{PERSON} in the status of the course")


def try_paper(bench: Bench) -> None:
    """Print a paper and read its words and its fonts."""
    paper = ("print", "attendance-sheet", COURSE, "--week", WEEK, "--out", bench.home)
    bench.run(*paper, "--file", bench.file, "--today", DAY)
    (path,) = bench.home.glob("*.pdf")
    pages = PdfReader(path).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    for expected in ("Hoja de asistencia", "Atención sociosanitaria", "de febrero de 2024"):
        require(expected.casefold() in words.casefold(), f"«{expected}» in the paper")
    fonts = [font for page in pages for font in fonts_of(page)]
    require(bool(fonts) and all(map(is_embedded, fonts)), "every font inside the paper")


def fonts_of(page: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdf's tree of dictionaries
    """Yield the fonts of a page."""
    yield from (font.get_object() for font in page["/Resources"]["/Font"].values())


def is_embedded(font: Any) -> bool:  # noqa: ANN401 - pypdf's tree of dictionaries
    """Say whether the outlines of a font are in the file."""
    described = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(described["/FontDescriptor"]))


def try_window(bench: Bench) -> None:
    """Open the window on the file as a click on it does, and end it as the end of a session does."""
    window = bench.start(bench.file)
    lock = bench.file.with_name(bench.file.name + ".lock")
    try:
        wait_for(lambda: lock.exists() or window.poll() is not None, "the window on the file")
        if window.poll() is not None:
            answer_of(window, "the window, before it was asked to end")
        strangers = [path for path in mapped(window.pid) if is_of_python(path, bench)]
        require(not strangers, f"nothing of a Python around: {strangers}")
        window.send_signal(signal.SIGTERM)
        answer_of(window, "the window")
    finally:
        window.kill()
    require(not lock.exists(), "the file is closed")
    bench.run("check", "--file", bench.file)
    require(bench.file.name in settings(bench), "the file is among the recent ones")


def mapped(pid: int) -> set[Path]:
    """Return the files that a process has loaded as code or data."""
    lines = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    return {Path(path) for line in lines if (path := line.partition("/")[1] + line.partition("/")[2])}


def is_of_python(path: Path, bench: Bench) -> bool:
    """Say whether a file comes from a Python that is not the program's own."""
    around = {Path(sys.base_prefix), Path(sys.prefix)} - {Path("/usr")}
    return not path.is_relative_to(bench.folder) and (
        any(path.is_relative_to(each) for each in around) or "python" in path.name
    )


def settings(bench: Bench) -> str:
    """Return what the window remembers of its files."""
    (kept,) = bench.home.rglob("window.ini")
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(kept, encoding="utf-8")
    return parser.get("files", "recent", fallback="")


def try_logs(bench: Bench) -> None:
    """Look for a crash in whatever the program wrote down."""
    crashes = [log for log in bench.home.rglob("*.log*") if "Traceback" in log.read_text("utf-8", "replace")]
    require(not crashes, "no crash in the log")


def wait_for(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so. Raise ``TrialError`` where it does not come to be."""
    until = monotonic() + PATIENCE
    while not is_so():
        if monotonic() > until:
            raise TrialError(f"it did not come to be: {what}")
        sleep(0.02)


def require(is_so: bool, what: str) -> None:  # noqa: FBT001 - it is what is required
    """Raise ``TrialError`` where something is not so."""
    if not is_so:
        raise TrialError(f"not so: {what}")


def main() -> int:
    """Try the program in the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the program, such as dist/cpepa-desktop")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder).resolve())
        bench.home.mkdir()
        shutil.copytree(given.folder, bench.program.parent, symlinks=True)
        for step in (try_commands, try_paper, try_window, try_logs):
            try:
                step(bench)
            except (TrialError, subprocess.TimeoutExpired) as failure:
                print(f"{step.__name__}: {failure}", file=sys.stderr)
                return 1
            print(f"{step.__name__.replace('_', ' ')}: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
