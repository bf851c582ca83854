"""Where papers of a class are signed: by everybody who taught it, and by who answers for the centre."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from cpepa_desktop.reports.frame import Signatures, Signer
from cpepa_desktop.reports.parts.course_head import CourseHead, responsible

_ABREAST: Final = 4
_HEIGHT: Final = 17


def trainers_and_centre(
    head: CourseHead, trainers: Iterable[str], *, on_paper: bool = False
) -> Iterator[Signatures]:
    """Yield the boxes to sign in, the centre's last with its stamp.

    Each has a field for an electronic signature unless the form is to be filled ``on_paper``.
    """
    signers = [Signer("Docente", name, f"firma_docente_{n}") for n, name in enumerate(trainers, 1)]
    signers.append(responsible(head))
    if on_paper:
        signers = [replace(signer, form_field="") for signer in signers]
    for start in range(0, len(signers), _ABREAST):
        yield Signatures(tuple(signers[start : start + _ABREAST]), height=_HEIGHT)
