"""Ours: the app itself between a played clip, a key that is pressed by program, and a window that notes the time."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from faster_whisper.vad import VadOptions, get_speech_timestamps

from mojovoice_gui.app import Dictation, Parts, lay_line
from mojovoice_gui.audio.spool import Spool
from mojovoice_gui.benchmark.costs import FULL_WINDOW, WindowTrace
from mojovoice_gui.benchmark.microphone import ClipMicrophone
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.dictation.worker import Line
from mojovoice_gui.domain import (
    SAMPLE_RATE,
    Activation,
    EngineState,
    Insertion,
    IsCancelled,
    KeyActions,
    LiveTranscription,
    Notice,
    Samples,
    Stage,
    TextInserter,
    Transcriber,
    Transcript,
)
from mojovoice_gui.errors import ModelError, TranscriptionError
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings

PATIENCE_S = 600.0
LONGEST_S = 3600


def end_of_speech_s(samples: Samples) -> float:
    """Where the last word ends; the whole length where there is none."""
    options = VadOptions(min_silence_duration_ms=100, speech_pad_ms=0)
    found = get_speech_timestamps(samples, options)
    return float(found[-1]["end"] if found else len(samples)) / SAMPLE_RATE


class ProgramKey:
    """``Hotkeys`` without a keyboard."""

    def __init__(self) -> None:
        self.actions: KeyActions | None = None

    def start(self, actions: KeyActions) -> None:
        self.actions = actions

    def watch_cancel(self, on: bool) -> None:
        """Nobody cancels."""

    def stop(self) -> None:
        self.actions = None


class Window:
    """``TextInserter`` that notes what comes, and when."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.at = 0.0

    def insert(self, text: str) -> Insertion:
        self.at = time.monotonic()
        self.texts.append(text)
        return Insertion.PASTED

    def copy(self, text: str) -> None:
        """Nobody asks for it."""

    def close(self) -> None:
        """Nothing was taken from a desktop."""


class Screen:
    """``Listener`` that waits for the end of a dictation."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._stage = Stage.LOADING
        self.at = 0.0
        self.troubles: list[Notice] = []

    def stage_changed(self, stage: Stage) -> None:
        with self._changed:
            self._stage = stage
            self.at = time.monotonic()
            self._changed.notify_all()

    def noticed(self, notice: Notice) -> None:
        if notice.is_error:
            self.troubles.append(notice)

    def wait_until(self, holds: Callable[[Stage], bool]) -> Stage | None:
        """None: in vain."""
        with self._changed:
            return self._stage if self._changed.wait_for(lambda: holds(self._stage), PATIENCE_S) else None


@dataclass(slots=True)
class Witness:
    """A ``Transcriber`` that remembers what the one inside it said last."""

    inner: Transcriber
    said: list[Transcript]

    def load(self) -> EngineState:
        return self.inner.load()

    def begin(self, has_speech: Callable[[Samples], bool]) -> LiveTranscription:
        return LiveWitness(self.inner.begin(has_speech), self.said)

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        transcript = self.inner.transcribe(samples, is_cancelled)
        self.said.append(transcript)
        return transcript


@dataclass(slots=True)
class LiveWitness:
    """The same for a recording that is still being spoken."""

    inner: LiveTranscription
    said: list[Transcript]

    def listen(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        transcript = self.inner.listen(samples, is_cancelled)
        self.said.append(transcript)
        return transcript


class MeasuredDictation:
    """The app, loaded once; one dictation after another, each in the time it takes to say it."""

    def __init__(self, paths: Paths, settings: Settings, recordings: Path) -> None:
        self._microphone = ClipMicrophone()
        self._key = ProgramKey()
        self._window = Window()
        self._screen = Screen()
        self._said: list[Transcript] = []
        chosen = replace(settings, activation=Activation.HOLD, longest_recording_s=LONGEST_S)

        def lay() -> tuple[Line, TextInserter]:
            line = lay_line(paths, chosen)
            return replace(line, transcriber=Witness(line.transcriber, self._said)), self._window

        parts = Parts(self._microphone, Spool(recordings), lambda: self._key, lay)
        self._app = Dictation(parts, chosen, self._screen)

    def start(self) -> EngineState:
        """Load the models; raises ``ModelError``."""
        self._app.start()
        self._screen.wait_until(lambda stage: stage is not Stage.LOADING)
        models = self._app.engine.session.models
        if models is None:
            trouble = self._screen.troubles[-1] if self._screen.troubles else Notice("The models did not load.")
            raise ModelError(trouble.sentence, trouble.action)
        return models

    def close(self) -> None:
        self._app.close()

    def dictate(self, samples: Samples, release_at_s: float) -> Measurement:
        """Hold the key from the first sample until ``release_at_s``; raises ``TranscriptionError``."""
        actions = self._key.actions
        assert actions is not None  # it was started
        self._microphone.put_in(samples)
        self._window.texts.clear()
        self._screen.troubles.clear()
        self._said.clear()
        actions.pressed()
        opened_at = self._microphone.wait_until_open(PATIENCE_S)
        if opened_at is None:
            raise TranscriptionError("The dictation did not begin.")
        time.sleep(max(0.0, opened_at + release_at_s - time.monotonic()))
        released_at = time.monotonic()
        actions.released()
        if self._screen.wait_until(lambda _stage: self._screen.at > released_at and self._is_settled()) is None:
            raise TranscriptionError("The dictation did not end.")
        return self._measurement(released_at)

    def _is_settled(self) -> bool:
        return self._app.engine.session.stage not in {Stage.RECORDING, Stage.TRANSCRIBING}

    def _measurement(self, released_at: float) -> Measurement:
        transcripts = list(self._said)
        failure = self._screen.troubles[-1].sentence if self._screen.troubles else ""
        until = self._window.at if self._window.texts else self._screen.at
        text = "".join(self._window.texts).strip()
        if not transcripts:
            return Measurement(until - released_at, text, failure=failure)
        last = transcripts[-1]
        return Measurement(until - released_at, text, last.stats, last.times, window_traces(last), failure)


def window_traces(transcript: Transcript) -> tuple[WindowTrace, ...]:
    """Full windows, with the tokens that were read spread evenly over their passes."""
    windows = math.ceil(transcript.audio_s * 100 / FULL_WINDOW)
    passes = transcript.stats.passes // max(1, windows) - 1  # the first one reads the prompt
    if passes < 1:
        return ()
    tokens = transcript.stats.proposed // windows + passes
    reads = tuple(tokens * (index + 1) // passes - tokens * index // passes for index in range(passes))
    return windows * (WindowTrace(FULL_WINDOW, reads),)
