"""The founding of a centre: its file with what the first course needs, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpepa_desktop.db import places
from cpepa_desktop.domain.catalogue import Province
from cpepa_desktop.domain.centre import Centre, Entity, Room, Trainer
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.operations import centres, files
from cpepa_desktop.operations.workspace import Workspace

_PROVINCES: Final = {"22": Province.HUESCA, "44": Province.TERUEL, "50": Province.ZARAGOZA}


@dataclass(frozen=True, slots=True)
class Foundation:
    """What is said of a centre when it is new; room and trainer where they are known already."""

    entity: Entity
    centre: Centre
    room: Room | None = None
    trainer: Trainer | None = None


def found_centre(path: Path, clock: Clock, actor: str, foundation: Foundation) -> Workspace:
    """Create the file of a centre with its first room and trainer, and return it open for writing.

    Nothing is left behind where it cannot be done. Raises as `files.new_file`, `centres.save_room` and
    `centres.save_trainer` do.
    """
    ws = files.new_file(path, clock, actor, entity=foundation.entity, centre=foundation.centre)
    try:
        if foundation.room is not None:
            centres.save_room(ws, foundation.room)
        if foundation.trainer is not None:
            centres.save_trainer(ws, foundation.trainer)
    except BaseException:
        ws.file.close()
        ws.file.path.unlink(missing_ok=True)
        raise
    return ws


def place_warnings(path: Path) -> tuple[str, ...]:
    """Return what the user should know of the place where a file would stand, before it is made."""
    return places.warnings_about(path)


def province_of(postal_code: str) -> Province | None:
    """Return the province of Aragón that a postal code begins with, ``None`` where it is of none."""
    return _PROVINCES.get(postal_code.strip()[:2])
