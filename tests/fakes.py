"""Fakes at the edges of the program, and nowhere else: the key, the microphone, the window, time."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np

from mojovoice_gui.domain import (
    EngineState,
    Entry,
    Insertion,
    IsCancelled,
    KeyActions,
    Live,
    Notice,
    Place,
    Purpose,
    Question,
    Retention,
    Samples,
    Stage,
    Transcript,
)
from mojovoice_gui.errors import HotkeyUnavailable, MojoVoiceError


class FakeClock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class FakeHotkeys:
    """A keyboard whose push-to-talk key is pressed by calling; ``no_cancel``: why it does not get the other one."""

    def __init__(self, no_cancel: str = "") -> None:
        self._no_cancel = no_cancel
        self.actions: KeyActions | None = None
        self.watches_cancel = False

    def start(self, actions: KeyActions) -> None:
        if self.watches_cancel and self._no_cancel:
            raise HotkeyUnavailable(self._no_cancel)
        self.actions = actions

    def watch_cancel(self, on: bool) -> None:
        self.watches_cancel = on

    def stop(self) -> None:
        self.actions = None


class SpokenMicrophone:
    """A microphone that hears what ``say`` is given, at once; the last three are what goes wrong."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heard: list[Samples] = []
        self.is_open = False
        self.prepare_fails: MojoVoiceError | None = None
        self.fails: Exception | None = None
        self.lost: MojoVoiceError | None = None

    def say(self, samples: Samples) -> None:
        with self._lock:
            self._heard.append(samples)

    def prepare(self) -> None:
        if self.prepare_fails is not None:
            raise self.prepare_fails

    def open(self) -> None:
        if self.fails is not None:
            raise self.fails
        with self._lock:
            self._heard.clear()
        self.is_open = True

    def read(self) -> Samples:
        with self._lock:
            heard, self._heard = self._heard, []
        if not heard and self.lost is not None:
            raise self.lost
        return np.concatenate(heard) if heard else np.zeros(0, np.float32)

    def close(self) -> Samples:
        self.is_open = False
        with self._lock:
            heard, self._heard = self._heard, []
        return np.concatenate(heard) if heard else np.zeros(0, np.float32)


class RecordingInserter:
    """A window and a clipboard that remember; ``fails`` is what goes wrong, ``reads`` whether a window takes texts."""

    def __init__(self) -> None:
        self.inserted: list[str] = []
        self.copied: list[str] = []
        self.fails: MojoVoiceError | None = None
        self.reads = True
        self.outcome = Insertion.PASTED
        self.is_closed = False

    def insert(self, text: str) -> Insertion:
        if self.fails is not None:
            raise self.fails
        if not self.reads:
            self.copy(text)
            return Insertion.ON_CLIPBOARD
        self.inserted.append(text)
        return self.outcome

    def copy(self, text: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.copied.append(text)

    def close(self) -> None:
        self.is_closed = True


class FakeFocus:
    """Windows that come to the front when told; ``gone`` are those that were closed."""

    def __init__(self) -> None:
        self.front: Place | None = None
        self.gone: set[Place] = set()
        self.times_closed = 0

    def place(self) -> Place | None:
        return self.front

    def give(self, place: Place) -> bool:
        if place not in self.gone:
            self.front = place
        return place not in self.gone

    def close(self) -> None:
        self.times_closed += 1


@dataclass
class ScriptedTranscriber:
    """A transcriber for tests that are not about transcribing: says ``texts`` one after another."""

    texts: list[str] = field(default_factory=list)
    fails: Exception | None = None
    load_fails: MojoVoiceError | None = None
    calibrate_fails: MojoVoiceError | None = None  # and leaves no model loaded
    gate: threading.Event | None = None  # when given, a transcription waits for it
    load_gate: threading.Event | None = None  # the same for loading
    during: Callable[[], None] = lambda: None
    is_loaded: bool = False
    device: str = "none"
    news: list[EngineState] = field(default_factory=list)  # what calibrating finds out, one after another
    measures_for_ever: bool = False  # until the models are wanted
    is_measuring: threading.Event = field(default_factory=threading.Event)
    heard_s: list[float] = field(default_factory=list)  # how long each sound was that was transcribed to its end
    asked_in_vain: int = 0  # times that it had nothing left to say, or was not loaded
    listenings: list[weakref.ref[ScriptedListening]] = field(default_factory=list)  # who still holds them?

    def load(self) -> EngineState:
        if self.load_gate is not None:
            self.load_gate.wait()
        if self.load_fails is not None:
            raise self.load_fails
        self.is_loaded = True
        return EngineState(target="scripted", device=self.device)

    def unload(self) -> None:
        self.is_loaded = False

    def calibrate(self, is_wanted: Callable[[], bool]) -> EngineState | None:
        while self.measures_for_ever and not is_wanted():
            self.is_measuring.set()
            time.sleep(0.001)
        if self.calibrate_fails is not None:
            self.unload()
            raise self.calibrate_fails
        return self.news.pop(0) if self.news else None

    def begin(self, has_speech: Callable[[Samples], bool]) -> ScriptedListening:
        listening = ScriptedListening(self)
        self.listenings.append(weakref.ref(listening))
        return listening

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        if not self.is_loaded:
            self.asked_in_vain += 1
            raise AssertionError("transcribe before load")
        self.during()
        while self.gate is not None and not self.gate.wait(0.01) and not is_cancelled():
            pass
        if is_cancelled():
            return Transcript("")
        if self.fails is not None:
            raise self.fails
        if not self.texts:
            self.asked_in_vain += 1
            raise AssertionError("one transcription too many")
        self.heard_s.append(len(samples) / 16_000)
        return Transcript(self.texts.pop(0), language="en", audio_s=self.heard_s[-1])


@dataclass
class ScriptedListening:
    """Says what its transcriber would say, whenever it is asked."""

    transcriber: ScriptedTranscriber

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        return self.transcriber.transcribe(samples, is_cancelled)


class RememberingListener:
    """Everything the user would have seen, in order."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self.notices: list[Notice] = []
        self.lives: list[Live] = []
        self.questions: list[Question] = []

    def stage_changed(self, stage: Stage) -> None:
        self.stages.append(stage)

    def noticed(self, notice: Notice) -> None:
        self.notices.append(notice)

    def live_changed(self, live: Live) -> None:
        self.lives.append(live)

    def asked(self, question: Question) -> None:
        self.questions.append(question)


class RememberingArchive:
    """What became of every dictation, in memory."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)

    def retain(self, retention: Retention | None) -> None:
        """It remembers everything."""

    def forget(self) -> Future[int]:
        forgotten: Future[int] = Future()
        forgotten.set_result(len(self.entries))
        self.entries.clear()
        return forgotten

    def close(self) -> None:
        """There is nothing to write."""


class FakeConsent:
    """A desktop that is asked whether it lets us press keys, and answers when told."""

    def __init__(self) -> None:
        self.answer: Future[None] = Future()
        self.is_forgotten = False

    def ask(self) -> Future[None]:
        if self.answer.done():
            self.answer = Future()
        return self.answer

    def forget(self) -> None:
        self.is_forgotten = True
