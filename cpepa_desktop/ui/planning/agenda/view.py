"""The terms of the whole centre on screen: groups, and beside them the obligations of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.deadlines import DatedObligation
from cpepa_desktop.ui.obligations.panel import ObligationsPanel
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.page import column_of, side_by_side
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.planning.agenda.groups import EVERYTHING, Group, GroupedBy, group_columns, groups_of

_SIZES: Final = (312, 708)


class AgendaView(PartView):
    """The obligations of every course of the school year.

    Signals:
        plan_wanted: there is no course and the person wants to plan one.
    """

    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("agenda", _("Plazos del centro"))
        self._obligations: tuple[DatedObligation, ...] = ()
        self._today = date.min
        self.panel = ObligationsPanel("agenda", with_course=True)
        self.groups: TablePanel[Group] = TablePanel(
            "agenda_groups", _("Grupos de plazos"), group_columns(), key=lambda row: row.key, filtered=False
        )
        self.groups.chosen.connect(lambda _group: self._show_group())
        self.panel.shown_changed.connect(self._fill_groups)
        self.by = self._make_by()
        empty = EmptyState(
            "agenda_empty",
            _("Ningún curso de este curso escolar tiene plazos. Al planificar uno aparecen con sus días."),
            action=_("Planificar un curso"),
            icon="calendar",
        )
        empty.acted.connect(self.plan_wanted)
        left = column_of([self.by, self.groups], "agenda_left")
        body = side_by_side("agenda_body", left, self.panel, _SIZES)
        body.setStretchFactor(0, 0)  # the groups need no more, and no less
        body.setStretchFactor(1, 1)
        self.set_body(body, empty)
        self.start_at(self.panel.table.view)

    def show_obligations(self, obligations: Sequence[DatedObligation], today: date) -> None:
        """Show the obligations of the school year as of a day, on the group that was chosen."""
        self._obligations, self._today = tuple(obligations), today
        self.show_empty(empty=not obligations)
        self._fill_groups()

    @property
    def grouped_by(self) -> GroupedBy:
        """Return by what the obligations are put together."""
        return list(GroupedBy)[self.by.currentIndex()]

    def group_by(self, by: GroupedBy) -> None:
        """Put the obligations together by something else."""
        self.by.setCurrentIndex(list(GroupedBy).index(by))
        self._fill_groups()

    def _fill_groups(self) -> None:
        shown = self.panel.asked_for
        wanted = [each for each in self._obligations if shown.takes(each, self._today)]
        self.groups.set_rows(groups_of(wanted, self.grouped_by, self._today))
        if self.groups.current_row() is None:
            self.groups.choose(EVERYTHING)
        self._show_group()

    def _show_group(self) -> None:
        chosen = self.groups.current_row()
        key = chosen.key if chosen else EVERYTHING
        by = self.grouped_by
        members = [each for each in self._obligations if key in {EVERYTHING, by.key(each)}]
        self.panel.show_obligations(members, self._today)

    def _make_by(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("agenda_by")
        made.setAccessibleName(_("Cómo se agrupan los plazos"))
        made.setToolTip(_("Cómo se agrupan los plazos"))
        made.addItems([each.label for each in GroupedBy])
        made.activated.connect(lambda _at: self._fill_groups())
        return made
