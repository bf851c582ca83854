"""Identity documents of people and tax codes of companies: one written form each, check letters verified.

Centres write them in every way («12.345.678-Z», «x1234567l», a number whose zeros Excel has eaten), and the
same person must be found again whichever way was used. What cannot be told apart is refused, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from stdnum.es import cif, dni, nie

from cpepa_desktop.domain.texts import _

SPAIN: Final = "ES"


class DocumentKind(StrEnum):
    """The kinds of document the administration identifies a learner by."""

    DNI = "dni"
    NIE = "nie"
    PASSPORT = "passport"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the kind in the user's language."""
        match self:
            case DocumentKind.DNI:
                return _("DNI")
            case DocumentKind.NIE:
                return _("NIE")
            case DocumentKind.PASSPORT:
                return _("pasaporte")
            case DocumentKind.OTHER:
                return _("otro documento")


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A document in its one written form: upper case, letters and digits alone, a DNI or NIE with its zeros.

    ``country`` is the ISO 3166 code of who issued it: ``ES`` for a DNI or NIE, empty where nobody said it.
    Made by `parse_identity`, which verifies it; made directly only from what was verified before.
    """

    kind: DocumentKind
    number: str
    country: str = ""

    def __str__(self) -> str:
        """Return the number as it is printed."""
        return self.number


class InvalidIdentity(ValueError):  # noqa: N818 - it is an answer to the user, not an error of the program
    """A text is no valid document; ``str()`` gives the sentence for the user."""


def parse_identity(text: str, kind: DocumentKind | None = None, country: str = "") -> IdentityDocument:
    """Return the document that ``text`` writes, verified and in its one written form.

    Without ``kind`` it is told by its shape: a DNI or a NIE by theirs, a passport by starting with a letter.
    Digits alone are a DNI without its letter; a passport that looks like one of the two needs its ``kind``.
    A DNI given as a NIE, or the other way round, is taken for what its number says.
    Raises `InvalidIdentity` where the check letter is wrong or missing, or the shape is no document's.
    """
    number, named = _bare(text)
    if not number:
        raise InvalidIdentity(_("Falta el número del documento de identidad."))
    found = _READERS[_kind_to_read(number, kind or named)](number)
    if found.country or not country:
        return found
    return replace(found, country=country.strip().upper())


def check_cif(text: str) -> str:
    """Return the tax code of a company or public body in its one written form, such as ``Q5000000I``.

    Raises `InvalidIdentity` where its shape or its check character is wrong.
    """
    bare, _named = _bare(text)
    code = bare.removeprefix(SPAIN)
    if not _CIF.fullmatch(code):
        raise InvalidIdentity(
            _("«{text}» no es un CIF: debe tener una letra, siete cifras y un carácter de control.").format(
                text=text.strip()
            )
        )
    if not cif.is_valid(code):
        allowed = cif.calc_check_digits(code[:-1])
        raise InvalidIdentity(
            _(
                "El final del CIF {code} no corresponde: debería ser {digit} o {letter}. Revise el código."
            ).format(code=code, digit=allowed[0], letter=allowed[1])
        )
    return code


_SEPARATORS: Final = re.compile(r"[\W_]+")
_DECIMALS: Final = re.compile(r"(\d{5,9})[.,]0+")
_NAMED: Final = re.compile(
    r"(?:DNI|NIE|NIF)+(?=[XYZ]?\d{5,8}[A-ZÑ]?$)|(?P<passport>PASAPORTE|PASSPORT)(?:NO)?(?=\w*\d)"
)
_VAT_PREFIX: Final = re.compile(r"ES(?=(?:\d{8}|[XYZ]\d{7})[A-Z]$)")
# A letter that is missing is told apart from a wrong one; Ñ is never right, but people type it. The zero
# before the digits is that of old cards, which had eight in a NIE.
_DNI: Final = re.compile(r"0?([0-9]{5,8})([A-ZÑ]?)")
_NIE: Final = re.compile(r"([XYZ])0?([0-9]{5,7})([A-ZÑ]?)")
_SPECIAL_NIF: Final = re.compile(r"[KLM]([0-9]{7})([A-Z])")
_PASSPORT: Final = re.compile(r"(?=(?:[A-Z]*[0-9]){3})[A-Z0-9]{5,20}")
_OTHER: Final = re.compile(r"(?=\D*\d)\w{2,20}")
_CIF: Final = re.compile(r"[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]")


def _bare(text: str) -> tuple[str, DocumentKind | None]:
    """Return the letters and digits of ``text`` in upper case, and the kind where it says «Pasaporte».

    A number that went through Excel as a decimal («12345678.0») loses its decimals.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    decimals = _DECIMALS.fullmatch(plain)
    bare = _VAT_PREFIX.sub("", _SEPARATORS.sub("", decimals[1] if decimals else plain))
    named = _NAMED.match(bare)
    if named is None:
        return bare, None
    return bare[named.end() :], DocumentKind.PASSPORT if named["passport"] else None


def _kind_to_read(number: str, stated: DocumentKind | None) -> DocumentKind:
    """Return the kind to read ``number`` as: the one stated, save that its shape tells a DNI from a NIE."""
    if stated in {DocumentKind.PASSPORT, DocumentKind.OTHER}:
        return stated
    if _NIE.fullmatch(number):
        return DocumentKind.NIE
    if _DNI.fullmatch(number):
        return DocumentKind.DNI
    return stated or _kind_by_shape(number)


def _kind_by_shape(number: str) -> DocumentKind:
    """Return the kind of a number that is neither a DNI nor a NIE."""
    special = _SPECIAL_NIF.fullmatch(number)
    if special and dni.calc_check_digit(special[1]) == special[2]:
        return DocumentKind.OTHER
    # Mistyped DNIs start with a digit too: they must not slip in as somebody's passport.
    return DocumentKind.DNI if number[0].isdigit() else DocumentKind.PASSPORT


def _read_dni(number: str) -> IdentityDocument:
    shape = _DNI.fullmatch(number)
    if shape is None:
        raise InvalidIdentity(
            _(
                "«{number}» no es un DNI (ocho cifras y una letra) ni un NIE (X, Y o Z, siete cifras y una"
                " letra). Si es un pasaporte u otro documento, indíquelo en el tipo de documento."
            ).format(number=number)
        )
    digits = shape[1].zfill(8)
    _check_letter(digits, shape[2], dni.calc_check_digit(digits))
    return IdentityDocument(DocumentKind.DNI, digits + shape[2], SPAIN)


def _read_nie(number: str) -> IdentityDocument:
    shape = _NIE.fullmatch(number)
    if shape is None:
        raise InvalidIdentity(
            _("«{number}» no es un NIE: debe tener una X, Y o Z, siete cifras y una letra.").format(
                number=number
            )
        )
    stem = shape[1] + shape[2].zfill(7)
    _check_letter(stem, shape[3], nie.calc_check_digit(stem))
    return IdentityDocument(DocumentKind.NIE, stem + shape[3], SPAIN)


def _read_passport(number: str) -> IdentityDocument:
    if not _PASSPORT.fullmatch(number):
        raise InvalidIdentity(
            _(
                "«{number}» no es un documento de identidad que se reconozca. Escriba el DNI o el NIE con su"
                " letra, o el número del pasaporte."
            ).format(number=number)
        )
    return IdentityDocument(DocumentKind.PASSPORT, number)


def _read_other(number: str) -> IdentityDocument:
    if not _OTHER.fullmatch(number):
        raise InvalidIdentity(_("«{number}» no es un número de documento.").format(number=number))
    return IdentityDocument(DocumentKind.OTHER, number, SPAIN if _SPECIAL_NIF.fullmatch(number) else "")


def _check_letter(stem: str, letter: str, expected: str) -> None:
    """Raise `InvalidIdentity`, naming the letter that belongs there, unless ``letter`` is ``expected``."""
    if not letter:
        raise InvalidIdentity(
            _(
                "Falta la letra de {number}: le corresponde la {expected}. Compruébela en el documento; si es"
                " un pasaporte, indíquelo en el tipo de documento."
            ).format(number=stem, expected=expected)
        )
    if letter != expected:
        raise InvalidIdentity(
            _("La letra de {number} no corresponde: debería ser {expected}. Revise el documento.").format(
                number=stem + letter, expected=expected
            )
        )


_READERS: Final = MappingProxyType[DocumentKind, Callable[[str], IdentityDocument]](
    {
        DocumentKind.DNI: _read_dni,
        DocumentKind.NIE: _read_nie,
        DocumentKind.PASSPORT: _read_passport,
        DocumentKind.OTHER: _read_other,
    }
)
