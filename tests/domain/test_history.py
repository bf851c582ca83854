"""What the journal tells of a row."""

from __future__ import annotations

import pytest

from cpepa_desktop.domain.history import RowChange


@pytest.mark.parametrize(
    ("before", "after", "erased"),
    [(None, {"id": 1}, False), ({"id": 1}, None, False), ({"id": 1}, {"id": 2}, False), (None, None, True)],
)
def test_only_a_change_without_any_value_was_erased(
    before: dict[str, int] | None, after: dict[str, int] | None, *, erased: bool
) -> None:
    assert RowChange("person", before, after).erased is erased
