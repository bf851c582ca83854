"""A call inherits as it says, and every mistake in a call is refused with its file, its key and its mend."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.call import Call, ParameterMissing
from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.exchange.call_file import load_call, load_flat_call, official_text
from cpepa_desktop.exchange.call_tables import parse_tables
from cpepa_desktop.exchange.toml_text import to_toml

DAY = date(2024, 1, 15)
ORDER = "EPE/873/2023"

# Inheriting -------------------------------------------------------------------------------------------------

CHILD = 'inherits = "EPE-873-2023"\nid = "mia"\ntitle = "La mía"\n'


def child(more: str) -> Call:
    return load_call(CHILD + more, "mia.toml")


def refusal(text: str, resolve: dict[str, str] | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        load_call(text, "mia.toml", official_text if resolve is None else resolve.get)
    return caught.value


def places(text: str, resolve: dict[str, str] | None = None) -> list[str]:
    return [problem.where for problem in refusal(text, resolve).problems]


def test_an_heir_says_only_what_changes() -> None:
    call = child(
        '[subsidised_seats]\nunit = "people"\nchecked_on = 2024-05-01\n'
        'since = [{ day = 2024-05-01, value = 15, norm = "EPE/873/2023", place = "ap. 1" }]\n'
    )
    assert call.count("subsidised_seats", date(2024, 5, 1)).value == 15
    with pytest.raises(ParameterMissing, match="01/05/2024"):
        call.count("subsidised_seats", date(2024, 4, 30))
    assert call.count("additional_seats", DAY).value == 2
    assert call.title == "La mía"


def test_an_heir_takes_away_what_its_parent_has() -> None:
    call = child(
        'without = ["centre_grant_cap", "readings.mark_below_pass", "deadlines.evidence"]\n' + READING
    )
    assert not call.gives("centre_grant_cap", DAY)
    assert "evidence" not in call.deadlines
    assert call.reading("mark_below_pass").value == "as_computed"
    assert call.reading("mark_below_pass").alternatives == ("floor_at_pass", "floor_at_test")


READING = """
[readings.mark_below_pass]
question = "¿Qué nota?"
value = "as_computed"
norm = "ESS/1897/2013"
place = "art. 19.4"
checked_on = 2024-05-01
answers = { floor_at_pass = "Un 5", as_computed = "La calculada", floor_at_test = "La de la prueba" }
"""


def test_an_heir_switches_inherited_obligations_and_not_its_own() -> None:
    own = (
        '[deadlines.evidence]\ntext = "Enviar"\nnumber = 9\nkind = "working"\n'
        'anchor = "course_end"\nside = "after"\n'
        'norm = "EPE/873/2023"\nplace = "Guía 10.5"\nchannels = []\nchecked_on = 2024-05-01\n'
    )
    call = child('deadlines_on = ["diplomas"]\n' + own)
    assert {name for name, deadline in call.deadlines.items() if deadline.is_active} == {
        "diplomas",
        "evidence",
    }
    call = child("deadlines_on = true\n" + own + "active = false\n")
    assert [name for name, deadline in call.deadlines.items() if not deadline.is_active] == ["evidence"]


def application(more: str) -> str:
    return CHILD + (
        '[application.items.list]\ntext = "Lista"\nkind = "document"\nwhen = "always"\n'
        f'norm = "EPE/873/2023"\nplace = "ap. 12.1.a"\nchecked_on = 2024-05-01\n{more}'
    )


def test_what_goes_with_an_application_is_inherited_replaced_or_taken_away_whole() -> None:
    assert len(child("").application) == 14
    (item,) = load_call(application(""), "mia.toml").application
    assert (item.key, item.text, item.checked_on) == ("list", "Lista", date(2024, 5, 1))
    assert child('without = ["application"]\n').application == ()


def test_a_grandchild_inherits_through_its_parent() -> None:
    resolve = {"EPE-873-2023": official_text("EPE-873-2023") or "", "mia": CHILD}
    text = 'inherits = "mia"\nid = "nieta"\ntitle = "La nieta"\n'
    assert load_call(text, "nieta.toml", resolve.get).count("subsidised_seats", DAY).value == 13


def test_a_circle_is_refused_with_its_chain() -> None:
    resolve = {"a": 'inherits = "b"\nid = "a"\n', "b": 'inherits = "a"\nid = "b"\n'}
    refused = refusal(resolve["a"], resolve)
    assert "a → b → a" in refused.message
    assert refusal('inherits = "a"\nid = "a"\n', {}).problems[0].where == "mia.toml.inherits"


def test_a_bad_parent_is_refused_under_its_own_name() -> None:
    resolve = {"madre": 'id = "madre"\n'}
    assert all(place.startswith("madre.toml") for place in places('inherits = "madre"\nid = "x"\n', resolve))


def test_a_whole_text_that_inherits_is_no_whole_text() -> None:
    with pytest.raises(Refused, match="inherits"):
        load_flat_call(CHILD, "mia.toml")


# Mistakes: one broken file each -----------------------------------------------------------------------------


def seats(body: str) -> str:
    return CHILD + "[subsidised_seats]\n" + body


def share(value: str, name: str = "attendance_share") -> str:
    return CHILD + (
        f'[{name}]\nunit = "/1"\nchecked_on = 2024-05-01\n'
        f'since = [{{ day = 2024-05-01, value = {value}, norm = "{ORDER}", place = "ap. 1" }}]\n'
    )


GOOD = (
    'unit = "people"\nchecked_on = 2024-05-01\n'
    f'since = [{{ day = 2024-05-01, value = 12, norm = "{ORDER}", place = "ap. 1" }}]\n'
)


def deadline(name: str, body: str) -> str:
    return CHILD + (
        f'[deadlines.{name}]\ntext = "Algo"\nnorm = "{ORDER}"\nplace = "ap. 1"\nchannels = []\n'
        f"checked_on = 2024-05-01\n{body}"
    )


TERM = 'number = 3\nkind = "calendar"\nanchor = "course_end"\nside = "after"\n'


def test_the_sound_halves_of_the_mistakes_below_are_accepted() -> None:
    for text in (seats(GOOD), share("0.75"), deadline("evidence", TERM), CHILD + READING):
        assert load_call(text, "mia.toml").id == "mia"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CHILD + "colour = 1\n", "mia.toml.colour"),
        (CHILD + "[colour]\n", "mia.toml.colour"),
        (CHILD + 'norm = "Orden inventada"\n', "mia.toml.norm"),
        (CHILD + 'subsidised = "sí"\n', "mia.toml.subsidised"),
        (CHILD + 'routes = ["gift"]\n', "mia.toml.routes"),
        (CHILD + "routes = []\n", "mia.toml.routes"),
        (CHILD + 'provinces = ["Soria"]\n', "mia.toml.provinces"),
        (CHILD.replace('title = "La mía"', 'title = ""'), "mia.toml.title"),
        (seats(GOOD.replace("people", "h")), "mia.toml.subsidised_seats.unit"),
        (seats(GOOD.replace('unit = "people"\n', "")), "mia.toml.subsidised_seats.unit"),
        (seats(GOOD + "colour = 1\n"), "mia.toml.subsidised_seats.colour"),
        (seats(GOOD.replace("checked_on = 2024-05-01\n", "")), "mia.toml.subsidised_seats.checked_on"),
        (seats(GOOD.replace("on = 2024-05-01", 'on = "mayo"')), "mia.toml.subsidised_seats.checked_on"),
        (seats(GOOD.replace(f'norm = "{ORDER}", ', "")), "mia.toml.subsidised_seats.since[0].norm"),
        (seats(GOOD.replace(ORDER, "EPE/1/1999")), "mia.toml.subsidised_seats.since[0].norm"),
        (seats(GOOD.replace(', place = "ap. 1"', "")), "mia.toml.subsidised_seats.since[0].place"),
        (
            seats(GOOD.replace("day = 2024-05-01", "day = 2024-05-01T10:00:00")),
            "mia.toml.subsidised_seats.since[0].day",
        ),
        (seats(GOOD.replace("day = 2024-05-01, ", "")), "mia.toml.subsidised_seats.since[0].day"),
        (seats(GOOD.replace("value = 12, ", "")), "mia.toml.subsidised_seats.since[0].value"),
        (seats(GOOD.replace("value = 12", "value = 12.5")), "mia.toml.subsidised_seats.since[0].value"),
        (seats(GOOD.replace("value = 12", "value = -1")), "mia.toml.subsidised_seats.since[0].value"),
        (seats(GOOD.replace("value = 12", "value = true")), "mia.toml.subsidised_seats.since[0].value"),
        (seats(GOOD.replace("value = 12", "value = 26")), "mia.toml.subsidised_seats.since[0].value"),
        (seats(GOOD.replace("value = 12", "value = 0")), "mia.toml.subsidised_seats.since[0].value"),
        (seats('unit = "people"\nchecked_on = 2024-05-01\nsince = []\n'), "mia.toml.subsidised_seats.since"),
        (seats('unit = "people"\nchecked_on = 2024-05-01\n'), "mia.toml.subsidised_seats.since"),
        (seats('unit = "people"\nfill = true\nsince = []\n'), "mia.toml.subsidised_seats.since"),
        (seats('unit = "people"\nfill = true\n'), "mia.toml.subsidised_seats.norm"),
        (CHILD + "subsidised_seats = 13\n", "mia.toml.subsidised_seats"),
        (
            seats(
                GOOD.replace("}]", f'}}, {{ day = 2024-04-30, value = 11, norm = "{ORDER}", place = "x" }}]')
            ),
            "mia.toml.subsidised_seats.since",
        ),
        (
            seats(
                GOOD.replace("}]", f'}}, {{ day = 2024-05-01, value = 11, norm = "{ORDER}", place = "x" }}]')
            ),
            "mia.toml.subsidised_seats.since",
        ),
        (share("0.74"), "mia.toml.attendance_share.since[0].value"),
        (share("75"), "mia.toml.attendance_share.since[0].value"),
        (share('"0.75"'), "mia.toml.attendance_share.since[0].value"),
        (share("nan"), "mia.toml.attendance_share.since[0].value"),
        (share("0.64", "exception_share"), "mia.toml.exception_share.since[0].value"),
        (share("0.21", "dropout_tolerance"), "mia.toml.dropout_tolerance.since[0].value"),
        (share("0.26", "advance_initial_share"), "mia.toml.advance_initial_share.since[0].value"),
        (share("0.36", "advance_after_start_share"), "mia.toml.advance_after_start_share.since[0].value"),
        (share("0.61", "advance_single_share"), "mia.toml.advance_single_share.since[0].value"),
        (share("0.31", "employed_share"), "mia.toml.employed_share.since[0].value"),
        (share("0.69", "unemployed_share"), "mia.toml.unemployed_share.since[0].value"),
        (share("0.74", "module_test_share"), "mia.toml.module_test_share.since[0].value"),
        (share("0.26", "substitution_share"), "mia.toml.substitution_share.since[0].value"),
        (share("0.40", "process_weight"), "mia.toml.test_weight"),
        (share("0.70", "product_share"), "mia.toml.result_share"),
        (share("8.5", "day_limit").replace('"/1"', '"h"'), "mia.toml.day_limit.since[0].value"),
        (share("7.999", "day_limit").replace('"/1"', '"h"'), "mia.toml.day_limit.since[0].value"),
        (
            share("13.51", "unit_cost_teruel").replace('"/1"', '"EUR/h"'),
            "mia.toml.unit_cost_teruel.since[0].value",
        ),
        (share("10.01", "pass_mark").replace('"/1"', '"/10"'), "mia.toml.pass_mark.since[0].value"),
        (
            share("0.001", "centre_grant_cap").replace('"/1"', '"EUR"'),
            "mia.toml.centre_grant_cap.since[0].value",
        ),
        (
            share("4", "unjustified_per_month").replace('"/1"', '"absences"'),
            "mia.toml.unjustified_per_month.since[0].value",
        ),
        (
            share('"cash"', "justification_system").replace('"/1"', '"text"'),
            "mia.toml.justification_system.since[0].value",
        ),
        (
            share('["nothing"]', "start_gates").replace('"/1"', '"list"'),
            "mia.toml.start_gates.since[0].value",
        ),
        (
            share("1", "public_workers_admitted").replace('"/1"', '"yes/no"'),
            "mia.toml.public_workers_admitted.since[0].value",
        ),
        (
            share("1", "evaluation_regime_cut").replace('"/1"', '"day"'),
            "mia.toml.evaluation_regime_cut.since[0].value",
        ),
        (CHILD + READING.replace("mark_below_pass", "colour"), "mia.toml.readings.colour"),
        (CHILD + READING.replace('"as_computed"', '"other"'), "mia.toml.readings.mark_below_pass.value"),
        (
            CHILD + READING.replace('floor_at_test = "La de la prueba"', 'x = "y"'),
            "mia.toml.readings.mark_below_pass.answers.x",
        ),
        (CHILD + READING.replace('norm = "ESS/1897/2013"\n', ""), "mia.toml.readings.mark_below_pass.norm"),
        (deadline("colour", TERM), "mia.toml.deadlines.colour"),
        (deadline("evidence", ""), "mia.toml.deadlines.evidence.number"),
        (deadline("evidence", TERM.replace('"calendar"', '"lunar"')), "mia.toml.deadlines.evidence.kind"),
        (deadline("evidence", TERM.replace('"after"', '"during"')), "mia.toml.deadlines.evidence.side"),
        (deadline("evidence", TERM.replace("course_end", "fixed")), "mia.toml.deadlines.evidence.anchor"),
        (
            deadline("evidence", TERM.replace("number = 3", "number = -3")),
            "mia.toml.deadlines.evidence.number",
        ),
        (deadline("evidence", TERM + "inclusive = true\n"), "mia.toml.deadlines.evidence.inclusive"),
        (deadline("evidence", TERM + "day = 2024-05-01\n"), "mia.toml.deadlines.evidence.day"),
        (deadline("evidence", 'kind = "fixed"\n'), "mia.toml.deadlines.evidence.day"),
        (
            deadline("evidence", TERM + 'safe = { number = 1, kind = "calendar" }\n'),
            "mia.toml.deadlines.evidence.safe.norm",
        ),
        (deadline("evidence", TERM + "safe = { colour = 1 }\n"), "mia.toml.deadlines.evidence.safe.colour"),
        (deadline("evidence", TERM).replace("channels = []\n", ""), "mia.toml.deadlines.evidence.channels"),
        (
            deadline("requirement_answer", TERM.replace("3", "16")),
            "mia.toml.deadlines.requirement_answer.number",
        ),
        (
            deadline("economic_justification", TERM.replace("3", "3").replace("calendar", "month")),
            "mia.toml.deadlines.economic_justification.number",
        ),
        (CHILD + "[application]\nprice = 1\n", "mia.toml.application.price"),
        (application("colour = 1\n"), "mia.toml.application.items.list.colour"),
        (application("").replace('"always"', '"sometimes"'), "mia.toml.application.items.list.when"),
        (application("").replace('"document"', '"song"'), "mia.toml.application.items.list.kind"),
        (application("").replace('text = "Lista"', ""), "mia.toml.application.items.list.text"),
        (application("").replace("EPE/873/2023", "EPE/1/1900"), "mia.toml.application.items.list.norm"),
        (CHILD + '[causes.z]\ntext = "x"\n', "mia.toml.causes.z"),
        (
            CHILD + '[complementary.otro]\ncode = "X"\ntitle = "Y"\nhours = 0\nis_last = true\n',
            "mia.toml.complementary.otro.hours",
        ),
        (CHILD + "[execution]\nfirst_day = 2024-02-01\nlast_day = 2024-01-01\n", "mia.toml.execution"),
        (CHILD + "[execution]\nlast_day = 2024-01-01\nsafe_last_day = 2024-01-02\n", "mia.toml.execution"),
        (CHILD + '[execution]\nfrom_event = "birth"\n', "mia.toml.execution.from_event"),
        (CHILD + 'without = ["attendance_share"]\n', "mia.toml.attendance_share"),
        (CHILD + 'without = ["readings.missing_data"]\n', "mia.toml.readings.missing_data"),
        (CHILD + 'without = ["colour"]\n', "mia.toml.without"),
        (CHILD + 'without = ["id"]\n', "mia.toml.without"),
        (CHILD + 'without = "deadlines.colour"\n', "mia.toml.without"),
        (CHILD + 'deadlines_on = ["colour"]\n', "mia.toml.deadlines_on"),
        (CHILD + "deadlines_on = 3\n", "mia.toml.deadlines_on"),
        ('inherits = "otra"\nid = "mia"\n', "mia.toml.inherits"),
        ("inherits = 3\n", "mia.toml.inherits"),
        ('id = "mia"\nwithout = ["x"]\n', "mia.toml.without"),
        ('id = "mia"\ndeadlines_on = false\n', "mia.toml.deadlines_on"),
        ('id = "mia"\nsubsidised = true\n', "mia.toml.attendance_share"),
        ('id = "mia"\nsubsidised = false\n', "mia.toml.module_test_share"),
        ("id = mia\n", "mia.toml"),
        ('id = "mia"\nid = "mia"\n', "mia.toml"),
    ],
)
def test_a_mistake_is_refused_with_its_file_and_key(text: str, place: str) -> None:
    refused = refusal(text)
    assert place in [problem.where for problem in refused.problems]
    assert "mia.toml" in refused.message
    assert "No se ha cambiado nada" in refused.message
    assert all(problem.message for problem in refused.problems)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (share("0.20", "dropout_tolerance"), "dropout_tolerance"),
        (share("0.65", "exception_share"), "exception_share"),
        (share("0.25", "advance_initial_share"), "advance_initial_share"),
        (share("13.50", "unit_cost_teruel").replace('"/1"', '"EUR/h"'), "unit_cost_teruel"),
        (share("8", "day_limit").replace('"/1"', '"h"'), "day_limit"),
        (seats(GOOD.replace("value = 12", "value = 25")), "subsidised_seats"),
    ],
)
def test_the_very_limit_of_the_law_is_accepted(text: str, name: str) -> None:
    assert load_call(text, "mia.toml").gives(name, date(2024, 5, 1))


def test_the_longest_terms_of_the_law_are_accepted() -> None:
    month = TERM.replace("calendar", "month").replace("3", "2")
    assert load_call(deadline("economic_justification", month), "mia.toml").id == "mia"
    assert load_call(deadline("requirement_answer", TERM.replace("3", "15")), "mia.toml").id == "mia"


def test_a_justification_by_account_may_take_three_months() -> None:
    account = share('"account"', "justification_system").replace('"/1"', '"text"')
    body = TERM.replace("calendar", "month")
    text = account + deadline("economic_justification", body).removeprefix(CHILD)
    assert load_call(text, "mia.toml").id == "mia"


def test_every_problem_is_listed_at_once() -> None:
    text = CHILD + "colour = 1\n" + share("75").removeprefix(CHILD) + READING.replace("value", "valor")
    assert set(places(text)) == {
        "mia.toml.colour",
        "mia.toml.attendance_share.since[0].value",
        "mia.toml.readings.mark_below_pass.value",
        "mia.toml.readings.mark_below_pass.valor",
    }


def test_the_line_of_what_is_not_toml_is_named() -> None:
    assert "línea 2, columna 6" in refusal('id = "x"\nid = mia\n').message


def test_figures_that_change_on_different_days_are_compared_on_each() -> None:
    later = share("0.40", "process_weight").replace("2024-05-01", "2030-01-01")
    earlier = f'since = [{{ day = 2020-01-01, value = 0.30, norm = "{ORDER}", place = "x" }}, {{ day = 2030'
    text = later.replace("since = [{ day = 2030", earlier)
    (problem,) = refusal(text).problems
    assert "01/01/2030" in problem.message
    assert problem.where == "mia.toml.test_weight"


REFERENCE = parse_tables(official_text("EPE-873-2023") or "", "EPE-873-2023.toml")
ANYTHING = st.sampled_from([0, -1, True, "", "x", DAY, [], {}, [1], [{}], {"x": 1}])


@given(
    st.sampled_from(sorted(REFERENCE)), st.sampled_from(("", "since", "answers", "diplomas", "a")), ANYTHING
)
def test_whatever_stands_in_a_key_the_call_is_read_or_refused(key: str, inner: str, value: object) -> None:
    table = REFERENCE[key]
    changed = {**table, inner: value} if inner and isinstance(table, dict) else value
    answer = read_or_refused(to_toml({**REFERENCE, key: changed}))
    assert isinstance(answer, Call) or answer.problems


def read_or_refused(text: str) -> Call | Refused:
    try:
        return load_flat_call(text, "mia.toml")
    except Refused as refused:
        return refused
