"""What happened, in the past tense: all that the session hears of. ``at`` is seconds on the engine's clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mojovoice_gui.domain import (
    Activation,
    Destination,
    EngineState,
    Microphone,
    Notice,
    Question,
    Segment,
    Stage,
    Transcript,
    WhenMoved,
)


@dataclass(frozen=True, slots=True)
class Pressed:
    at: float


@dataclass(frozen=True, slots=True)
class Released:
    at: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Another key went down with the lone modifier: it was an ordinary shortcut after all."""


@dataclass(frozen=True, slots=True)
class StartAsked:
    """By command; says nothing when already recording."""

    at: float
    destination: Destination = Destination.WINDOW
    longest_s: float | None = None


@dataclass(frozen=True, slots=True)
class StopAsked:
    """By command; says nothing when not recording."""

    at: float


@dataclass(frozen=True, slots=True)
class Toggled:
    """By a click on the tray icon or by command."""

    at: float


@dataclass(frozen=True, slots=True)
class Cancelled:
    pass


@dataclass(frozen=True, slots=True)
class Tick:
    at: float


@dataclass(frozen=True, slots=True)
class Hushed:
    """The recording goes on after a release, and nobody has spoken for ``quiet_s``."""

    quiet_s: float


@dataclass(frozen=True, slots=True)
class Heard:
    """Capture has ended and this is what was said."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """The microphone did not open: nothing was heard."""

    at: float
    notice: Notice


@dataclass(frozen=True, slots=True)
class CaptureLost:
    """The microphone went away while recording: what was said until then is kept."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Finished:
    """The worker is through with a segment of ``take``; ``flash`` is what the icon should say for a moment."""

    at: float
    take: int
    text: str = field(default="", repr=False)  # what was said is never logged
    flash: Stage | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The focus has moved: the text of a segment waits until the user says where it goes."""

    segment: Segment
    question: Question
    transcript: Transcript = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """Where the text of recording ``number`` goes; not ``WhenMoved.ASK``."""

    number: int
    answer: WhenMoved


@dataclass(frozen=True, slots=True)
class Told:
    """Something that changes nothing, but that the user should know."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class CopyAsked:
    """Put the last text on the clipboard once more."""


@dataclass(frozen=True, slots=True)
class ForgetAsked:
    """The last text is remembered no more."""


@dataclass(frozen=True, slots=True)
class Understood:
    """So much of a recording that goes on is text already."""

    number: int  # of the recording
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The models are in memory."""

    state: EngineState


@dataclass(frozen=True, slots=True)
class Unloaded:
    """They have left it for others, which are on their way."""


@dataclass(frozen=True, slots=True)
class LoadFailed:
    notice: Notice


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """Other settings do not work; it goes on as it was."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """How the key and the recording behave from now on."""

    activation: Activation
    tap_s: float
    longest_s: float


@dataclass(frozen=True, slots=True)
class LevelAsked:
    """Tell levels from 0 to 1 while nobody dictates, and what is wrong; None: no more."""

    tell: Callable[[float | Notice], None] | None


@dataclass(frozen=True, slots=True)
class MicrophoneChosen:
    """For the recordings that begin from now on."""

    microphone: Microphone


Event = (
    Pressed
    | Released
    | Interrupted
    | StartAsked
    | StopAsked
    | Toggled
    | Cancelled
    | Tick
    | Hushed
    | Heard
    | CaptureFailed
    | CaptureLost
    | Finished
    | Held
    | Answered
    | Told
    | CopyAsked
    | ForgetAsked
    | Understood
    | Loaded
    | Unloaded
    | LoadFailed
    | ChangeFailed
    | SettingsChanged
    | MicrophoneChosen
    | LevelAsked
)
