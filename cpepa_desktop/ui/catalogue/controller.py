"""Connects the page of the catalogue to the operations on it."""

from __future__ import annotations

from cpepa_desktop.domain.catalogue import Missing
from cpepa_desktop.domain.changes import Kind
from cpepa_desktop.operations import catalogue
from cpepa_desktop.operations.catalogue import OfferRow
from cpepa_desktop.ui.catalogue.draft import draft_of, draft_to_json
from cpepa_desktop.ui.catalogue.editor import StructureEditor
from cpepa_desktop.ui.catalogue.view import CatalogueView
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.shell import Shell


class CataloguePage(Page):
    """What can be taught, and completing what nobody has established."""

    depends_on = frozenset({Kind.CATALOGUE})
    view: CatalogueView

    def __init__(self, shell: Shell) -> None:
        super().__init__(CatalogueView())
        self._shell = shell
        self.view.chosen.connect(self._show)
        self.view.complete_asked.connect(self._complete)
        self.view.plan_asked.connect(lambda row: shell.go("courses", detail=f"new/{row.code}/{row.part}"))

    def read(self) -> None:
        """Read the offers, the centre's own among them."""
        self.view.show_offers(self._shell.ask(lambda: catalogue.list_offers(self._shell.workspace)) or ())

    def reveal(self, place: Place) -> None:
        """Show the offer of that code and part."""
        self.view.table.filter_box.clear()
        self.view.table.choose((place.key, place.detail))

    def _show(self, row: OfferRow | None) -> None:
        if row is None:
            return
        speciality = self._shell.ask(lambda: catalogue.show_speciality(self._shell.workspace, row.code))
        if speciality is not None:
            self.view.show_speciality(speciality, row.part)

    def _complete(self, row: OfferRow) -> None:
        speciality = self._shell.ask(lambda: catalogue.show_speciality(self._shell.workspace, row.code))
        if speciality is None:
            return
        offer = next(offer for offer in speciality.offers if offer.part == row.part)
        structure = speciality.structures[row.part]
        certificate = speciality.certificate
        known = certificate.modules if certificate is not None else ()
        modules = known if isinstance(structure, Missing) else structure.modules
        editor = StructureEditor(draft_of(offer, certificate, modules), self.view)
        editor.submitted.connect(lambda: self._save(editor))
        editor.exec()
        editor.deleteLater()

    def _save(self, editor: StructureEditor) -> None:
        document, workspace = draft_to_json(editor.entered()), self._shell.workspace
        saved = self._shell.run(
            lambda: catalogue.complete_speciality(workspace, document), refused=editor.show_refused
        )
        if saved is not None:
            editor.accept()
