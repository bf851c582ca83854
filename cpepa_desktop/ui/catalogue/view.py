"""The page of the catalogue: every offer, and what the one chosen teaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cpepa_desktop.domain.catalogue import Missing, Module, Offer, Origin
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.catalogue import OfferRow, SpecialityView
from cpepa_desktop.ui.catalogue.columns import offer_columns, structure_columns, structure_lines
from cpepa_desktop.ui.catalogue.sources import source_words
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.facts import Fact, WordsScroll, facts_grid
from cpepa_desktop.ui.parts.page import PageView, side_by_side
from cpepa_desktop.ui.parts.table import TablePanel

_SIZES: Final = (645, 375)
_STRUCTURE_HEIGHT: Final = 200


class CatalogueView(PageView):
    """The offers and the structure of one.

    Signals:
        chosen: another offer is the current one; carries its row, or ``None``.
        complete_asked: the person wants to complete the offer chosen; carries its row.
        plan_asked: they want to plan a course of it; carries its row.
    """

    chosen = Signal(object)
    complete_asked = Signal(object)
    plan_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("catalogue", _("Catálogo"))
        self.set_title(_("Catálogo"), _("Anexo I de la Orden EPE/873/2023 y lo que el centro ha completado"))
        self.table = TablePanel(
            "catalogue", _("Oferta"), offer_columns(), key=lambda row: (row.code, row.part)
        )
        self._complete = self.add_action(
            "catalogue_complete", _("Completar estructura…"), icon="edit", shortcut="Ctrl+E"
        )
        self._plan = self.add_action(
            "catalogue_plan", _("Planificar un curso"), icon="courses", shortcut="Ctrl+N", primary=True
        )
        self._complete.clicked.connect(lambda: self.table.about_current(self.complete_asked.emit))
        self._plan.clicked.connect(lambda: self.table.about_current(self.plan_asked.emit))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.plan_asked)
        self._name = theme.label("", "offer_name", theme.Role.STRONG)
        self._gap = Banner("offer_gap")
        self._structure = TablePanel(
            "structure",
            _("Módulos y unidades"),
            structure_columns(),
            key=lambda line: line.place,
            filtered=False,
            empty=EmptyState("structure_empty", _("Estructura sin establecer"), icon="unknown"),
        )
        self._facts = QVBoxLayout()
        self._facts_now: QWidget | None = None
        self.set_body(side_by_side("catalogue_body", self.table, self._details(), _SIZES))
        self._choose(None)

    def show_offers(self, offers: Sequence[OfferRow]) -> None:
        """Show every offer."""
        self.table.set_rows(offers)
        self.table.choose_first()

    def show_speciality(self, speciality: SpecialityView, part: str) -> None:
        """Show what one offer teaches."""
        offer = next(offer for offer in speciality.offers if offer.part == part)
        structure = speciality.structures[part]
        certificate = speciality.certificate
        # The annex prints its titles in capitals; the certificate has them in sentence case.
        title = offer.title if certificate is None or certificate.module(part) else certificate.title
        self._name.setText(" ".join(word for word in (offer.code, part, "·", title) if word))
        if isinstance(structure, Missing):
            self._gap.say(structure.reason, theme.Wash.WARNING)
            modules: tuple[Module, ...] = certificate.modules if certificate is not None else ()
        else:
            self._gap.clear()
            modules = structure.modules
        self._structure.set_rows(structure_lines(modules, certificate))
        self._show_facts(speciality, offer)

    def _details(self) -> QFrame:
        card = QFrame()
        card.setObjectName("offer_card")
        theme.set_role(card, theme.Role.CARD)
        details = QWidget()
        details.setObjectName("offer_details")
        layout = QVBoxLayout(details)
        layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._name)
        layout.addWidget(self._gap)
        layout.addLayout(self._facts)
        self._structure.setMinimumHeight(theme.scaled(_STRUCTURE_HEIGHT))
        layout.addWidget(self._structure, 1)
        area = WordsScroll("offer_scroll", _("Lo que enseña la oferta elegida"))
        area.show_words(details)
        frame = QVBoxLayout(card)
        frame.setContentsMargins(1, 1, 1, 1)  # of the card's line
        frame.addWidget(area)
        return card

    def _show_facts(self, speciality: SpecialityView, offer: Offer) -> None:
        certificate = speciality.certificate
        is_own = certificate is not None and certificate.origin is Origin.CENTRE
        rates = " · ".join(f"{province.value} {_rate(rate)}" for province, rate in offer.rates)
        facts: list[Fact] = [
            (_("Familia"), offer.family),
            (_("Nivel y horas"), _("nivel {level} · {hours} h").format(level=offer.level, hours=offer.hours)),
            (_("€ por persona y hora"), rates),
            (_("Real decreto"), (certificate.royal_decree or "") if certificate else ""),
            (_("Fuente"), source_words(certificate) if certificate else ""),
        ]
        if is_own and certificate is not None:
            facts.append((_("Versión del centro"), str(certificate.version)))
        if offer.note:
            facts.append((_("Nota"), offer.note))
        if self._facts_now is not None:
            self._facts.removeWidget(self._facts_now)
            self._facts_now.hide()
            self._facts_now.deleteLater()
        self._facts_now = facts_grid("offer", facts)
        self._facts.addWidget(self._facts_now)

    def _choose(self, row: OfferRow | None) -> None:
        self._complete.setEnabled(row is not None)
        self._plan.setEnabled(row is not None)
        self.chosen.emit(row)


def _rate(rate: object) -> str:
    return str(rate).replace(".", ",")
