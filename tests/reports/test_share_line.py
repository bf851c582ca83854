"""The line of share on paper: one figure that is said in words, and its figures week by week."""

from __future__ import annotations

from cpepa_desktop.reports.share_line import ShareLinePaper, pdf, story
from tests.reports.checks import check
from tests.reports.person_sheets import share
from tests.reports.reading import Element
from tests.reports.sheets import PEOPLE


def read(paper: ShareLinePaper) -> list[Element]:
    return list(check(story(paper), pdf(paper)).elements)


def figure(paper: ShareLinePaper) -> Element:
    (found,) = [element for element in read(paper) if element.tag == "Figure"]
    return found


def test_the_figure_says_in_words_what_it_draws() -> None:
    said = figure(share()).alternative.replace("\u00a0", " ")
    assert "se ha alcanzado el 21,1 % de las 380 h oficiales" in said
    assert "todavía puede alcanzarse el 94,7 %; el límite es el 75 %." in said
    assert said.endswith("dejaría de ser posible el 18 de marzo de 2024.")


def test_the_lines_are_named_and_the_day_of_no_return_is_marked() -> None:
    drawn = figure(share()).text.replace("\u00a0", " ")
    for words in ("Límite: 75 %", "Alcanzable: 94,7 %", "Alcanzado: 21,1 %", "Imposible desde aquí", "Marzo"):
        assert words in drawn


def test_a_course_has_no_day_of_no_return() -> None:
    assert "Imposible" not in figure(share("")).text
    assert any(e.text == "Todas las personas que siguen en el curso" for e in read(share("")))


def test_each_week_has_its_figures() -> None:
    texts = [element.text.replace("\u00a0", " ").strip() for element in read(share())]
    assert PEOPLE[3] in texts
    place = texts.index("21/01/2024")
    assert texts[place + 1 : place + 5] == ["28 h", "7,4 %", "373 h", "98,2 %"]


def test_before_the_first_class_there_is_nothing_to_draw() -> None:
    elements = read(share(points=0))
    assert not [element for element in elements if element.tag == "Figure"]
    assert any("no hay línea que dibujar" in element.text for element in elements)
