"""Everything the program cites can be read in it, save what a list says; and it carries no text in vain."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator

from cpepa_desktop.domain.call import Call
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.norms import NormKind
from cpepa_desktop.domain.obligations import JUSTIFICATION_LIMITS, REQUIREMENT_LIMIT
from cpepa_desktop.domain.parameters import PARAMETERS
from cpepa_desktop.exchange.call_file import load_flat_call, official_calls
from cpepa_desktop.exchange.norms_file import load_articles, load_norms
from cpepa_desktop.operations import explanation_words
from cpepa_desktop.operations.explanation_words import labels, rule_formulas, rule_titles
from cpepa_desktop.operations.law_texts import articles_of
from tests.house.test_rules import all_rules
from tests.house.tree import PACKAGE, parsed, sources

_NO_ACCESS = "the program was written without this text at hand: only its title is known"

# Places that are cited and whose wording does not come with the program, with the reason.
WITHOUT_TEXT = {
    "Ley 39/2015, art. 30": _NO_ACCESS,
    "Ley 39/2015, art. 30.2": _NO_ACCESS,
    "Ley 39/2015, art. 30.6": _NO_ACCESS,
}


def of_call(call: Call) -> Iterator[Citation | None]:
    """Yield the source of every figure, reading and term of a call."""
    yield call.execution.citation
    yield from (module.citation for module in call.complementary)
    yield from (cause.citation for cause in call.causes)
    yield from (item.citation for item in call.application)
    yield from (reading.citation for reading in call.readings.values())
    for history in call.histories.values():
        yield history.source
        yield from (dated.citation for dated in history.values)
    for deadline in call.deadlines.values():
        yield deadline.citation
        terms = (deadline.due, deadline.safe, deadline.other, deadline.opens)
        yield from (term.citation for term in terms if term)


def written_in_code() -> Iterator[Citation]:
    """Yield every citation that stands in the code with its norm and its place."""
    for file in sources(PACKAGE):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Citation":
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(words) == len(node.args):
                    yield Citation(*(str(word) for word in words))


def citations() -> set[Citation]:
    """Return everything the program cites."""
    calls = (load_flat_call(text.content, text.id) for text in official_calls())
    bounds = (spec.bounds.citation for spec in PARAMETERS.values() if spec.bounds)
    limits = (citation for _days, citation in (REQUIREMENT_LIMIT, *JUSTIFICATION_LIMITS.values()))
    found = {citation for call in calls for citation in of_call(call) if citation}
    return found | {rule.citation for rule in all_rules().values()} | {*bounds, *limits, *written_in_code()}


def test_every_place_cited_has_its_wording_or_stands_in_the_list() -> None:
    without = {
        f"{article.norm.id}, {article.place}"
        for citation in citations()
        for article in articles_of(citation)
        if not article.text and article.norm.kind is not NormKind.OWN
    }
    assert without == set(WITHOUT_TEXT)


def test_what_comes_without_wording_says_where_to_find_it() -> None:
    """A centre's own papers are in the centre."""
    for citation in citations():
        for article in articles_of(citation):
            assert article.norm.id in load_norms(), citation


def test_no_wording_is_carried_that_nothing_cites() -> None:
    cited = {
        (article.norm.id, article.place) for citation in citations() for article in articles_of(citation)
    }
    carried = {(norm, place) for norm in load_norms() for place in load_articles(norm)}
    assert sorted(carried - cited) == []


def test_every_file_of_wording_is_that_of_a_norm_of_the_list() -> None:
    for file in sorted((PACKAGE / "resources" / "norms" / "texts").glob("*.toml")):
        norm = tomllib.loads(file.read_text(encoding="utf-8"))["norm"]
        assert norm in load_norms(), file.name
        assert load_articles(norm), file.name


def test_every_rule_has_a_title_and_a_formula_in_words() -> None:
    for name in all_rules():
        for words in (rule_titles().get(name, ""), rule_formulas().get(name, "")):
            assert words.strip(), f"{name} has no words for «¿Por qué?»"
            assert "_" not in words, f"{name}: a key is shown in «{words}»"
    assert rule_titles().keys() == rule_formulas().keys() == all_rules().keys()


def numbers_and_reasons() -> tuple[set[str], set[str]]:
    """Return the names of the numbers that the verdicts of the rules carry, and their reasons.

    Numbers are the keys of what is called ``numbers``; reasons the words in small letters that stand beside
    an ``Answer``, or are a rule's answer to it.
    """
    numbers: set[str] = set()
    reasons: set[str] = set()
    for file in sources(PACKAGE / "rules"):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(ast.unparse(target) == "numbers" for target in targets):
                    numbers |= _words(node.value.keys)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Verdict":
                reasons |= _words(node.args[2:3])
            if isinstance(node, ast.Tuple) and ast.unparse(node).startswith("(Answer."):
                reasons |= _words(ast.walk(node.elts[1]))
    return numbers, reasons


def _words(nodes: Iterable[ast.AST | None]) -> set[str]:
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


def test_every_number_and_reason_of_a_verdict_has_its_words() -> None:
    numbers, reasons = numbers_and_reasons()
    assert len(numbers) > 1
    assert len(reasons) > 1
    assert sorted(numbers - labels().keys()) == []
    worded = {key.rpartition(".")[2] for key in explanation_words.reasons()}
    assert sorted(reasons - worded) == []
