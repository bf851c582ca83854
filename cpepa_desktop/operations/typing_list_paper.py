"""What is typed again of a week, on paper: the same lists that the window copies from."""

from __future__ import annotations

from cpepa_desktop.domain.typing_again import Program, TypingItem, TypingState
from cpepa_desktop.domain.week import IsoWeek
from cpepa_desktop.operations.courses import read_course
from cpepa_desktop.operations.paper_head import course_head
from cpepa_desktop.operations.typing_again import typing_list
from cpepa_desktop.operations.workspace import Workspace
from cpepa_desktop.reports.typing_list import TypingLine, TypingSection, TypingSheet


def typing_sheet(ws: Workspace, code: str, week: IsoWeek) -> TypingSheet:
    """Return what is typed of a week into each program. Raises ``Refused`` for an unknown course."""
    view = read_course(ws, code)
    days = {stretch.id: stretch.day for stretch in view.stretches}
    sessions = (s for s in view.sessions if s.counts and IsoWeek.of(days[s.stretch_id]) == week)
    return TypingSheet(
        head=course_head(ws, view.course, (session.mode for session in sessions)),
        week=week,
        sections=tuple(
            TypingSection(
                program.label, tuple(_line(item) for item in typing_list(ws, code, program, week).items)
            )
            for program in Program
        ),
    )


def _line(item: TypingItem) -> TypingLine:
    return TypingLine(
        kind=item.kind.label,
        day=item.day,
        n=item.n,
        name=item.name,
        document=item.document,
        texts=tuple(f"{cell.label}: {cell.text}" for cell in item.cells),
        state=item.state.label,
        typed_on=item.mark.typed_on if item.mark else None,
        number=item.mark.number if item.mark else "",
        is_done=item.state is TypingState.TYPED,
        is_ready=item.is_ready,
    )
