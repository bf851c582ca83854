"""What a file says of people and attendance, before anything is written."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from cpepa_desktop.domain.identity import parse_identity
from cpepa_desktop.domain.intake import AttendanceRow, PersonRow


def test_what_a_file_does_not_say_of_a_person_is_unknown_and_no_default() -> None:
    row = PersonRow(2, "", parse_identity("12345678Z"), "Ana", "Gil")
    assert (row.birth_date, row.employment_status, row.joined_on, row.seat) == (None, None, None, None)
    assert (row.sex, row.email, row.phone, row.address) == ("", "", "", "")


def test_minutes_without_a_cause_have_none() -> None:
    row = AttendanceRow(2, "", date(2024, 2, 12), 1, parse_identity("12345678Z"), 240)
    assert (row.cause, row.state, row.block) == (None, None, "")


def test_what_was_read_cannot_be_changed_before_it_is_written() -> None:
    row = PersonRow(2, "", parse_identity("12345678Z"), "Ana", "Gil")
    with pytest.raises(FrozenInstanceError):
        row.name = "Eva"  # type: ignore[misc] # the refusal is what is tested
