"""What `print` does: a document of a course to a folder, or the list of documents."""

from __future__ import annotations

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.papers import PaperCall, PaperPerson, PaperScope, PaperSubject
from cpepa_desktop.operations import papers
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.workspace import Workspace


def print_paper(ws: Workspace, given: Arguments) -> Answer:
    """Print a document of a course or of the centre to a folder."""
    printed = papers.print_paper(ws, given.document, given.course or "", _subject(ws, given), given.out)
    paper = printed.paper
    return of_changes(
        printed.changes,
        path=printed.path,
        document=paper.kind,
        number=paper.number,
        year=paper.year,
        version=paper.version,
        sha256=paper.sha256,
        bytes=paper.size,
    )


def print_list(_ws: Workspace | None, _given: Arguments) -> Answer:
    """List the documents that can be printed."""
    data = [
        {
            "document": kind.name,
            "title": kind.title,
            "scope": kind.scope,
            "weekly": kind.scope is PaperScope.WEEK,
            "owed": kind.is_owed,
        }
        for kind in papers.DOCUMENTS.values()
    ]
    return Answer(data, tuple(f"{kind.name:<30}{kind.title}" for kind in papers.DOCUMENTS.values()))


def _subject(ws: Workspace, given: Arguments) -> PaperSubject:
    if given.person is not None:
        return PaperPerson(find_enrolment(ws, given.course, given.person).id, given.day)
    if given.call is not None:
        return PaperCall(given.call)
    return given.week or given.month or given.year  # type: ignore[no-any-return]  # argparse gives what its words say
