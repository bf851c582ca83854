"""Outline icons drawn for this program, painted in the colours of the theme in use when they are painted."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from cpepa_desktop.ui.parts.theme import scaled, tokens

SMALL: Final = 16
NORMAL: Final = 20
LARGE: Final = 48
_FOLDER = files("cpepa_desktop.resources") / "icons"
_PROGRAM: Final = "program"
_PROGRAM_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def icon_names() -> tuple[str, ...]:
    """Return the names of all outlines, in order; the picture of the program is none."""
    names = (file.name.removesuffix(".svg") for file in _FOLDER.iterdir() if file.is_file())
    return tuple(sorted(name for name in names if name != _PROGRAM))


def program_icon() -> QIcon:
    """Return the icon of the program, in its own colours and in every size that desktops ask for."""
    made = QIcon()
    for size in _PROGRAM_SIZES:
        picture = QPixmap()
        picture.loadFromData((_FOLDER / _PROGRAM / f"{size}.png").read_bytes())
        made.addPixmap(picture)
    return made


def icon(name: str, ink: str = "text") -> QIcon:
    """Return the icon of that name in a colour of the theme. Raise ``KeyError`` where there is none."""
    _source(name)
    return QIcon(_Tinted(name, ink))


def pixmap(name: str, ink: str = "text", size: int = SMALL, ratio: float = 1.0) -> QPixmap:
    """Return the icon painted now, ``size`` logical pixels wide on a screen of that pixel ratio."""
    return _painted(name, getattr(tokens(), ink), round(size * ratio), ratio)


def icon_label(name: str, ink: str = "text", size: int = SMALL) -> IconLabel:
    """Return a label that shows an icon as an ornament: the words beside it say the same."""
    made = IconLabel(size)
    made.setObjectName(f"icon_{name}")
    made.show_icon(name, ink)
    return made


class IconLabel(QLabel):
    """An icon that keeps the colours of the theme and the size of the text, also when they change."""

    def __init__(self, size: int = SMALL) -> None:
        super().__init__()
        self._size = size
        self._name = ""
        self._ink = ""
        self.setScaledContents(True)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self._paint()

    def changeEvent(self, event: QEvent, /) -> None:
        """Override QWidget::changeEvent."""
        super().changeEvent(event)
        changed = QEvent.Type
        if event.type() in {changed.FontChange, changed.PaletteChange, changed.StyleChange}:
            self._paint()

    def _paint(self) -> None:
        size = scaled(self._size)
        self.setFixedSize(size, size)
        if self._name:
            self.setPixmap(pixmap(self._name, self._ink, size, ratio=2.0))


class _Tinted(QIconEngine):
    """Paint one outline in the colour that its ink has now, so that a change of theme needs no new icon."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._token = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State, /) -> None:
        """Override QIconEngine::paint."""
        ink = "quiet" if mode == QIcon.Mode.Disabled else self._token
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(_coloured(self._name, getattr(tokens(), ink))).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        """Override QIconEngine::pixmap."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


@lru_cache
def _source(name: str) -> str:
    file = _FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")


def _coloured(name: str, colour: str) -> QByteArray:
    return QByteArray(_source(name).replace("currentColor", colour).encode())


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(_coloured(name, colour)).render(painter)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
