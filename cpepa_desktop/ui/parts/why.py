"""«¿Por qué?»: the panel that explains a verdict or a figure, and the dialog that shows it anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.norms import Article
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.explanations import (
    Explanation,
    Figure,
    OtherReading,
    missing_words,
    norm_words,
    reading_lines,
    source_words,
)
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.form import scrolled
from cpepa_desktop.ui.parts.keys import with_keys
from cpepa_desktop.ui.parts.page import button, side_by_side
from cpepa_desktop.ui.parts.table import Align, Column, TablePanel
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel, badge_of

WHY_KEY: Final = "F8"
_WIDTH: Final = 660
_WIDTH_WITH_FIGURES: Final = 1080
_FIGURES_WIDTH: Final = 400
_SIDE_BY_SIDE: Final = 760
_HEIGHT: Final = 600
_LONGEST_FIGURE: Final = 24
"""Characters of the longest value that stands beside its words; a longer one is a sentence."""


def why_button(name: str, owner: QWidget) -> QPushButton:
    """Return the button that opens an explanation; its key works anywhere inside ``owner``."""
    return button(name, _("¿Por qué?"), icon="law", shortcut=WHY_KEY, owner=owner)


def why_head(heading: QWidget, why: QWidget) -> QHBoxLayout:
    """Return a heading with the button that explains what stands under it, at its right."""
    layout = QHBoxLayout()
    layout.setSpacing(theme.SPACE_SMALL)
    layout.addWidget(heading, 1)
    layout.addWidget(why)
    return layout


class WhyPanel(QFrame):
    """Answers «¿Por qué?»: the answer, what was compared, the articles, and other readings that differ.

    ``unfolded`` shows the wording of the first article at once; the others are opened by their heading.
    """

    def __init__(self, name: str, *, unfolded: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("¿Por qué?"))
        theme.set_role(self, theme.Role.CARD)
        self._unfolded = unfolded
        self._explanation: Explanation | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        self._layout.setSpacing(theme.SPACE_SMALL)
        self._content: QWidget | None = None
        self._add_copy()
        self.clear()

    def clear(self) -> None:
        """Show what to do to see an explanation."""
        self._explanation = None
        words = _("Elija un resultado para ver los números que se han comparado y el artículo que lo dice.")
        self._replace([theme.label(words, f"{self.objectName()}_hint", theme.Role.QUIET)])

    def explain(self, explained: Explanation, badge: Badge | None = None) -> None:
        """Show one explanation."""
        self._explanation = explained
        self._replace(list(self._parts(explained, badge)))
        self.setAccessibleDescription(explained.sentence)

    def copied_text(self) -> str:
        """Return what the panel says as text, ``""`` while it explains nothing."""
        return self._explanation.as_text() if self._explanation else ""

    def copy(self) -> None:
        """Put the explanation on the clipboard."""
        if self._explanation:
            QGuiApplication.clipboard().setText(self.copied_text())

    def _parts(self, explained: Explanation, badge: Badge | None) -> Iterator[QWidget]:
        name = self.objectName()
        yield self._heading(explained.title)
        badge = badge or (badge_of(explained.verdict) if explained.verdict else None)
        if badge is not None:
            yield BadgeLabel(f"{name}_badge", badge)
        yield _selectable(theme.label(explained.sentence, f"{name}_sentence"))
        if explained.lines:
            yield _figures(name, explained.lines)
        if explained.formula:
            yield _formula(name, explained.formula)
        for at, article in enumerate(explained.articles):
            yield ArticleSection(f"{name}_article_{at}", article, unfolded=self._unfolded and not at)
        for at, source in enumerate(explained.sources):
            words = theme.label(source_words(source), f"{name}_source_{at}", theme.Role.QUIET)
            yield _with_icon("check", _selectable(words))
        for at, reading in enumerate(explained.readings):
            yield _reading(f"{name}_alternative_{at}", reading)

    def _heading(self, title: str) -> QWidget:
        name = self.objectName()
        words = _("Copiar la explicación")
        copy = QToolButton()
        copy.setObjectName(f"{name}_copy")
        copy.setAccessibleName(words)
        copy.setToolTip(with_keys(words, QKeySequence(QKeySequence.StandardKey.Copy)))
        copy.setIcon(icons.icon("copy"))
        copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        copy.clicked.connect(self.copy)
        return _row(f"{name}_head", theme.label(title, f"{name}_title", theme.Role.STRONG), copy, stretched=0)

    def _add_copy(self) -> None:
        action = QAction(_("Copiar la explicación"), self)
        action.setObjectName(f"{self.objectName()}_copy_keys")
        action.setShortcut(QKeySequence.StandardKey.Copy)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.copy)
        self.addAction(action)

    def _replace(self, parts: Sequence[QWidget]) -> None:
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()  # it goes only when the event loop comes round
            self._content.deleteLater()
        content = QWidget()
        content.setObjectName(f"{self.objectName()}_content")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        for part in parts:
            is_badge = isinstance(part, BadgeLabel)
            alignment = Qt.AlignmentFlag.AlignLeft if is_badge else Qt.AlignmentFlag(0)
            layout.addWidget(part, 0, alignment)
        layout.addStretch(1)
        self._content = content
        self._layout.addWidget(content)
        content.show()


class ArticleSection(QWidget):
    """An article: its place as a heading that folds, its norm, and the wording of the law."""

    def __init__(self, name: str, article: Article, *, unfolded: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._article = article
        place = f"{article.norm.id}, {article.place}"
        self.fold = QToolButton()
        self.fold.setObjectName(f"{name}_fold")
        self.fold.setText(place)
        self.fold.setAccessibleName(_("Texto de {place}").format(place=place))
        self.fold.setToolTip(article.norm.title)
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.toggled.connect(self._show_wording)
        self._wording: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SPACE_TIGHT)
        self._layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_wording(shown=False)
        self.fold.setChecked(unfolded)

    def _show_wording(self, shown: bool) -> None:  # noqa: FBT001 - what a signal of Qt carries
        self.fold.setIcon(icons.icon("down" if shown else "right", "quiet"))
        if shown and self._wording is None:
            self._wording = self._make_wording()
            self._layout.addWidget(self._wording)
        if self._wording is not None:
            self._wording.setVisible(shown)

    def _make_wording(self) -> QWidget:
        name, article = self.objectName(), self._article
        box = QFrame()
        box.setObjectName(f"{name}_wording")
        box.setProperty("wash", theme.Wash.QUIET.value)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(*(theme.SPACE,) * 4)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(_selectable(theme.label(norm_words(article), f"{name}_norm", theme.Role.QUIET)))
        body = article.text or missing_words(article)
        layout.addWidget(_selectable(theme.label(body, f"{name}_text")))
        return box


class WhyDialog(QDialog):
    """Figures one under the other and beside them the one chosen explained; of one figure, the explanation.

    ``chosen`` is the key of the figure to begin with.
    """

    def __init__(
        self, title: str, figures: Sequence[Figure], parent: QWidget | None = None, *, chosen: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("why_dialog")
        self.setWindowTitle(_("¿Por qué?"))
        self.setAccessibleName(title)
        self.why = WhyPanel("why_panel", unfolded=True)
        self.figures: TablePanel[Figure] = TablePanel(
            "why_figures", title, figure_columns(), key=lambda row: row.key, filtered=False
        )
        self.figures.chosen.connect(self._explain)
        explained = scrolled(self.why, "why_scroll")
        theme.set_role(self.why, theme.Role.CARD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_SECTION,) * 4)
        layout.setSpacing(theme.SPACE_LARGE)
        layout.addWidget(theme.label(title, "why_title", theme.Role.HEADING))
        has_choice = len(figures) > 1
        wanted = QSize(_WIDTH_WITH_FIGURES if has_choice else _WIDTH, _HEIGHT) * theme.text_scale()
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        layout.addWidget(self._beside(explained) if has_choice else explained, 1)
        layout.addWidget(self._buttons())
        self.figures.set_rows(figures)
        if not self.figures.choose(chosen):
            self.figures.choose_first()
        if has_choice:
            self.figures.view.setFocus()

    def _explain(self, figure: Figure | None) -> None:
        if figure is None:
            self.why.clear()
        else:
            self.why.explain(figure.explanation)

    def _beside(self, explained: QWidget) -> QWidget:
        """Return figures and explanation side by side, one over the other where the screen is narrow."""
        sizes = (_FIGURES_WIDTH, _WIDTH_WITH_FIGURES - _FIGURES_WIDTH)
        split = side_by_side("why_split", self.figures, explained, sizes)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        if self.width() < theme.scaled(_SIDE_BY_SIDE):
            split.setOrientation(Qt.Orientation.Vertical)
            split.setSizes([1, 2])
        return split

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setObjectName("why_buttons")
        copy = buttons.addButton(_("Copiar"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("why_copy")
        copy.setAccessibleName(_("Copiar la explicación"))
        copy.setToolTip(_("Copiar la explicación"))
        copy.clicked.connect(self.why.copy)
        close = buttons.addButton(_("Cerrar"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("why_close")
        close.setAccessibleName(_("Cerrar"))
        close.setToolTip(with_keys(_("Cerrar"), "Esc"))
        close.setDefault(True)
        close.setFocus()
        buttons.rejected.connect(self.reject)
        return buttons


def show_why(title: str, figures: Sequence[Figure], parent: QWidget, *, chosen: str = "") -> None:
    """Open the dialog over ``parent``; nothing is opened where there is nothing to explain."""
    if figures:
        dialog = WhyDialog(title, figures, parent, chosen=chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def figure_columns() -> tuple[Column[Figure], ...]:
    """Return the columns of figures that can be explained."""
    return (
        Column(_("Cifra"), lambda row: row.label, tooltip=lambda row: row.label, width=16, stretched=True),
        Column(_("Valor"), lambda row: row.value, align=Align.RIGHT, width=15),
    )


def _figures(name: str, lines: Sequence[tuple[str, str]]) -> QWidget:
    """Return what was compared: figures at the right of their words, sentences under theirs."""
    holder = QWidget()
    holder.setObjectName(f"{name}_figures")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, theme.SPACE_TIGHT, 0, theme.SPACE_TIGHT)
    grid.setHorizontalSpacing(theme.SPACE_LARGE)
    grid.setVerticalSpacing(theme.SPACE_TIGHT)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    for at, (words, figure) in enumerate(lines):
        value = _selectable(theme.label(figure, f"{name}_figure_{at}"))
        value.setAccessibleName(f"{words}: {figure}")
        caption = theme.label(words, f"{name}_line_{at}", theme.Role.QUIET)
        row = grid.rowCount()
        if len(figure) > _LONGEST_FIGURE:
            grid.addWidget(caption, row, 0, 1, 2)
            grid.addWidget(value, row + 1, 0, 1, 2)
        else:
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(caption, row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def _formula(name: str, formula: Sequence[str]) -> QWidget:
    box = QFrame()
    box.setObjectName(f"{name}_formula")
    box.setProperty("wash", theme.Wash.QUIET.value)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(theme.SPACE, theme.SPACE_SMALL, theme.SPACE, theme.SPACE_SMALL)
    layout.setSpacing(theme.SPACE_TIGHT)
    for at, line in enumerate(formula):
        role = None if at else theme.Role.QUIET
        layout.addWidget(_selectable(theme.label(line, f"{name}_formula_{at}", role)))
    return box


def _reading(name: str, reading: OtherReading) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"{name}_lines")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_TIGHT)
    for at, line in enumerate(reading_lines(reading)):
        role = None if at == 0 else theme.Role.QUIET
        layout.addWidget(_selectable(theme.label(line, f"{name}_{at}", role)))
    return _with_icon("split", holder)


def _selectable(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _with_icon(icon: str, words: QWidget) -> QWidget:
    made = icons.icon_label(icon, "quiet")
    return _row(f"{words.objectName()}_row", made, words, stretched=1)


def _row(name: str, *widgets: QWidget, stretched: int) -> QWidget:
    """Return widgets side by side; the one at ``stretched`` takes the room."""
    holder = QWidget()
    holder.setObjectName(name)
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE_TIGHT + 2)
    for at, widget in enumerate(widgets):
        layout.addWidget(widget, int(at == stretched), Qt.AlignmentFlag.AlignTop)
    return holder
