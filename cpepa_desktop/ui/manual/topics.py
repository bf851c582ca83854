"""Which page of the manual is about what is on screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cpepa_desktop.ui.manual.book import INDEX

TOPICS: Final = {
    "start": "primeros-pasos.md",
    "foundation_dialog": "primeros-pasos.md#crear-mi-centro",
    "page_home": "inicio.md",
    "page_courses": "cursos.md",
    "new_course_dialog": "cursos.md#nuevo-curso",
    "page_course": "cursos.md#el-curso-por-dentro",
    "page_summary": "cursos.md#el-curso-por-dentro",
    "page_calendar": "calendario.md",
    "start_dialog": "calendario.md#y-si-empezamos-otro-día",
    "pause_dialog": "calendario.md#pausar-y-reanudar",
    "resume_dialog": "calendario.md#pausar-y-reanudar",
    "page_enrolments": "personas.md#matrícula",
    "people_intake": "personas.md#traer-una-lista",
    "page_attendance": "asistencia.md",
    "attendance_person": "asistencia.md#entender-los-resultados",
    "why_dialog": "asistencia.md#por-qué",
    "page_virtual": "aula-virtual.md",
    "virtual_log_dialog": "aula-virtual.md#importar-un-registro-de-conexiones",
    "connections_dialog": "aula-virtual.md#importar-un-registro-de-conexiones",
    "page_course_papers": "documentos.md#imprimir-y-guardar",
    "page_incidents": "asistencia.md#incidencias",
    "incident_dialog": "asistencia.md#incidencias",
    "communicated_dialog": "asistencia.md#incidencias",
    "lock_dialog": "asistencia.md#enviar-y-bloquear",
    "unlock_dialog": "asistencia.md#enviar-y-bloquear",
    "page_typing": "para-teclear.md",
    "typed_dialog": "para-teclear.md#marcar-lo-tecleado",
    "page_pictures": "imagenes.md",
    "page_file": "expediente.md",
    "page_planning": "planificacion.md",
    "page_staff": "expediente.md#profesorado",
    "role_dialog": "expediente.md#profesorado",
    "proofs_dialog": "expediente.md#profesorado",
    "staff_missing_dialog": "expediente.md#profesorado",
    "page_deadlines": "expediente.md#plazos",
    "page_requirements": "expediente.md#requisitos",
    "start_course_dialog": "expediente.md#requisitos",
    "renounce_dialog": "expediente.md#requisitos",
    "cancel_renunciation_dialog": "expediente.md#requisitos",
    "defer_gates_dialog": "expediente.md#requisitos",
    "gates_dialog": "expediente.md#la-primera-asistencia",
    "official_paper_dialog": "expediente.md#el-escrito",
    "remove_paper_dialog": "planificacion.md#escritos",
    "page_official_papers": "planificacion.md#escritos",
    "filing_dialog": "expediente.md#dar-por-cumplido",
    "withdrawal_dialog": "expediente.md#dar-por-cumplido",
    "events_dialog": "expediente.md#hechos",
    "event_dialog": "expediente.md#hechos",
    "page_centre_calendar": "planificacion.md#calendario-del-centro",
    "page_agenda": "planificacion.md#plazos-del-centro",
    "page_request": "planificacion.md#petición-anual",
    "line_dialog": "planificacion.md#petición-anual",
    "link_dialog": "planificacion.md#petición-anual",
    "page_accreditations": "planificacion.md#acreditaciones",
    "accreditation_dialog": "planificacion.md#acreditaciones",
    "need_dialog": "planificacion.md#acreditaciones",
    "page_entities": "planificacion.md#entidades-locales",
    "entity_dialog": "planificacion.md#entidades-locales",
    "page_funding": "expediente.md#financiación",
    "support_dialog": "expediente.md#apoyo-a-la-discapacidad",
    "budget_dialog": "expediente.md#presupuesto",
    "payer_dialog": "expediente.md#financiación",
    "page_application": "planificacion.md#solicitud-de-subvención",
    "action_dialog": "planificacion.md#solicitud-de-subvención",
    "item_dialog": "planificacion.md#solicitud-de-subvención",
    "publication_dialog": "planificacion.md#solicitud-de-subvención",
    "application_sent_dialog": "planificacion.md#solicitud-de-subvención",
    "application_reopened_dialog": "planificacion.md#solicitud-de-subvención",
    "page_people": "personas.md",
    "page_papers": "documentos.md",
    "page_catalogue": "cursos.md#elegir-qué-se-imparte",
    "page_centre": "centro.md",
    "enrol_dialog": "personas.md#matrícula",
    "withdraw_dialog": "personas.md#bajas",
    "absence_dialog": "asistencia.md#justificar",
    "justifications_dialog": "asistencia.md#justificar",
    "justification_dialog": "asistencia.md#justificar",
    "decision_dialog": "asistencia.md#justificar",
    "hand_in_dialog": "asistencia.md#justificar",
    "exception_dialog": "asistencia.md#justificar",
    "mark_dialog": "documentos.md#imprimir-y-guardar",
    "room_dialog": "centro.md#aulas-y-formadores",
    "trainer_dialog": "centro.md#aulas-y-formadores",
    "holiday_dialog": "centro.md#festivos",
    "holidays_file_dialog": "centro.md#importar-días-sin-clase",
    "holidays_intake": "centro.md#importar-días-sin-clase",
    "logo_dialog": "centro.md#logotipos",
    "finder_dialog": "buscar.md",
    "history_dialog": "deshacer.md#historial",
    "backups_dialog": "archivo.md#copias-de-seguridad",
    "choose_course_dialog": "archivo.md#llevar-un-curso",
    "check_dialog": "archivo.md#comprobar",
    "answer_dialog": "problemas.md",
    "crash_dialog": "problemas.md#si-el-programa-falla",
}
"""The page, or the heading of one, about each part of the window, by its object name."""


def topic_of(widget: QWidget | None) -> str:
    """Return the page about where ``widget`` is: that of the nearest thing around it that has one.

    The index where nothing has.
    """
    while widget is not None:
        topic = TOPICS.get(widget.objectName())
        if topic is not None:
            return topic
        widget = widget.parentWidget()
    return INDEX
