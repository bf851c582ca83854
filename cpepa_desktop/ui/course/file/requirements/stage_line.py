"""The life of a course as a line of steps: those done, the one it is at, and those to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cpepa_desktop.domain.stages import Stage
from cpepa_desktop.domain.texts import _
from cpepa_desktop.ui.parts import icons, theme
from cpepa_desktop.ui.parts.flow import FlowLayout


class Progress(Enum):
    """Where a step stands."""

    DONE = "done"
    HERE = "here"
    NEXT = "next"
    TO_COME = "to_come"
    LEFT_OUT = "left_out"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """Return it in a word or two."""
        return {
            Progress.DONE: _("hecho"),
            Progress.HERE: _("ahora"),
            Progress.NEXT: _("siguiente"),
            Progress.TO_COME: _("por venir"),
            Progress.LEFT_OUT: _("ya no"),
            Progress.UNKNOWN: _("no consta"),
        }[self]

    @property
    def icon(self) -> str:
        """Return the icon that says the same."""
        return {
            Progress.DONE: "check",
            Progress.HERE: "right",
            Progress.NEXT: "pending",
            Progress.TO_COME: "pending",
            Progress.LEFT_OUT: "close",
            Progress.UNKNOWN: "unknown",
        }[self]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage in the line."""

    stage: Stage
    progress: Progress

    def __str__(self) -> str:
        """Return the step as it is read aloud."""
        return f"{self.stage.label}: {self.progress.words}"


def steps_of(stage: Stage, *, is_authorised: bool = True, came_to: Stage | None = None) -> tuple[Step, ...]:
    """Return the line of a course at a stage.

    A course may be past its authorisation with nobody having said when it came: without ``is_authorised``
    that step is not told as done. Renouncing is no step on the way: it stands at the end only of a course
    that was renounced, after the steps it had taken up to ``came_to`` and those it will not take.
    """
    way: list[Stage] = [each for each in Stage if each is not Stage.RENOUNCED]
    if stage is Stage.RENOUNCED:
        taken = way.index(came_to) + 1 if came_to else 0
        return (
            *(Step(each, _past(each, is_authorised=is_authorised)) for each in way[:taken]),
            *(Step(each, Progress.LEFT_OUT) for each in way[taken:]),
            Step(stage, Progress.HERE),
        )
    here = way.index(stage)
    before, following, after = way[:here], way[here + 1 : here + 2], way[here + 2 :]
    return (
        *(Step(each, _past(each, is_authorised=is_authorised)) for each in before),
        Step(stage, Progress.HERE),
        *(Step(each, Progress.NEXT) for each in following),
        *(Step(each, Progress.TO_COME) for each in after),
    )


def _past(stage: Stage, *, is_authorised: bool) -> Progress:
    return Progress.UNKNOWN if stage is Stage.AUTHORISED and not is_authorised else Progress.DONE


class StageLine(QWidget):
    """The steps one after the other, on as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage_line")
        self._shown: tuple[Step, ...] = ()
        self._steps: list[QWidget] = []
        self._flow = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._flow)

    def show_stage(self, stage: Stage, *, is_authorised: bool = True, came_to: Stage | None = None) -> None:
        """Show the line of a course at a stage, as `steps_of` gives it."""
        steps = steps_of(stage, is_authorised=is_authorised, came_to=came_to)
        if steps == self._shown:
            return
        self._shown = steps
        for old in self._steps:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._steps = [_shown(step) for step in steps]
        for made in self._steps:
            self._flow.addWidget(made)
        spoken = "; ".join(str(step) for step in steps)
        self.setAccessibleName(_("Etapas del curso: {steps}").format(steps=spoken))


def _shown(step: Step) -> QWidget:
    """Return a step: its icon, its stage, and under it how it stands."""
    name = f"stage_{step.stage}"
    is_here = step.progress is Progress.HERE
    made = QFrame()
    made.setObjectName(name)
    made.setAccessibleName(str(step))
    if is_here:
        is_renounced = step.stage is Stage.RENOUNCED
        made.setProperty("wash", (theme.Wash.DANGER if is_renounced else theme.Wash.OK).value)
    words = QVBoxLayout()
    words.setSpacing(0)
    stage = theme.label(step.stage.label, f"{name}_name", None if is_here else theme.Role.QUIET)
    state = theme.label(step.progress.words, f"{name}_state", theme.Role.QUIET)
    for label in (stage, state):
        label.setWordWrap(False)
        words.addWidget(label)
    layout = QHBoxLayout(made)
    layout.setContentsMargins(theme.SPACE_SMALL, theme.SPACE_TIGHT, theme.SPACE_SMALL, theme.SPACE_TIGHT)
    layout.setSpacing(theme.SPACE_TIGHT + 2)
    icon = icons.icon_label(step.progress.icon, "ok" if step.progress is Progress.DONE else "quiet")
    layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addLayout(words)
    return made
