"""The words of «¿Por qué?» for staff, rooms and virtual classroom: titles, formulas, reasons and numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cpepa_desktop.domain.law import Number
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import metres_words


def staff_titles() -> Mapping[str, str]:
    """Return the question that each rule on staff, rooms and virtual classroom answers."""
    return {
        "module_trainers": _("Formadores del módulo"),
        "complementary_validated": _("Docente del módulo complementario, validado"),
        "preparer_teaches": _("Quien prepara, imparte"),
        "role_proved": _("Acreditación del profesorado"),
        "told_before_start": _("Comunicación del profesorado"),
        "persons_day": _("Horas del día de una persona"),
        "room_capacity": _("Capacidad del aula"),
        "virtual_module": _("Aula virtual en el módulo"),
        "virtual_whole_course": _("Aula virtual en todo el curso"),
        "virtual_final_test": _("Prueba final en el aula"),
        "virtual_level_one": _("Aula virtual en el nivel 1"),
    }


def staff_formulas() -> Mapping[str, str]:
    """Return what each of these rules compares, as a formula in words."""
    return {
        "module_trainers": _("Formadores del módulo ≤ máximo"),
        "complementary_validated": _("Día de la validación < primer día del módulo"),
        "preparer_teaches": _("Horas que imparte quien prepara > 0"),
        "role_proved": _("Para impartir o evaluar, a), b) y c); para tutorizar, a)"),
        "told_before_start": _("Día del envío < primer día de la acción"),
        "persons_day": _("Clase de todos sus cursos + prácticas del día ≤ máximo"),
        "room_capacity": _(
            "Personas ≤ máximo del grupo, y superficie del aula ≥ la que se pide para tantas personas"
        ),
        "virtual_module": _("Horas por aula virtual ≤ horas del módulo \N{MINUS SIGN} horas presenciales"),
        "virtual_whole_course": _("Horas por aula virtual < horas programadas"),
        "virtual_final_test": _("La clase de la prueba final, en el aula"),
        "virtual_level_one": _("En el nivel 1, en el aula principalmente"),
    }


def staff_reasons() -> Mapping[str, str]:
    """Return the sentence of each reason of these rules."""
    return {**_reasons_of_people(), **_reasons_of_rooms(), **_reasons_of_virtual_class()}


def staff_labels() -> Mapping[str, str]:
    """Return what each number of these rules is called."""
    return {
        "trainers": _("Lo imparten"),
        "most_trainers": _("Pueden impartirlo"),
        "first_day": _("Primer día del módulo"),
        "validated_on": _("Validado el"),
        "minutes_taught": _("Imparte"),
        "proofs": _("Acreditado"),
        "proofs_missing": _("Falta acreditar"),
        "sent_on": _("Comunicado el"),
        "minutes_of_day": _("El día suma"),
        "most_minutes_of_day": _("Máximo del día"),
        "practice_minutes": _("De ellas, prácticas"),
        "people": _("Personas"),
        "most_people": _("Máximo del grupo"),
        "need_people": _("La especialidad lo pide para"),
        "need_area": _("Superficie que se pide"),
        "room_area": _("Superficie del aula"),
        "virtual_minutes": _("Por aula virtual"),
        "module_minutes": _("Horas del módulo"),
        "in_person_minutes": _("Presenciales"),
        "level": _("Nivel"),
    }


def _area(number: Number) -> str:
    return metres_words(int(str(number)))


STAFF_WORDINGS: Final[Mapping[str, Callable[[Number], str]]] = {
    "trainers": str,
    "most_trainers": str,
    "people": str,
    "most_people": str,
    "need_people": str,
    "need_area": _area,
    "room_area": _area,
    "level": str,
}
"""How the numbers of these rules that are no minutes are written."""


def _reasons_of_people() -> Mapping[str, str]:
    return {
        "nobody": _("Todavía no se sabe quién lo imparte."),
        "module_trainers.too_many": _("Lo imparten {trainers} personas y pueden hacerlo {most_trainers}."),
        "module_trainers.within": _("Lo imparten {trainers} de las {most_trainers} personas que pueden."),
        "not_validated": _("Falta validar a quien lo imparte, antes del {first_day}."),
        "no_class": _("El módulo no tiene todavía días de clase."),
        "complementary_validated.before": _(
            "Se validó el {validated_on}, antes de empezar el módulo el {first_day}."
        ),
        "complementary_validated.too_late": _(
            "Se validó el {validated_on}, y había de ser antes de empezar el módulo, el {first_day}."
        ),
        "no_teachers": _("Las clases no tienen todavía formadores: no se sabe si imparte."),
        "teaches": _("Imparte {minutes_taught} de la acción."),
        "does_not_teach": _(
            "Sólo prepara la acción quien figura como docente de ella, y no imparte ninguna clase."
        ),
        "role_proved.missing": _(
            "Falta acreditar {proofs_missing}; si el certificado admite docentes sin acreditación, al menos "
            "la experiencia."
        ),
        "proved": _("Consta todo lo que se pide."),
        "told_before_start.not_sent": _("Falta comunicarlo antes del {start}."),
        "told_before_start.before": _("Se comunicó el {sent_on}, antes de empezar el {start}."),
        "told_before_start.too_late": _("Se comunicó el {sent_on}, y la acción empezaba el {start}."),
        "persons_day.too_long": _("El día sumaría {minutes_of_day} y el máximo es {most_minutes_of_day}."),
        "persons_day.within": _("El día suma {minutes_of_day} de las {most_minutes_of_day} que puede."),
        "practice_unknown": _(
            "El día suma {minutes_of_day} con las prácticas repartidas por igual; su horario no consta."
        ),
    }


def _reasons_of_rooms() -> Mapping[str, str]:
    return {
        "group_too_large": _("Son {people} personas y el grupo es de {most_people} como máximo."),
        "need_unknown": _("No constan los metros cuadrados que pide la especialidad para {people} personas."),
        "above_need": _("Son {people} personas y la especialidad prevé {need_people} como mucho."),
        "area_unknown": _(
            "No constan los metros cuadrados del aula; se piden {need_area} para {need_people} personas."
        ),
        "fits": _("El aula tiene {room_area} y se piden {need_area} para {need_people} personas."),
        "too_small": _("El aula tiene {room_area} y se piden {need_area} para {need_people} personas."),
    }


def _reasons_of_virtual_class() -> Mapping[str, str]:
    return {
        "virtual_module.none": _("Se imparte entero en el aula."),
        "in_person_unknown": _(
            "Hay {virtual_minutes} por aula virtual y no constan las horas presenciales que pide el "
            "certificado."
        ),
        "virtual_module.too_many": _(
            "{virtual_minutes} por aula virtual: de {module_minutes}, {in_person_minutes} han de ser "
            "presenciales."
        ),
        "virtual_module.within": _(
            "{virtual_minutes} por aula virtual; quedan en el aula las {in_person_minutes} que se piden."
        ),
        "whole": _("Quedarían por aula virtual las {virtual_minutes} del curso: nunca puede ser todo."),
        "partly": _("Hay {virtual_minutes} por aula virtual de {scheduled_minutes}."),
        "test_unknown": _(
            "Su última clase queda por aula virtual: si en ella se hace la prueba final, ha de darse en el "
            "aula."
        ),
        "of_test": _("En esa clase se hace la prueba final, que ha de ser en el aula."),
        "in_room": _("La prueba final se hace en el aula."),
        "level_one": _(
            "Hay {virtual_minutes} por aula virtual en un curso de nivel {level}, que se imparte "
            "principalmente en el aula."
        ),
        "usual": _("Se imparte principalmente en el aula."),
    }
