"""Words and addresses that have no place in the project's files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house.tree import ROOT, shown, tracked

# Each is written in two halves, so that this file does not name what it forbids.
FORBIDDEN = tuple(
    re.compile(first + second, re.IGNORECASE)
    for first, second in (
        # Who or what typed a line is no part of the project.
        (r"\bclau", r"de\b"),
        (r"\banthro", r"pic\b"),
        (r"\bopen", r"ai\b"),
        (r"\bchat", r"gpt\b"),
        (r"\bcopi", r"lot\b"),
        (r"\bl", r"lms?\b"),
        (r"\bai", r"[ -](assistant|generated|model)"),
        (r"\bas an ai", r"\b"),
        # Folders of one machine: the project works in any folder, a test in the one it is given.
        (r"(?<![\w./-])/wor", r"k/"),
        (r"(?<![\w./-])/tm", r"p/"),
        (r"(?<![\w./-])/(home|Users)", r"/\w+/"),
        (r"\.\./sha", r"red\b"),
        # Where packages come from is the machine's own setting.
        (r"\bpypi\.", r"org\b"),
        (r"\bpython", r"hosted\.org\b"),
        (r"\bdeb\.", r"debian\.org\b"),
        (r"\bnpm", r"js\.(org|com)\b"),
    )
)


def lines() -> Iterator[tuple[str, str]]:
    """Yield every line of every text file with its place."""
    for file in tracked():
        content = file.read_bytes()
        if b"\0" in content:
            continue  # a picture, a font or a paper
        for n, line in enumerate(content.decode("utf-8").splitlines(), start=1):
            yield f"{shown(file)}:{n}", line


def test_no_file_has_a_forbidden_word() -> None:
    found = [f"{place}: {line.strip()}" for place, line in lines() for p in FORBIDDEN if p.search(line)]
    assert found == []


def test_the_list_finds_what_it_forbids() -> None:
    samples = ("see /wor" + "k/main", 'open("/tm' + 'p/x")', "Clau" + "de", "from ../sha" + "red/data")
    for sample in samples:
        assert any(pattern.search(sample) for pattern in FORBIDDEN), sample
    for innocent in ("el marco/work/flow", "https://example.org/tmp/", "llmar", "clau"):
        assert not any(pattern.search(innocent) for pattern in FORBIDDEN), innocent


def test_the_locked_requirements_have_hashes_and_no_address() -> None:
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text, file.name
        assert "index" not in text.replace("importlib", ""), file.name
        pinned = re.findall(r"^[a-z0-9][\w.-]*==.*", text, re.MULTILINE)
        assert pinned
        assert [line for line in pinned if not line.endswith("\\")] == [], "a version without its hashes"


def test_every_silenced_check_says_why() -> None:
    """`noqa` and `type: ignore` name the rule and give the reason: on the line, or in a comment above it."""
    silenced = re.compile(r"# (?:no" + r"qa|type: ig" + r"nore)")
    reasoned = re.compile(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(?: +-| +#) \w")
    bare = []
    above = ""
    for place, line in lines():
        python = place.rpartition(":")[0].endswith(".py")
        explained = reasoned.search(line) or above.lstrip().startswith("#")
        if python and silenced.search(line) and not explained:
            bare.append(place)
        above = line
    assert bare == []
