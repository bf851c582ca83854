"""The catalogue from its two files, and the structures a centre completes.

The files that come with the program and the corrected ones a centre brings go through the same checks, and
so does the structure that a centre completes itself.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from cpepa_desktop.domain.catalogue import Catalogue, Certificate, Origin
from cpepa_desktop.domain.errors import Problem, Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.annex_csv import notices_of, read_offers
from cpepa_desktop.exchange.catalogue_checks import (
    annex_disagreements,
    centre_problems,
    certificate_notices,
    certificate_problems,
)
from cpepa_desktop.exchange.certificate_json import read_certificate
from cpepa_desktop.exchange.document_reader import ROOT, DocumentReader, parse_json

ANNEX_CALL: Final = "EPE-873-2023"
ANNEX_FILE: Final = "annex1-EPE-873-2023.csv"
CERTIFICATES_FILE: Final = "certificates.json"


@cache
def load_official() -> Catalogue:
    """Return the catalogue that comes with the program, read once. Raise ``Refused`` if its data were bad."""
    folder = resources.files("cpepa_desktop.resources") / "catalogue"
    catalogue, problems = read_catalogue(
        (folder / ANNEX_FILE).read_bytes(), (folder / CERTIFICATES_FILE).read_bytes()
    )
    if catalogue is None:
        raise Refused(
            _(
                "El catálogo del programa está dañado. No se ha perdido nada del centro: vuelva a instalar "
                "el programa."
            ),
            problems,
        )
    return catalogue


def read_catalogue(
    annex: bytes, certificates: bytes, call: str = ANNEX_CALL
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """Return the catalogue of two files of the official shape, or ``None`` and every problem with its place.

    Problems of the table name its row and column; those of the certificates name their JSON path.
    """
    annex_problems: list[Problem] = []
    offers = read_offers(annex, call, annex_problems)
    shape_problems: list[Problem] = []
    found = _read_certificates(certificates, shape_problems)
    problems = [*annex_problems, *shape_problems]
    if not shape_problems:
        problems.extend(certificate_problems(found))
        # Against a table with holes every certificate would seem to be wrong.
        problems.extend(() if annex_problems else annex_disagreements(found, offers))
    return (None if problems else Catalogue(offers, found)), tuple(problems)


def notices(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return what is odd in the catalogue as published without being wrong: shown, never refused."""
    return (*notices_of(catalogue.offers), *certificate_notices(catalogue.certificates))


def read_structure(
    content: bytes, catalogue: Catalogue, call: str = ANNEX_CALL
) -> tuple[Certificate | None, tuple[Problem, ...]]:
    """Return the structure a centre has completed, or ``None`` and every problem with its JSON path.

    The modules must add up, each shared unit once, to what the annex prints for the code and part; outside
    the annex, to the ``offer_hours`` the document gives. What the official catalogue is sure of cannot be
    contradicted.
    """
    problems: list[Problem] = []
    data = _parsed(content, problems)
    if problems:
        return None, tuple(problems)
    certificate = read_certificate(DocumentReader(data, ROOT, problems), Origin.CENTRE)
    if not problems:
        problems.extend(centre_problems(certificate, catalogue, call))
    return (None if problems else certificate), tuple(problems)


def _read_certificates(content: bytes, problems: list[Problem]) -> tuple[Certificate, ...]:
    data = _parsed(content, problems)
    if isinstance(data, list):
        return tuple(
            read_certificate(DocumentReader(item, f"{ROOT}[{index}]", problems), Origin.OFFICIAL)
            for index, item in enumerate(data)
        )
    if not problems:
        problems.append(Problem(_("Debe ser una lista de certificados."), where=ROOT))
    return ()


def _parsed(content: bytes, problems: list[Problem]) -> object:
    """Return what the document holds, ``None`` after noting that it cannot be read."""
    try:
        return parse_json(content.decode("utf-8-sig"), problems)
    except UnicodeDecodeError:
        problems.append(Problem(_("El archivo no está en UTF-8."), where=ROOT))
        return None
