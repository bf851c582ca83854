"""Writes official papers down for the part of the window where they are listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from cpepa_desktop.domain.changes import Changes
from cpepa_desktop.domain.official_papers import OfficialPaper, OfficialPaperKind
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.kept_files import copy_kept_file
from cpepa_desktop.operations.local_entities import list_local_entities
from cpepa_desktop.operations.official_papers import (
    paper_words,
    remove_official_paper,
    save_official_paper,
)
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.ui.official_papers.form import OfficialPaperDialog, paper_for
from cpepa_desktop.ui.official_papers.panel import OfficialPapersPanel
from cpepa_desktop.ui.official_papers.served import Choice
from cpepa_desktop.ui.outside import Outside
from cpepa_desktop.ui.part import Part
from cpepa_desktop.ui.parts.reason import ReasonDialog

Save = Callable[[OfficialPaper, Path | None], Changes]


class PaperEditor(QObject):
    """Adds, changes, removes and opens the papers of a part."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._part = part
        self._outside = Outside(part.shell, self)

    def serve(
        self,
        panel: OfficialPapersPanel,
        kind: Callable[[], OfficialPaperKind],
        courses: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Do what a list asks for; a new paper is of the kind, and serves the courses, said then."""
        panel.add_wanted.connect(lambda: self.add(kind(), *courses()))
        panel.change_wanted.connect(self.change)
        panel.remove_wanted.connect(self.remove)
        panel.scan_wanted.connect(self.open_scan)

    def add(self, kind: OfficialPaperKind, *courses: str) -> None:
        """Ask for a new paper of any kind, ``kind`` to begin with, which serves some courses."""
        self._ask(_("Nuevo escrito"), paper_for(kind, *courses), tuple(OfficialPaperKind), self._save)

    def ask(self, title: str, kind: OfficialPaperKind, save: Save | None, *courses: str) -> None:
        """Ask for a new paper of one kind; ``save`` writes it where that does more than keeping it."""
        self._ask(title, paper_for(kind, *courses), (kind,), save or self._save)

    def agree_with(self, entity_id: int, *courses: str) -> None:
        """Ask for a new agreement with a local entity, which serves some courses."""
        paper = replace(paper_for(OfficialPaperKind.AGREEMENT, *courses), local_entity_id=entity_id)
        self._ask(_("Nuevo convenio"), paper, (OfficialPaperKind.AGREEMENT,), self._save)

    def change(self, paper: OfficialPaper) -> None:
        """Ask for what is to be different in a paper."""
        title = _("Cambiar «{paper}»").format(paper=paper_words(paper))
        self._ask(title, paper, tuple(OfficialPaperKind), self._save)

    def remove(self, paper: OfficialPaper) -> None:
        """Ask why a paper is taken out, and take it out."""
        title = _("Quitar «{paper}»").format(paper=paper_words(paper))
        hint = _("Solo si se anotó por error: queda en el historial con su motivo.")
        dialog = ReasonDialog("remove_paper", title, _("Quitar"), hint=hint, parent=self._part.window())
        self._part.ask_in(
            dialog, lambda: remove_official_paper(self._part.workspace, paper.id, dialog.reason.value())
        )

    def open_scan(self, paper: OfficialPaper) -> None:
        """Open the scan of a paper."""
        sha256 = paper.attachment
        if sha256 is not None:
            self._outside.open_copy(lambda folder: copy_kept_file(self._part.workspace, sha256, folder))

    def _ask(self, title: str, paper: OfficialPaper, kinds: Sequence[OfficialPaperKind], save: Save) -> None:
        ticked = {each.course for each in paper.courses}
        choices = self._part.shell.ask(lambda: _choices(self._part.workspace, ticked))
        if choices is None:
            return
        courses, entities = choices
        dialog = OfficialPaperDialog(
            title, paper, courses, self._part.window(), kinds=kinds, entities=entities
        )
        self._part.ask_in(dialog, lambda: save(dialog.entered(), dialog.scanned()))

    def _save(self, paper: OfficialPaper, scan: Path | None) -> Changes:
        return save_official_paper(self._part.workspace, paper, scan)


def _choices(ws: Workspace, ticked: Collection[str]) -> tuple[list[Choice], list[tuple[int, str]]]:
    """Return the courses a paper may serve, those it serves first and then the newest, and the entities."""
    rows = sorted(list_courses(ws), key=lambda row: (row.code in ticked, row.start_on), reverse=True)
    entities = [(entity.id, entity.name) for entity in list_local_entities(ws)]
    return [(row.code, f"{row.code} · {row.title}") for row in rows], entities
