"""Annex for the virtual classroom, items a) to g) (Orden EPE/873/2023, Guía 10.2.4)."""

from __future__ import annotations

from typing import Final

from cpepa_desktop.reports.conditions.data import ConditionsSheet
from cpepa_desktop.reports.conditions.items import PENDING_LINE, Item, programme_table, signature
from cpepa_desktop.reports.frame import Block, Field, Fields, Heading, Paragraph, spanish
from cpepa_desktop.reports.frame.prose import written

TITLE: Final = "Anexo de la hoja de condiciones. Aula virtual"


def annex_items(sheet: ConditionsSheet) -> tuple[Item, ...]:
    """Return the seven items of the annex, or none where every session is in person."""
    if not sheet.needs_annex:
        return ()
    texts = sheet.texts
    return (
        Item("a) Herramienta tecnológica", written(texts.virtual_tool)),
        Item("b) Requisitos técnicos", written(texts.virtual_requirements)),
        Item("c) Centro de atención al usuario", written(texts.virtual_help)),
        _contents(sheet),
        _activities(sheet),
        Item("f) Pruebas de evaluación", (Paragraph(_TESTS), *written(texts.virtual_tests))),
        Item("g) Firma y sello de la entidad", signature(sheet, "firma_entidad_anexo")),
    )


_TESTS: Final = (
    "La prueba de evaluación final es siempre presencial en el aula. En los certificados de profesionalidad "
    "lo son también las pruebas de evaluación final de cada uno de los módulos formativos."
)
_ACTIVITIES: Final = (
    "Todas las actividades de aprendizaje y las tareas se llevan a cabo en tiempo real y con la "
    "concurrencia de todos los participantes en el aula."
)


def _contents(sheet: ConditionsSheet) -> Item:
    excluded = written(sheet.texts.virtual_excluded)
    in_room = sheet.action_minutes - sheet.virtual_minutes
    blocks: list[Block] = [
        Fields(
            (
                Field("Certificado de profesionalidad", "Sí" if sheet.is_certificate else "No"),
                Field("Horas totales", spanish.hours(sheet.action_minutes)),
                Field("Horas por aula virtual", spanish.hours(sheet.virtual_minutes)),
                Field("Horas que no se imparten por aula virtual", spanish.hours(in_room)),
            ),
            columns=4,
        )
    ]
    if sheet.modules:
        blocks.append(programme_table(sheet, virtual=True))
    blocks.append(Heading(3, "Contenidos que no pueden impartirse por aula virtual"))
    blocks.extend(excluded or (PENDING_LINE,))
    return Item("d) Contenidos", tuple(blocks), () if excluded else ("contenidos que no pueden impartirse",))


def _activities(sheet: ConditionsSheet) -> Item:
    own = written(sheet.texts.virtual_activities)
    return Item("e) Actividades y ejercicios prácticos", (Paragraph(_ACTIVITIES), *own) if own else ())
