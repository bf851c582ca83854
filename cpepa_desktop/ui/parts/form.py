"""A form: fields under headings, saved by Ctrl+S, that says what is wrong where it is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.search import folded
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.fields import Field, save_action
from cpepa_desktop.ui.parts.text import NotUnderstood

AnyField = Field[Any]
_FIGURE: Final = "0"
_FORM_FIGURES: Final = 80
_ALL: Final = 99
"""More columns than a form has: a row of its own."""


class Form(QWidget):
    """Fields in a grid, in reading order.

    A field may be given alone or as ``(field, columns it takes)``; a text alone is a heading.

    Signals:
        submitted: the person asked to save and every field makes sense.
        changed: the person changed a field.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(
        self, name: str, items: Sequence[AnyField | tuple[AnyField, int] | str], *, columns: int = 2
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.banner = Banner(f"{name}_banner")
        self.fields: tuple[AnyField, ...] = tuple(
            item[0] if isinstance(item, tuple) else item for item in items if not isinstance(item, str)
        )
        self._settled: tuple[object, ...] = ()
        self._unsaved: QLabel | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.banner)
        self._items = _with_headings(name, items)
        self._columns = columns
        self._grid = QGridLayout()
        self._lay_out()
        layout.addLayout(self._grid)
        self._save = save_action(self, f"{name}_save")
        self._save.triggered.connect(self.submit)
        for field in self.fields:
            field.changed.connect(self.changed)
        self.changed.connect(self._say_unsaved)
        self.settle()

    def save_from(self, whole: QWidget) -> None:
        """Let Ctrl+S save this form from anywhere in ``whole``, of which the form is a part."""
        self.removeAction(self._save)
        whole.addAction(self._save)

    def unsaved_label(self) -> QLabel:
        """Return a label that says, while it is so, that something is not saved; for pages with a form."""
        if self._unsaved is None:
            self._unsaved = theme.label("", f"{self.objectName()}_unsaved", theme.Role.QUIET)
            self._unsaved.setAccessibleName(_("Estado del formulario"))
            self._say_unsaved()
        return self._unsaved

    def submit(self) -> bool:
        """Check every field and emit ``submitted`` where all make sense. Return whether they do."""
        is_right = self.check()
        if is_right:
            self.submitted.emit()
        return is_right

    def check(self) -> bool:
        """Say what is wrong with each field; the first wrong one gets the focus. Return whether none is."""
        self.banner.clear()
        wrong = [field for field in self.fields if field.isEnabled() and not field.check()]
        self._focus_first(wrong)
        return not wrong

    def settle(self) -> None:
        """Take what stands in the fields as saved."""
        self._settled = self._entered()
        self._say_unsaved()

    def is_changed(self) -> bool:
        """Say whether something differs from what was last saved."""
        return self._entered() != self._settled

    def show_refused(self, refused: Refused) -> None:
        """Say why saving was refused: each problem at its field, the rest above the form."""
        elsewhere = [problem for problem in refused.problems if not self._say_at_field(problem)]
        lines = "\n".join(f"• {problem}" for problem in elsewhere)
        self.banner.say(f"{refused.message}\n{lines}" if lines else refused.message, theme.Wash.DANGER)
        self._focus_first([field for field in self.fields if field.error])

    def close_gaps(self) -> None:
        """Lay the fields out again without room for those that are hidden now."""
        for item, _span in self._items:
            self._grid.removeWidget(item)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put in the grid, row by row, what is not hidden."""
        shown = [(item, span) for item, span in self._items if not _is_left_out(item)]
        _fill(self._grid, shown, 1 if theme.is_large_text() else self._columns)

    def _say_at_field(self, problem: Problem) -> bool:
        """Say a problem at the fields it names, by name or by label, as people write them."""
        names = {folded(problem.column), folded(problem.where)} - {""}
        of_problem = [field for field in self.fields if names & _answers_to(field)]
        for field in of_problem:
            field.say(problem.message)
        return bool(of_problem)

    def _focus_first(self, fields: Sequence[AnyField]) -> None:
        """Bring the keyboard to the first of these fields that can be mended."""
        for field in fields:
            if field.isEnabled() and not field.isHidden():
                field.setFocus()
                return

    def _say_unsaved(self) -> None:
        if self._unsaved is not None:
            self._unsaved.setText(_("Hay cambios sin guardar") if self.is_changed() else "")

    def _entered(self) -> tuple[object, ...]:
        return tuple(_read(field) for field in self.fields)


class FormDialog(QDialog):
    """A form on its own, with «Guardar» and «Cancelar». It stays open until its controller accepts it.

    ``accept`` are the words of its act where it is another than saving.

    Signals:
        submitted: the person asked to save and every field makes sense.
    """

    submitted = Signal()

    def __init__(
        self, name: str, title: str, form: Form, parent: QWidget | None = None, *, accept: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(_form_width(self))
        self.form = form
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.setObjectName(f"{name}_buttons")
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(accept or _("Guardar"))
        save.setObjectName(f"{name}_accept")
        save.setAccessibleName(save.text())
        save.setToolTip(_("{act} (Ctrl+S)").format(act=save.text()))
        theme.set_role(save, theme.Role.PRIMARY)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(_("Cancelar"))
        cancel.setObjectName(f"{name}_cancel")
        cancel.setAccessibleName(_("Cancelar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE_LARGE)
        layout.addWidget(theme.label(title, f"{name}_title", theme.Role.HEADING))
        layout.addWidget(scrolled(form, f"{name}_scroll"), 1)
        layout.addWidget(self.buttons)
        form.save_from(self)
        self.buttons.accepted.connect(form.submit)
        self.buttons.rejected.connect(self.reject)
        form.submitted.connect(self.submitted)
        if form.fields:
            form.fields[0].setFocus()


def _form_width(widget: QWidget) -> int:
    """Return the least width of a form: it grows with the text, as far as the screen lets it."""
    wanted = widget.fontMetrics().horizontalAdvance(_FIGURE) * _FORM_FIGURES
    return min(wanted, widget.screen().availableGeometry().width() - 4 * theme.SPACE_SECTION)


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Return ``widget`` in an area that scrolls where the screen is small."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    theme.set_role(widget, theme.Role.PAGE)
    area.setWidget(widget)
    area.setMinimumHeight(min(widget.sizeHint().height() + 2, 480))
    return area


def _with_headings(
    name: str, items: Sequence[AnyField | tuple[AnyField, int] | str]
) -> list[tuple[QWidget, int]]:
    """Return what stands in a form with the columns each takes; a heading takes them all."""
    made: list[tuple[QWidget, int]] = []
    for at, item in enumerate(items):
        if isinstance(item, str):
            made.append((theme.label(item, f"{name}_heading_{at}", theme.Role.STRONG), _ALL))
        else:
            made.append(item if isinstance(item, tuple) else (item, 1))
    return made


def _is_left_out(item: QWidget) -> bool:
    """Say whether a widget was hidden on purpose: one that was never on screen yet is hidden too."""
    return item.isHidden() and item.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _fill(grid: QGridLayout, items: Sequence[tuple[QWidget, int]], columns: int) -> None:
    """Put widgets in a grid in reading order, on a row of their own where they do not fit beside."""
    grid.setHorizontalSpacing(theme.SPACE_LARGE)
    grid.setVerticalSpacing(theme.SPACE)
    row = column = 0
    for item, wanted in items:
        span = min(wanted, columns)
        if column + span > columns:
            row, column = row + 1, 0
        grid.addWidget(item, row, column, 1, span)
        column += span
    for at in range(columns):
        grid.setColumnStretch(at, 1)


def _answers_to(field: AnyField) -> set[str]:
    return {folded(name) for name in (field.name, field.label, field.first_label)}


def _read(field: AnyField) -> object:
    try:
        return field.value()
    except NotUnderstood as error:
        return str(error)
