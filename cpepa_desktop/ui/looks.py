"""The colours and the size of the text, as the person wants them: applied at once and kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.settings import TEXT_SIZES, Scheme, Settings

_PERCENT = 100


class Looks(QObject):
    """What the whole application looks like.

    Signals:
        changed: the colours or the size of the text are others now.
        resized: the size of the text is another now; comes after ``changed``.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        """Return the colours chosen."""
        return self._settings.scheme()

    @property
    def text_size(self) -> int:
        """Return the size of the text in per cent."""
        return self._settings.text_size()

    def set_scheme(self, scheme: Scheme) -> None:
        """Change the colours."""
        self._settings.remember_scheme(scheme)
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Change the size of the text, one of ``TEXT_SIZES``."""
        if percent != self.text_size:
            self._settings.remember_text_size(percent)
            self._apply()
            self.resized.emit()

    def enlarge(self) -> None:
        """Make the text one size larger, where there is one."""
        self._step(1)

    def reduce(self) -> None:
        """Make the text one size smaller, where there is one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = TEXT_SIZES.index(self.text_size) + by
        self.set_text_size(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        apply_looks(self._settings)
        self.changed.emit()


def apply_looks(settings: Settings) -> None:
    """Give the application the looks of ``settings``. Nothing is to be seen of it before there is one."""
    scheme = settings.scheme()
    is_dark = system_is_dark() if scheme is Scheme.SYSTEM else scheme is Scheme.DARK
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply_theme(app, dark=is_dark, scale=settings.text_size() / _PERCENT)


def system_is_dark() -> bool:
    """Say whether the system is set to dark colours."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
