"""Papers to test the frame with: a plain one, one with everything in it, and long ones."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from typing import Final

from PIL import Image, ImageDraw

from cpepa_desktop.reports.frame import (
    Align,
    Block,
    Cell,
    CellSize,
    Column,
    Document,
    Field,
    Fields,
    FieldSize,
    Figure,
    Group,
    Heading,
    Listing,
    Logo,
    LogoBand,
    Numbering,
    Orientation,
    PageBreak,
    Paragraph,
    Prose,
    QrCode,
    Row,
    Rule,
    Scope,
    Signatures,
    Signer,
    Spacer,
    Stroke,
    Strong,
    Table,
    Vertical,
    Wash,
)

CREATED: Final = datetime(2024, 2, 19, 9, 30, tzinfo=timezone(timedelta(hours=1)))
LONG_NAME: Final = "Fernández de la Cuesta y Gómez de Baquedano, María del Pilar Inmaculada Concepción"
NAMES: Final = (
    "Ágreda Royo, Ana",
    "Blasco Ñíguez, José",
    "El Amrani, Fátima",
    LONG_NAME,
    "Güell Puig, Lluïsa",
)
SENTENCE: Final = (
    "El equipo docente ha valorado los resultados y acuerda las medidas que se detallan a continuación. "
)


def picture(
    mode: str = "RGB", size: tuple[int, int] = (60, 20), kind: str = "PNG", **options: object
) -> bytes:
    """Return a small picture of an oval with a dot in its upper left corner."""
    image = Image.new(mode, size, _paper(mode))
    pencil = ImageDraw.Draw(image)
    pencil.ellipse((2, 2, size[0] - 3, size[1] - 3), fill=_ink(mode))
    pencil.rectangle((1, 1, size[0] // 12, size[1] // 5), fill=_ink(mode))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def photograph() -> bytes:
    """Return the picture as a camera held sideways stores it: lying, with a note that it must be turned."""
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter to the right
    return picture("RGB", (240, 80), "JPEG", exif=exif)


def _paper(mode: str) -> int | tuple[int, ...]:
    papers: dict[str, int | tuple[int, ...]] = {
        "L": 255,
        "RGB": (255, 255, 255),
        "RGBA": (0, 0, 0, 0),
        "CMYK": (0, 0, 0, 0),
    }
    return papers[mode]


def _ink(mode: str) -> int | tuple[int, ...]:
    inks: dict[str, int | tuple[int, ...]] = {
        "L": 90,
        "RGB": (0, 90, 160),
        "RGBA": (0, 90, 160, 128),
        "CMYK": (200, 90, 0, 30),
    }
    return inks[mode]


def paper(
    *blocks: Block,
    title: str = "Papel de prueba",
    created: datetime = CREATED,
    header: str = "",
    logos: LogoBand | None = None,
    orientation: Orientation = Orientation.PORTRAIT,
) -> Document:
    """Return a paper of these blocks under a heading."""
    return Document(
        title=title,
        code="PRUEBA-1",
        created=created,
        blocks=(Heading(1, "Papel de prueba"), *blocks),
        header=header,
        logos=logos,
        orientation=orientation,
    )


def ledger(rows: int, columns: int = 9) -> Document:
    """Return a table of people and marks in landscape."""
    names = tuple(Column(f"Módulo {number + 1}", align=Align.RIGHT) for number in range(columns - 2))
    return paper(
        Fields((Field("Centro", "Centro de ejemplo"), Field("Grupo", "")), columns=2),
        Table(
            (Column("N.º", 10, align=Align.RIGHT), Column("Apellidos y nombre", 60, heads_row=True), *names),
            tuple(
                Row((str(n + 1), NAMES[n % 5], *(str((n * 7 + m * 3) % 10 + 1) for m in range(columns - 2))))
                for n in range(rows)
            ),
            caption="Calificaciones por módulo",
            summary="Una fila por persona y una columna por módulo.",
        ),
        orientation=Orientation.LANDSCAPE,
        header="Papel de prueba",
    )


def everything() -> Document:
    """Return a paper with every block, parted by pages in every way."""
    logo = picture("RGBA")
    return Document(
        title="Informe: ñ, «comillas», 5 €",
        code="INF 1/2024",
        created=CREATED,
        author="Centro de ejemplo",
        subject="Prueba de etiquetado",
        header="Informe",
        logos=LogoBand((Logo(logo, "Gobierno de Aragón"), Logo(logo, "Centro de ejemplo")), 12),
        blocks=(
            Heading(1, "Informe sobre «Ofimática <básica> & más»"),
            Paragraph("Una entradilla.", style=Prose.LEAD),
            Figure(logo, "Logotipo del centro: un óvalo azul", 30),
            Heading(2, "Texto"),
            *(Paragraph(SENTENCE * 12) for _paragraph in range(5)),
            Paragraph("Text en català: l·lusió, açò, Güell.", language="ca-ES"),
            Paragraph(("Una ", Strong("palabra"), " en negrita\ny otra línea."), style=Prose.NOTE),
            Rule(),
            Spacer(4),
            Listing(("uno", "dos")),
            Listing((SENTENCE * 3, ("un ", Strong("segundo"))), Numbering.DECIMAL),
            Listing(("letra a", "letra b"), Numbering.LETTER),
            Listing(("sin número",), Numbering.NONE),
            Fields(
                (Field("Etiqueta", "valor"), Field("Ancha", LONG_NAME, 2)), columns=3, size=FieldSize.COMPACT
            ),
            QrCode("https://ejemplo.es/v/123", "Código QR con la dirección https://ejemplo.es/v/123"),
            Heading(2, "Tabla"),
            spanned_table(),
            PageBreak(),
            Group(
                (
                    Heading(2, "Firmas"),
                    Signatures((_signer("Tutoría", "firma_1"), _signer("Dirección", "firma_2"))),
                ),
                together=True,
            ),
            Group(
                (Heading(3, "Recibí"), Signatures((Signer("Persona interesada", LONG_NAME, note="Sello"),)))
            ),
        ),
    )


def _signer(role: str, form_field: str) -> Signer:
    return Signer(role, "Ana Pérez", form_field)


def spanned_table() -> Table:
    """Return a table with two rows of head, spans, every kind of cell, and a row taller than a page."""
    head = (
        Row((_head("Alumnado", columns=2), _head("Evaluación", columns=3))),
        Row(
            (
                _head("N.º"),
                _head("Nombre"),
                _head("Observaciones"),
                _head("Asiste", rotated=True),
                _head("Nota"),
            )
        ),
    )
    rows = [Row((Cell(str(n), scope=Scope.ROW), NAMES[n % 5], SENTENCE, "Sí", str(n))) for n in range(18)]
    rows.append(Row(("alta", "", SENTENCE * 90, "", "")))
    rows.append(Row((Cell("A", rows=2, scope=Scope.ROW), "x1", "x2", Cell("dos columnas", columns=2))))
    rows.append(Row(("y1", "y2", "y3", "y4")))
    rows.append(
        Row(
            (
                Cell("B", scope=Scope.ROW),
                Cell("Pendiente", wash=Wash.PENDING),
                Cell("Ausente", stroke=Stroke.RED_DIAGONAL),
                Cell("Baja", wash=Wash.OUTSIDE),
                Cell("Anulada", wash=Wash.HATCHED),
            ),
            height=9,
        )
    )
    return Table(
        (Column("a", 14), Column("b", 40), Column("c"), Column("d", 16), Column("e", 18, align=Align.RIGHT)),
        tuple(rows),
        caption="Seguimiento",
        head=head,
        foot=(Row((Cell("Total", columns=4, scope=Scope.ROW), "100")),),
        size=CellSize.SMALL,
        vertical=Vertical.MIDDLE,
    )


def _head(text: str, *, columns: int = 1, rotated: bool = False) -> Cell:
    return Cell(text, columns=columns, scope=Scope.COLUMN, rotated=rotated)
