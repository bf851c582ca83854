"""Commands for automation and support, over the same operations that the window uses.

Exit status: 0 done; 1 refused, with the reason on standard error; 2 wrong usage; 3 the environment (disk,
lock, damaged file).
"""

from __future__ import annotations

from cpepa_desktop.cli.main import main, parse

__all__ = ["main", "parse"]
