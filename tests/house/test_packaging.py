"""What the packages for Linux and Windows say of the program is what the program says of itself."""

from __future__ import annotations

import ast
import configparser
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

from cpepa_desktop import __version__
from cpepa_desktop.cli import arguments
from cpepa_desktop.db.connection import APPLICATION_ID
from cpepa_desktop.db.places import SUFFIX
from cpepa_desktop.ui.parts.choose import CENTRE_FILE
from cpepa_desktop.ui.settings import PROGRAM as NAME
from cpepa_desktop.ui.window import PROGRAM as TITLE
from tests.house.tree import PACKAGE, ROOT

PACKAGING = ROOT / "packaging"
MIME = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


def read(*parts: str) -> str:
    """Return the text of a file of `packaging`."""
    return PACKAGING.joinpath(*parts).read_text(encoding="utf-8")


def constants_of_the_spec() -> dict[str, object]:
    """Return what the recipe of the folder gives a name to, where it is a number or a text."""
    return {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(read("cpepa-desktop.spec")).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }


def definitions_of_the_installer() -> dict[str, str]:
    """Return the names that the installer of Windows is written with."""
    return dict(re.findall(r'^#define (\w+) "(.*)"$', read("windows", "cpepa-desktop.iss"), re.MULTILINE))


def entry_of_the_menu() -> configparser.SectionProxy:
    """Return the entry of the desktops of Linux."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys as they are written
    parser.read_string(read("linux", "cpepa-desktop.desktop"))
    return parser["Desktop Entry"]


def kind_of_file() -> ET.Element:
    """Return what the desktops of Linux know a centre's file by."""
    kind = ET.fromstring(read("linux", "cpepa-desktop.xml")).find("mime:mime-type", MIME)  # noqa: S314 - ours
    assert kind is not None
    return kind


def test_every_package_has_the_name_and_the_version_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    spec, installer, entry = constants_of_the_spec(), definitions_of_the_installer(), entry_of_the_menu()
    assert [*project["scripts"]] == [NAME]
    assert (spec["NAME"], installer["Program"], entry["Icon"]) == (NAME, NAME, NAME)
    assert (spec["TITLE"], installer["Name"], entry["Name"]) == (TITLE, TITLE, TITLE)
    assert (project["version"], installer["Version"]) == (__version__, __version__)
    assert "from cpepa_desktop import __version__ as VERSION" in read("cpepa-desktop.spec")
    assert entry["Exec"] == f"{NAME} %f"
    assert f"name={NAME}\n" in read("linux", "install.sh")


def test_a_centres_file_is_known_everywhere_by_one_extension() -> None:
    (glob,) = [each.get("pattern") for each in kind_of_file().findall("mime:glob", MIME)]
    assert f".{CENTRE_FILE}" == SUFFIX
    assert (definitions_of_the_installer()["Extension"], glob) == (SUFFIX, f"*{SUFFIX}")
    clicked = arguments.parse([f"Centro{SUFFIX}"])
    assert (clicked.command, clicked.file) == (arguments.WINDOW, Path(f"Centro{SUFFIX}"))


def test_the_menu_opens_the_kind_of_file_that_linux_knows_by_the_mark_in_it() -> None:
    kind = kind_of_file()
    assert entry_of_the_menu()["MimeType"] == f"{kind.get('type')};"
    mark = kind.find(".//mime:match[@offset='68']", MIME)
    assert mark is not None
    assert (mark.get("value") or "").encode() == APPLICATION_ID.to_bytes(4, "big")


def test_the_icon_of_the_program_is_there_in_the_sizes_that_desktops_ask_for() -> None:
    icons = PACKAGE / "resources" / "icons"
    assert (icons / "program.svg").exists()
    assert {"16", "32", "48", "256"} <= {picture.stem for picture in (icons / "program").glob("*.png")}
    assert '"program" / "256.png"' in read("cpepa-desktop.spec")
