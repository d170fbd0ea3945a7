"""What a segment says, what it cost, and who writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol, TypeAlias

from mojovoice_gui.domain.sound import Samples

IsCancelled: TypeAlias = Callable[[], bool]
"""Asked at each pass of a model, and every few ms amid one: has the user given this up?"""


@dataclass(frozen=True, slots=True)
class DecodeStats:
    """How the target's tokens came about."""

    tokens: int = 0  # tokens the target wrote, timestamps included
    passes: int = 0  # runs of the target's decoder
    proposed: int = 0  # tokens of the proposal that the target was asked about
    accepted: int = 0  # of these, how many it would have written itself

    @property
    def acceptance(self) -> float:
        """Accepted / proposed, 0 without a proposal."""
        return self.accepted / self.proposed if self.proposed else 0.0

    def __add__(self, other: DecodeStats) -> DecodeStats:
        return DecodeStats(
            self.tokens + other.tokens,
            self.passes + other.passes,
            self.proposed + other.proposed,
            self.accepted + other.accepted,
        )


class Pass(NamedTuple):
    """One run of the target's decoder."""

    proposed: int  # tokens of the proposal that it was asked about
    accepted: int  # of these, how many it would have written itself


@dataclass(frozen=True, slots=True)
class WindowTrace:
    """How the target went through one window."""

    frames: int  # that the encoder read, of 10 ms
    passes: tuple[Pass, ...]  # without the one over the prompt
    is_again: bool = False  # it was encoded before, and only written anew


@dataclass(frozen=True, slots=True)
class StageTimes:
    """Seconds spent at each arrow between release and text."""

    gate_s: float = 0.0  # is there speech at all?
    draft_s: float = 0.0
    encode_s: float = 0.0
    verify_s: float = 0.0
    insert_s: float = 0.0

    def __add__(self, other: StageTimes) -> StageTimes:
        return StageTimes(
            self.gate_s + other.gate_s,
            self.draft_s + other.draft_s,
            self.encode_s + other.encode_s,
            self.verify_s + other.verify_s,
            self.insert_s + other.insert_s,
        )


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a segment says, and what it cost. ``text`` is empty when there was no speech."""

    text: str
    language: str = ""  # ISO 639-1, empty when there was no speech
    audio_s: float = 0.0
    stats: DecodeStats = field(default_factory=DecodeStats)
    times: StageTimes = field(default_factory=StageTimes)
    device: str = ""  # such as "cpu int8"
    tokens: tuple[int, ...] = ()  # the target's own, window after window, timestamps included
    windows: tuple[WindowTrace, ...] = ()  # all that were written, those that were thrown away included
    is_sewn: bool = False  # to what was known, from the last seconds alone; at leisure all of it would be heard


@dataclass(frozen=True, slots=True)
class EngineState:
    """What is loaded and why it is as it is: for ``status``, ``doctor`` and the log."""

    target: str = ""
    draft: str = ""  # empty: plain decoding
    draft_reason: str = ""  # why there is no draft
    device: str = ""
    device_reason: str = ""
    is_elsewhere: bool = False  # not on the device that was asked for
    calibration: tuple[str, ...] = ()  # what was chosen for this machine, and why
    encode_s: float = 0.0  # measured here: what the target's encoder takes for 5 s of speech; 0: not yet
    listen_s: float = 0.0  # and what it takes until they are text


class Purpose(Enum):
    """What the text of a listening is for, and so what it may take."""

    GUESS = "guess"  # in mid-speech: the next one has something to start from
    LAST_WORD = "last word"  # somebody waits for it, or may at any moment
    REVIEW = "review"  # nobody waits: all that may change is heard again


class LiveTranscription(Protocol):
    """One recording on its way to text while it is being spoken. Used by one thread."""

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        """The text of ``samples``, which begin as they did the last time; costs are those of this listening.

        A guess that comes to nothing repeats the text before it. Raises ``TranscriptionError``. A cancelled one may
        return anything.
        """


class Transcriber(Protocol):
    """Segment in, transcript out. Used by one thread."""

    def load(self) -> EngineState:
        """Bring the models into memory; raises ``ModelError``."""

    def unload(self) -> None:
        """Give the memory back; ``load`` brings the models again."""

    def calibrate(self, is_wanted: IsCancelled) -> EngineState | None:
        """Find out what suits this machine, until it ``is_wanted`` for something else; the state, if that is new.

        Raises ``ModelError``: then nothing is loaded.
        """

    def begin(self, has_speech: Callable[[Samples], bool]) -> LiveTranscription:
        """A recording that is still being spoken; the models are loaded."""

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        """The text of ``samples``; raises ``TranscriptionError``. A cancelled one may return anything."""
