"""What the README tells people to type exists, and what the Makefile offers works from a fresh checkout."""

from __future__ import annotations

import os
import re

from tests.house.tree import PACKAGE, ROOT

PROMISED = {"help", "setup", "run", "test", "gallery", "bench"}


def targets() -> set[str]:
    """Return the commands that `make help` lists."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))


def test_the_makefile_keeps_its_promises() -> None:
    assert targets() >= PROMISED


def test_every_make_command_in_the_documentation_exists() -> None:
    manual = PACKAGE / "resources" / "manual"
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(manual.glob("*.md"))]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        named = set(re.findall(r"(?:^ {4,}|`|\$ )make ([a-z-]+)", text, re.MULTILINE))
        assert named <= targets(), page.name


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def test_what_is_run_by_path_can_be_run() -> None:
    for script in (ROOT / ".ci" / "run", ROOT / "packaging" / "system.sh"):
        assert os.access(script, os.X_OK), script.name


def test_every_file_that_the_makefile_runs_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    scripts = set(re.findall(r"packaging/[a-z_]+\.(?:py|sh)", makefile))
    assert scripts
    assert [script for script in sorted(scripts) if not (ROOT / script).exists()] == []
    assert (ROOT / "benchmarks" / "__main__.py").exists()
