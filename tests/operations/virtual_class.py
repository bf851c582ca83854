"""A class at a distance with the people of the samples, for whoever reads its logs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.people import Enrolment, Person
from cpepa_desktop.operations.enrolments import EnrolmentForm, enrol_new, find_enrolment
from cpepa_desktop.operations.workspace import Workspace
from tests.operations.builders import CODE, id_number_of

SAMPLES: Final = Path(__file__).parents[1] / "exchange" / "connections" / "samples"


def learner(ws: Workspace, number: int, name: str, surnames: str, email: str = "") -> Enrolment:
    """Enrol somebody new in the course and return the enrolment."""
    id_number = id_number_of(20_000_000 + number)
    enrol_new(ws, CODE, Person(0, name, surnames, parse_identity(id_number), email=email), EnrolmentForm())
    return find_enrolment(ws, CODE, id_number)


def ana(ws: Workspace) -> Enrolment:
    """Enrol Ana, whom most tools know by e-mail."""
    return learner(ws, 1, "Ana", "Muñoz Lago", "Ana.Munoz@correo.example")


def omar(ws: Workspace) -> Enrolment:
    """Enrol Omar, whom only the name tells."""
    return learner(ws, 2, "Omar", "El Idrissi")
