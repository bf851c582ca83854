"""The papers that break layouts: what a centre will print sooner or later, each read back by the tests.

`packaging/hard_cases.py` writes them for eyes and `packaging/conformance.py` validates them.
"""

from __future__ import annotations

from typing import Final

from cpepa_desktop.reports.frame import (
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Figure,
    Heading,
    Logo,
    LogoBand,
    Orientation,
    Paragraph,
    Row,
    Scope,
    Signatures,
    Signer,
    Table,
)
from tests.reports.papers import (
    LONG_NAME,
    SENTENCE,
    everything,
    ledger,
    paper,
    photograph,
    picture,
    spanned_table,
)

LONG_WORD: Final = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochyllanfairpwllgwyngyllg"
PYRENEES: Final = (
    "Abós Ferrer, Chusep d'o Río",
    "Açó i Güell, Marcel·lí",
    "Bal d'Echo, Miguel Ánchel",
    "Barrabés Çarçuela, Ainés",
    "L'Aïnsa i Vallès, Núria",
    "Lacambra Paúl, Chorche",
    "Muñoz-Sarrau, Izarbe",
    "Òdena i Piñol, Eulàlia",
    "Rodríguez Ŀluch, Pau",
    "Zapater o Chirmán, Chusepa",
)


def long_names() -> Document:
    """Return names of eighty letters wherever a name is printed, one of them without a space to break at."""
    names = (LONG_NAME, LONG_WORD)
    return paper(
        Heading(2, LONG_NAME),
        Fields((Field("Persona", LONG_NAME), Field("Municipio", LONG_WORD), Field("Centro", LONG_NAME)), 3),
        Table(
            (
                Column("N.º", 10),
                Column("Apellidos y nombre", 40, heads_row=True),
                Column("Asiste", 10),
                Column("Observaciones"),
            ),
            tuple(Row((str(number), name, "Sí", name)) for number, name in enumerate(names * 3, 1)),
            head=(Row((_head("N.º"), _head(LONG_NAME), _head(LONG_NAME, rotated=True), _head(LONG_WORD))),),
        ),
        Signatures(tuple(Signer(name, name, note=name) for name in names)),
    )


def tall_rows() -> Document:
    """Return rows that no page holds: the first of a table, one with a cell that hangs, several under one."""
    text = SENTENCE * 60
    group = [Row((Cell("Módulo", rows=6, scope=Scope.ROW), "Unidad 1", SENTENCE * 8))]
    group += [Row((f"Unidad {number}", SENTENCE * 14)) for number in range(2, 7)]
    return paper(
        Table(
            (Column("Módulo", 24, heads_row=True), Column("Unidad", 40), Column("Contenidos")),
            (
                Row(("Primero", "Unidad única", text)),
                Row((Cell(SENTENCE * 4, rows=2), Cell("Leído hacia arriba", rotated=True), text)),
                Row(("b", "c")),
                *group,
                Row(("Último", "a", "b")),
            ),
            caption="Contenidos",
            foot=(Row((Cell("Total", columns=2, scope=Scope.ROW), "3 módulos")),),
        )
    )


def two_rows_of_head() -> Document:
    """Return a table whose head has two rows and spans, and whose body has them too, over several pages."""
    module, unit = _head("Módulos", columns=4), ("MF1016_2", "MF1017_2", "MF1018_2", "MF1019_2")
    rows = []
    for number in range(1, 61):
        rows += [
            Row(
                (
                    Cell(str(number), rows=2, scope=Scope.ROW),
                    Cell(LONG_NAME, rows=2, scope=Scope.ROW),
                    *("5", "6", "7", "8"),
                    "Apta",
                )
            ),
            Row((Cell("Sin segunda convocatoria", columns=4), "—")),
        ]
    return paper(
        Table(
            (Column("n", 10), Column("p", 50), *(Column(code) for code in unit), Column("r", 24)),
            tuple(rows),
            caption="Calificaciones en las dos convocatorias",
            head=(
                Row((_head("N.º", rows=2), _head("Persona", rows=2), module, _head("Resultado", rows=2))),
                Row(tuple(_head(code) for code in unit)),
            ),
        ),
        orientation=Orientation.LANDSCAPE,
        header="Papel de prueba",
    )


def pictures() -> Document:
    """Return logos and figures as centres have them: transparent, in CMYK, turned by a note, in grey."""
    kinds = {
        "transparente": picture("RGBA", (240, 80)),
        "en CMYK": picture("CMYK", (240, 80), "JPEG"),
        "girado por su nota EXIF": photograph(),
        "en grises": picture("L", (240, 80)),
    }
    band = LogoBand(tuple(Logo(image, f"Logotipo {kind}") for kind, image in kinds.items()))
    figures = (Figure(image, f"Un óvalo {kind}", 45) for kind, image in kinds.items())
    return paper(*figures, logos=band)


def pyrenean_names() -> Document:
    """Return names and sentences in Aragonese and Catalan, each in its language."""
    return paper(
        Paragraph("Os documentos d'o centro s'entienden tamién en aragonés.", language="an"),
        Paragraph("Els col·legis i la Núria: açò és català, amb l·l i ç.", language="ca"),
        Table(
            (Column("N.º", 12), Column("Apellidos y nombre", heads_row=True)),
            tuple(Row((str(number), name)) for number, name in enumerate(PYRENEES, 1)),
            caption="Personas",
        ),
    )


def _head(text: str, *, columns: int = 1, rows: int = 1, rotated: bool = False) -> Cell:
    return Cell(text, columns=columns, rows=rows, scope=Scope.COLUMN, rotated=rotated)


HARD_CASES: Final = {
    "one line": paper(),
    "everything": everything(),
    "25 people by 12 modules": ledger(25, 14),
    "400 rows": ledger(400),
    "a paragraph over three pages": paper(Paragraph(SENTENCE * 150)),
    "names of 80 letters": long_names(),
    "rows taller than a page": tall_rows(),
    "two rows of head with spans": two_rows_of_head(),
    "every kind of cell": paper(spanned_table()),
    "logos and figures": pictures(),
    "Aragonese and Catalan names": pyrenean_names(),
}
