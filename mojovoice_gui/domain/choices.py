"""What the user has chosen, where it is one of a few words."""

from __future__ import annotations

from enum import StrEnum


class Activation(StrEnum):
    """What the push-to-talk key does."""

    HOLD = "hold"
    TOGGLE = "toggle"
    HYBRID = "hybrid"  # held: as HOLD; tapped: as TOGGLE


class Destination(StrEnum):
    """Where a text goes."""

    WINDOW = "window"
    CLIPBOARD = "clipboard"


class WhenMoved(StrEnum):
    """Where a text goes when another window has the focus than the one it was spoken to."""

    HERE = "here"  # into the window that has it now
    BACK = "back"  # into the one that had it
    COPY = "copy"  # on the clipboard
    ASK = "ask"  # as the user says then


class OverlayKind(StrEnum):
    """What stands on the screen while one speaks."""

    OFF = "off"
    MINIMAL = "minimal"  # level and time
    LIVE = "live"  # and the text so far


class Motion(StrEnum):
    """How much moves on the screen."""

    AUTO = "auto"  # as the desktop says
    FULL = "full"
    REDUCED = "reduced"
