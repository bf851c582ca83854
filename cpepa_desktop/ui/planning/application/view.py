"""The application to a call on screen: its courses over its checklist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from cpepa_desktop.domain.applications import ItemState
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words
from cpepa_desktop.operations.application_paper import limit_words
from cpepa_desktop.operations.application_view import ActionView, ApplicationView, ItemView
from cpepa_desktop.ui.part import PartView
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.flow import flow_of
from cpepa_desktop.ui.parts.page import button
from cpepa_desktop.ui.parts.rows import RowsBox, one_over_other
from cpepa_desktop.ui.parts.table import TablePanel
from cpepa_desktop.ui.parts.verdicts import Badge, BadgeLabel
from cpepa_desktop.ui.parts.why import WHY_KEY
from cpepa_desktop.ui.planning.application.columns import action_columns, item_columns

_ITEMS_IN_SIGHT: Final = 5


class ApplicationSectionView(PartView):
    """The application to the call chosen.

    Signals:
        call_chosen: another call was chosen; carries its id.
        courses_wanted: the courses planned under the call are to come in.
        estimate_wanted, grant_asked: about the course chosen; carry its row.
        item_wanted, ready_wanted: about the item chosen; carry its row.
        limits_asked, publication_wanted, submit_wanted, reopen_wanted, print_wanted: about the whole of it.
    """

    call_chosen = Signal(str)
    courses_wanted = Signal()
    estimate_wanted = Signal(object)
    grant_asked = Signal(object)
    item_wanted = Signal(object)
    ready_wanted = Signal(object)
    limits_asked = Signal()
    publication_wanted = Signal()
    submit_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("application", _("Solicitud de subvención"))
        self._calls: list[str] = []
        self._is_open = True
        self.calls = QComboBox()
        self.calls.setObjectName("application_call")
        self.calls.setAccessibleName(_("Convocatoria a la que se pide"))
        self.calls.setToolTip(_("Convocatoria a la que se pide"))
        self.calls.activated.connect(lambda at: self.call_chosen.emit(self._calls[at]))
        self.state = BadgeLabel("application_state")
        self.notes = theme.label("", "application_notes", theme.Role.QUIET)
        self.rows = self._make_rows()
        self.items, self.edit, self.ready = self._make_items()
        self._make_commands()
        self.set_body(self._body())
        self.start_at(self.rows.table.view)

    def show_calls(self, calls: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these calls, by id and title, on the one chosen."""
        self._calls = [call for call, _title in calls]
        with QSignalBlocker(self.calls):
            self.calls.clear()
            self.calls.addItems([title for _call, title in calls])
            self.calls.setCurrentIndex(self._calls.index(chosen))

    def show_application(self, view: ApplicationView) -> None:
        """Show the application to the call chosen."""
        self._is_open = not view.is_submitted
        self.state.show_badge(_state_of(view))
        self.notes.setText("\n".join(_notes(view)))
        self.rows.let_change(allowed=self._is_open)
        self.rows.show_rows(view.actions)
        self.items.set_rows(view.items)
        self.items.choose_first()
        self.submit.setVisible(self._is_open)
        self.reopen.setVisible(not self._is_open)
        self.publication.setEnabled(self._is_open)
        self.limits.setEnabled(view.cap is not None or bool(view.specialities))
        self._settle()

    def _settle(self) -> None:
        """Offer what makes sense: a submitted application is not changed."""
        action, item = self.rows.table.current_row(), self.items.current_row()
        self.courses.setEnabled(self._is_open)
        for each in (self.estimate, self.why):
            each.setEnabled(action is not None and action.estimate is not None)
        self.edit.setEnabled(self._is_open and item is not None)
        self.ready.setEnabled(self._is_open and item is not None and item.mark.state is not ItemState.READY)

    def _make_rows(self) -> RowsBox:
        table: TablePanel[ActionView] = TablePanel(
            "application_actions",
            _("Acciones que se piden"),
            action_columns(),
            key=lambda row: row.action.id,
            filtered=False,
            empty=EmptyState(
                "application_empty",
                _(
                    "No se pide nada todavía. Añada las acciones del anexo, o traiga los cursos ya "
                    "planificados con esta convocatoria."
                ),
                icon="send",
            ),
        )
        rows = RowsBox("application_rows", table, _("Añadir…"))
        self.courses = rows.add_command(
            "courses",
            _("Traer los planificados"),
            lambda _row: self.courses_wanted.emit(),
            icon="courses",
            shortcut="Ctrl+Shift+T",
            of_row=False,
        )
        self.estimate = rows.add_command(
            "estimate",
            _("Estimación en PDF…"),
            self.estimate_wanted.emit,
            icon="export",
            shortcut="Ctrl+Shift+G",
        )
        self.why = rows.add_command(
            "why", _("¿Por qué?"), self.grant_asked.emit, icon="law", shortcut=WHY_KEY
        )
        table.chosen.connect(lambda _row: self._settle())
        return rows

    def _make_items(self) -> tuple[TablePanel[ItemView], QPushButton, QPushButton]:
        table: TablePanel[ItemView] = TablePanel(
            "application_items",
            _("Documentos y declaraciones"),
            item_columns(),
            key=lambda row: row.item.key,
            filtered=False,
        )
        table.view.setMinimumHeight(_ITEMS_IN_SIGHT * theme.row_height())
        box = self._items_box = QWidget()
        box.setObjectName("application_checklist")
        edit = button("application_item", _("Cambiar el estado…"), icon="edit", shortcut="Ctrl+E", owner=box)
        ready = button("application_ready", _("Está listo"), icon="ok", shortcut="Ctrl+Return", owner=box)
        edit.clicked.connect(lambda: self.items.about_current(self.item_wanted.emit))
        ready.clicked.connect(lambda: self.items.about_current(self.ready_wanted.emit))
        table.opened.connect(lambda row: self.item_wanted.emit(row) if self._is_open else None)
        table.chosen.connect(lambda _row: self._settle())
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, theme.SPACE_SMALL, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        heading = theme.label(
            _("Documentos y declaraciones"), "application_checklist_title", theme.Role.STRONG
        )
        heading.setWordWrap(False)
        layout.addLayout(flow_of([heading, edit, ready]))
        layout.addWidget(table, 1)
        return table, edit, ready

    def _make_commands(self) -> None:
        self.publication = button(
            "application_publication", _("Publicación…"), icon="calendar", shortcut="Ctrl+Shift+U", owner=self
        )
        self.submit = button(
            "application_submit", _("Presentar…"), icon="send", shortcut="Ctrl+Shift+P", owner=self
        )
        self.reopen = button(
            "application_reopen", _("Reabrir…"), icon="undo", shortcut="Ctrl+Shift+B", owner=self
        )
        self.print = button("application_print", _("Imprimir…"), icon="print", shortcut="Ctrl+P", owner=self)
        self.limits = button("application_limits", _("Límites…"), icon="law", shortcut="Shift+F8", owner=self)
        for made, signal in (
            (self.publication, self.publication_wanted),
            (self.submit, self.submit_wanted),
            (self.reopen, self.reopen_wanted),
            (self.print, self.print_wanted),
            (self.limits, self.limits_asked),
        ):
            made.clicked.connect(signal)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("application_body")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_SMALL)
        head = [self.calls, self.state, self.publication, self.submit, self.reopen, self.print, self.limits]
        layout.addLayout(flow_of(head))
        layout.addWidget(self.notes)
        layout.addWidget(one_over_other("application_halves", self.rows, self._items_box, (220, 240)), 1)
        return body


def _state_of(view: ApplicationView) -> Badge:
    application = view.application
    if application.submitted_on is not None:
        words = _("Presentada el {day} · {number}").format(
            day=day_words(application.submitted_on), number=application.number
        )
        return Badge(words, "send", theme.Wash.OK)
    if view.gaps:
        words = ngettext("Falta {n} cosa", "Faltan {n} cosas", len(view.gaps)).format(n=len(view.gaps))
        return Badge(words, "to-do", theme.Wash.WARNING)
    return Badge(_("Lista para presentar"), "ok", theme.Wash.OK)


def _notes(view: ApplicationView) -> Iterator[str]:
    if view.due is None:
        yield _("Anote el día en que se publicó la convocatoria para saber cuándo acaba el plazo.")
    else:
        words = _("El plazo acaba el {day} ({citation}).")
        yield words.format(day=day_words(view.due), citation=view.due_citation)
    yield from limit_words(view)
