"""What obligations hang on in one course."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.obligations import Anchor, Subject
from cpepa_desktop.domain.timeline import IncidentDay, ObligedPerson
from cpepa_desktop.operations.obligation_subjects import COURSE, instances_of
from tests.operations.obliged import FORTNIGHT, START, timeline


@pytest.mark.parametrize(
    ("subject", "keys"),
    [
        (Subject.COURSE, [""]),
        (Subject.WEEK, ["2024-W03", "2024-W04"]),
        (Subject.PERSON, ["1", "2"]),
        (Subject.MODULE, ["MF1", "COMP"]),
        (Subject.SESSION, ["7"]),
    ],
)
def test_every_kind_of_subject_has_its_keys(subject: Subject, keys: list[str]) -> None:
    people = (ObligedPerson(1, "Muñoz, Ana", START), ObligedPerson(2, "Gil, Eva", START))
    of = timeline(people=people, incidents=(IncidentDay(7, START, 600, "Avería"),))
    assert [each.key for each in instances_of(subject, of)] == keys


def test_a_week_counts_from_its_sunday_and_a_module_from_its_last_day() -> None:
    first, _second = instances_of(Subject.WEEK, timeline())
    assert first.days == {Anchor.WEEK: date(2024, 1, 21)}
    module, _complementary = instances_of(Subject.MODULE, timeline())
    assert module.days == {Anchor.LAST_MODULE_END: FORTNIGHT[7]}
    assert COURSE.days == {}
