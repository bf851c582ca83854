"""Files of the user kept with the centre's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpepa_desktop.operations.kept_files import media_type_of


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("justificante.pdf", "application/pdf"),
        ("foto.JPG", "image/jpeg"),
        ("logo.png", "image/png"),
        ("sin ending", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_ending_says(name: str, media_type: str) -> None:
    assert media_type_of(Path("carpeta") / name) == media_type
