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
        self._handed_over: Handover | None = None

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
        """Raise :class:`Refused` where the file is open only for reading, or another thread is writing.

        Raises :class:`EnvironmentFault` where the file turns out to be damaged.
        """
        if self._handed_over is not None:
            message = _(
                "«{doing}» no ha terminado todavía y mientras tanto no se puede guardar nada más. No se ha "
                "perdido lo que ha escrito: espere a que termine, o cancélelo, y guarde otra vez."
            )
            raise Refused(message.format(doing=self._handed_over.doing))
        if not self.file.writable:
            raise Refused(
                _("El archivo está abierto solo para leer. No se ha cambiado nada; ábralo para escribir.")
            )
        self.file.require_sound()

    def mark_saved(self, moment: datetime) -> None:
        """Take note that something was written at ``moment``."""
        self.last_saved = moment
        if self.unsaved_since is None:
            self.unsaved_since = moment

    def for_another_thread(self) -> Workspace:
        """Return the same file open only for reading, for a worker; a connection does not cross threads."""
        return Workspace(self.file.another_reader(), self.clock, self.actor)

    def hand_over(self, doing: str) -> Handover:
        """Leave the writing to another thread until `take_back`; here only reading goes on.

        ``doing`` names the work for who tries to write meanwhile. Raises :class:`Refused` where the file is
        open only for reading, or the writing is with another work already.
        """
        self.require_writable()
        self._handed_over = Handover(self, doing)
        return self._handed_over

    def take_back(self) -> None:
        """Write here again, once the other thread has ended; what it saved counts as saved here."""
        handover, self._handed_over = self._handed_over, None
        if handover is not None and handover.saved_at is not None:
            self.mark_saved(handover.saved_at)


class Handover:
    """The right to write a file while its thread only reads. ``saved_at`` is the last moment it was used."""

    def __init__(self, workspace: Workspace, doing: str) -> None:
        self.doing = doing
        self.saved_at: datetime | None = None
        self._workspace = workspace

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """Give, in the thread that calls, a workspace that writes; it is closed at the end."""
        lender = self._workspace
        own = Workspace(lender.file.another_writer(), lender.clock, lender.actor)
        try:
            yield own
        finally:
            self.saved_at = own.last_saved
            own.file.close()


def fault_of(error: BaseException) -> EnvironmentFault | None:
    """Return the fault of the environment that ``error`` means, ``None`` where it is a bug of ours."""
    return faults.fault_of(error)
