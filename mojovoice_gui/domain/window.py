"""Windows of any program, and how a text gets into one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """A window, of any program."""

    window: int  # the desktop's number for it
    title: str = field(default="", repr=False, compare=False)  # the user's business; never logged
    centre: tuple[int, int] | None = field(default=None, compare=False)  # pixels from the top left of all screens
    application: str = field(default="", compare=False)  # its class, such as "firefox"; empty where it is not known


class Focus(Protocol):
    """Which window has the keyboard. Used by one thread."""

    def place(self) -> Place | None:
        """The one that has it; None when none has, or it cannot be known."""

    def give(self, place: Place) -> bool:
        """Bring that window to the front; whether it has the keyboard now."""

    def close(self) -> None:
        """Let go of the screen."""


class NoFocus:
    """``Focus`` where windows are nobody else's business."""

    def place(self) -> Place | None:
        return None

    def give(self, _place: Place) -> bool:
        return False

    def close(self) -> None: ...


class Insertion(StrEnum):
    """How a text reached the user."""

    PASTED = "pasted"  # the focused program has read it
    TYPED = "typed"  # as keystrokes
    ON_CLIPBOARD = "on-clipboard"  # it waits there: no program took it
    COPIED = "copied"  # it waits there, as the user wants it


class TextInserter(Protocol):
    """Text in, window changed. Used by one thread."""

    def insert(self, text: str) -> Insertion:
        """Put ``text`` into the focused window; raises ``InsertionFailed``."""

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard and leave it there; raises ``InsertionFailed``."""

    def close(self) -> None:
        """Give back what was taken from the desktop."""
