"""Planning a new course: every change of the form is judged at once, and nothing is written until asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cpepa_desktop.domain.course import Route
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import day_words, hours_words, listed
from cpepa_desktop.operations.calls import CallRow, list_calls
from cpepa_desktop.operations.catalogue import list_offers
from cpepa_desktop.operations.centres import read_centre
from cpepa_desktop.operations.course_adding import add_course
from cpepa_desktop.operations.course_planning import CoursePlan, CourseRequest, preview_course
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.explained_course import explain_plan
from cpepa_desktop.operations.explanations import Figure
from cpepa_desktop.operations.laying_limits import LastDay
from cpepa_desktop.ui.courses.columns import blocks_of, class_days, next_code, offered_words
from cpepa_desktop.ui.courses.planning_view import NewCourseDialog
from cpepa_desktop.ui.parts import course_words
from cpepa_desktop.ui.parts.last_day import last_day_choices
from cpepa_desktop.ui.parts.text import NotUnderstood
from cpepa_desktop.ui.parts.why import show_why
from cpepa_desktop.ui.shell import Shell

_PAUSE_MS: Final = 250
USUAL_TIMETABLE: Final = "L-V 9:00-14:00"


class Planning(QObject):
    """The dialog of a new course and what stands behind it.

    Signals:
        made: a course was written; carries its code.
    """

    made = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._calls: dict[str, CallRow] = {}
        self._plan: CoursePlan | None = None
        self.dialog = NewCourseDialog(parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._preview_later)
        self.dialog.form.changed.connect(self._pause.start)
        self.dialog.form.call.changed.connect(self._offer_routes)
        self.dialog.submitted.connect(self.make)
        self.dialog.why_wanted.connect(self._explain)
        self.dialog.finished.connect(self._pause.stop)
        self.dialog.finished.connect(self.deleteLater)
        self.dialog.finished.connect(self.dialog.deleteLater)

    def open(self) -> None:
        """Show the dialog with what the file offers to choose from."""
        if self._shell.ask(self._offer) is not None:
            self.preview()
            self.dialog.open()

    def propose(self, speciality: str, part: str, route: Route, start: date | None) -> None:
        """Fill in what is known of the course; a part that no call offers leaves its speciality searched."""
        form = self.dialog.form
        if not form.speciality.panel.choose((speciality, part)):
            form.speciality.panel.filter_box.setText(speciality)
        call = next((call.id for call in self._calls.values() if route in call.routes), None)
        if call is not None:
            form.call.set_value(call)
            self._offer_routes()
            form.route.set_value(route)
        if start is not None:
            form.start.set_value(start)
        self.preview()

    def preview(self) -> None:
        """Show the calendar that the form leads to, or what is wrong or missing."""
        form = self.dialog.form
        form.forget_errors()
        request = self._request()
        if request is None:
            return
        plan = self._shell.ask(lambda: preview_course(self._shell.workspace, request), refused=self._refuse)
        if plan is not None:
            self._show(plan)

    def _preview_later(self) -> None:
        if self._shell.is_open:  # the file may have been closed while the person paused
            self.preview()

    def make(self) -> None:
        """Write the course."""
        self.preview()
        request = self._request()
        if request is None:
            return
        changes = self._shell.run(
            lambda: add_course(self._shell.workspace, request), refused=self.dialog.form.show_refused
        )
        if changes is not None:
            self.dialog.accept()
            self.made.emit(request.code)

    def _offer(self) -> bool:
        ws, form = self._shell.workspace, self.dialog.form
        centre = read_centre(ws)
        self._calls = {call.id: call for call in list_calls(ws)}
        form.call.set_choices([(call.id, f"{call.title} · {call.id}") for call in self._calls.values()])
        form.speciality.set_rows(list_offers(ws))
        form.province.set_value(centre.centre.province)
        form.code.set_value(next_code((row.code for row in list_courses(ws)), ws.clock.today().year))
        form.start.set_value(_next_monday(ws.clock.today()))
        form.timetable.set_value(USUAL_TIMETABLE)
        form.offer_rooms([room.name for room in centre.rooms])
        trainers = [(trainer.id, trainer.full_name) for trainer in centre.trainers if trainer.active]
        form.trainers.set_choices(trainers)
        form.trainers.set_value([trainers[0][0]] if len(trainers) == 1 else [])
        form.trainers.setVisible(bool(trainers))
        self._offer_routes()
        return True

    def _offer_routes(self) -> None:
        form = self.dialog.form
        call = self._calls.get(form.call.value() or "")
        routes: tuple[Route, ...] = call.routes if call else ()
        form.route.set_choices([(route, course_words.route_words(route)) for route in routes])

    def _request(self) -> CourseRequest | None:
        """Return what the form says, ``None`` where something is missing or makes no sense."""
        form = self.dialog.form
        try:
            offer, start = form.speciality.value(), form.start.value()
            timetable, approved = form.timetable.value(), form.approved_on.value()
        except NotUnderstood:
            self._say_not_understood()
            return None
        route = form.route.value()
        if offer is None or start is None or not timetable or route is None:
            self._say_missing()
            return None
        return CourseRequest(
            code=form.code.value(),
            call=form.call.value() or "",
            speciality=offer.code,
            part=offer.part,
            route=route,
            province=form.province.value() or "",
            start=start,
            timetable=timetable,
            room=form.room.value(),
            trainers=form.trainers.value(),
            last_day=form.last_day.value() or LastDay.ASK,
            last_day_reason=form.last_day_reason.value(),
            regime=form.regime.value(),
            regime_reason=form.regime_reason.value(),
            approved_on=approved,
        )

    def _say_not_understood(self) -> None:
        form = self.dialog.form
        for field in (form.start, form.timetable, form.approved_on):
            try:
                field.value()
            except NotUnderstood as error:
                field.say(str(error))
        self.dialog.plan.show_missing(_("Corrija lo que se señala en el formulario."))

    def _say_missing(self) -> None:
        form = self.dialog.form
        missing = [
            words
            for words, is_there in (
                (_("la especialidad"), form.speciality.value() is not None),
                (_("el inicio"), form.start.value() is not None),
                (_("el horario"), bool(form.timetable.value())),
            )
            if not is_there
        ]
        words = ngettext("Falta {what}.", "Faltan {what}.", len(missing)).format(what=listed(missing))
        self.dialog.plan.show_missing(words)

    def _refuse(self, refused: Refused) -> None:
        self.dialog.form.show_refused(refused)
        self.dialog.plan.show_missing(_("Con estos datos no puede hacerse el calendario."))

    def _explain(self) -> None:
        plan = self._plan
        if plan is not None:
            explained = explain_plan(self._shell.workspace, plan)
            last = Figure("last_day", _("Último día"), day_words(plan.last_day), explained)
            show_why(_("Por qué acaba ese día"), (last,), self.dialog)

    def _show(self, plan: CoursePlan) -> None:
        self._plan = plan
        form = self.dialog.form
        short = plan.short_last_day
        notices = list(plan.notices)
        choices: list[tuple[LastDay, str]] = []
        if short:
            message = _("El último día, {day}, quedaría con {minutes}, menos del mínimo: elija qué hacer.")
            if plan.request.last_day is LastDay.ASK:
                notices.append(message.format(day=day_words(short.day), minutes=hours_words(short.minutes)))
            choices = last_day_choices(short.proposal[-1].day if short.proposal else None)
        form.ask_last_day(choices)
        self.dialog.plan.show_plan(_facts(plan), blocks_of(plan), notices)


def _next_monday(today: date) -> date:
    """Return today where it is a Monday, else the one that comes."""
    return today + timedelta(days=-today.weekday() % 7)


def _facts(plan: CoursePlan) -> list[tuple[str, str]]:
    days = class_days(plan)
    return [
        (_("Curso"), f"{offered_words(plan.request.speciality, plan.request.part)} {plan.title}"),
        (_("Primer día"), day_words(plan.first_day)),
        (_("Último día"), day_words(plan.last_day)),
        (_("Días de clase"), ngettext("{n} día", "{n} días", days).format(n=days)),
        (_("Horas"), hours_words(plan.official_minutes)),
        (_("Evaluación"), course_words.regime_words(plan.regime)),
    ]
