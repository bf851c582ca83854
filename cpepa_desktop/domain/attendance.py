"""What is entered of a person in a session, and what it adds up to. Every length is in whole minutes."""

from __future__ import annotations

from dataclasses import dataclass

from cpepa_desktop.domain.attendance_words import AbsenceCause, JustificationState


@dataclass(frozen=True, slots=True)
class Absence:
    """Minutes missed in one session for one cause. Without a cause they are unjustified."""

    minutes: int
    cause: AbsenceCause | None = None
    state: JustificationState = JustificationState.UNJUSTIFIED


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one person in one session. No entry at all is pending, and never attended."""

    enrolment_id: int
    session_id: int
    attended_minutes: int
    absences: tuple[Absence, ...] = ()
    is_virtual: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Where the minutes of a base stand for one person: every official minute is in exactly one of these.

    ``justified`` are absences validated by the administration, ``awaiting`` those whose proof waits for it.
    ``pending`` are sessions already held with nothing entered; ``to_come`` are later sessions and hours not
    yet scheduled or to be rescheduled; ``outside`` fell before joining or fall after leaving. ``gap`` is
    the official minutes less the scheduled ones, and 0 once everything is on the calendar.
    """

    base: int
    attended: int = 0
    justified: int = 0
    awaiting: int = 0
    unjustified: int = 0
    pending: int = 0
    to_come: int = 0
    outside: int = 0
    gap: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return both tallies as one: a module is the sum of its blocks."""
        return Tally(
            self.base + other.base,
            self.attended + other.attended,
            self.justified + other.justified,
            self.awaiting + other.awaiting,
            self.unjustified + other.unjustified,
            self.pending + other.pending,
            self.to_come + other.to_come,
            self.outside + other.outside,
            self.gap + other.gap,
        )

    @property
    def absent(self) -> int:
        """Return the minutes missed, for whatever cause."""
        return self.justified + self.awaiting + self.unjustified

    @property
    def reachable(self) -> int:
        """Return the most that can still be attended: pending might be, what is to come might be."""
        return self.attended + self.pending + self.to_come
