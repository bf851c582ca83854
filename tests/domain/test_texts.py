"""Texts that a user sees, through whatever catalogue was chosen."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from cpepa_desktop.domain.texts import _, ngettext, use_catalogue


class Shouting(gettext.NullTranslations):
    """A catalogue that is easy to tell from none."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()


@pytest.fixture
def _shouted() -> Iterator[None]:
    use_catalogue(Shouting())
    yield
    use_catalogue(gettext.NullTranslations())


def test_without_a_catalogue_texts_come_back_as_they_were_written() -> None:
    assert _("Guardar") == "Guardar"
    assert [ngettext("{n} curso", "{n} cursos", n) for n in (0, 1, 2)] == [
        "{n} cursos",
        "{n} curso",
        "{n} cursos",
    ]


@pytest.mark.usefixtures("_shouted")
def test_every_later_text_comes_from_the_catalogue_in_use() -> None:
    assert _("Guardar") == "GUARDAR"
    assert ngettext("curso", "cursos", 2) == "CURSOS"
