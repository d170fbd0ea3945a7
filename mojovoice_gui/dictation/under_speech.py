"""Work under the speech: what is being said is transcribed while it is said, so that little is left at the release."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from mojovoice_gui.domain import (
    SAMPLE_RATE,
    IsCancelled,
    LiveTranscription,
    Purpose,
    Samples,
    StageTimes,
    Transcriber,
    Transcript,
)

log = logging.getLogger(__name__)

PAUSE_S = 0.2
"""Silence after which the last word is surely over. A listening that ends in one can be the last."""

EXACT_S = 0.03
"""The end of a voice is known to within so much: no word is as short."""

SURE_S = 0.5
"""A pause that lasts so long is heard once more, and as a whole: with more silence behind it the last word is surer."""

EVERY_S = 0.7
"""Someone who speaks without a pause is listened to this often, so that there is a guess to start from.

98 dictations of 5 to 15 s with *base*, rehearsed, wait 48, 41, 37, 39 ms on average if it is 1.5, 1, 0.7 or 0.5 s, and
computing takes 100, 119, 132, 152 s. In real time 49 wait 67 and 59 ms if it is 1.5 and 0.7; the slowest as long.
"""

SHARE = 0.25
"""Of the time: most of what listening in the middle of speech may take, or a pause would find the models busy."""

LOOK_BACK = 3 * SAMPLE_RATE
"""Samples in which the first word is looked for: long silence must not make every glance longer."""

LOOK_S = 0.1
"""How often."""


@dataclass(frozen=True, slots=True)
class Ears:
    """How sound is judged, before any model hears it."""

    has_speech: Callable[[Samples], bool]
    quiet_s: Callable[[Samples], float]  # since the last speech; infinite, if the last ``SEEN_S`` hold none


SEEN_S = 2.5


class Pauses:
    """How long nobody has spoken, in a recording that grows."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._spoken = 0  # samples, up to the end of the last speech
        self._looked = 0  # samples

    def quiet_s(self, samples: Samples) -> float:
        """Since the last speech, however long ago; the beginning, if there was none."""
        end = len(samples)
        while end > self._looked:
            quiet_s = self._ears.quiet_s(samples[:end])
            if quiet_s < math.inf:
                self._spoken = end - round(quiet_s * SAMPLE_RATE)
                break
            end -= round(SEEN_S * SAMPLE_RATE)
        self._looked = len(samples)
        return _seconds(samples, self._spoken)

    def next(self, samples: Samples) -> int:
        """How long ``samples`` will be when there may be something new: until then a pause cannot be long enough."""
        quiet_s = _seconds(samples, self._spoken)
        wait_s = next((enough_s - quiet_s for enough_s in (PAUSE_S, SURE_S) if quiet_s < enough_s), PAUSE_S)
        return len(samples) + math.ceil(wait_s * SAMPLE_RATE)


def is_said(open_s: float, quiet_s: float) -> bool:
    """Was anything said in the last ``open_s``? It has been quiet for ``quiet_s``."""
    return open_s > quiet_s + EXACT_S


def is_time(open_s: float, fresh_s: float, quiet_s: float, last_took_s: float) -> bool:
    """Listen now? ``open_s`` have come since the last listening in a pause, ``fresh_s`` since the last of any kind.

    ``last_took_s`` is what that one took. Amid speech not while it is quiet: this may become a pause.
    """
    if not is_said(open_s, quiet_s):
        return False
    return quiet_s >= PAUSE_S or (quiet_s <= EXACT_S and fresh_s >= max(EVERY_S, last_took_s / SHARE))


@dataclass(frozen=True, slots=True)
class Course:
    """How the recording goes on while it is listened to: asked at each pass of a model, and every few ms amid one."""

    is_cancelled: IsCancelled
    is_over: IsCancelled  # it has ended
    is_past: IsCancelled  # and more was said
    is_last: bool = False  # the key was let go, and the voice has just stopped


class Listening(Protocol):
    """One recording on its way to text. Used by one thread."""

    def glance(self, samples: Samples, course: Course) -> None:
        """So much has been said so far."""

    def finish(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        """That is all of it."""


class AfterSpeech:
    """The whole recording at once, when it is over: exact, and as slow as that."""

    def __init__(self, transcriber: Transcriber, ears: Ears) -> None:
        self._transcriber = transcriber
        self._ears = ears

    def glance(self, samples: Samples, course: Course) -> None:
        """Not yet."""

    def finish(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        began = time.perf_counter()
        heard = self._ears.has_speech(samples)
        gate = StageTimes(gate_s=time.perf_counter() - began)
        if not heard or is_cancelled():
            return Transcript("", audio_s=len(samples) / SAMPLE_RATE, times=gate)
        transcript = self._transcriber.transcribe(samples, is_cancelled)
        return replace(transcript, times=gate + transcript.times)


class UnderSpeech:
    """One recording, listened to while it grows. Used by one thread."""

    def __init__(
        self,
        begin: Callable[[], LiveTranscription],
        ears: Ears,
        heard: Callable[[str], None] = lambda _text: None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """``heard`` is told the text so far, at each listening."""
        self._begin = begin
        self._ears = ears
        self._pauses = Pauses(ears)
        self._look_at = 0  # samples
        self._tell = heard
        self._clock = clock
        self._live: LiveTranscription | None = None  # once anything was said
        self._heard = 0  # samples, at the last listening
        self._settled = 0  # samples, at the last one that ended in a pause
        self._took_s = 0.0
        self._last: Transcript | None = None  # what that one gave
        self._is_sure = True  # or heard after the shorter pause only

    def glance(self, samples: Samples, course: Course) -> None:
        """Listen if it is time to. That is given up when the recording is over, unless it may be the last word."""
        if len(samples) < self._look_at and not course.is_last:
            return
        if self._live is None and not self._ears.has_speech(samples[-LOOK_BACK:]):
            self._look_at = len(samples) + round(LOOK_S * SAMPLE_RATE)
            return
        quiet_s = self._pauses.quiet_s(samples)
        self._look_at = self._pauses.next(samples)
        open_s = _seconds(samples, self._settled)
        if course.is_last or is_time(open_s, _seconds(samples, self._heard), quiet_s, self._took_s):
            if not is_said(open_s, quiet_s):  # it was heard in a pause, and nothing came after
                return
            is_pause = course.is_last or quiet_s >= PAUSE_S  # then this is maybe the last word, and what is waited for
            is_vain = course.is_past if is_pause else course.is_over
            purpose = Purpose.LAST_WORD if is_pause else Purpose.GUESS
            self._is_sure = False
            self._listen(samples, lambda: course.is_cancelled() or is_vain(), purpose, quiet_s)
        elif quiet_s >= max(SURE_S, self._took_s) and not self._is_sure:  # or who speaks on may have to wait for it
            self._listen(samples, lambda: course.is_cancelled() or course.is_over(), Purpose.REVIEW)

    def finish(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        """The last word. Nothing is left to do if only silence came after the last listening."""
        began = self._clock()
        heard = self._live is not None or self._ears.has_speech(samples)
        done = self._last is not None and not is_said(_seconds(samples, self._settled), self._pauses.quiet_s(samples))
        gate = StageTimes(gate_s=self._clock() - began)
        if not heard or is_cancelled():
            return Transcript("", audio_s=len(samples) / SAMPLE_RATE, times=gate)
        if self._last is not None and done:
            log.info("Nothing was left to transcribe at the release")
            return replace(self._last, audio_s=len(samples) / SAMPLE_RATE, times=gate)
        transcript = self._listen(samples, is_cancelled, Purpose.LAST_WORD)
        return replace(transcript, times=gate + transcript.times)

    def _listen(
        self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose, quiet_s: float = 0.0
    ) -> Transcript:
        live = self._live = self._live or self._begin()
        began = self._clock()
        transcript = live.listen(samples, is_cancelled, purpose)
        self._took_s = self._clock() - began
        self._heard = len(samples)
        if is_cancelled():
            return transcript
        self._tell(transcript.text)
        if purpose is not Purpose.GUESS:
            self._last, self._settled = transcript, len(samples)
            self._is_sure = purpose is Purpose.REVIEW or (quiet_s >= SURE_S and not transcript.is_sewn)
        return transcript


def _seconds(samples: Samples, since: int) -> float:
    return (len(samples) - since) / SAMPLE_RATE
