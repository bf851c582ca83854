"""Texts that a user sees go through ``_()``, so that a catalogue can translate them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.house.tree import PACKAGE, parsed, shown, sources

# Calls that show their arguments. The names are Qt's, argparse's and our own errors'.
SHOWN: Final = frozenset(
    {
        *(
            "QLabel",
            "QPushButton",
            "QToolButton",
            "QCheckBox",
            "QRadioButton",
            "QGroupBox",
            "QAction",
            "QMenu",
        ),
        *("QDockWidget", "QTableWidgetItem", "QListWidgetItem", "QTreeWidgetItem"),
        *(
            "setText",
            "setWindowTitle",
            "setTitle",
            "setSubTitle",
            "setToolTip",
            "setStatusTip",
            "setWhatsThis",
        ),
        *("setPlaceholderText", "setSpecialValueText", "setSuffix", "setPrefix", "setLabelText"),
        *("setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText"),
        *("setHorizontalHeaderLabels", "setVerticalHeaderLabels", "setHeaderLabels", "showMessage"),
        *("addTab", "addMenu", "addAction", "addRow", "addItem", "addItems", "addButton", "setTabText"),
        *("information", "warning", "critical", "question", "getOpenFileName", "getSaveFileName", "getText"),
        *("print", "Refused", "EnvironmentFault", "Problem"),
    }
)
# Of these only the keywords are shown; the other arguments are names and flags.
SHOWN_KEYWORDS: Final = frozenset({"help", "description", "epilog", "title", "usage", "message"})
# Of the calls above, keywords that are not shown.
HIDDEN_KEYWORDS: Final = frozenset({"column", "where", "file", "sep", "end", "objectName"})
LOGGERS: Final = frozenset({"log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER", "warnings"})
WORD: Final = re.compile(r"[^\W\d_]{2}")


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts written in an expression, not looking into calls: ``_("…")`` answers for its own."""
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if isinstance(node, ast.FormattedValue) and child is node.format_spec:
            continue
        if isinstance(child, ast.expr) and not isinstance(node, ast.Subscript | ast.Compare):
            yield from literals(child)


def shown_arguments(call: ast.Call) -> Iterator[ast.expr]:
    """Yield the arguments of a call that a user will see."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    owner = function.value if isinstance(function, ast.Attribute) else None
    if isinstance(owner, ast.Name) and owner.id in LOGGERS:
        return
    if name in SHOWN:
        yield from call.args
        yield from (k.value for k in call.keywords if k.arg not in HIDDEN_KEYWORDS)
    elif name in {"add_argument", "add_parser", "add_subparsers", "ArgumentParser", "add_argument_group"}:
        yield from (k.value for k in call.keywords if k.arg in SHOWN_KEYWORDS)


def untranslated(file: Path) -> Iterator[str]:
    """Yield the place of every text that is shown as it is written in the source."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Call):
            for argument in shown_arguments(node):
                for text in literals(argument):
                    if WORD.search(text):
                        yield f"{shown(file)}:{node.lineno}: {text}"


def test_every_text_that_a_user_sees_can_be_translated() -> None:
    found = [place for file in sources(PACKAGE) for place in untranslated(file)]
    assert found == []


def test_the_check_sees_what_it_should(tmp_path: Path) -> None:
    file = tmp_path / "view.py"
    file.write_text(
        "label = QLabel('Guardar')\n"
        "label.setToolTip(f'{n} horas')\n"
        "box = QMessageBox.warning(window, _('Título'), 'No se ha guardado.')\n"
        "raise Refused('No hay curso.' if x else _('Nada.'))\n"
        "p.add_argument('--file', help='la ficha')\n"
        "fine = QLabel(_('Guardar')); fine.setText('% 1'); fine.setObjectName('save_button')\n"
        "log.warning('not for users'); fine.setText(TITLES['key'])\n",
        encoding="utf-8",
    )
    lines = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for argument in shown_arguments(node)
        for text in literals(argument)
        if WORD.search(text)
    ]
    assert sorted(lines) == [1, 2, 3, 4, 5]
