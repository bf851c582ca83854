"""The list of texts: whole it passes, and each mistake in it is named."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.norms import NormKind, NormStatus
from cpepa_desktop.exchange.norms_file import load_norms, read_norms

GOOD = '["X 1/2020"]\ntitle = "Un texto"\nkind = "order"\nstatus = "in_force"\n'


def test_the_texts_the_program_cites_are_there_with_their_fate() -> None:
    norms = load_norms()
    assert load_norms() is norms
    assert norms["RD 34/2008"].status is NormStatus.REPEALED
    assert norms["RD 34/2008"].repealed_on == date(2023, 7, 23)
    assert norms["ESS/1897/2013"].in_force_on == date(2013, 10, 18)
    assert norms["Convenio"].kind is NormKind.OWN
    assert all(norm.id == name and norm.title for name, norm in norms.items())


def test_what_is_not_established_is_empty() -> None:
    norm = read_norms(GOOD, "n.toml")["X 1/2020"]
    assert (norm.bulletin, norm.url, norm.published_on) == ("", "", None)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (GOOD + "colour = 1\n", "colour"),
        (GOOD.replace('"order"', '"poem"'), "kind"),
        (GOOD.replace('"in_force"', '"dead"'), "status"),
        (GOOD.replace('title = "Un texto"\n', ""), "title"),
        (GOOD + 'issued_on = "ayer"\n', "issued_on"),
        ('"X 1/2020" = 3\n', "X 1/2020"),
    ],
)
def test_a_mistake_is_named_with_its_text_and_key(wrong: str, key: str) -> None:
    with pytest.raises(Refused) as caught:
        read_norms(wrong, "n.toml")
    assert any(problem.where.endswith(key) for problem in caught.value.problems)
