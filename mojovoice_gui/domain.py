"""The words of the field: what is passed along the straight line, and how its parts know each other.

Key, audio, segment, proposal, verify, text, window: every type here is one of these, or what is said about one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:  # the tray icon must not wait for NumPy
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Hz. Whisper hears nothing else; the microphone's own rate is resampled to it."""

Samples: TypeAlias = "NDArray[np.float32]"
"""Sound: shape (n,), float32 in [-1, 1], mono, ``SAMPLE_RATE``."""

IsCancelled: TypeAlias = Callable[[], bool]
"""Asked once per pass of a model: has the user given this up?"""


class Activation(StrEnum):
    """What the push-to-talk key does."""

    HOLD = "hold"
    TOGGLE = "toggle"
    HYBRID = "hybrid"  # held: as HOLD; tapped: as TOGGLE


class Stage(StrEnum):
    """What the user sees; derived, never stored."""

    LOADING = "loading"
    IDLE = "idle"
    RECORDING = "recording"
    TRANSCRIBING = "transcribing"
    NO_SPEECH = "no-speech"  # shown for a moment
    ERROR = "error"


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


@dataclass(frozen=True, slots=True)
class Place:
    """A window, of any program."""

    window: int  # the desktop's number for it
    title: str = field(default="", repr=False, compare=False)  # the user's business; never logged
    centre: tuple[int, int] = field(default=(0, 0), compare=False)  # pixels from the top left of all screens
    application: str = field(default="", compare=False)  # its class, such as "firefox"; empty where it is not known


@dataclass(frozen=True, slots=True)
class Question:
    """A text that waits for the user to say where it goes."""

    number: int  # of the recording
    text: str = field(repr=False)
    spoken_to: Place
    focused: Place | None  # None: no window has the keyboard now


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One stretch of speech on its way to text."""

    samples: Samples
    take: int
    destination: Destination = Destination.WINDOW
    recording: Path | None = None  # its copy on disk, removed once the text is delivered
    number: int = 0  # of the recording, since the start of the app
    spoken_to: Place | None = None  # the window that had the focus when it began
    released_at: float | None = None  # seconds on the engine's clock: from here on the user waits

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE

    @property
    def is_muted(self) -> bool:
        """Not one sample but zeros: no microphone is that quiet, however still the room."""
        return not self.samples.any()


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


@dataclass(frozen=True, slots=True)
class EngineState:
    """What is loaded and why it is as it is: for ``status``, ``doctor`` and the log."""

    target: str = ""
    draft: str = ""  # empty: plain decoding
    draft_reason: str = ""  # why there is no draft
    device: str = ""
    device_reason: str = ""
    calibration: tuple[str, ...] = ()  # what was chosen for this machine, and why
    encode_s: float = 0.0  # measured here: what the target's encoder takes for 5 s of speech; 0: not yet


class Insertion(StrEnum):
    """How a text reached the user."""

    PASTED = "pasted"  # the focused program has read it
    ON_CLIPBOARD = "on-clipboard"  # it waits there


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user and one action to take."""

    sentence: str
    action: str = ""
    is_error: bool = True

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


class Microphone(Protocol):
    """Sound in. Used by one thread."""

    def prepare(self) -> None:
        """Do ahead what opening would wait for; raises ``AudioError``, as opening would."""

    def open(self) -> None:
        """Start listening; raises ``AudioError``."""

    def read(self) -> Samples:
        """What has arrived since the last call, maybe nothing.

        Raises ``MicrophoneLost`` once all of it was read and no more will come.
        """

    def close(self) -> Samples:
        """Stop listening and return what was still unread. Never raises; may be called twice."""


class LiveTranscription(Protocol):
    """One recording on its way to text while it is being spoken. Used by one thread."""

    def listen(self, samples: Samples, is_cancelled: IsCancelled, *, hurry: bool = False) -> Transcript:
        """The text of ``samples``, which begin as they did the last time; costs are those of this listening.

        ``hurry``: somebody waits, or may at any moment. Raises ``TranscriptionError``. A cancelled one may return
        anything.
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


class TextInserter(Protocol):
    """Text in, window changed. Used by one thread."""

    def insert(self, text: str) -> Insertion:
        """Put ``text`` into the focused window; raises ``InsertionFailed``."""

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard and leave it there; raises ``InsertionFailed``."""

    def close(self) -> None:
        """Give back what was taken from the desktop."""


class Focus(Protocol):
    """Which window has the keyboard. Used by one thread."""

    def place(self) -> Place | None:
        """The one that has it; None when none has, or it cannot be known."""

    def give(self, place: Place) -> bool:
        """Bring that window to the front; whether it has the keyboard now."""


class NoFocus:
    """``Focus`` where windows are nobody else's business."""

    def place(self) -> Place | None:
        return None

    def give(self, _place: Place) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class KeyActions:
    """What a key listener calls, from its own thread; each must return at once."""

    pressed: Callable[[], None]
    released: Callable[[], None]
    interrupted: Callable[[], None]  # another key went down with a lone modifier: an ordinary shortcut after all
    cancelled: Callable[[], None]  # the cancel key, while it is watched


class Hotkeys(Protocol):
    """The keyboard, wherever the focus is."""

    def start(self, actions: KeyActions) -> None:
        """Listen from now on; raises ``HotkeyUnavailable``."""

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is ours only while something can be cancelled. Callable from any thread."""

    def stop(self) -> None:
        """Release every key."""


class NoHotkeys:
    """``Hotkeys`` of someone who binds keys elsewhere."""

    def start(self, _actions: KeyActions) -> None: ...

    def watch_cancel(self, _on: bool) -> None: ...

    def stop(self) -> None: ...


class Listener(Protocol):
    """Whoever shows things to the user; called from the session thread, must return at once."""

    def stage_changed(self, stage: Stage) -> None: ...

    def noticed(self, notice: Notice) -> None: ...

    def live_changed(self, live: Live) -> None:
        """While recording, some 20 times a second; once more when the text is delivered."""

    def asked(self, question: Question) -> None:
        """Somebody must say where this text goes; until then it waits."""


class Recording(Protocol):
    """A copy of what is being said, on disk from the first block."""

    @property
    def path(self) -> Path: ...

    def write(self, samples: Samples) -> None:
        """Append; raises ``DiskFull`` once, then stays silent: the recording itself goes on in memory."""

    def finish(self) -> None:
        """No more comes; the file stays until its text is delivered."""

    def discard(self) -> None:
        """Nobody wants it any more."""


class Spool(Protocol):
    """Where recordings are kept until their text is delivered."""

    def begin(self, take: int) -> Recording:
        """A new recording."""

    def remove(self, path: Path) -> None:
        """Its text is delivered, or nobody wants it. Never raises; callable from any thread."""

    def release(self, path: Path) -> None:
        """Its text could not be delivered: it counts as left behind from now on. Never raises."""
