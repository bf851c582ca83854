"""The courses of a year as a list: what is said of each, and in which lane each stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from cpepa_desktop.domain.texts import ngettext
from cpepa_desktop.operations.home import YearCourse
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.stages import stage_badge
from cpepa_desktop.ui.parts.table import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()


def lanes_of(extents: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lane of each extent (first and last pixel), each in the first lane where it has room.

    The extents come in the order they begin; no two of a lane touch.
    """
    ends: list[int] = []
    lanes = []
    for first, last in extents:
        free = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        ends[free : free + 1] = [last]
        lanes.append(free)
    return lanes


class BarsModel(QAbstractListModel):
    """The courses of the strip as a Qt model."""

    def __init__(self) -> None:
        super().__init__()
        self.courses: tuple[YearCourse, ...] = ()

    def set_courses(self, courses: Sequence[YearCourse]) -> None:
        """Show ``courses`` in place of what was shown."""
        self.beginResetModel()
        self.courses = tuple(courses)
        self.endResetModel()

    def course(self, index: Index) -> YearCourse:
        """Return the course at an index."""
        return self.courses[index.row()]

    def rowCount(self, parent: Index = _NO_INDEX, /) -> int:
        """Override QAbstractListModel::rowCount."""
        return 0 if parent.isValid() else len(self.courses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Override QAbstractListModel::data."""
        if not index.isValid():
            return None
        course = self.course(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return course.code
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(_told(course))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(_told(course)))
        return None


def _told(course: YearCourse) -> tuple[str, ...]:
    """Return what is told of a course: its name, its days, its people and its stage."""
    people = ngettext("{n} persona", "{n} personas", course.people).format(n=course.people)
    days = text.period(course.first, course.last)
    return f"{course.code} · {course.title}", days, people, stage_badge(course.stage).words
