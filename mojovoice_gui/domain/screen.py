"""What the user is shown and asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from mojovoice_gui.domain.window import Place
from mojovoice_gui.errors import MojoVoiceError


class Stage(StrEnum):
    """What the user sees; derived, never stored."""

    LOADING = "loading"
    IDLE = "idle"
    RECORDING = "recording"
    TRANSCRIBING = "transcribing"
    NO_SPEECH = "no-speech"  # shown for a moment
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user and one action to take."""

    sentence: str
    action: str = ""
    is_error: bool = True

    @classmethod
    def of(cls, error: MojoVoiceError) -> Notice:
        return cls(error.sentence, error.action)

    def __str__(self) -> str:
        return f"{self.sentence} {self.action}".strip()


@dataclass(frozen=True, slots=True)
class Live:
    """A recording as it goes on, and at last what became of it."""

    level: float = 0.0  # loudness of what has just come, 0 to 1
    seconds: float = 0.0  # of sound so far
    text: str = field(default="", repr=False)  # as far as it is understood yet; never logged
    is_armed: bool = False  # sound arrives; what was said before would be lost
    is_final: bool = False  # it is over, and this text was delivered
    spoken_to: Place | None = None  # the window it is meant for


@dataclass(frozen=True, slots=True)
class Question:
    """A text that waits for the user to say where it goes."""

    number: int  # of the recording
    text: str = field(repr=False)
    spoken_to: Place
    focused: Place | None  # None: no window has the keyboard now


class Listener(Protocol):
    """Whoever shows things to the user; called from the session thread, must return at once."""

    def stage_changed(self, stage: Stage) -> None: ...

    def noticed(self, notice: Notice) -> None: ...

    def live_changed(self, live: Live) -> None:
        """While recording, some 20 times a second; once more when the text is delivered."""

    def asked(self, question: Question) -> None:
        """Somebody must say where this text goes; until then it waits."""
