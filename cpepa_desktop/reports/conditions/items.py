"""Items a) to l) of the conditions sheet, in the order of the guide (Orden EPE/873/2023, Guía 10.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from cpepa_desktop.domain.course import ModuleKind, SessionMode
from cpepa_desktop.domain.words import listed
from cpepa_desktop.reports.conditions.data import ClassDay, ConditionsSheet, ModuleLine
from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    Column,
    Field,
    Fields,
    Group,
    Heading,
    Listing,
    Numbering,
    Paragraph,
    Prose,
    Row,
    Signatures,
    Signer,
    Strong,
    Table,
    spanish,
)
from cpepa_desktop.reports.frame.prose import written

PENDING: Final = "Pendiente de completar"
PENDING_LINE: Final = Paragraph(PENDING, style=Prose.PENDING)


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered item: its heading, its blocks (none: pending), and in words what of it still lacks."""

    heading: str
    blocks: tuple[Block, ...]
    lacks: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """Return the line that names what is missing, or nothing."""
        if not self.blocks:
            return self.heading
        return f"{self.heading}: {listed(self.lacks)}" if self.lacks else ""

    def printed(self, level: int = 2) -> Iterator[Block]:
        """Yield the heading and the blocks, or that they are pending."""
        yield Heading(level, self.heading)
        yield from self.blocks or (PENDING_LINE,)


def items(sheet: ConditionsSheet) -> tuple[Item, ...]:
    """Return the twelve items in the order of the guide."""
    texts = sheet.texts
    return (
        _presentation(sheet),
        Item("b) Objetivos", written(texts.objectives)),
        _calendar(sheet),
        Item("d) Metodología de impartición", (Paragraph(_methodology(sheet)), *written(texts.methodology))),
        _programme(sheet),
        Item("f) Actividades y ejercicios prácticos propuestos", written(texts.activities)),
        _trainers(sheet),
        Item("h) Sistema de evaluación", written(texts.evaluation)),
        _technician(sheet),
        Item("j) Firma y sello de la entidad", signature(sheet, "firma_entidad")),
        Item("k) Hoja de derechos y obligaciones", _rights(sheet)),
        Item("l) Oficina electrónica y Carta de Servicios", _leaflets()),
    )


def _presentation(sheet: ConditionsSheet) -> Item:
    fields = (
        Field("Acción formativa", f"{sheet.course_code} {sheet.course_name}", 4),
        Field("N.º de expediente", sheet.file_number),
        Field("N.º de acción", sheet.action_number),
        Field("Especialidad", sheet.speciality),
        Field("Nivel", str(sheet.level or "")),
        Field("Familia profesional", sheet.family, 2),
        Field("Financiación", sheet.payer, 2),
        Field("Entidad", sheet.entity, 3),
        Field("CIF", sheet.entity_cif),
        Field("Centro", sheet.centre, 3),
        Field("Código del centro", sheet.centre_code),
        Field(
            "Lugar de impartición", ", ".join(part for part in (sheet.address, sheet.municipality) if part), 2
        ),
        Field("Teléfono", sheet.centre_phone),
        Field("Correo electrónico", sheet.centre_email),
    )
    needed = {"entidad": sheet.entity, "centro": sheet.centre, "quién financia": sheet.payer}
    return Item(
        "a) Presentación",
        (Fields(fields, columns=4), *written(sheet.texts.presentation)),
        tuple(name for name, value in needed.items() if not value),
    )


def _calendar(sheet: ConditionsSheet) -> Item:
    heading = "c) Duración y horario. Calendario previsto"
    if not sheet.class_days:
        return Item(heading, ())
    first, last = sheet.class_days[0].day, sheet.class_days[-1].day
    summary = Fields(
        (
            Field("Duración total", spanish.hours(sheet.action_minutes)),
            Field("Días lectivos", str(len(sheet.class_days))),
            Field("Inicio", spanish.long_day(first)),
            Field("Fin", spanish.long_day(last)),
            Field("Horario", sheet.timetable, 4),
        ),
        columns=4,
    )
    blocks: tuple[Block, ...] = (summary, _hours_by_module(sheet), _months(sheet.class_days))
    if sheet.free_days:
        free = "; ".join(f"{spanish.weekday_and_day(free.day)} ({free.name})" for free in sheet.free_days)
        blocks = (*blocks, Paragraph((Strong("Días sin clase: "), f"{free}.")))
    return Item(heading, blocks, () if sheet.timetable else ("horario",))


_SHORT_NAMES: Final = {
    ModuleKind.COMPLEMENTARY: "módulo complementario",
    ModuleKind.WORKPLACE: "prácticas en centros de trabajo, aparte,",
}


def _hours_by_module(sheet: ConditionsSheet) -> Paragraph:
    """Return the hours of each module, the complementary and the workplace ones named for what they are."""
    each = [
        f"{_SHORT_NAMES.get(module.kind, module.code)} {spanish.hours(module.minutes)}"
        for module in sheet.modules
    ]
    return Paragraph((Strong("Horas por módulo: "), f"{'; '.join(each) or PENDING.lower()}."))


def _months(days: tuple[ClassDay, ...]) -> Table:
    rows = []
    for _month, group in groupby(days, key=lambda day: (day.day.year, day.day.month)):
        month = list(group)
        rows.append(
            Row(
                (
                    spanish.month(month[0].day),
                    ", ".join(str(day.day.day) for day in month),
                    str(len(month)),
                    spanish.hours(sum(day.minutes for day in month)),
                )
            )
        )
    return Table(
        (
            Column("Mes", 38, heads_row=True),
            Column("Días de clase"),
            Column("N.º", 14, align=Align.RIGHT),
            Column("Horas", 22, align=Align.RIGHT),
        ),
        tuple(rows),
        caption="Calendario previsto",
        summary="Una fila por mes con sus días de clase, cuántos son y cuántas horas suman.",
    )


def _methodology(sheet: ConditionsSheet) -> str:
    """Return the sentence that the guide asks for: all in the room, virtual classroom, or bimodal."""
    if not sheet.needs_annex:
        return "La acción formativa se imparte en su totalidad de forma presencial en el aula."
    hours = f" ({spanish.hours(sheet.virtual_minutes)} de {spanish.hours(sheet.action_minutes)})"
    part = hours if sheet.virtual_minutes else ""
    ways = []
    if SessionMode.VIRTUAL in sheet.modes:
        ways.append("se utiliza el sistema de aula virtual")
    if SessionMode.BIMODAL in sheet.modes:
        ways.append(
            "se utiliza el sistema de impartición bimodal, con una parte del alumnado en el aula y otra, a "
            "la vez, por aula virtual"
        )
    return (
        f"La acción formativa se imparte en modalidad presencial y en una parte de ella{part} "
        f"{listed(ways)}. Las condiciones están en el anexo de aula virtual de esta hoja."
    )


_TITLE_KINDS: Final = {
    ModuleKind.FORMATIVE: "",
    ModuleKind.COMPLEMENTARY: "Módulo complementario. ",
    ModuleKind.WORKPLACE: "Prácticas en centros de trabajo. ",
}


def _programme(sheet: ConditionsSheet) -> Item:
    heading = "e) Programación didáctica"
    texts = written(sheet.texts.programme)
    return Item(heading, (programme_table(sheet), *texts) if sheet.modules else texts)


def programme_table(sheet: ConditionsSheet, *, virtual: bool = False) -> Table:
    """Return the modules with units, hours and days; ``virtual`` adds the hours by virtual classroom."""
    hours = Column("Horas", 18, align=Align.RIGHT)
    by_virtual = (Column("Aula virtual", 22, align=Align.RIGHT),) if virtual else ()
    return Table(
        (
            Column("Código", 24),
            Column("Módulo o unidad formativa", heads_row=True),
            hours,
            *by_virtual,
            Column("Fechas", 44),
        ),
        tuple(row for module in sheet.modules for row in _module_rows(module, virtual=virtual)),
        caption="Módulos y unidades formativas",
        summary="Una fila por módulo, en negrita, y debajo una por cada una de sus unidades.",
    )


def _module_rows(module: ModuleLine, *, virtual: bool) -> Iterator[Row]:
    kind = _TITLE_KINDS[module.kind]
    yield Row(
        (
            Cell((Strong(module.code),)),
            Cell((Strong(f"{kind}{module.title}"),)),
            Cell((Strong(spanish.hours(module.minutes)),)),
            *((spanish.hours(module.virtual_minutes),) if virtual else ()),
            spanish.span_of_short_days(module.from_day, module.to_day),
        )
    )
    for unit in module.units:
        days = spanish.span_of_short_days(unit.from_day, unit.to_day)
        blank = ("",) if virtual else ()
        yield Row((unit.code, unit.title, spanish.hours(unit.minutes), *blank, days))


def _trainers(sheet: ConditionsSheet) -> Item:
    heading = "g) Profesorado y tutorías"
    if not sheet.trainers:
        return Item(heading, ())
    table = Table(
        (
            Column("Docente", 56, heads_row=True),
            Column("Imparte"),
            Column("Días y horas de tutoría", 52),
        ),
        tuple(
            Row((trainer.name, listed(trainer.teaches), trainer.tutoring or "Sin tutorías"))
            for trainer in sheet.trainers
        ),
        caption="Profesorado de la acción formativa",
    )
    return Item(heading, (table,))


def _technician(sheet: ConditionsSheet) -> Item:
    known = {
        "Nombre": sheet.technician,
        "Teléfono": sheet.technician_phone,
        "Correo electrónico": sheet.technician_email,
    }
    heading = "i) Técnico de empleo del INAEM encargado del seguimiento"
    if not any(known.values()):
        return Item(heading, ())
    fields = tuple(Field(name, value or PENDING) for name, value in known.items())
    lacks = tuple(name.lower() for name, value in known.items() if not value)
    return Item(heading, (Fields(fields, columns=3),), lacks)


def signature(sheet: ConditionsSheet, form_field: str) -> tuple[Block, ...]:
    """Return the room to date, sign and stamp for the entity; ``form_field`` is for signing on screen."""
    return (
        Signatures(
            (
                Signer("Lugar y fecha", sheet.municipality),
                Signer(sheet.responsible_role, sheet.responsible_name, form_field, note="Firma"),
                Signer("Entidad", sheet.entity, note="Sello"),
            ),
            height=24,
        ),
    )


def _rights(sheet: ConditionsSheet) -> tuple[Block, ...]:
    own = written(sheet.texts.rights)
    said = own or tuple(
        block
        for part in sheet.rights
        for block in (Heading(3, part.title), Listing(part.points, numbering=part.numbering))
    )
    receipt = Group(
        (
            Heading(3, "Acuse de recibo"),
            Paragraph(
                "He recibido la hoja de condiciones, con esta hoja de derechos y obligaciones y los "
                "folletos que se citan en ella, y conozco su contenido."
            ),
            Signatures((Signer("Alumno o alumna", "Nombre y DNI:"), Signer("Lugar y fecha")), height=16),
        ),
        together=True,
    )
    return (*said, receipt)


def _leaflets() -> tuple[Block, ...]:
    return (
        Paragraph("Junto con esta hoja de condiciones se entrega a cada alumno y alumna una fotocopia de:"),
        Listing(
            (
                "☐ Folleto de la Oficina electrónica del INAEM.",
                "☐ Carta de Servicios de la Formación para el Empleo.",
            ),
            numbering=Numbering.NONE,
        ),
    )
