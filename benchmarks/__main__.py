"""Runs every benchmark and prints its ratios; exit status 1 where one is over its budget."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import agenda, grid, home, imports, papers, search, sheet, start, status
from benchmarks.measure import HEADER

BENCHMARKS = {
    "start": start.run,
    "status": status.run,
    "search": search.run,
    "home": home.run,
    "agenda": agenda.run,
    "grid": grid.run,
    "sheet": sheet.run,
    "papers": papers.run,
    "imports": imports.run,
}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them."""
    print(HEADER)
    is_over = False
    for name in names or BENCHMARKS:
        with tempfile.TemporaryDirectory() as folder:
            for measured in BENCHMARKS[name](Path(folder)):
                print(measured, flush=True)
                is_over |= not measured.holds
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
