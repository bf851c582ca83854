"""The files of the project, as the tests of the house read them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "cpepa_desktop"
TESTS: Final = ROOT / "tests"


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is committed or about to be, and still there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file())


def sources(folder: Path) -> tuple[Path, ...]:
    """Return the Python files under ``folder``, in a fixed order."""
    return tuple(sorted(folder.rglob("*.py")))


@cache
def parsed(file: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def shown(file: Path) -> str:
    """Return the path as the project's people write it."""
    return file.relative_to(ROOT).as_posix()
