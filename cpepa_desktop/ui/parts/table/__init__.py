"""A table whose columns are data: a typed model over frozen rows, and a panel to filter, arrange and take it.

The rows are anything frozen; a column says how to read one. Rows have a key, by which the selection survives
a new reading, a sort and a filter.
"""

from cpepa_desktop.ui.parts.table.columns import Align, Column, Total
from cpepa_desktop.ui.parts.table.export import ExportWish, TakesTables
from cpepa_desktop.ui.parts.table.model import FILTER_ROLE, SORT_ROLE, RowsModel, plain_tooltip
from cpepa_desktop.ui.parts.table.panel import TablePanel
from cpepa_desktop.ui.parts.table.view import TableView

__all__ = [
    "FILTER_ROLE",
    "SORT_ROLE",
    "Align",
    "Column",
    "ExportWish",
    "RowsModel",
    "TablePanel",
    "TableView",
    "TakesTables",
    "Total",
    "plain_tooltip",
]
