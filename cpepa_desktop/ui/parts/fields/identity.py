"""The document that identifies a person."""

from __future__ import annotations

from collections.abc import Callable

from cpepa_desktop.domain.identity import DocumentKind, IdentityDocument, InvalidIdentity, parse_identity
from cpepa_desktop.ui.parts import text
from cpepa_desktop.ui.parts.fields.lines import ParsedField


class IdentityField(ParsedField[IdentityDocument]):
    """A DNI, NIE, passport or other document, verified as soon as the field is left.

    ``kind_of`` says the kind where the person has stated it; otherwise it is told by its shape.
    """

    def __init__(
        self,
        name: str,
        label: str,
        *,
        required: bool = False,
        hint: str = "",
        kind_of: Callable[[], DocumentKind | None] = lambda: None,
    ) -> None:
        self._kind_of = kind_of
        super().__init__(name, label, required=required, hint=hint)

    def _parse(self, typed: str) -> IdentityDocument:
        try:
            return parse_identity(typed, self._kind_of())
        except InvalidIdentity as error:
            raise text.NotUnderstood(str(error)) from error

    def _format(self, value: IdentityDocument) -> str:
        return str(value)
