"""«Hoja de derechos y obligaciones»: what can be said of it from the texts, each point with its source.

INAEM's own form could not be found; a centre that has it writes it as its own text, and that is printed
instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cpepa_desktop.reports.frame import Numbering

_ORDER: Final = "Orden EPE/873/2023"
_BASES: Final = "Orden EFP/942/2022"
_EVALUATION: Final = "Orden ESS/1897/2013"


@dataclass(frozen=True, slots=True)
class RightsPart:
    """A title and its points."""

    title: str
    points: tuple[str, ...]
    numbering: Numbering = Numbering.DISC


def rights_and_obligations(
    *, attendance_percent: int = 75, leaver_percent: int = 25, unjustified_a_month: int = 3
) -> tuple[RightsPart, ...]:
    """Return rights, obligations, absences and data protection. The figures are the call's."""
    return (
        RightsPart("Derechos", _rights(attendance_percent, leaver_percent)),
        RightsPart("Obligaciones", _obligations(attendance_percent, unjustified_a_month)),
        RightsPart(f"Faltas que pueden justificarse ({_ORDER}, ap. 19.1)", _JUSTIFIABLE, Numbering.LETTER),
        RightsPart(f"Protección de datos ({_ORDER}, ap. 24)", _DATA_PROTECTION),
    )


def _rights(attendance_percent: int, leaver_percent: int) -> tuple[str, ...]:
    return (
        (
            f"Recibir la formación de forma gratuita ({_BASES}; Real Decreto 694/2017) y con una póliza de "
            f"seguro de accidentes ({_ORDER}, Guía 10.2.2)."
        ),
        (
            "Recibir, el primer día, esta hoja de condiciones aprobada por el INAEM, firmada y sellada "
            f"({_ORDER}, Guía 10.2.4)."
        ),
        (
            "Presentarse a la prueba final de cada módulo al que haya asistido al menos al "
            f"{attendance_percent} % de sus horas ({_EVALUATION}, art. 18.2), y a una segunda convocatoria, "
            "antes de acabar la acción, si no la supera o falta a ella por causa justificada "
            f"({_EVALUATION}, art. 19.5)."
        ),
        (
            f"Recibir el diploma si asiste al menos al {attendance_percent} % de las horas de cada módulo y "
            f"supera las pruebas finales de todos, o la certificación de los módulos superados ({_ORDER}, "
            "Guía 10.2.8)."
        ),
        (
            "Solicitar la exención del módulo de prácticas si acredita experiencia, y el certificado de "
            "profesionalidad o la acreditación parcial cuando reúna los requisitos (Real Decreto 34/2008)."
        ),
        "Solicitar las becas y ayudas para las que cumpla los requisitos (Orden EPE/147/2023).",
        f"Valorar la acción en un cuestionario de calidad ({_EVALUATION}, art. 22.5).",
        (
            "Si deja la acción por un empleo, o por enfermedad o accidente acreditados, tras asistir al "
            f"menos al {leaver_percent} % de sus horas, constar como participante que la ha finalizado a "
            f"efectos de la subvención ({_ORDER}, Guía 10.2.6); eso no sustituye a la evaluación."
        ),
    )


def _obligations(attendance_percent: int, unjustified_a_month: int) -> tuple[str, ...]:
    return (
        f"Asistir a las clases y seguirlas con aprovechamiento ({_BASES}, art. 20.3).",
        f"Firmar la hoja de asistencia al comienzo de cada clase ({_ORDER}, Guía 10.2.10).",
        (
            f"No incurrir en más de {unjustified_a_month} faltas de asistencia sin justificar al mes: es "
            f"causa de exclusión ({_BASES}, art. 20.3)."
        ),
        (
            "Presentar cada semana los justificantes de las faltas, que valida el INAEM. Las faltas "
            f"justificadas se suman a las horas computables, pero no al {attendance_percent} % de "
            f"asistencia ({_ORDER}, ap. 19.1)."
        ),
        (
            "Comunicar enseguida la baja y su causa, con el contrato o el documento que la acredite "
            f"({_ORDER}, Guía 10.2.6)."
        ),
        (
            "En las clases por aula virtual, tener cámara y micrófono y permanecer con la conexión y la "
            f"imagen activas ({_ORDER}, Guía 3)."
        ),
    )


_JUSTIFIABLE: Final = (
    "Entrevista de trabajo, por el tiempo indispensable.",
    "Consulta médica propia, de familiares o de personas a cargo, por el tiempo indispensable.",
    "Enfermedad o accidente.",
    (
        "Fallecimiento, accidente o enfermedad grave de un familiar de hasta segundo grado: dos días "
        "hábiles, o tres si ocurre en otra localidad."
    ),
    "Deber inexcusable (citación administrativa o judicial), por el tiempo indispensable.",
    "Exámenes oficiales, o pruebas o prácticas necesarias para acceder a un puesto de trabajo.",
    "Permiso por violencia de género, en las condiciones que fijen los servicios sociales o de salud.",
    "Contratos de trabajo de corta duración, hasta el límite que fija la orden.",
)
_DATA_PROTECTION: Final = (
    (
        "Sus datos se incorporan a la actividad de tratamiento «Subvenciones para formación para el "
        "empleo», con la finalidad de gestionar las subvenciones de cursos, acciones y programas de "
        "formación para el empleo."
    ),
    (
        "Son necesarios para cumplir una obligación legal y una misión de interés público, y no se "
        "comunican a terceros salvo obligación legal."
    ),
    (
        "Puede ejercer sus derechos de acceso, rectificación, oposición, supresión, limitación y "
        "portabilidad en la Sede electrónica de la Administración de la Comunidad Autónoma de Aragón."
    ),
)
