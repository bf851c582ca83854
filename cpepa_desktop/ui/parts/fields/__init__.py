"""Typed fields of a form: a label over an editor, its unit inside, and what is wrong in words below it."""

from cpepa_desktop.ui.parts.fields.base import Field, save_action
from cpepa_desktop.ui.parts.fields.choices import CheckField, ChoiceField
from cpepa_desktop.ui.parts.fields.days import DateField
from cpepa_desktop.ui.parts.fields.editors import Line, TextBox
from cpepa_desktop.ui.parts.fields.files import FileField, ScanField
from cpepa_desktop.ui.parts.fields.identity import IdentityField
from cpepa_desktop.ui.parts.fields.lines import LongTextField, TextField
from cpepa_desktop.ui.parts.fields.numbers import ClockField, MinutesField, NumberField

__all__ = [
    "CheckField",
    "ChoiceField",
    "ClockField",
    "DateField",
    "Field",
    "FileField",
    "IdentityField",
    "Line",
    "LongTextField",
    "MinutesField",
    "NumberField",
    "ScanField",
    "TextBox",
    "TextField",
    "save_action",
]
