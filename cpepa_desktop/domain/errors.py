"""The two kinds of answer that are not a result: a refusal the user can mend, and a fault of the environment.

Anything else that is raised is a bug and reaches the crash dialog with its log.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a user's file or form, with the place where it stands.

    ``row`` counts from 1 as a spreadsheet shows it, and is ``None`` where the problem is the whole file's.
    ``column`` is the heading as the user wrote it; ``where`` is a path inside the document (JSON path,
    sheet name).
    """

    message: str
    row: int | None = None
    column: str = ""
    where: str = ""

    def __str__(self) -> str:
        """Return the problem as one sentence with its place."""
        places = [self.where, f"fila {self.row}" if self.row is not None else "", self.column]
        place = ", ".join(part for part in places if part)
        return f"{place}: {self.message}" if place else self.message


class Refused(Exception):  # noqa: N818 - it is an answer to the user, not an error of the program
    """The program declines to do something and says why, that nothing was lost, and what to do.

    ``problems`` lists every single cause where there is more than one.
    """

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


class EnvironmentFault(Exception):  # noqa: N818 - named for what it is in the manual
    """The disk, a lock or a damaged file prevents the work; the program says which and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
