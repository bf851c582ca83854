"""Files of any format as sheets; what is no spreadsheet or text is refused, and said what it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cpepa_desktop.domain.errors import Refused
from cpepa_desktop.domain.texts import _
from cpepa_desktop.exchange.cells import Sheet
from cpepa_desktop.exchange.csv_source import read_csv
from cpepa_desktop.exchange.xlsx_source import open_xlsx

_ZIP: Final = b"PK\x03\x04"
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"{\\rtf",
    b"<",  # web pages, which some programs save as .xls
)


@contextmanager
def open_sheets(path: Path) -> Iterator[tuple[Sheet, ...]]:
    """Give the sheets of a file, hidden ones too; their lines are read while the block lasts.

    The format is told by what is inside, not by the name. Raises ``Refused``, at once or while lines are
    read, for a file that is not there, is locked, empty, damaged, protected or of another format.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(100)
            stream.seek(0)
            if not start:
                raise Refused(
                    _("El archivo «{file}» está vacío. No se ha importado nada.").format(file=path.name)
                )
            if start.startswith(_ZIP) and _OPEN_DOCUMENT not in start:
                with open_xlsx(stream, path.name) as sheets:
                    yield sheets
            elif start.startswith(_COMPOUND):
                raise Refused(_compound(stream.read(), path.name))
            elif start.lstrip().startswith((_ZIP, *_FOREIGN)):
                raise Refused(_foreign(path.name))
            else:
                yield (read_csv(stream.read(), path.name),)
    except OSError as error:
        raise Refused(_unreachable(path, error)) from error


def _compound(data: bytes, file_name: str) -> str:
    """Return what to do with the container that old Excel used, and new Excel uses to lock a workbook."""
    message = (
        _(
            "El archivo «{file}» está protegido con contraseña. No se ha importado nada: ábralo en Excel, "
            "quítele la contraseña y vuelva a intentarlo."
        )
        if _ENCRYPTED in data
        else _(
            "El archivo «{file}» es de una versión antigua de Excel (.xls) o de otro programa. No se ha "
            "importado nada: ábralo en Excel o LibreOffice y guárdelo como .xlsx o CSV."
        )
    )
    return message.format(file=file_name)


def _foreign(file_name: str) -> str:
    return _(
        "El archivo «{file}» no es una hoja de cálculo .xlsx ni un CSV, aunque su nombre lo diga. No se ha "
        "importado nada: ábralo con el programa que lo hizo y guárdelo como .xlsx o CSV."
    ).format(file=file_name)


def _unreachable(path: Path, error: OSError) -> str:
    if path.is_dir():
        message = _("«{path}» es una carpeta. No se ha importado nada: elija el archivo que hay dentro.")
    elif isinstance(error, FileNotFoundError):
        message = _(
            "No existe el archivo «{path}». No se ha importado nada: compruebe el nombre y la carpeta."
        )
    else:
        message = _(
            "No se puede leer «{path}». No se ha importado nada: ciérrelo si lo tiene abierto en otro "
            "programa, o cópielo a otra carpeta, y vuelva a intentarlo."
        )
    return message.format(path=path)
