"""Write the papers that break layouts, each as PDF and every page of it as PNG, for eyes.

python packaging/hard_cases.py out/documents/hard-cases
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pypdfium2

ROOT: Final = Path(__file__).parent.parent
PICTURE_WIDTH: Final = 1240  # dots: A4 at 150 an inch


def write(folder: Path) -> list[Path]:
    """Write the hard cases to a folder, which is made where it is missing, and return their PDF files."""
    sys.path.insert(0, str(ROOT))
    from cpepa_desktop.reports.frame import render  # noqa: PLC0415 - found once the root is on the path
    from tests.reports.hard_cases import HARD_CASES  # noqa: PLC0415 - the same

    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, document in HARD_CASES.items():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(render(document))
        write_pictures(files[-1])
    return files


def write_pictures(file: Path) -> None:
    """Write every page of a PDF as PNG beside it."""
    document = pypdfium2.PdfDocument(file)
    for number, page in enumerate(document, 1):
        picture = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil()
        picture.save(file.with_name(f"{file.stem}-{number}.png"))
    document.close()


if __name__ == "__main__":
    print(f"{len(write(Path(sys.argv[1])))} hard cases")
