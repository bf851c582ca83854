"""The page of the centre: one tab a subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cpepa_desktop.domain.calendar import Holiday
from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.centres import CentreView
from cpepa_desktop.ui.centre.columns import holiday_columns, room_columns, trainer_columns
from cpepa_desktop.ui.centre.figures import FiguresTab
from cpepa_desktop.ui.parts import theme
from cpepa_desktop.ui.parts.empty import EmptyState
from cpepa_desktop.ui.parts.fields import TextField
from cpepa_desktop.ui.parts.form import Form, scrolled
from cpepa_desktop.ui.parts.keys import give_keys
from cpepa_desktop.ui.parts.page import PageView, button
from cpepa_desktop.ui.parts.scroll import room_for_current
from cpepa_desktop.ui.parts.table import TablePanel

TABS: Final = ("centre", "logos", "rooms", "trainers", "holidays", "calls")
_LOGO_HEIGHT: Final = 72
_WHOLE_LINE: Final = 100
_LEAST_ROWS: Final = 6
_YEARS: Final = (2000, 2100)
_FORM_WIDTH: Final = 860


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """A logo with its bytes."""

    data: bytes
    alternative_text: str


class CentreData(QWidget):
    """The form of the entity and the centre.

    Signals:
        submitted: the person asked to save and every field makes sense.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("centre_data")
        provinces = [province.value for province in Province]
        self._entity_name = TextField("entity_name", _("Entidad titular"), required=True)
        self._cif = TextField("entity_cif", _("CIF"))
        self._entity_address = TextField("entity_address", _("Dirección de la entidad"))
        self._entity_postal_code = TextField("entity_postal_code", _("Código postal"))
        self._entity_municipality = TextField("entity_municipality", _("Municipio"))
        self._entity_province = TextField("entity_province", _("Provincia"), suggestions=provinces)
        self._name = TextField("centre_name", _("Nombre del centro"), required=True)
        self._code = TextField("centre_code", _("Código del centro"))
        self._address = TextField("centre_address", _("Dirección del centro"))
        self._postal_code = TextField("centre_postal_code", _("Código postal"))
        self._municipality = TextField("centre_municipality", _("Municipio"))
        self._province = TextField("centre_province", _("Provincia"), suggestions=provinces)
        self._phone = TextField("centre_phone", _("Teléfono"))
        self._email = TextField("centre_email", _("Correo electrónico"))
        self._head_name = TextField("centre_head_name", _("Quien dirige el centro"))
        self._head_role = TextField(
            "centre_head_role", _("Cargo"), suggestions=[_("Director"), _("Directora")]
        )
        self._organ = TextField(
            "centre_organ",
            _("Municipio del órgano que recibe los documentos"),
            hint=_("Sus festivos locales también cuentan en los plazos"),
        )
        self.form = Form("centre_form", self._items(), columns=4)
        self.form.setMaximumWidth(_FORM_WIDTH)
        self.form.submitted.connect(self.submitted)
        self.form.save_from(self)
        save = button("centre_save", _("Guardar"), icon="save", primary=True)
        save.setToolTip(_("Guardar (Ctrl+S)"))
        save.clicked.connect(self.form.submit)
        foot = QHBoxLayout()
        foot.addWidget(save)
        foot.addWidget(self.form.unsaved_label(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE)
        area = scrolled(self.form, "centre_scroll")
        area.setMinimumHeight(_LEAST_ROWS * theme.row_height())  # the button under it stays in sight
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def show_centre(self, entity: Entity, centre: Centre) -> None:
        """Show what the file says, unless the person is in the middle of changing it."""
        if self.form.is_changed():
            return
        shown = {
            self._entity_name: entity.name,
            self._cif: entity.cif,
            self._entity_address: entity.address,
            self._entity_postal_code: entity.postal_code,
            self._entity_municipality: entity.municipality,
            self._entity_province: entity.province,
            self._name: centre.name,
            self._code: centre.code,
            self._address: centre.address,
            self._postal_code: centre.postal_code,
            self._municipality: centre.municipality,
            self._province: centre.province,
            self._phone: centre.phone,
            self._email: centre.email,
            self._head_name: centre.head_name,
            self._head_role: centre.head_role,
            self._organ: centre.organ_municipality,
        }
        for field, value in shown.items():
            field.set_value(value)
        self.form.settle()

    def entity(self) -> Entity:
        """Return the entity as entered."""
        return Entity(
            self._entity_name.value(),
            self._cif.value(),
            self._entity_address.value(),
            self._entity_postal_code.value(),
            self._entity_municipality.value(),
            self._entity_province.value(),
        )

    def centre(self) -> Centre:
        """Return the centre as entered."""
        return Centre(
            self._name.value(),
            self._code.value(),
            self._address.value(),
            self._postal_code.value(),
            self._municipality.value(),
            self._province.value(),
            self._phone.value(),
            self._email.value(),
            self._head_name.value(),
            self._head_role.value(),
            self._organ.value(),
        )

    def _items(self) -> list[Any]:
        return [
            _("Centro"),
            (self._name, 3),
            self._code,
            (self._address, 3),
            self._postal_code,
            (self._municipality, 2),
            (self._province, 2),
            (self._phone, 2),
            (self._email, 2),
            (self._head_name, 2),
            (self._head_role, 2),
            (self._organ, 4),
            _("Entidad"),
            (self._entity_name, 3),
            self._cif,
            (self._entity_address, 3),
            self._entity_postal_code,
            (self._entity_municipality, 2),
            (self._entity_province, 2),
        ]


class LogosView(QWidget):
    """The images that head every paper.

    Signals:
        add_asked: the person wants to add one.
        remove_asked: they want to take one away; carries its place, from 0.
    """

    add_asked = Signal()
    remove_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("logos")
        intro = theme.label(
            _(
                "Los logotipos encabezan los documentos que se impriman desde ahora, en este orden. Los ya "
                "emitidos conservan los suyos."
            ),
            "logos_intro",
            theme.Role.QUIET,
        )
        add = button("logos_add", _("Añadir logotipo…"), icon="image", shortcut="Ctrl+N", owner=self)
        add.clicked.connect(self.add_asked)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(theme.SPACE)
        self._cards.addStretch(1)
        self._shown: list[QWidget] = []
        head = QHBoxLayout()
        head.addWidget(intro, 1)
        head.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(head)
        layout.addLayout(self._cards)
        layout.addStretch(1)

    def show_logos(self, logos: Sequence[ShownLogo]) -> None:
        """Show the logos, in order."""
        for card in self._shown:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._shown = [self._card(at, logo) for at, logo in enumerate(logos)]
        if not logos:
            empty = _("No hay ningún logotipo: los documentos se imprimen solo con el nombre del centro.")
            self._shown = [EmptyState("logos_empty", empty, icon="image")]
        for card in self._shown:  # what says that there are none has the whole line
            self._cards.insertWidget(self._cards.count() - 1, card, 0 if logos else _WHOLE_LINE)

    def _card(self, at: int, logo: ShownLogo) -> QFrame:
        card = QFrame()
        card.setObjectName(f"logo_{at}")
        card.setAccessibleName(logo.alternative_text)
        theme.set_role(card, theme.Role.CARD)
        image = QLabel()
        image.setObjectName(f"logo_{at}_image")
        image.setAccessibleName(logo.alternative_text)
        pixmap = QPixmap()
        pixmap.loadFromData(logo.data)
        image.setPixmap(
            pixmap.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation)
            if not pixmap.isNull()
            else pixmap
        )
        remove = button(
            f"logo_{at}_remove", _("Quitar"), icon="delete", shortcut="Ctrl+Shift+Del", owner=card
        )
        remove.setAccessibleName(_("Quitar el logotipo «{text}»").format(text=logo.alternative_text))
        remove.clicked.connect(lambda: self.remove_asked.emit(at))
        layout = QVBoxLayout(card)
        layout.setContentsMargins(*(theme.SPACE_LARGE,) * 4)
        layout.setSpacing(theme.SPACE_SMALL)
        layout.addWidget(image)
        layout.addWidget(theme.label(logo.alternative_text, f"logo_{at}_text", theme.Role.QUIET))
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return card


class ListTab(QWidget):
    """A list of the centre with its buttons.

    Signals:
        add_asked: the person wants to add something.
        change_asked, remove_asked: they want to change or take away the current row; carry it.

    ``more`` widgets stand before the buttons.
    """

    add_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, name: str, panel: TablePanel[Any], add: str, *more: QWidget, removes: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.panel = panel
        self._add = button(f"{name}_add", add, icon="add", shortcut="Ctrl+N", primary=True, owner=self)
        self._add.clicked.connect(self.add_asked)
        act = _("Quitar") if removes else _("Cambiar…")
        shortcut, signal = ("Ctrl+Shift+Del", self.remove_asked) if removes else ("Ctrl+E", self.change_asked)
        icon = "delete" if removes else "edit"
        self._act = button(f"{name}_act", act, icon=icon, shortcut=shortcut, owner=self)
        self._act.clicked.connect(lambda: self.panel.about_current(signal.emit))
        for widget in (*more, self._act, self._add):
            panel.add_to_head(widget)
        panel.opened.connect(self.change_asked)
        panel.chosen.connect(lambda row: self._act.setEnabled(row is not None))
        self._act.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.addWidget(panel)


class CentrePageView(PageView):
    """Everything about the centre.

    Signals:
        year_changed: the person wants the holidays of another year; carries it.
        import_asked: the person wants to bring the holidays of a year from a file; carries it.
    """

    year_changed = Signal(int)
    import_asked = Signal(int)

    def __init__(self, today: date) -> None:
        super().__init__("centre", _("Centro"))
        self.data = CentreData()
        self._year = QSpinBox()
        self._year.setObjectName("holidays_year")
        self._year.setAccessibleName(_("Año"))
        self._year.setRange(*_YEARS)
        self._year.setValue(today.year)
        self._year.valueChanged.connect(self.year_changed)
        self.logos = LogosView()
        self.rooms = ListTab(
            "rooms",
            TablePanel(
                "rooms_list",
                _("Aulas"),
                room_columns(today),
                key=lambda room: room.id,
                empty=EmptyState(
                    "rooms_empty", _("Añada las aulas: cada curso dice en cuál se imparte."), icon="room"
                ),
            ),
            _("Nueva aula"),
        )
        self.trainers = ListTab(
            "trainers",
            TablePanel(
                "trainers_list",
                _("Formadores y formadoras"),
                trainer_columns(),
                key=lambda trainer: trainer.id,
                empty=EmptyState("trainers_empty", _("Añada a quienes imparten los cursos."), icon="trainer"),
            ),
            _("Nuevo formador o formadora"),
        )
        self.import_holidays = button("holidays_import", _("Importar…"), icon="import")
        self.import_holidays.setToolTip(_("Importar días sin clase de una lista o de un calendario"))
        self.import_holidays.clicked.connect(lambda: self.import_asked.emit(self.year))
        self.holidays = ListTab(
            "holidays",
            TablePanel(
                "holidays_list",
                _("Festivos y días sin clase"),
                holiday_columns(),
                key=lambda holiday: (holiday.day, holiday.scope, holiday.municipality),
                empty=EmptyState("holidays_empty", _("Este año no tiene ningún festivo."), icon="holiday"),
            ),
            _("Nuevo día sin clase"),
            self._year,
            self.import_holidays,
            removes=True,
        )
        give_keys(self.import_holidays, "Ctrl+I", self.holidays)
        self.figures = FiguresTab()
        self._tabs = QTabWidget()
        self._tabs.setObjectName("centre_tabs")
        self._tabs.setAccessibleName(_("Apartados del centro"))
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self.data, _("Datos"))
        self._tabs.addTab(self.logos, _("Logotipos"))
        self._tabs.addTab(self.rooms, _("Aulas"))
        self._tabs.addTab(self.trainers, _("Formadores"))
        self._tabs.addTab(self.holidays, _("Festivos"))
        self._tabs.addTab(self.figures, _("Convocatorias"))
        room_for_current(self._tabs)
        self.set_body(self._tabs)

    @property
    def year(self) -> int:
        """Return the year whose holidays are shown."""
        return self._year.value()

    def show_tab(self, name: str) -> None:
        """Show one of ``TABS``."""
        self._tabs.setCurrentIndex(TABS.index(name))

    def show_centre(self, view: CentreView) -> None:
        """Show the centre, its classrooms and its trainers."""
        self.data.show_centre(view.entity, view.centre)
        self.rooms.panel.set_rows(view.rooms)
        self.trainers.panel.set_rows(view.trainers)

    def show_holidays(self, holidays: Sequence[Holiday]) -> None:
        """Show the days without class of a year."""
        self.holidays.panel.set_rows(holidays)
