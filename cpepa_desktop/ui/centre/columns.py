"""Columns of the centre's classrooms, trainers and holidays."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.calendar import Holiday, HolidayScope
from cpepa_desktop.domain.centre import Room, Trainer
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, metres_words
from cpepa_desktop.ui.parts.table import Align, Column
from cpepa_desktop.ui.parts.theme import Wash


def scope_words(scope: HolidayScope) -> str:
    """Return whose holiday a day is."""
    return {
        HolidayScope.NATIONAL: _("Nacional"),
        HolidayScope.REGIONAL: _("De Aragón"),
        HolidayScope.LOCAL: _("Local"),
        HolidayScope.SCHOOL: _("Escolar"),
        HolidayScope.CENTRE: _("Del centro"),
    }[scope]


def room_columns(today: date) -> tuple[Column[Room], ...]:
    """Return the columns of the classrooms; a title that has ended by ``today`` is told."""
    return (
        Column(_("Aula"), lambda room: room.name, stretched=True),
        Column(_("Superficie"), lambda room: room.area_hundredths, text=_area, align=Align.RIGHT, width=13),
        Column(_("Título de uso"), lambda room: room.title, width=24),
        Column(
            _("Hasta"),
            lambda room: room.title_until,
            wash=lambda room: Wash.WARNING if _has_ended(room, today) else None,
            icon=lambda room: "warning" if _has_ended(room, today) else "",
            tooltip=lambda room: _("El título de uso ya terminó.") if _has_ended(room, today) else "",
            width=14,
        ),
    )


def trainer_columns() -> tuple[Column[Trainer], ...]:
    """Return the columns of the trainers."""
    return (
        Column(
            _("Apellidos, nombre"),
            lambda trainer: f"{trainer.surnames}, {trainer.name}" if trainer.surnames else trainer.name,
            stretched=True,
        ),
        Column(_("Documento"), lambda trainer: trainer.id_number, width=12),
        Column(_("Especialidad"), lambda trainer: trainer.speciality, width=20),
        Column(_("Teléfono"), lambda trainer: trainer.phone, width=12),
        Column(
            _("Situación"),
            lambda trainer: _("En activo") if trainer.active else _("Ya no imparte"),
            wash=lambda trainer: None if trainer.active else Wash.QUIET,
            width=14,
        ),
    )


def holiday_columns() -> tuple[Column[Holiday], ...]:
    """Return the columns of the days without class."""
    return (
        Column(_("Día"), lambda holiday: holiday.day, text=lambda holiday: day_words(holiday.day), width=18),
        Column(_("Nombre"), lambda holiday: holiday.name, stretched=True),
        Column(_("Tipo"), lambda holiday: scope_words(holiday.scope), width=13),
        Column(_("Municipio"), lambda holiday: holiday.municipality, width=18),
    )


def _area(room: Room) -> str:
    if room.area_hundredths is None:
        return _("sin establecer")
    return metres_words(room.area_hundredths)


def _has_ended(room: Room, today: date) -> bool:
    return room.title_until is not None and room.title_until < today
