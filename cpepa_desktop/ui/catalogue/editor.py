"""The editor of a structure: modules and units as lines, and a sum that must be the printed hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.catalogue.columns import INDENT
from cpepa_desktop.ui.catalogue.draft import Draft, DraftLine, LineKind, line_of_path, total_hours
from cpepa_desktop.ui.parts import text, theme
from cpepa_desktop.ui.parts.fields import NumberField, TextField
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.form import Form
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.scroll import PageScroll
from cpepa_desktop.ui.parts.table import Align
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel

_SIZE: Final = (960, 680)
_WIDTHS: Final = (150, 0, 80, 120, 140, 60)
_LEAST_TITLE: Final = 240
_LEAST_ROWS: Final = 6
_NO_INDEX: Final = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EditColumn:
    """A column that can be typed in: how it reads a line, and what a line becomes when it is typed in."""

    title: str
    shown: Callable[[DraftLine], str]
    typed: Callable[[DraftLine, str], DraftLine]
    of_units: bool = False
    align: Align = Align.LEFT


def edit_columns() -> tuple[EditColumn, ...]:
    """Return the columns of the editor. Those not ``of_units`` are of modules alone."""
    return (
        EditColumn(
            _("Código"),
            lambda line: line.code,
            lambda line, typed: replace(line, code=typed.upper()),
            of_units=True,
        ),
        EditColumn(
            _("Denominación"),
            lambda line: line.title,
            lambda line, typed: replace(line, title=typed),
            of_units=True,
        ),
        EditColumn(
            _("Horas"),
            lambda line: _number(line.hours),
            lambda line, typed: replace(line, hours=_parsed(typed)),
            of_units=True,
            align=Align.RIGHT,
        ),
        EditColumn(
            _("Unidad comp."),
            lambda line: line.competence_unit,
            lambda line, typed: replace(line, competence_unit=typed.upper()),
        ),
        EditColumn(
            _("Mín. presencial"),
            lambda line: _number(line.in_person_hours),
            lambda line, typed: replace(line, in_person_hours=_parsed(typed)),
            align=Align.RIGHT,
        ),
        EditColumn(
            _("m²"),
            lambda line: _number(line.square_metres),
            lambda line, typed: replace(line, square_metres=_parsed(typed)),
            align=Align.RIGHT,
        ),
    )


class LinesModel(QAbstractTableModel):
    """The lines of a draft, to be typed in.

    Signals:
        edited: a line changed, came or went.
        misunderstood: what was typed makes no sense; carries how to write it.
    """

    edited = Signal()
    misunderstood = Signal(str)

    def __init__(self, lines: Sequence[DraftLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = edit_columns()
        self._lines = list(lines)

    @property
    def lines(self) -> tuple[DraftLine, ...]:
        """Return the lines, in order."""
        return tuple(self._lines)

    def insert(self, at: int, kind: LineKind) -> None:
        """Put an empty line at a place."""
        self.beginInsertRows(QModelIndex(), at, at)
        self._lines.insert(at, DraftLine(kind))
        self.endInsertRows()
        self.edited.emit()

    def remove(self, at: int) -> None:
        """Take a line away; a module takes its units with it."""
        last = at
        if self._lines[at].kind is LineKind.MODULE:
            while last + 1 < len(self._lines) and self._lines[last + 1].kind is LineKind.UNIT:
                last += 1
        self.beginRemoveRows(QModelIndex(), at, last)
        del self._lines[at : last + 1]
        self.endRemoveRows()
        self.edited.emit()

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::rowCount."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractTableModel::columnCount."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._applies(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractTableModel::data."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.EditRole | Qt.ItemDataRole.DisplayRole if self._applies(index):
                is_shown = role == Qt.ItemDataRole.DisplayRole
                is_indented = is_shown and line.kind is LineKind.UNIT and index.column() == 0
                return f"{INDENT}{column.shown(line)}" if is_indented else column.shown(line)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align.value
            case Qt.ItemDataRole.FontRole if line.kind is LineKind.MODULE:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = _("Módulo") if line.kind is LineKind.MODULE else _("Unidad")
                return f"{kind}, {column.title}: {column.shown(line)}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole, /) -> bool:
        """Override QAbstractTableModel::setData."""
        if role != Qt.ItemDataRole.EditRole or not self._applies(index):
            return False
        try:
            typed = " ".join(str(value).split())
            self._lines[index.row()] = self._columns[index.column()].typed(self._lines[index.row()], typed)
        except text.NotUnderstood as error:
            self.misunderstood.emit(str(error))
            return False
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        """Override QAbstractTableModel::headerData."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[section].align.value
        return None

    def _applies(self, index: Index) -> bool:
        is_module = self._lines[index.row()].kind is LineKind.MODULE
        return is_module or self._columns[index.column()].of_units


class StructureEditor(QDialog):
    """Completes a speciality. It stays open until its controller accepts it.

    Signals:
        submitted: the person asked to save.
    """

    submitted = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part = f" {draft.part}" if draft.part else ""
        title = _("Estructura de {code}{part}").format(code=draft.code, part=part)
        self.setObjectName("structure_editor")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.size_on_screen(*_SIZE))
        self._draft = draft
        self._source = TextField(
            "structure_source",
            _("Fuente"),
            required=True,
            hint=_("Real decreto, ficha oficial o resolución de la que se copian estos datos"),
        )
        self._workplace_code = TextField("structure_workplace", _("Módulo de formación práctica"))
        self._workplace_hours = NumberField("structure_workplace_hours", _("Duración"), unit=_("h"))
        self.form = Form(
            "structure_form", [(self._source, 2), self._workplace_code, self._workplace_hours], columns=4
        )
        self.form.submitted.connect(self.submitted)
        self.form.save_from(self)
        self.model = LinesModel(draft.lines, self)
        self.model.edited.connect(self._say_sum)
        self.model.misunderstood.connect(lambda how: self.form.banner.say(how, theme.Wash.WARNING))
        self.view = self._make_view()
        self._sum = BadgeLabel("structure_sum")
        self._workplace_code.set_value(draft.workplace_code)
        self._workplace_hours.set_value(draft.workplace_hours)
        self._lay_out(title, draft)
        self._say_sum()

    def entered(self) -> Draft:
        """Return the draft as it stands."""
        return replace(
            self._draft,
            source=self._source.value(),
            workplace_code=self._workplace_code.value(),
            workplace_hours=self._workplace_hours.value(),
            lines=self.model.lines,
        )

    def show_refused(self, refused: Refused) -> None:
        """Say what is wrong, and go to the first line that a problem speaks of."""
        self.form.show_refused(refused)
        places = [line_of_path(self.model.lines, problem.where) for problem in refused.problems]
        at = next((place for place in places if place is not None), None)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    def add_module(self) -> None:
        """Add a module at the end."""
        self._insert(len(self.model.lines), LineKind.MODULE)

    def add_unit(self) -> None:
        """Add a unit after the current line, or at the end."""
        current = self.view.currentIndex()
        self._insert(current.row() + 1 if current.isValid() else len(self.model.lines), LineKind.UNIT)

    def remove_line(self) -> None:
        """Take the current line away."""
        current = self.view.currentIndex()
        if current.isValid():
            self.model.remove(current.row())

    def _insert(self, at: int, kind: LineKind) -> None:
        self.model.insert(at, kind)
        self.view.setCurrentIndex(self.model.index(at, 0))
        self.view.setFocus()
        self.view.edit(self.model.index(at, 0))

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("structure_lines")
        view.setAccessibleName(_("Módulos y unidades"))
        view.setModel(self.model)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)  # Tab leaves the table: arrows walk inside it
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.row_height())
        header = view.horizontalHeader()
        header.setDefaultAlignment(Align.LEFT.value)
        for at, width in enumerate(_WIDTHS):
            if width or theme.is_large_text():  # then the table scrolls: what is left would be too little
                header.resizeSection(at, theme.scaled(width or _LEAST_TITLE))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self, title: str, draft: Draft) -> None:
        add_module = button(
            "structure_add_module", _("Añadir módulo"), icon="add", shortcut="Ctrl+M", owner=self
        )
        add_unit = button("structure_add_unit", _("Añadir unidad"), icon="add", shortcut="Ctrl+U", owner=self)
        remove = button("structure_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=self)
        save = button("structure_accept", _("Guardar"), icon="save", primary=True)
        cancel = button("structure_cancel", _("Cancelar"))
        add_module.clicked.connect(self.add_module)
        add_unit.clicked.connect(self.add_unit)
        remove.clicked.connect(self.remove_line)
        save.clicked.connect(self.form.submit)
        cancel.clicked.connect(self.reject)
        tools = flow_of((add_module, add_unit, remove, self._sum))
        ways_out = QHBoxLayout()
        ways_out.addStretch(1)
        ways_out.addWidget(save)
        ways_out.addWidget(cancel)
        intro = _(
            "Escriba los módulos y sus unidades tal como los publica la fuente. Una unidad común a dos "
            "módulos se escribe en los dos y cuenta una sola vez."
        )
        self.view.setMinimumHeight(_LEAST_ROWS * theme.row_height())
        body = QWidget()
        body.setObjectName("structure_body")
        theme.set_role(body, theme.Role.PAGE)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.label(title, "structure_title", theme.Role.HEADING))
        column.addWidget(theme.label(draft.title, "structure_name", theme.Role.STRONG))
        column.addWidget(theme.label(intro, "structure_intro", theme.Role.QUIET))
        column.addWidget(self.form)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(PageScroll(body), 1)
        layout.addLayout(ways_out)

    def _say_sum(self) -> None:
        total, printed = total_hours(self.model.lines), self._draft.offer_hours
        words = _("Suma: {total} h de {printed} h").format(total=total, printed=printed)
        is_right = total == printed
        self._sum.show_badge(
            Badge(words, "ok" if is_right else "warning", theme.Wash.OK if is_right else theme.Wash.WARNING)
        )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _parsed(typed: str) -> int | None:
    return text.parse_number(typed.removesuffix("h")) if typed else None
