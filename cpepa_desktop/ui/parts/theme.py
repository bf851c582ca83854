"""The look, written once: colours and measures as data; palette and style sheet are generated from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import as_file, files
from string import Template
from typing import Final

from PySide6.QtCore import QDir, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyleFactory, QWidget

SPACE_TIGHT: Final = 4
SPACE_SMALL: Final = 8
SPACE: Final = 12
SPACE_LARGE: Final = 16
SPACE_SECTION: Final = 24
RADIUS: Final = 6
ROW_HEIGHT: Final = 30
ICON: Final = 16
BASE_POINTS: Final = 10.0
TEXT_CONTRAST: Final = 4.5
_FONTS = ("DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf", "DejaVuSansCondensed-Oblique.ttf")
_DARK_BELOW: Final = 128
_SRGB_KNEE: Final = 0.03928
_SCREEN_MARGIN: Final = 48
_LARGE_FROM: Final = 1.3


class Wash(StrEnum):
    """The quiet background a state stands on. Never alone: a word and an icon say the same."""

    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"
    QUIET = "quiet"


class Role(StrEnum):
    """What a label or a button is for; the style sheet gives each its looks."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    QUIET = "quiet"
    ERROR = "error"
    PRIMARY = "primary"
    FLAT = "flat"
    CARD = "card"
    NAVIGATION = "navigation"
    BADGE = "badge"
    PAGE = "page"
    PLAIN = "plain"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as ``#RRGGBB``. ``on_accent`` is the text that stands on the accent."""

    window: str
    surface: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    ok: str
    warning: str
    danger: str
    ok_wash: str
    warning_wash: str
    danger_wash: str
    quiet_wash: str

    def ink(self, wash: Wash) -> str:
        """Return the colour of text and icons that stand on ``wash``."""
        return {Wash.OK: self.ok, Wash.WARNING: self.warning, Wash.DANGER: self.danger}.get(wash, self.quiet)

    def wash(self, wash: Wash) -> str:
        """Return the background of a state."""
        washes = {Wash.OK: self.ok_wash, Wash.WARNING: self.warning_wash, Wash.DANGER: self.danger_wash}
        return washes.get(wash, self.quiet_wash)


LIGHT: Final = Tokens(
    window="#F6F7F9",
    surface="#FFFFFF",
    line="#DFE3E8",
    text="#1D2330",
    quiet="#5B6475",
    accent="#0B6E8F",
    on_accent="#FFFFFF",
    selection="#DCEEF4",
    hover="#EEF1F4",
    ok="#1A7B49",
    warning="#8A5A00",
    danger="#B3261E",
    ok_wash="#E6F4EC",
    warning_wash="#FFF4DC",
    danger_wash="#FCEBEA",
    quiet_wash="#EEF1F4",
)
DARK: Final = Tokens(
    window="#1B1D21",
    surface="#24272C",
    line="#363A41",
    text="#E8EAEE",
    quiet="#A3ABBA",
    accent="#4FB3D3",
    on_accent="#10191D",
    selection="#20414D",
    hover="#2D3138",
    ok="#6FCF97",
    warning="#F2C15B",
    danger="#FF8A80",
    ok_wash="#1F3A2B",
    warning_wash="#3D3319",
    danger_wash="#452826",
    quiet_wash="#2D3138",
)

TEXT_PAIRS: Final = (
    ("text", "window"),
    ("text", "surface"),
    ("text", "selection"),
    ("text", "hover"),
    ("text", "quiet_wash"),
    ("quiet", "window"),
    ("quiet", "surface"),
    ("quiet", "selection"),
    ("quiet", "hover"),
    ("quiet", "quiet_wash"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "selection"),
    ("on_accent", "accent"),
    ("ok", "ok_wash"),
    ("ok", "surface"),
    ("warning", "warning_wash"),
    ("warning", "surface"),
    ("danger", "danger_wash"),
    ("danger", "surface"),
    ("danger", "window"),
    ("text", "ok_wash"),
    ("text", "warning_wash"),
    ("text", "danger_wash"),
)
"""Every text the program writes and what it stands on, by the names of the tokens."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens() -> Tokens:
    """Return the colours in use, told by the palette of the application."""
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Say whether the dark theme is in use."""
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW


def colour(token: str) -> QColor:
    """Return the colour in use of the token of that name."""
    return QColor(getattr(tokens(), token))


def text_scale() -> float:
    """Return how large the text in use is, 1.0 for the base size."""
    return QApplication.font().pointSizeF() / BASE_POINTS


def scaled(pixels: int) -> int:
    """Return a measure of the base text at the size of the text in use, in pixels."""
    return round(pixels * text_scale())


def is_large_text() -> bool:
    """Say whether the text is so large that what stands side by side had better stand one under the other."""
    return text_scale() > _LARGE_FROM


def row_height() -> int:
    """Return the height of a row of a table, in pixels."""
    return scaled(ROW_HEIGHT)


def size_on_screen(width: int, height: int = 0) -> QSize:
    """Return measures of the base text at the size in use, in pixels, never grown beyond the screen.

    The measures themselves are chosen so that the base text fits 1280 x 720.
    """
    wanted = QSize(scaled(width), scaled(height))
    margin = QSize(_SCREEN_MARGIN, _SCREEN_MARGIN)
    room = QGuiApplication.primaryScreen().availableSize() - margin
    return wanted.boundedTo(room).expandedTo(QSize(width, height).boundedTo(wanted))


def apply_theme(app: QApplication, *, dark: bool = False, scale: float = 1.0) -> None:
    """Give the whole application its style, colours and text size. ``scale`` 1.0 is 10 points."""
    theme = DARK if dark else LIGHT
    style = QStyleFactory.create("Fusion")
    app.setStyle(style)
    app.setPalette(_palette(theme))
    app.setFont(_font(app, BASE_POINTS * scale))
    with as_file(files("cpepa_desktop.resources") / "icons") as folder:
        QDir.setSearchPaths("icons", [str(folder)])
    app.setStyleSheet(style_sheet(theme, dark=dark, points=BASE_POINTS * scale))


def style_sheet(theme: Tokens, *, dark: bool, points: float = BASE_POINTS) -> str:
    """Return the style sheet of a theme."""
    names = {name: getattr(theme, name) for name in Tokens.__slots__}
    sizes = {"heading_pt": points * 1.15, "section_pt": points * 1.4, "title_pt": points * 1.8}
    icon = round(ICON * points / BASE_POINTS)
    box = icon * 7 // 8
    return Template(_SHEET).substitute(
        names,
        **{name: f"{size:.1f}pt" for name, size in sizes.items()},
        radius=f"{RADIUS}px",
        icon=f"{icon}px",
        arrow=f"{icon * 3 // 4}px",
        arrow_room=f"{icon * 3 // 2}px",
        line_height=f"{icon * 5 // 4}px",
        box=f"{box}px",
        box_half=f"{box // 2}px",
        dot=f"{box // 3}px",
        variant="dark" if dark else "light",
    )


def fit_words(dialog: QWidget, width: int) -> None:
    """Make a dialog ``width`` pixels of the base text wide, and as tall as its words are in that width.

    Qt asks words that wrap how tall they are in a width of its own, and cuts them in a narrower one.
    """
    dialog.setMinimumWidth(size_on_screen(width).width())
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        wide = max(dialog.minimumWidth(), layout.totalMinimumSize().width())
        tall = max(layout.totalHeightForWidth(wide), layout.totalMinimumSize().height())
        dialog.resize(wide, tall)


def set_role(widget: QWidget, role: Role) -> None:
    """Make the style sheet show ``widget`` as ``role``."""
    widget.setProperty("role", role.value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, name: str, role: Role | None = None) -> QLabel:
    """Return a label that wraps, with its object name."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)  # a name with < or & is a name
    made.setText(text)
    made.setObjectName(name)
    made.setWordWrap(True)
    if role is not None:
        set_role(made, role)
    return made


def _luminance(colour_name: str) -> float:
    channels = (int(colour_name[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= _SRGB_KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font(app: QApplication, points: float) -> QFont:
    """Return the system's font, or the one shipped with the program where it has none to write with."""
    font = QFont(app.font())
    # A system without fonts still names families; what tells is whether the font has letters.
    if not QFontMetrics(font).inFontUcs4(ord("ñ")):
        font.setFamily(_shipped_family())
    font.setPointSizeF(points)
    return font


@cache
def _shipped_family() -> str:
    families = []
    for name in _FONTS:
        data = (files("cpepa_desktop.resources") / "fonts" / name).read_bytes()
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
    return families[0]


def _palette(theme: Tokens) -> QPalette:
    role = QPalette.ColorRole
    of_role = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.line,
    }
    palette = QPalette()
    for name, value in of_role.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.quiet))
    return palette


_SHEET: Final = """
QPushButton, QToolButton, QTabBar, QMenu, QAbstractItemView { icon-size: $icon; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QMainWindow, QDialog { background: $window; }

QLabel[role="title"] { font-size: $title_pt; font-weight: 600; }
QLabel[role="heading"] { font-size: $section_pt; font-weight: 600; }
QLabel[role="strong"] { font-size: $heading_pt; font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="error"] { color: $danger; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: $radius; }
QFrame[role="card"] QLabel { border: none; background: transparent; }
QFrame[wash="ok"] { background: $ok_wash; border: none; border-radius: $radius; }
QFrame[wash="warning"] { background: $warning_wash; border: none; border-radius: $radius; }
QFrame[wash="danger"] { background: $danger_wash; border: none; border-radius: $radius; }
QFrame[wash="quiet"] { background: $quiet_wash; border: none; border-radius: $radius; }
QFrame[wash="ok"] QLabel[role="badge"] { color: $ok; }
QFrame[wash="warning"] QLabel[role="badge"] { color: $warning; }
QFrame[wash="danger"] QLabel[role="badge"] { color: $danger; }
QFrame[wash="quiet"] QLabel[role="badge"] { color: $quiet; }

QPushButton { background: $surface; border: 1px solid $line; border-radius: $radius; padding: 5px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $quiet; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { border: 1px solid $text; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $quiet_wash; color: $quiet; border: 1px solid $line; }
QPushButton[role="flat"], QToolButton { background: transparent; border: 1px solid transparent;
    border-radius: $radius; padding: 4px 8px; }
QPushButton[role="flat"], QPushButton[role="link"] { color: $accent; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; padding: 4px;
    text-align: left; }
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="flat"]:hover, QToolButton:hover { background: $hover; }
QPushButton[role="flat"]:focus, QToolButton:focus { border: 1px solid $accent; }
QToolButton:checked, QToolButton:pressed { background: $selection; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: url(icons:theme/down-$variant.svg); width: $arrow; height: $arrow;
    subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: $surface; border: 1px solid $line; border-radius: $radius; padding: 4px 8px;
    min-height: $line_height; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 3px 7px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] {
    border: 1px solid $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $window; color: $quiet; }
QLineEdit:read-only { background: $window; }
QComboBox::drop-down { border: none; width: $arrow_room; }
QComboBox::down-arrow { image: url(icons:theme/down-$variant.svg); width: $arrow; height: $arrow; }
QSpinBox { padding-right: $arrow_room; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: $arrow_room; background: transparent; }
QSpinBox::up-arrow { image: url(icons:theme/up-$variant.svg); width: $arrow; height: $arrow; }
QSpinBox::down-arrow { image: url(icons:theme/down-$variant.svg); width: $arrow; height: $arrow; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; outline: none; }

QAbstractItemView { background: $surface; border: 1px solid $line; border-radius: $radius;
    selection-background-color: $selection; selection-color: $text; outline: none; }
QAbstractItemView:focus, QPdfView:focus, QScrollArea:focus { border: 1px solid $accent; }
QCheckBox, QRadioButton { border: 1px solid transparent; border-radius: $radius; padding: 1px 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: $box; height: $box; border: 1px solid $quiet; border-radius: 3px; background: $surface; }
QRadioButton::indicator { border-radius: $box_half; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border: 1px solid $accent; image: url(icons:theme/check-$variant.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border: 1px solid $accent; image: url(icons:theme/dash-$variant.svg); }
QRadioButton::indicator:checked { border: $dot solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 1px solid $line; }
QTableView { gridline-color: $line; }
QAbstractItemView[role="plain"] { border: none; }
QTableView::item { padding: 2px 8px; }
QTableView::item:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $quiet; border: none; border-bottom: 1px solid $line;
    padding: 5px 11px; font-weight: 600; }
QHeaderView[dense="true"]::section { padding: 5px 1px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(icons:theme/up-$variant.svg); width: $arrow; height: $arrow; }
QHeaderView::down-arrow { image: url(icons:theme/down-$variant.svg); width: $arrow; height: $arrow; }
QTableCornerButton::section { background: $surface; border: none; }

QToolButton[role="navigation"] { padding: 7px 10px; }
QTabBar::scroller { width: $arrow_room; }
QTabBar QToolButton { background: $surface; border: 1px solid $line; padding: 0; }
QTabBar QToolButton::left-arrow { image: url(icons:theme/left-$variant.svg); }
QTabBar QToolButton::right-arrow { image: url(icons:theme/right-$variant.svg); }
QTabBar QToolButton::left-arrow, QTabBar QToolButton::right-arrow { width: $arrow; height: $arrow; }
QFrame[role="navigation"] { background: $surface; border: none; border-right: 1px solid $line; }
QListWidget[role="navigation"] { background: transparent; border: none; border-radius: 0; }
QListWidget[role="navigation"]::item { border-radius: $radius; padding: 7px 10px; margin: 1px 0; }
QListWidget[role="navigation"]::item:hover { background: $hover; }
QListWidget[role="navigation"]::item:selected { background: $selection; color: $accent; }
QListWidget[role="navigation"]::item:focus { border: 1px solid $accent; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $quiet; border: none; border-bottom: 2px solid transparent;
    padding: 8px 10px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $text; background: $hover; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 10px; border-radius: $radius; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QStatusBar { background: $surface; border-top: 1px solid $line; color: $quiet; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $quiet; padding: 2px 8px; }
QProgressBar { background: $quiet_wash; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 16px; }
QSplitter::handle:vertical { height: 16px; }
QSplitter::handle:hover { background: $hover; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
