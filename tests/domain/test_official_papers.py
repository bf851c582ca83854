"""Every kind of official paper has words of its own, and the file takes each of them."""

from __future__ import annotations

from sqlite_utils import Database

from cpepa_desktop.db.official_papers import add, official_papers
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from tests.db import small_centre


def test_every_kind_has_its_own_words() -> None:
    labels = [kind.label for kind in OfficialPaperKind]
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() for label in labels)


def test_the_file_takes_every_kind() -> None:
    db: Database = small_centre.memory()
    with small_centre.write(db):
        for kind in OfficialPaperKind:
            add(db, OfficialPaper(0, kind))
    assert {paper.kind for paper in official_papers(db)} == set(OfficialPaperKind)
    db.close()
