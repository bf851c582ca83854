"""Numbers and times, typed as people write them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.timetable import TimetableError, parse_clock
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.fields.lines import ParsedField

_HUNDREDTHS: Final = 100


class MinutesField(ParsedField[int]):
    """A length, in minutes, typed as hours: ``5``, ``2:30``, ``45 m``."""

    def _parse(self, typed: str) -> int:
        return text.parse_hours(typed)

    def _format(self, value: int) -> str:
        return text.typed_hours(value)


class ClockField(ParsedField[int]):
    """A time of day, in minutes since midnight."""

    def _parse(self, typed: str) -> int:
        try:
            return parse_clock(typed)
        except TimetableError as error:
            raise text.NotUnderstood(str(error)) from error

    def _format(self, value: int) -> str:
        return text.clock(value)


class NumberField(ParsedField[int]):
    """A whole number, or hundredths of one where ``hundredths`` is set; from ``least`` up to ``most``."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        unit: str = "",
        hint: str = "",
        least: int = 0,
        most: int | None = None,
        hundredths: bool = False,
    ) -> None:
        self._scale = _HUNDREDTHS if hundredths else 1
        self._least = least
        self._most = most
        super().__init__(name, label, required=required, unit=unit, hint=hint)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _parse(self, typed: str) -> int:
        number = text.parse_number(typed, self._scale)
        if number < self._least:
            raise text.NotUnderstood(_("El mínimo es {n}.").format(n=self._format(self._least)))
        if self._most is not None and number > self._most:
            raise text.NotUnderstood(_("El máximo es {n}.").format(n=self._format(self._most)))
        return number

    def _format(self, value: int) -> str:
        return text.decimal(value) if self._scale == _HUNDREDTHS else str(value)
