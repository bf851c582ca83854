"""The wheel, installed away from the checkout, has all it needs and runs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from cpepa_desktop.operations.papers import DOCUMENTS
from tests.house.tree import PACKAGE, ROOT, parsed, sources, tracked


def run(*command: str | Path, cwd: Path) -> str:
    """Return what a command printed; fail with all it said where it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, text=True)
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel of the project as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment with the wheel in it and the libraries within reach.

    The libraries are those of the environment that runs the tests, so that nothing is fetched. A ``.pth``
    file names their folder; Python does not follow the ``.pth`` files inside it: the checkout stays out.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    interpreter = folder / "bin" / "python"
    purelib = Path(
        run(interpreter, "-c", "import sysconfig as s; print(s.get_path('purelib'))", cwd=folder).strip()
    )
    (purelib / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", interpreter)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", "--ignore-installed", wheel, cwd=folder)
    return interpreter


def test_the_wheel_has_every_file_of_the_package_and_adds_one_name(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {file.relative_to(ROOT).as_posix() for file in tracked() if PACKAGE in file.parents}
    assert sorted(wanted - names) == []
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"cpepa_desktop"}


def test_the_installed_program_is_not_the_checkout(python: Path, tmp_path: Path) -> None:
    where = run(python, "-I", "-c", "import cpepa_desktop; print(cpepa_desktop.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(python.parents[1])


def test_the_installed_program_explains_itself(python: Path, tmp_path: Path) -> None:
    assert "--file" in run(python, "-I", "-m", "cpepa_desktop", "--help", cwd=tmp_path)
    assert "--file" in run(python.parent / "cpepa-desktop", "--help", cwd=tmp_path)


def test_the_installed_program_lists_its_documents(python: Path, tmp_path: Path) -> None:
    listed = run(python, "-I", "-m", "cpepa_desktop", "print", "--list", cwd=tmp_path)
    assert [name for name in DOCUMENTS if name not in listed] == []


def declared() -> set[str]:
    """Return the names of the libraries that the program says it needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.split(r"[><=~! ]", need, maxsplit=1)[0]) for need in project["dependencies"]}


def normal(name: str) -> str:
    """Return the one spelling of a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_program_imports_only_what_it_declares() -> None:
    """Otherwise it starts on a developer's machine alone."""
    modules = {
        name.split(".")[0]
        for file in sources(PACKAGE)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    outside = modules - sys.stdlib_module_names - {"cpepa_desktop"}
    providers = packages_distributions()
    undeclared = [m for m in sorted(outside) if not declared() & set(map(normal, providers.get(m, [])))]
    assert undeclared == []


def test_every_declared_library_is_locked() -> None:
    for lock in ("run.txt", "dev.txt"):
        locked = re.findall(
            r"^([a-z0-9][\w.-]*)==", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE
        )
        assert sorted(declared() - set(locked)) == [], lock
