"""The name of bytes."""

from __future__ import annotations

from cpepa_desktop.operations.hashes import sha256_of


def test_a_text_has_the_hash_of_its_bytes_in_utf_8() -> None:
    assert sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of("Ñ") == sha256_of("Ñ".encode()) != sha256_of("N")
