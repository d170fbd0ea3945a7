"""What to do now, in the imperative: all that the session asks of the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from mojovoice_gui.dictation.events import Held
from mojovoice_gui.domain import Destination, Live, Notice, Question, Segment, WhenMoved


@dataclass(frozen=True, slots=True)
class StartCapture:
    take: int
    destination: Destination


@dataclass(frozen=True, slots=True)
class StopCapture:
    """End the recording and say ``Heard``."""

    released_at: float | None = field(default=None, compare=False)  # when the key came up, for the record; None: now


@dataclass(frozen=True, slots=True)
class DiscardCapture:
    """End the recording and forget it, unless the user had meant it and took it back."""

    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Transcribe:
    segment: Segment


@dataclass(frozen=True, slots=True)
class Abandon:
    """Its text is not wanted any more."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Notify:
    notice: Notice


@dataclass(frozen=True, slots=True)
class Copy:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Show:
    live: Live


@dataclass(frozen=True, slots=True)
class Ask:
    question: Question


@dataclass(frozen=True, slots=True)
class Land:
    """Bring a text that was held to where the user wants it."""

    held: Held
    answer: WhenMoved


Command = StartCapture | StopCapture | DiscardCapture | Transcribe | Abandon | Notify | Copy | Show | Ask | Land
