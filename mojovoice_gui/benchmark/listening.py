"""What the engine did for one dictation, and when: seen from outside, between session and engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from mojovoice_gui.domain import EngineState, IsCancelled, LiveTranscription, Purpose, Samples, Transcriber, Transcript


@dataclass(frozen=True, slots=True)
class Heard:
    """One listening; times are those of ``time.monotonic``."""

    began_at: float
    ended_at: float
    transcript: Transcript
    may_be_all: bool  # its text is the dictation's, if nothing is heard after it


@dataclass(slots=True)
class Witness:
    """A ``Transcriber`` that notes what the one inside it does."""

    inner: Transcriber
    heard: list[Heard]

    def load(self) -> EngineState:
        """And calibrate, which users get in idle moments: here it would disturb what is measured."""
        state = self.inner.load()
        return self.inner.calibrate(lambda: False) or state

    def calibrate(self, is_wanted: IsCancelled) -> EngineState | None:
        return self.inner.calibrate(is_wanted)

    def unload(self) -> None:
        self.inner.unload()

    def begin(self, has_speech: Callable[[Samples], bool]) -> LiveTranscription:
        return LiveWitness(self.inner.begin(has_speech), self.heard)

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        return _noted(self.heard, lambda: self.inner.transcribe(samples, is_cancelled), lambda: not is_cancelled())


@dataclass(slots=True)
class LiveWitness:
    """The same for a recording that is still being spoken."""

    inner: LiveTranscription
    heard: list[Heard]

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        def may_be_all() -> bool:
            return purpose is not Purpose.GUESS and not is_cancelled()

        return _noted(self.heard, lambda: self.inner.listen(samples, is_cancelled, purpose), may_be_all)


def _noted(heard: list[Heard], transcribe: Callable[[], Transcript], may_be_all: Callable[[], bool]) -> Transcript:
    """``may_be_all`` is asked when it is done."""
    began = time.monotonic()
    transcript = transcribe()
    heard.append(Heard(began, time.monotonic(), transcript, may_be_all()))
    return transcript
