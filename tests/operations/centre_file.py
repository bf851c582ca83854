"""A centre's file on the disk with a clock that can be moved, for the use cases of files and backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cpepa_desktop.domain.centre import Centre, Entity
from cpepa_desktop.operations.files import new_file, open_file
from cpepa_desktop.operations.workspace import Workspace

START = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)


@dataclass
class MovingClock:
    """A clock that moves when it is told to."""

    moment: datetime = START

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, time: timedelta) -> None:
        self.moment += time


def create(path: Path, clock: MovingClock | None = None) -> Workspace:
    """Return a new centre's file, open."""
    return new_file(
        path,
        clock or MovingClock(),
        "Ana",
        entity=Entity("Gobierno de Aragón"),
        centre=Centre("CPEPA Teruel"),
    )


def reopen(ws: Workspace) -> Workspace:
    """Return the file open again after it was closed."""
    return open_file(ws.file.path, ws.clock, ws.actor)


def add_person(ws: Workspace, name: str) -> None:
    """Write somebody down in an operation."""
    with ws.operation(f"Alta de {name}"):
        ws.db.execute("INSERT INTO person (name, surnames) VALUES (?, '')", (name,))


def people(ws: Workspace) -> list[str]:
    """Return who is in the file."""
    return [name for (name,) in ws.db.execute("SELECT name FROM person ORDER BY id")]
