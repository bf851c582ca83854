"""Keeps Python's constants alive under a Qt binding that was built for a newer Python.

PySide6 6.12 is compiled so that what returns nothing gives ``None`` without counting a reference, as is right
from Python 3.12 on, where the constants never die. Python 3.11 counts: after some thousands of calls the
count of ``None`` reaches zero and the interpreter aborts («none_dealloc»), with the window open.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

NEVER: Final = 1 << 40
"""More references than a program can give back in years."""


def keep_constants() -> None:
    """Give ``None``, ``True`` and ``False`` so many references that none of them can die, as 3.12 does."""
    for constant in (None, True, False):
        if sys.getrefcount(constant) < NEVER // 2:
            # The count is the first field of every object of CPython.
            ctypes.c_ssize_t.from_address(id(constant)).value += NEVER
