"""Ours: the app itself between a played clip, a key that is pressed by program, and a window that notes the time."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from faster_whisper.vad import VadOptions, get_speech_timestamps

from mojovoice_gui.app import Dictation, Parts, lay_line
from mojovoice_gui.audio.spool import FileSpool
from mojovoice_gui.benchmark.listening import Heard, Witness
from mojovoice_gui.benchmark.microphone import ClipMicrophone
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.domain import (
    SAMPLE_RATE,
    Activation,
    EngineState,
    Insertion,
    KeyActions,
    Live,
    NoFocus,
    Notice,
    Question,
    Samples,
    Stage,
    StageTimes,
    Transcript,
)
from mojovoice_gui.errors import ModelError, TranscriptionError
from mojovoice_gui.paths import Paths
from mojovoice_gui.remembering import open_archive
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

    def live_changed(self, live: Live) -> None:
        """Nobody looks."""

    def asked(self, question: Question) -> None:
        """Nobody moves."""

    def noticed(self, notice: Notice) -> None:
        if notice.is_error:
            self.troubles.append(notice)

    def wait_until(self, holds: Callable[[Stage], bool]) -> Stage | None:
        """None: in vain."""
        with self._changed:
            return self._stage if self._changed.wait_for(lambda: holds(self._stage), PATIENCE_S) else None


class MeasuredDictation:
    """The app, loaded once; one dictation after another, each in the time it takes to say it."""

    def __init__(self, paths: Paths, settings: Settings, recordings: Path) -> None:
        self._microphone = ClipMicrophone()
        self._key = ProgramKey()
        self._window = Window()
        self._screen = Screen()
        self._heard: list[Heard] = []
        chosen = replace(settings, activation=Activation.HOLD, longest_recording_s=LONGEST_S, keeps_history=False)

        def lay(chosen: Settings) -> Line:
            line = lay_line(paths, chosen)
            return replace(line, transcriber=Witness(line.transcriber, self._heard))

        spool = FileSpool(recordings)
        parts = Parts(
            spool,
            lambda _: self._microphone,
            lambda _: self._key,
            lay,
            lambda _: self._window,
            NoFocus,
            lambda chosen, tell: open_archive(paths, chosen, spool, tell),
        )
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
        self._heard.clear()
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
        failure = self._screen.troubles[-1].sentence if self._screen.troubles else ""
        until = self._window.at if self._window.texts else self._screen.at
        after = [one for one in self._heard if one.began_at >= released_at]
        last = next((one.transcript for one in reversed(self._heard) if one.may_be_all), Transcript(""))
        return Measurement(
            until - released_at,
            "".join(self._window.texts).strip(),
            last.stats,
            sum((one.transcript.times for one in after), StageTimes()),
            max(0.0, *(one.ended_at - released_at for one in self._heard if one.began_at < released_at), 0.0),
            failure,
        )


@contextmanager
def loaded(settings: Settings, paths: Paths) -> Iterator[tuple[MeasuredDictation, EngineState]]:
    """The app, ready; its recordings are kept nowhere."""
    with tempfile.TemporaryDirectory(prefix="mojovoice-benchmark-") as recordings:
        dictation = MeasuredDictation(paths, settings, Path(recordings))
        try:
            yield dictation, dictation.start()
        finally:
            dictation.close()
