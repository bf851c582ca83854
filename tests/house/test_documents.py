"""Every document has its test and is in the list that the window and the command line print from."""

from __future__ import annotations

import ast

from cpepa_desktop.operations.papers import DOCUMENTS
from tests.house.tree import PACKAGE, TESTS, parsed

FRAME = "frame"  # the page itself: a file or a folder, and no document


def documents() -> list[str]:
    """Return the names of the files of `reports`: one a document."""
    names = [file.stem for file in sorted((PACKAGE / "reports").glob("*.py"))]
    return [name for name in names if name not in {"__init__", FRAME}]


def has_form(kind: str, document: str) -> bool:
    """Say whether a kind of paper is the document or a form of it, as `attendance-sheet-recorded`."""
    return f"{kind.replace('-', '_')}_".startswith(f"{document}_")


def test_every_file_of_reports_is_a_document() -> None:
    """What is not one belongs to the frame."""
    assert documents()
    for name in documents():
        tree = parsed(PACKAGE / "reports" / f"{name}.py")
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert {"pdf", "story"} <= functions, f"reports/{name}.py has no pdf() or no story()"


def test_every_document_has_a_test() -> None:
    assert [name for name in documents() if not (TESTS / "reports" / f"test_{name}.py").exists()] == []


def test_every_document_can_be_printed() -> None:
    assert [name for name in documents() if not any(has_form(kind, name) for kind in DOCUMENTS)] == []


def test_every_kind_of_paper_is_a_form_of_a_document_and_knows_its_name() -> None:
    for name, kind in DOCUMENTS.items():
        assert kind.name == name
        assert kind.title.strip()
        assert any(has_form(name, document) for document in documents()), name
