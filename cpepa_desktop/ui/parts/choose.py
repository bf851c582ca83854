"""Asking for a file or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from cpepa_desktop.domain.texts import _

CENTRE_FILE: Final = "cpepa"


def centre_patterns() -> str:
    """Return what a dialog shows of centres' files."""
    return _("Archivos de centro (*.{suffix})").format(suffix=CENTRE_FILE)


def choose_to_open(parent: QWidget | None, title: str, patterns: str, folder: Path) -> Path | None:
    """Ask for a file that exists. Return ``None`` where the person desists."""
    return _ask(_dialog(parent, title, patterns, folder, QFileDialog.FileMode.ExistingFile))


def choose_to_save(
    parent: QWidget | None, title: str, patterns: str, folder: Path, name: str, *, overwrite: bool = True
) -> Path | None:
    """Ask where to write a file, proposing a name. Return ``None`` where the person desists."""
    dialog = _dialog(parent, title, patterns, folder, QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not overwrite)
    dialog.selectFile(name)
    return _ask(dialog)


def choose_folder(parent: QWidget | None, title: str, folder: Path) -> Path | None:
    """Ask for a folder. Return ``None`` where the person desists."""
    dialog = _dialog(parent, title, "", folder, QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog)


def _dialog(
    parent: QWidget | None, title: str, patterns: str, folder: Path, mode: QFileDialog.FileMode
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), patterns)
    dialog.setObjectName("file_dialog")
    dialog.setFileMode(mode)
    return dialog


def _ask(dialog: QFileDialog) -> Path | None:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
