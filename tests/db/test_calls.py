"""Versions of calls and of certificates kept by the hash of their text."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from cpepa_desktop.db import calls
from cpepa_desktop.db.calls import CertificateVersion
from cpepa_desktop.domain.catalogue import Origin
from tests.db.small_centre import CALL_TEXT, CERTIFICATE_TEXT, sha256, write


def keep_certificate(db: Database, text: str, origin: Origin = Origin.CENTRE, code: str = "SSCS0208") -> int:
    return calls.keep_certificate(db, code, sha256(text), text, "RD 1379/2008", origin)


def test_a_text_the_file_has_is_not_written_again(small: Database) -> None:
    with write(small):
        assert calls.keep_call(small, "own", sha256(CALL_TEXT), CALL_TEXT, Origin.OFFICIAL) == 1
        assert keep_certificate(small, CERTIFICATE_TEXT, Origin.OFFICIAL) == 1
    assert small.table("call_version").count == small.table("certificate_version").count == 1


def test_the_last_version_a_centre_filled_in_is_the_one_to_use(small: Database) -> None:
    with write(small):
        calls.keep_call(small, "inaem-agreement", sha256("a"), "a", Origin.CENTRE)
        last = calls.keep_call(small, "inaem-agreement", sha256("b"), "b", Origin.CENTRE)
        calls.keep_call(small, "another", sha256("c"), "c", Origin.CENTRE)
    assert [(row.call, row.content) for row in calls.centre_calls(small)] == [
        ("another", "c"),
        ("inaem-agreement", "b"),
    ]
    assert calls.call_version(small, last).content == "b"
    assert calls.call_version(small, last - 1).content == "a"


def test_versions_of_a_structure_are_numbered_by_code_and_origin(small: Database) -> None:
    with write(small):
        keys = [keep_certificate(small, text) for text in ('{"v": 1}', '{"v": 2}', '{"v": 1}')]
        other = keep_certificate(small, '{"v": 3}', code="ADGD0308")
    assert keys[0] == keys[2]
    versions = [calls.certificate_version(small, key).version for key in (*keys[:2], other)]
    assert versions == [1, 2, 1]


def test_what_the_centre_typed_comes_with_the_latest_version_first(small: Database) -> None:
    with write(small):
        for text in ('{"v": 1}', '{"v": 2}'):
            keep_certificate(small, text)
    assert [row.content for row in calls.centre_certificates(small)] == ['{"v": 2}', '{"v": 1}']


def test_a_version_from_another_file_keeps_its_number_where_that_is_free(small: Database) -> None:
    def version(number: int, text: str) -> CertificateVersion:
        return CertificateVersion(0, "SSCS0208", number, "centre", sha256(text), text, "RD 1379/2008")

    with write(small):
        keep_certificate(small, '{"v": 1}')
        keys = [
            calls.keep_certificate_version(small, version(number, text))
            for number, text in ((5, '{"v": 5}'), (1, '{"v": "other"}'), (5, '{"v": 5}'))
        ]
    assert keys[0] == keys[2]
    assert [calls.certificate_version(small, key).version for key in keys[:2]] == [5, 6]


def test_texts_of_a_certificate_are_kept_by_item(small: Database) -> None:
    with write(small):
        calls.save_text(small, "SSCS0208", "objectives", "Antes")
        calls.save_text(small, "SSCS0208", "objectives", "Después")
        calls.save_text(small, "ADGD0308", "objectives", "Otro")
    assert calls.texts(small, "SSCS0208") == {"objectives": "Después"}
    assert calls.texts(small, "ELEE0109") == {}


def test_a_structure_that_is_no_json_cannot_be_kept(small: Database) -> None:
    with pytest.raises(Exception, match="json_valid"), write(small):
        keep_certificate(small, "no es JSON")
