"""Reading somebody else's JSON or TOML: every wrong thing is noted with its path, none stops the reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _

ROOT: Final = "$"
_SHOWN_LENGTH: Final = 60


def parse_json(text: str, problems: list[Problem]) -> object:
    """Return what ``text`` holds, or ``None`` after noting that it is not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = _("No es JSON: línea {line}, columna {column}. Revise comas, comillas y llaves.")
        problems.append(Problem(message.format(line=error.lineno, column=error.colno), where=ROOT))
    except RecursionError:
        problems.append(Problem(_("El documento tiene demasiados niveles."), where=ROOT))
    return None


class DocumentReader:
    """One table of the document: an object of JSON, a table of TOML.

    Each getter returns a neutral value after noting what is wrong, so that the reading goes on to the next
    key; whoever asks must not use the result while there are problems.
    """

    def __init__(self, data: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self._data = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.note(_("Debe ser un grupo de claves."))

    def place(self, key: str) -> str:
        """Return the path of one key."""
        return f"{self.path}.{key}" if self.path else key

    def note(self, message: str, key: str = "") -> None:
        """Note a problem at this table, or at one of its keys."""
        self.problems.append(Problem(message, where=self.place(key) if key else self.path))

    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order they are written."""
        return tuple(self._data)

    def refuse_other_keys(self, known: Collection[str]) -> None:
        """Note every key that is not in ``known``."""
        for key in sorted(self._data.keys() - set(known)):
            self.note(_("Clave desconocida: quítela o corrija cómo está escrita."), key)

    def require(self, keys: Collection[str]) -> None:
        """Note every key of ``keys`` that is absent: what is not established is written as null."""
        for key in sorted(set(keys) - self._data.keys()):
            self.note(_("Falta la clave: si no está establecido, escriba null."), key)

    def holds(self, key: str) -> bool:
        """Say whether the key is there with a value other than null."""
        return self._data.get(key) is not None

    def equals(self, key: str, value: object) -> bool:
        """Say whether the key holds exactly that value."""
        return bool(self._data.get(key) == value)

    def raw(self, key: str) -> object:
        """Return what the key holds as it was read, ``None`` where it is absent."""
        return self._data.get(key)

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self.raw(key)
        if isinstance(value, str) and value.strip():
            return value
        self.expect(key, _("un texto"))
        return ""

    def optional_text(self, key: str) -> str | None:
        """Return a text, ``None`` where it is not established."""
        return self.text(key) if self.holds(key) else None

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """Return one of the words allowed, ``None`` after noting that it is none."""
        value = self.raw(key)
        if isinstance(value, str) and value in allowed:
            return value
        self.expect(key, _("una de estas palabras: {words}").format(words=", ".join(allowed)))
        return None

    def whole(self, key: str) -> int:
        """Return a whole number, zero or more."""
        value = self.raw(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.expect(key, _("un número entero, cero o más"))
        return 0

    def optional_whole(self, key: str) -> int | None:
        """Return a whole number, ``None`` where it is not established."""
        return self.whole(key) if self.holds(key) else None

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Return a yes or no; ``default``, where one is given, if the key is absent."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, bool):
            self.expect(key, _("true o false"))
        return value is True

    def optional_flag(self, key: str) -> bool | None:
        """Return a yes or no, ``None`` where it is not established."""
        return self.flag(key) if self.holds(key) else None

    def day(self, key: str) -> date | None:
        """Return a day, ``None`` after noting that it is none."""
        value = self.raw(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.expect(key, _("una fecha como 2023-07-05, sin comillas"))
        return None

    def optional_day(self, key: str) -> date | None:
        """Return a day, ``None`` where there is none."""
        return self.day(key) if self.holds(key) else None

    def texts(self, key: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
        """Return a list of texts, each one of ``allowed`` where it is given."""
        value = self.raw(key)
        if isinstance(value, list) and all(
            isinstance(item, str) and (not allowed or item in allowed) for item in value
        ):
            return tuple(value)
        what = _("una lista de textos")
        words = _("una lista con algunas de estas palabras: {words}").format(words=", ".join(allowed))
        self.expect(key, words if allowed else what)
        return ()

    def inner(self, key: str) -> DocumentReader:
        """Return the table under a key."""
        return DocumentReader(self.raw(key), self.place(key), self.problems)

    def named(self, key: str) -> Iterator[tuple[str, DocumentReader]]:
        """Yield the tables under a key with their names; none where the key is absent."""
        if self.holds(key):
            tables = self.inner(key)
            for name in tables.keys():  # noqa: SIM118 - a reader is no dictionary
                yield name, tables.inner(name)

    def objects(self, key: str) -> tuple[DocumentReader, ...]:
        """Return the tables of the list under a key."""
        value = self.raw(key)
        if not isinstance(value, list):
            self.expect(key, _("una lista"))
            return ()
        return tuple(
            DocumentReader(item, f"{self.place(key)}[{index}]", self.problems)
            for index, item in enumerate(value)
        )

    def expect(self, key: str, what: str) -> None:
        """Note that a key is absent, or is not ``what`` it must be."""
        if key not in self._data:
            self.note(_("Falta la clave: debe ser {what}.").format(what=what), key)
        else:
            message = _("Debe ser {what} y es {value}.")
            self.note(message.format(what=what, value=_shown(self._data[key])), key)


def _shown(value: object) -> str:
    """Return a value as the document writes it, cut short."""
    if isinstance(value, date | Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=str)[:_SHOWN_LENGTH]
