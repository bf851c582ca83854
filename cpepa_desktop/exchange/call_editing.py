"""What a centre writes into a call: figures it fills in, days, other readings, obligations switched on.

Each gives a new whole text, checked as any other; the text that a course already keeps never changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cpepa_desktop.domain.call import Term, Value
from cpepa_desktop.domain.law import Citation
from cpepa_desktop.domain.parameters import PARAMETERS
from cpepa_desktop.exchange.call_file import load_flat_call
from cpepa_desktop.exchange.call_tables import Document, parse_tables
from cpepa_desktop.exchange.toml_text import to_toml


def with_filled(
    text: str, name: str, value: Value, *, since: date, citation: Citation, checked_on: date
) -> str:
    """Return the whole text of a call with one figure written by the centre, in force from ``since``.

    ``value`` is as the call writes it (hours, euros). An earlier value stays for the days before. Raise
    ``Refused`` where the value cannot be, the norm is not in the list or the day is not later than the last
    one.
    """
    document = parse_tables(text, name)
    spec = PARAMETERS[name]
    earlier = document.get(name, {}).get("since", [])
    entry = {
        "day": since,
        "value": list(value) if isinstance(value, tuple) else value,
        "norm": citation.norm,
        "place": citation.place,
    }
    document[name] = {"unit": spec.unit, "checked_on": checked_on, "since": [*earlier, entry]}
    return _checked(document)


def with_execution(
    text: str, *, first_day: date, last_day: date | None, citation: Citation, checked_on: date
) -> str:
    """Return the whole text of a call with the days between which the course may run."""
    document = parse_tables(text, "execution")
    window: Document = {"first_day": first_day}
    if last_day is not None:
        window["last_day"] = last_day
    window |= {"norm": citation.norm, "place": citation.place, "checked_on": checked_on}
    document["execution"] = window
    return _checked(document)


def with_reading(text: str, name: str, answer: str) -> str:
    """Return the whole text of a call with another answer to an open question."""
    document = parse_tables(text, name)
    document["readings"][name]["value"] = answer
    return _checked(document)


def with_deadlines(text: str, switched: Mapping[str, bool]) -> str:
    """Return the whole text of a call with obligations switched on or off, by name."""
    document = parse_tables(text, "deadlines")
    for name, is_active in switched.items():
        document["deadlines"][name]["active"] = is_active
    return _checked(document)


def with_term(text: str, name: str, term: Term, *, checked_on: date) -> str:
    """Return the whole text of a call with the term of an obligation that the centre had to fill in."""
    document = parse_tables(text, name)
    table = document["deadlines"][name]
    table.pop("fill", None)
    counted = {"number": term.number, "anchor": term.anchor.value, "side": term.side.value}
    table |= {"kind": term.kind.value, "norm": term.citation.norm, "place": term.citation.place}
    table |= counted if term.day is None else {"day": term.day}
    if term.is_inclusive:
        table["inclusive"] = True
    table["checked_on"] = checked_on
    return _checked(document)


def _checked(document: Document) -> str:
    """Return the text of the tables. Raise ``Refused`` where they make no call."""
    text = to_toml(document)
    load_flat_call(text, str(document.get("id", "")))
    return text
