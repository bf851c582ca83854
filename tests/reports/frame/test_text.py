"""Lines of text: nothing lost, nothing over the edge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.reports.frame.blocks import Strong
from cpepa_desktop.reports.frame.fonts import Face, width
from cpepa_desktop.reports.frame.styles import BODY
from cpepa_desktop.reports.frame.text import Line, Run, break_lines, runs_of

SIGNS = st.text(alphabet="aeñÁ .,-\N{EN DASH}(12M\n", max_size=120)
SIZE = 9.0


def said(lines: tuple[Line, ...]) -> str:
    return "".join(run.text for line in lines for run in line.runs)


def broken(text: str, available: float) -> list[str]:
    return [said((line,)) for line in break_lines((Run(text, Face.REGULAR),), SIZE, available)]


@given(SIGNS, st.floats(20, 300))
def test_lines_joined_are_the_text(text: str, available: float) -> None:
    lines = break_lines((Run(text, Face.REGULAR),), SIZE, available)

    assert said(lines) == text.replace("\n", " ")


@given(SIGNS, st.floats(20, 300))
def test_no_line_is_wider_than_its_place(text: str, available: float) -> None:
    for line in break_lines((Run(text, Face.REGULAR),), SIZE, available):
        ink = width(said((line,)).rstrip(" "), Face.REGULAR, SIZE)
        assert ink <= available + 0.02
        assert abs(line.width - ink) < 0.02


@given(st.lists(st.tuples(SIGNS, st.booleans()), min_size=1, max_size=5), st.floats(20, 300))
def test_runs_of_two_faces_lose_nothing(parts: list[tuple[str, bool]], available: float) -> None:
    text = tuple(Strong(words) if bold else words for words, bold in parts)

    lines = break_lines(runs_of(text, BODY), SIZE, available)

    assert said(lines) == "".join(words for words, _bold in parts).replace("\n", " ")


def test_words_stay_whole_where_they_fit() -> None:
    assert broken("uno dos tres cuatro", 45) == ["uno dos ", "tres cuatro"]


def test_a_word_wider_than_the_line_is_cut_and_fills_it() -> None:
    lines = broken("Hipopotomonstrosesquipedaliofobia", 60)

    assert len(lines) == 3
    assert "".join(lines) == "Hipopotomonstrosesquipedaliofobia"


def test_clock_times_part_after_their_dash_and_names_never_after_their_hyphen() -> None:
    assert broken("09:00\N{EN DASH}14:00", 32) == ["09:00\N{EN DASH}", "14:00"]
    assert broken("José Fernández-Montes", 85) == ["José ", "Fernández-Montes"]


def test_a_fixed_space_keeps_number_and_unit_together() -> None:
    assert broken("son 4:30\u00a0h", 40) == ["son ", "4:30\u00a0h"]


def test_a_line_feed_is_a_line_break() -> None:
    assert broken("uno\ndos", 200) == ["uno ", "dos"]


def test_a_word_glued_across_faces_is_not_parted() -> None:
    lines = break_lines(runs_of(("una ", Strong("palabra"), "."), BODY), SIZE, 50)

    assert [said((line,)) for line in lines] == ["una ", "palabra."]


def test_a_space_after_bold_belongs_to_the_bold_run() -> None:
    assert runs_of((Strong("J"), " y ", Strong("NJ")), BODY) == (
        Run("J ", Face.BOLD),
        Run("y ", Face.REGULAR),
        Run("NJ", Face.BOLD),
    )


def test_nothing_has_no_lines() -> None:
    assert break_lines((), SIZE, 100) == ()
    assert break_lines((Run("", Face.REGULAR),), SIZE, 100) == ()
