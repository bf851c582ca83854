"""What is said of an incident."""

from __future__ import annotations

from cpepa_desktop.domain.incident import Incident


def test_an_incident_concerns_the_whole_class_and_is_not_communicated_unless_it_is_said() -> None:
    incident = Incident(1, 7, 540, "No hay luz en el aula")
    assert (incident.enrolment_id, incident.communicated_on) == (None, None)
    assert (incident.cause, incident.justification) == ("", "")
