"""How the people of a course stand."""

from __future__ import annotations

from datetime import date

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Enrolment, Person, Standing
from cpepa_desktop.domain.status import ModuleStatus, PersonStatus


def test_who_has_no_complementary_module_has_none_to_show() -> None:
    ana = Person(1, "Ana", "Muñoz Gil", parse_identity("12345678Z"))
    enrolment = Enrolment(1, ana, date(2024, 1, 15), seat=None, seat_kind=None)
    module = ModuleStatus("MF1017_2", "", Standing.ATTENDS, Tally(70), {})
    status = PersonStatus(enrolment, Tally(70), {}, (module,))
    assert status.complementary == ()
    assert "funded" not in status.verdicts
