"""What every operation works on: an open file, a clock and the person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from cpepa_desktop.db import faults, journal
from cpepa_desktop.db.connection import Database
from cpepa_desktop.db.open import CentreFile
from cpepa_desktop.domain.clock import Clock
from cpepa_desktop.domain.errors import EnvironmentFault, Refused
from cpepa_desktop.domain.history import OperationKind
from cpepa_desktop.domain.texts import _


class Workspace:
    """An open file with its clock and its user: the first argument of every operation.

    ``last_saved`` is the moment of the last operation of this session; ``unsaved_since`` that of the first
    one which no backup holds yet, ``None`` where the newest backup holds everything.
    """

    def __init__(self, file: CentreFile, clock: Clock, actor: str) -> None:
        self.file = file
        self.clock = clock
        self.actor = actor
        self.last_saved: datetime | None = None
        self.unsaved_since: datetime | None = None

    @property
    def db(self) -> Database:
        """Return the connection, for the functions of ``db``."""
        return self.file.db

    @contextmanager
    def operation(self, name: str, *, legal: bool = False) -> Iterator[int]:
        """Open the one transaction of an operation and give its number in the journal.

        ``name`` is what the history and Ctrl+Z show. A ``legal`` act cannot be undone. Where the block
        raises, nothing was written. Raises :class:`Refused` where the file is open only for reading.
        """
        self.require_writable()
        kind = OperationKind.LEGAL if legal else OperationKind.NORMAL
        moment = self.clock.now()
        with journal.operation(
            self.db, name, actor=self.actor, at=moment, day=self.clock.today(), kind=kind
        ) as number:
            yield number
        if journal.is_recorded(self.db, number):
            self.mark_saved(moment)

    def require_writable(self) -> None:
        """Raise :class:`Refused` where the file is open only for reading."""
        if not self.file.writable:
            raise Refused(
                _("El archivo está abierto solo para leer. No se ha cambiado nada; ábralo para escribir.")
            )

    def mark_saved(self, moment: datetime) -> None:
        """Take note that something was written at ``moment``."""
        self.last_saved = moment
        if self.unsaved_since is None:
            self.unsaved_since = moment

    def for_another_thread(self) -> Workspace:
        """Return the same file open only for reading, for a worker; a connection does not cross threads."""
        return Workspace(self.file.another_reader(), self.clock, self.actor)


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """Return the fault of the environment that ``error`` means, ``None`` where it is a bug of ours."""
    return faults.fault_of(error)
