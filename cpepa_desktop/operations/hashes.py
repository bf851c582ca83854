"""The name of bytes: their SHA-256."""

from __future__ import annotations

import hashlib


def sha256_of(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
