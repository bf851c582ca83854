"""The list of texts and their wording: whole they pass, and each mistake in them is named."""

from __future__ import annotations

from datetime import date

import pytest

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.norms import NormKind, NormStatus
from cpepa_desktop.exchange.norms_file import load_articles, load_norms, read_articles, read_norms

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


ARTICLES = 'norm = "X 1/2020"\nedition = "2020"\n[places."art. 1"]\ntext = """\nUno.\n\nDos.\n"""\n'


def test_the_wording_of_a_place_is_read_with_its_paragraphs() -> None:
    assert read_articles(ARTICLES, "x.toml", "X 1/2020") == {"art. 1": "Uno.\n\nDos."}


def test_the_program_carries_the_wording_of_what_it_judges_by() -> None:
    assert "al menos el 75 por ciento de la horas totales" in load_articles("ESS/1897/2013")["art. 18.2"]
    assert "como mínimo al 75% de las horas de cada uno" in load_articles("EPE/873/2023")["Guía 10.2.8"]
    assert load_articles("RD 694/2017") is load_articles("RD 694/2017")


def test_a_norm_that_the_program_does_not_carry_has_no_places() -> None:
    assert load_articles("Ley 39/2015") == {}


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ("colour = 1\n" + ARTICLES, "colour"),
        (ARTICLES.replace('"X 1/2020"', '"X 2/2020"'), "norm"),
        (ARTICLES.replace('edition = "2020"\n', ""), "edition"),
        (ARTICLES + "note = 1\n", "note"),
        (ARTICLES.replace('"""\nUno.\n\nDos.\n"""', '""'), "text"),
        ('norm = "X 1/2020"\nedition = "2020"\nplaces = { "art. 1" = "Uno." }\n', "art. 1"),
    ],
)
def test_a_mistake_in_the_wording_is_named_with_its_key(wrong: str, key: str) -> None:
    with pytest.raises(Refused) as caught:
        read_articles(wrong, "x.toml", "X 1/2020")
    assert any(problem.where.endswith(key) for problem in caught.value.problems)
