"""What a command over an open file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cpepa_desktop.cli.answers import Answer
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Command:
    """A command over an open file. ``writes`` asks for the file's only lock; without it anybody may read."""

    run: Callable[[Workspace, Arguments], Answer]
    writes: bool = False


class UsageError(Exception):
    """The words are well formed and do not go together."""
