"""Tables of the window taken to a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from cpepa_desktop.domain.listing import Listing
from cpepa_desktop.exchange.table_writer import separated, xlsx
from cpepa_desktop.operations.whole_files import write_whole

XLSX: Final = "xlsx"
CSV: Final = "csv"


def export_table(listing: Listing, path: Path) -> Path:
    """Write a table as its file is named, CSV or else XLSX, and return the path.

    Raises ``EnvironmentFault`` where it cannot be written; a file that was there is then as it was.
    """
    is_csv = path.suffix.lower() == f".{CSV}"
    write_whole(path, separated(listing) if is_csv else xlsx(listing))
    return path


def proposed_name(listing: Listing, kind: str) -> str:
    """Return a name of file for a table: its title without what a disk does not take."""
    name = "".join(" " if sign in '<>:"/\\|?*' or ord(sign) < ord(" ") else sign for sign in listing.title)
    return f"{' '.join(name.split()).strip('. ') or 'tabla'}.{kind}"
