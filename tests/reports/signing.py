"""Signs papers as PAdES with certificates made for the moment, and says what a validator finds in them.

The fields are the ones the paper was born with. Nothing is fetched: a certificate is its own root, and there
is no stamp of time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.keys.pemder import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko.stamp import BaseStampStyle, NoOpStampStyle, StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from cpepa_desktop.reports.frame import Paragraph, render
from tests.reports.documents import FORMS
from tests.reports.papers import everything, paper

KEEP: Final = NoOpStampStyle()  # the look that the field was born with
_VALID_FROM: Final = datetime(2024, 1, 1, tzinfo=UTC)


def new_signer(name: str) -> SimpleSigner:
    """Return somebody who can sign, with a certificate that only they vouch for."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_VALID_FROM)
        .not_valid_after(_VALID_FROM + timedelta(days=36_500))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    der = serialization.Encoding.DER
    secret = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return SimpleSigner(
        signing_cert=next(load_certs_from_pemder_data(certificate.public_bytes(der))),
        signing_key=load_private_key_from_pemder_data(secret, passphrase=None),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call] # a library without types
    )


def stamp(folder: Path) -> StaticStampStyle:
    """Return a look for a signature: the page of a paper of ours, whose fonts are all inside it."""
    file = folder / "stamp.pdf"
    file.write_bytes(render(paper(Paragraph("Firmado electrónicamente"))))
    return StaticStampStyle.from_pdf_file(str(file), border_width=0)


def sign(content: bytes, form_field: str, signer: SimpleSigner, look: BaseStampStyle | None = KEEP) -> bytes:
    """Return the paper with its field ``form_field`` signed, as an update after its own bytes.

    ``look`` is what stands in the box from then on; without one, what pyHanko itself would put there.
    """
    subfilter = SigSeedSubFilter.PADES
    data = PdfSignatureMetadata(field_name=form_field, subfilter=subfilter, md_algorithm="sha256")
    output = io.BytesIO()
    update = IncrementalPdfFileWriter(io.BytesIO(content))
    PdfSigner(data, signer, stamp_style=look).sign_pdf(update, output=output)
    return output.getvalue()


def verdicts(content: bytes, trusted: Iterable[SimpleSigner]) -> Mapping[str, PdfSignatureStatus]:
    """Return what a validator that trusts these signers says of each signature, by its field."""
    roots = [signer.signing_cert for signer in trusted]
    return {
        signature.field_name: validate_pdf_signature(
            signature, ValidationContext(trust_roots=roots, allow_fetching=False)
        )
        for signature in PdfFileReader(io.BytesIO(content)).embedded_signatures
    }


def signed_papers() -> Mapping[str, bytes]:
    """Return a paper signed in each way that must keep the standards, by a name for the table."""
    content = render(everything())
    tutor, head = new_signer("Ana Pérez Gil"), new_signer("Luis Royo Sanz")
    with TemporaryDirectory() as folder:
        look = stamp(Path(folder))
        kept = sign(content, "firma_1", tutor)
        stamped = sign(content, "firma_1", tutor, look)
        return {
            "conditions sheet, signed": sign(FORMS["conditions sheet"].pdf(), "firma_entidad", head, look),
            "signed": kept,
            "signed by two": sign(kept, "firma_2", head),
            "signed with a stamp": stamped,
            "signed by two with stamps": sign(stamped, "firma_2", head, look),
        }
