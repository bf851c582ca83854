"""Reading somebody else's JSON: every wrong thing is noted with its path, and none stops the reading."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from cpepa_desktop.domain.errors import Problem
from cpepa_desktop.domain.texts import _

ROOT: Final = "$"


def parse(text: str, problems: list[Problem]) -> object:
    """Return what ``text`` holds, or ``None`` after noting that it is not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = _(
            "No es un documento JSON: línea {line}, columna {column}. Revisa comas, comillas y llaves."
        )
        problems.append(Problem(message.format(line=error.lineno, column=error.colno), where=ROOT))
        return None


class ObjectReader:
    """One object of the document. Each getter returns a neutral value after noting what is wrong.

    The neutral values let the reading go on to the next key; whoever asks must not use the result while
    there are problems.
    """

    def __init__(self, data: object, path: str, problems: list[Problem]) -> None:
        self.path = path
        self._problems = problems
        self._data = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.note(_("Debe ser un objeto con sus claves entre llaves."))

    def note(self, message: str, key: str = "") -> None:
        """Note a problem at this object, or at one of its keys."""
        self._problems.append(Problem(message, where=f"{self.path}.{key}" if key else self.path))

    def refuse_other_keys(self, known: Collection[str]) -> None:
        """Note every key that is not in ``known``."""
        for key in sorted(self._data.keys() - set(known)):
            self.note(_("Clave desconocida: quítala o corrige cómo está escrita."), key)

    def require(self, keys: Collection[str]) -> None:
        """Note every key of ``keys`` that is absent: what is not established is written as null."""
        for key in sorted(set(keys) - self._data.keys()):
            self.note(_("Falta la clave: si no está establecido, escribe null."), key)

    def holds(self, key: str) -> bool:
        """Say whether the key is there with a value other than null."""
        return self._data.get(key) is not None

    def equals(self, key: str, value: object) -> bool:
        """Say whether the key holds exactly that value."""
        return self._data.get(key) == value

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self._present(key)
        if isinstance(value, str) and value.strip():
            return value
        self._expect(key, _("un texto"), value)
        return ""

    def optional_text(self, key: str) -> str | None:
        """Return a text, ``None`` where it is not established."""
        return self.text(key) if self.holds(key) else None

    def whole(self, key: str) -> int:
        """Return a whole number, zero or more."""
        value = self._present(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._expect(key, _("un número entero"), value)
        return 0

    def optional_whole(self, key: str) -> int | None:
        """Return a whole number, ``None`` where it is not established."""
        return self.whole(key) if self.holds(key) else None

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        value = self._present(key)
        if not isinstance(value, bool):
            self._expect(key, "true o false", value)
        return value is True

    def optional_flag(self, key: str) -> bool | None:
        """Return a yes or no, ``None`` where it is not established."""
        return self.flag(key) if self.holds(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._present(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._expect(key, _("una lista de textos"), value)
        return ()

    def inner(self, key: str) -> ObjectReader:
        """Return the object under a key."""
        return ObjectReader(self._present(key), f"{self.path}.{key}", self._problems)

    def objects(self, key: str) -> tuple[ObjectReader, ...]:
        """Return the objects of the list under a key."""
        value = self._present(key)
        if not isinstance(value, list):
            self._expect(key, _("una lista"), value)
            return ()
        return tuple(
            ObjectReader(item, f"{self.path}.{key}[{index}]", self._problems)
            for index, item in enumerate(value)
        )

    def _present(self, key: str) -> object:
        return self._data.get(key)

    def _expect(self, key: str, what: str, value: object) -> None:
        if key not in self._data:
            self.note(_("Falta la clave: debe ser {what}.").format(what=what), key)
        else:
            shown = json.dumps(value, ensure_ascii=False)[:60]
            self.note(_("Debe ser {what} y es {value}.").format(what=what, value=shown), key)
