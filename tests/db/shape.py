"""The shape of a file, told so that one born today and one that grew to it can be compared."""

from __future__ import annotations

import re

from sqlite_utils import Database

Shape = dict[str, object]

# A text, which stays as it is, or what may stand between two words: comments and white space.
_NOISE = re.compile(r"('(?:[^']|'')*')|(?:--[^\n]*|\s)+")


def shape_of(db: Database) -> Shape:
    """Return what every table, index and trigger is made of, whatever the order it was written in.

    ``ALTER TABLE`` adds its columns after the constraints and quotes names anew, so the text of a table is
    compared as the set of its parts.
    """
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {f"{kind} {name}": _parts(sql) if kind == "table" else _plain(sql) for kind, name, sql in rows}


def _plain(sql: str) -> str:
    text = _NOISE.sub(lambda match: match[1] or " ", sql.replace('"', ""))
    return re.sub(r" ?([(),]) ?", r"\1", text).strip()


def _parts(sql: str) -> tuple[str, ...]:
    text = _plain(sql)
    start, end = text.index("("), text.rindex(")")
    depth, parts = 0, [""]
    for sign in text[start + 1 : end]:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return (text[:start], text[end + 1 :], *sorted(parts))
