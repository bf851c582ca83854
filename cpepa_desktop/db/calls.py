"""Versions of calls and of certificates, kept inside the file by the hash of their text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from cpepa_desktop.db.sessions import WITH_CLASS_SINCE
from cpepa_desktop.domain.catalogue import Origin

_KEEP_CALL = """
INSERT INTO call_version (call, sha256, content, origin) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
"""
_CALL_OF_HASH = "SELECT id FROM call_version WHERE sha256 = ?"
_CALL = "SELECT id, call, sha256, content, origin FROM call_version WHERE id = ?"
_CALLS_SINCE = f"""
SELECT id, call, sha256, content, origin FROM call_version
WHERE id IN (SELECT call_version_id FROM course WHERE id {WITH_CLASS_SINCE})
"""  # noqa: S608 - a constant
_CALLS_IN_USE = """
SELECT id, call, sha256, content, origin FROM call_version
WHERE id IN (SELECT call_version_id FROM course)
"""
_CENTRE_CALLS = """
SELECT id, call, sha256, content, origin FROM call_version
WHERE origin = 'centre' AND id IN (SELECT max(id) FROM call_version WHERE origin = 'centre' GROUP BY call)
ORDER BY call
"""
_KEEP_CERTIFICATE = """
INSERT INTO certificate_version (code, version, origin, sha256, content, source) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (sha256) DO NOTHING
"""
_NEXT_VERSION = "SELECT coalesce(max(version), 0) + 1 FROM certificate_version WHERE code = ? AND origin = ?"
_CERTIFICATE_OF_HASH = "SELECT id FROM certificate_version WHERE sha256 = ?"
_CERTIFICATE = """
SELECT id, code, version, origin, sha256, content, source FROM certificate_version WHERE id = ?
"""
_IS_TAKEN = "SELECT 1 FROM certificate_version WHERE code = ? AND origin = ? AND version = ?"
_CENTRE_CERTIFICATES = """
SELECT id, code, version, origin, sha256, content, source FROM certificate_version
WHERE origin = 'centre' ORDER BY code, version DESC
"""
_TEXTS = "SELECT item, body FROM certificate_text WHERE certificate_code = ? ORDER BY item"
_SAVE_TEXT = """
INSERT INTO certificate_text (certificate_code, item, body) VALUES (?, ?, ?)
ON CONFLICT (certificate_code, item) DO UPDATE SET body = excluded.body
"""


@dataclass(frozen=True, slots=True)
class CallVersion:
    """A call's whole text as a course uses it."""

    id: int
    call: str
    sha256: str
    content: str
    origin: str


@dataclass(frozen=True, slots=True)
class CertificateVersion:
    """A certificate's structure as a course uses it: one JSON document."""

    id: int
    code: str
    version: int
    origin: str
    sha256: str
    content: str
    source: str


def keep_call(db: Database, call: str, sha256: str, content: str, origin: Origin) -> int:
    """Write a call's text where the file has not got it yet, and return its key."""
    db.execute(_KEEP_CALL, (call, sha256, content, origin))
    return int(db.execute(_CALL_OF_HASH, (sha256,)).fetchone()[0])


def call_version(db: Database, key: int) -> CallVersion:
    """Return one version of a call."""
    return CallVersion(*db.execute(_CALL, (key,)).fetchone())


def call_versions_since(db: Database, day: date) -> tuple[CallVersion, ...]:
    """Return the versions that the courses with class on ``day`` or later were planned with."""
    return tuple(CallVersion(*row) for row in db.execute(_CALLS_SINCE, (day.isoformat(),)))


def call_versions(db: Database) -> tuple[CallVersion, ...]:
    """Return the versions that the courses of the file were planned with."""
    return tuple(CallVersion(*row) for row in db.execute(_CALLS_IN_USE))


def centre_calls(db: Database) -> tuple[CallVersion, ...]:
    """Return the last version of every call the centre has filled in, by name."""
    return tuple(CallVersion(*row) for row in db.execute(_CENTRE_CALLS))


def keep_certificate(db: Database, code: str, sha256: str, content: str, source: str, origin: Origin) -> int:
    """Write a structure as the next version where the file has not got it yet, and return its key."""
    version = int(db.execute(_NEXT_VERSION, (code, origin)).fetchone()[0])
    db.execute(_KEEP_CERTIFICATE, (code, version, origin, sha256, content, source))
    return int(db.execute(_CERTIFICATE_OF_HASH, (sha256,)).fetchone()[0])


def keep_certificate_version(db: Database, row: CertificateVersion) -> int:
    """Write a structure that comes from another file, and return its key; the ``id`` given is no matter.

    It keeps its number where that is free; one that the file has already stays as it is.
    """
    taken = db.execute(_IS_TAKEN, (row.code, row.origin, row.version)).fetchone()
    if taken:
        return keep_certificate(db, row.code, row.sha256, row.content, row.source, Origin(row.origin))
    values = (row.code, row.version, row.origin, row.sha256, row.content, row.source)
    db.execute(_KEEP_CERTIFICATE, values)
    return int(db.execute(_CERTIFICATE_OF_HASH, (row.sha256,)).fetchone()[0])


def certificate_version(db: Database, key: int) -> CertificateVersion:
    """Return one version of a certificate."""
    return CertificateVersion(*db.execute(_CERTIFICATE, (key,)).fetchone())


def centre_certificates(db: Database) -> tuple[CertificateVersion, ...]:
    """Return every structure the centre has typed, the latest version of each code first."""
    return tuple(CertificateVersion(*row) for row in db.execute(_CENTRE_CERTIFICATES))


def texts(db: Database, certificate_code: str) -> dict[str, str]:
    """Return the texts the centre keeps for a certificate, by item."""
    return dict(db.execute(_TEXTS, (certificate_code,)).fetchall())


def save_text(db: Database, certificate_code: str, item: str, body: str) -> None:
    """Write one text of a certificate."""
    db.execute(_SAVE_TEXT, (certificate_code, item, body))
