"""Support for people with a disability: hours within those of the course, euros at the call's rates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.grant import SupportService
from cpepa_desktop.domain.supports import DisabilitySupport
from cpepa_desktop.operations.calls import FilledFigure, fill_figure
from cpepa_desktop.operations.history import undo
from cpepa_desktop.operations.supports import list_supports, pays_support, remove_support, save_support
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, enrolled, own_request, planned, rows

HOURS = 60
WHOLE_COURSE = 380 * HOURS


@pytest.fixture
def asked(ws: Workspace) -> DisabilitySupport:
    """Give a service for somebody of the course, not written yet."""
    planned(ws)
    return DisabilitySupport(0, enrolled(ws).id, SupportService.SUPPORT, 100 * HOURS)


def amounts(ws: Workspace) -> list[tuple[int | None, int | None]]:
    return [(view.cents, view.approved_cents) for view in list_supports(ws, CODE)]


@pytest.mark.parametrize(
    ("service", "cents"),
    [
        (SupportService.SIGN_LANGUAGE, 260_000),
        (SupportService.SUPPORT, 125_000),
        (SupportService.OTHER, None),
    ],
)
def test_each_service_is_paid_at_its_rate(
    ws: Workspace, asked: DisabilitySupport, service: SupportService, cents: int | None
) -> None:
    save_support(ws, CODE, replace(asked, service=service))
    assert amounts(ws) == [(cents, None)]


def test_the_rate_of_another_service_is_the_one_that_the_centre_writes_in_the_call(
    ws: Workspace, asked: DisabilitySupport
) -> None:
    save_support(ws, CODE, replace(asked, service=SupportService.OTHER))
    figure = FilledFigure("other_support_rate", "20", date(2024, 1, 1), "EPE/873/2023", "ap. 17.5")
    fill_figure(ws, "EPE-873-2023", figure)
    assert amounts(ws) == [(200_000, None)]


def test_what_is_approved_is_paid_by_its_own_hours(ws: Workspace, asked: DisabilitySupport) -> None:
    approval = replace(asked, approved_on=date(2024, 1, 12), approved_minutes=50 * HOURS)
    save_support(ws, CODE, approval)
    assert amounts(ws) == [(125_000, 62_500)]


def test_a_service_may_last_as_long_as_the_course_and_no_minute_more(
    ws: Workspace, asked: DisabilitySupport
) -> None:
    save_support(ws, CODE, replace(asked, minutes=WHOLE_COURSE))
    assert amounts(ws) == [(475_000, None)]
    with pytest.raises(Refused) as refused:
        save_support(ws, CODE, replace(asked, minutes=WHOLE_COURSE + 1))
    assert "380:01 h de apoyo superan las 380 h" in str(refused.value.problems[0])


def test_the_hours_of_a_person_are_held_to_those_of_the_course_service_by_service(
    ws: Workspace, asked: DisabilitySupport
) -> None:
    save_support(ws, CODE, replace(asked, service=SupportService.SIGN_LANGUAGE, minutes=WHOLE_COURSE))
    save_support(ws, CODE, replace(asked, service=SupportService.SUPPORT, minutes=WHOLE_COURSE))
    assert len(list_supports(ws, CODE)) == 2
    both = replace(asked, approved_on=date(2024, 1, 12), approved_minutes=WHOLE_COURSE)
    save_support(ws, CODE, both)
    with pytest.raises(Refused, match="no puede anotarse"):
        save_support(ws, CODE, replace(both, approved_minutes=WHOLE_COURSE + 1))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"minutes": 0}, "más de cero"),
        ({"approved_on": date(2024, 1, 12), "approved_minutes": WHOLE_COURSE + 1}, "superan"),
        ({"requested_on": date(2024, 1, 13)}, "aún no ha llegado"),
        (
            {
                "requested_on": date(2024, 1, 12),
                "approved_on": date(2024, 1, 11),
                "approved_minutes": HOURS,
            },
            "antes de pedirse",
        ),
        ({"approved_on": date(2024, 1, 12)}, "los dos o ninguno"),
        ({"approved_minutes": HOURS}, "los dos o ninguno"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    ws: Workspace, asked: DisabilitySupport, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(Refused) as refused:
        save_support(ws, CODE, replace(asked, **changes))  # type: ignore[arg-type]  # each is of its field
    assert any(words in str(problem) for problem in refused.value.problems)
    assert list_supports(ws, CODE) == ()


def test_support_is_for_somebody_of_the_course(ws: Workspace, asked: DisabilitySupport) -> None:
    with pytest.raises(Refused, match="no está en el curso"):
        save_support(ws, CODE, replace(asked, enrolment_id=999))


def test_a_course_that_nobody_pays_for_has_no_support(ws: Workspace) -> None:
    planned(ws, own_request())
    someone = enrolled(ws)
    assert not pays_support(ws, CODE)
    with pytest.raises(Refused, match="no concede apoyo"):
        save_support(ws, CODE, DisabilitySupport(0, someone.id, SupportService.SUPPORT, HOURS))


def test_a_service_is_taken_away_and_brought_back(ws: Workspace, asked: DisabilitySupport) -> None:
    save_support(ws, CODE, asked)
    before = rows(ws)
    (view,) = list_supports(ws, CODE)
    remove_support(ws, CODE, view.support.id)
    assert list_supports(ws, CODE) == ()
    with pytest.raises(Refused, match="ya no está"):
        remove_support(ws, CODE, view.support.id)
    undo(ws)
    assert rows(ws) == before
