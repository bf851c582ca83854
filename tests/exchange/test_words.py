"""Words in their one form, and what people mean by them."""

from __future__ import annotations

import pytest

from cpepa_desktop.exchange.words import meaning_of, plain, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dirección", ("direccion",)),
        ("AÑO", ("ano",)),
        ("E-mail", ("e", "mail")),
        ("fecha_nacimiento", ("fecha", "nacimiento")),
        ("Alumno/a", ("alumno", "a")),
        ("Alumn@", ("alumno",)),
        ("Nº", ("no",)),
        ("  ", ()),
        ("·-·", ()),
    ],
)
def test_accents_case_and_punctuation_do_not_matter(text: str, words: tuple[str, ...]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("D.N.I.", ("dni",)),
        ("D. N. I.", ("dni",)),
        ("D.N.I./N.I.E.", ("dni", "nie")),
        ("D.N.I. N.I.E.", ("dni", "nie")),
        ("D.N.I. o N.I.E.", ("dni", "o", "nie")),
        ("C.P.", ("cp",)),
        ("H/M", ("h", "m")),
        ("F. nac.", ("f", "nac")),
    ],
)
def test_initials_make_one_word_each_group(text: str, words: tuple[str, ...]) -> None:
    assert plain_words(text) == words


def test_letters_with_accents_kept_apart_are_the_same_letters() -> None:
    assert plain("Direccio\N{COMBINING ACUTE ACCENT}n") == plain("dirección") == "direccion"


MEANINGS = (("no ocupad", "idle"), ("ocupad", "busy"), (r"paro$", "idle"))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Ocupado/a", "busy"),
        ("está OCUPADA", "busy"),
        ("No ocupada", "idle"),
        ("en paro", "idle"),
        ("parola", None),
        ("desocupado", None),  # patterns hold from the start of a word
        ("", None),
    ],
)
def test_the_first_pattern_that_a_word_starts_says_the_meaning(text: str, meaning: str | None) -> None:
    assert meaning_of(text, MEANINGS) == meaning
