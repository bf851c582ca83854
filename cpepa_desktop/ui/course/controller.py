"""A course to work in: which one it is, where it stands, and which of its tabs is on screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer

from cpepa_desktop.domain.changes import Changes, Kind
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.pauses import Pause
from cpepa_desktop.domain.texts import _, ngettext
from cpepa_desktop.domain.words import hours_words, short_day_words
from cpepa_desktop.operations.courses import list_courses
from cpepa_desktop.operations.pauses import list_pauses, pause_on
from cpepa_desktop.operations.stage import CourseStage, course_stage
from cpepa_desktop.ui.course.attendance.controller import AttendanceTab
from cpepa_desktop.ui.course.calendar.controller import CalendarTab
from cpepa_desktop.ui.course.enrolments.controller import EnrolmentsTab
from cpepa_desktop.ui.course.file.controller import FileTab
from cpepa_desktop.ui.course.incidents.controller import IncidentsTab
from cpepa_desktop.ui.course.papers.controller import PapersTab
from cpepa_desktop.ui.course.pictures.controller import PicturesTab
from cpepa_desktop.ui.course.summary.controller import SummaryTab
from cpepa_desktop.ui.course.tab import Tab, TabView
from cpepa_desktop.ui.course.typing.controller import TypingTab
from cpepa_desktop.ui.course.view import CourseView, TabEntry
from cpepa_desktop.ui.course.virtual.controller import VirtualTab
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.page import Page, Place
from cpepa_desktop.ui.parts.stages import stage_badge
from cpepa_desktop.ui.shell import Shell

_HEADER_AFTER: Final = 200
"""Milliseconds after the last key in a week until the head of the course is read again."""


class CourseWorkspacePage(Page):
    """One course with its tabs. ``Place("course", "24/1", "attendance/2024-W07")`` is a week of it."""

    depends_on = frozenset(
        {Kind.COURSE, Kind.SESSIONS, Kind.ENROLMENTS, Kind.ATTENDANCE, Kind.PAPERS, Kind.PLANNING, Kind.FILE}
    )
    view: CourseView

    def __init__(self, shell: Shell) -> None:
        super().__init__(CourseView())
        self._shell = shell
        self._code = ""
        self._tabs: dict[str, Tab] = {
            "summary": SummaryTab(shell, self),
            "calendar": CalendarTab(shell, self),
            "enrolments": EnrolmentsTab(shell, self),
            "attendance": AttendanceTab(shell, self),
            "papers": PapersTab(shell, self),
            "virtual": VirtualTab(shell, self),
            "incidents": IncidentsTab(shell, self),
            "typing": TypingTab(shell, self),
            "pictures": PicturesTab(shell, self),
            "file": FileTab(shell, self),
        }
        self.view.set_tabs(
            [
                TabEntry("summary", _("Resumen"), self._view_of("summary")),
                TabEntry("calendar", _("Calendario"), self._view_of("calendar")),
                TabEntry("enrolments", _("Alumnado"), self._view_of("enrolments")),
                TabEntry("attendance", _("Asistencia"), self._view_of("attendance")),
                TabEntry("papers", _("Documentos"), self._view_of("papers")),
                TabEntry("virtual", _("Aula virtual"), self._view_of("virtual")),
                TabEntry("incidents", _("Incidencias"), self._view_of("incidents")),
                TabEntry("typing", _("Para teclear"), self._view_of("typing")),
                TabEntry("pictures", _("Imágenes"), self._view_of("pictures")),
                TabEntry("file", _("Expediente"), self._view_of("file")),
            ]
        )
        self._header = QTimer(self)
        self._header.setSingleShot(True)
        self._header.setInterval(_HEADER_AFTER)
        self._header.timeout.connect(self._say_stage)
        self._tab = self.view.current_tab
        self.view.tab_chosen.connect(self._change_tab)
        self.view.list_wanted.connect(lambda: shell.go("courses", self._code))
        self.view.mending_wanted.connect(lambda place: shell.go(self.view.name, self._code, place))
        self.view.show_none(_("Elija un curso de la lista para trabajar en él."))

    @property
    def code(self) -> str:
        """Return the course shown, ``""`` for none yet."""
        return self._code

    def tab(self, name: str) -> Tab:
        """Return a tab. Raise ``KeyError`` where there is none of that name."""
        return self._tabs[name]

    def visit(self, place: Place) -> None:
        """Come to a course, and to a part of it where ``place`` names one."""
        if place.key:
            self._code = place.key
            for tab in self._tabs.values():
                tab.show_course(place.key)
        super().visit(place)
        if self._code:
            self.view.go_to(self.view.current_tab)

    def reveal(self, place: Place) -> None:
        """Show a tab, and a part of it: ``attendance/2024-W07``."""
        name, _slash, detail = place.detail.partition("/")
        if name in self._tabs:
            self.view.show_tab(name)
            if detail:
                self._tabs[name].reveal_detail(detail)

    def place(self) -> Place:
        """Return the course and what of it is on screen."""
        name = self.view.current_tab
        detail = self._tabs[name].detail()
        return Place(self.view.name, self._code, f"{name}/{detail}" if detail else name)

    def is_there(self, place: Place) -> bool:
        """Say whether the course is still in the file."""
        return any(row.code == place.key for row in list_courses(self._shell.workspace))

    def read(self) -> None:
        """Read where the course stands, and the tab on screen."""
        if not self._code:
            return
        if self._shell.ask(self._read_header, refused=self._lose) is not None:
            self._refresh_tab(self.view.current_tab)

    def on_changes(self, changes: Changes) -> None:
        """Read the header and the tab on screen again; the other tabs wait until they are shown."""
        if changes.kinds == {Kind.ATTENDANCE} and self.view.isVisible():
            self._header.start()  # again from the beginning: who types a week is not kept waiting
        else:
            super().on_changes(changes)
        if self._code:
            for tab in self._tabs.values():
                tab.on_changes(changes)

    def refresh(self) -> None:
        """Read what changed while the course was away."""
        super().refresh()
        if self._code:
            self._refresh_tab(self.view.current_tab)

    def leave(self) -> bool:
        """Save what is typed in the tab on screen. Return false where that cannot be."""
        return not self._code or self._tabs[self.view.current_tab].leave()

    def _view_of(self, name: str) -> TabView:
        view = self._tabs[name].view
        assert isinstance(view, TabView)  # noqa: S101 - every tab is made with one
        return view

    def _say_stage(self) -> None:
        if self._code and self._shell.is_open:
            self._shell.ask(self._read_header, refused=self._lose)

    def _read_header(self) -> bool:
        found = course_stage(self._shell.workspace, self._code)
        pause = pause_on(list_pauses(self._shell.workspace, self._code), self._shell.clock.today())
        title = f"{found.course.code} · {found.course.title}"
        facts = _facts(found, pause)
        self.view.show_course(title, stage_badge(found.stage), facts, found.stage, found.blockers)
        return True

    def _lose(self, refused: Refused) -> None:
        self._code = ""
        self.view.show_none(refused.message)

    def _change_tab(self, name: str) -> None:
        """Leave the tab that was on screen, which may not be left, and read the one that is now."""
        if name != self._tab and self._code and not self._tabs[self._tab].leave():
            self.view.show_tab(self._tab)
            return
        self._tab = name
        self._refresh_tab(name)

    def _refresh_tab(self, name: str) -> None:
        if self._code:
            self._tabs[name].refresh()


def _facts(found: CourseStage, pause: Pause | None) -> str:
    days = text.period(found.first, found.last) if found.last else text.full_day(found.first)
    people = ngettext("{n} persona", "{n} personas", found.funded + found.additional).format(
        n=f"{found.funded} + {found.additional}" if found.additional else found.funded
    )
    facts = [found.course.speciality, days, hours_words(found.official_minutes), people]
    if pause is not None:
        words = _("en pausa del {first} al {resume}")
        first, resume = short_day_words(pause.from_day), short_day_words(pause.resume_on)
        facts.append(words.format(first=first, resume=resume))
    return " · ".join(facts)
