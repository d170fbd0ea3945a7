"""Ours without the waiting: a clip comes as fast as it is listened to, and the clock jumps over idle time.

What is computed under the speech, and what is left of it after the release, are those of a dictation in real time; the
key, the session and the window are not in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mojovoice_gui.asr.reach import WINDOW_S, Reach
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.benchmark.measuring import Sound, System
from mojovoice_gui.benchmark.result import AS_SHIPPED, Measurement
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.tape import NEWS_S
from mojovoice_gui.dictation.under_speech import Course, Listening, UnderSpeech
from mojovoice_gui.domain import SAMPLE_RATE, LiveTranscription


class JumpingClock:
    """Runs while we compute; whoever has nothing to do lets it jump."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._zero = clock()

    @property
    def now_s(self) -> float:
        return self._clock() - self._zero

    def jump_to(self, s: float) -> None:
        """Not back."""
        self._zero -= max(0.0, s - self.now_s)


HURRIES_S = (6.0, 10.0, 20.0, WINDOW_S)
"""Seconds of open speech that are heard as a whole though somebody waits; of more, the last half as many."""


def rehearsals(line: Line, *, in_all_ways: bool) -> list[System]:
    """As it comes, and ``in_all_ways`` that may be chosen instead; the models are loaded."""
    ways: dict[str, Callable[[], Listening]] = {AS_SHIPPED: replace(line, is_exact=False).listen}
    if in_all_ways:
        ways["exact"] = replace(line, is_exact=True).listen
        for hurry_s in HURRIES_S:
            begin = partial(begun, line, Reach(hurry_s=hurry_s))
            ways[f"{hurry_s:.0f} s at once"] = partial(UnderSpeech, begin, line.ears)
    return [System(name, partial(_rehearsed, line, listen)) for name, listen in ways.items()]


def begun(line: Line, reach: Reach) -> LiveTranscription:
    """A recording, of which as much is heard again at each listening."""
    transcriber = line.transcriber
    assert isinstance(transcriber, WhisperTranscriber)
    return transcriber.begin(line.ears.has_speech, reach)


def _rehearsed(line: Line, listen: Callable[[], Listening], sound: Sound) -> Measurement:
    measured = rehearse(listen(), sound, JumpingClock())
    return replace(measured, text=line.format_text(measured.text))


def rehearse(listening: Listening, sound: Sound, clock: JumpingClock) -> Measurement:
    """The key comes up at the end of the clip. Raises ``TranscriptionError``."""

    def is_over() -> bool:
        return clock.now_s >= sound.seconds

    said_s = NEWS_S
    while said_s < sound.seconds:
        clock.jump_to(said_s)
        so_far = sound.samples[: int(said_s * SAMPLE_RATE)]
        is_past = is_over if said_s < sound.last_word_s else lambda: False
        listening.glance(so_far, Course(lambda: False, is_over, is_past))
        said_s = max(said_s + NEWS_S, clock.now_s)
    clock.jump_to(sound.seconds)
    under_way_s = clock.now_s - sound.seconds
    transcript = listening.finish(sound.samples, lambda: False)
    wait_s = clock.now_s - sound.seconds
    return Measurement(wait_s, transcript.text, transcript.stats, transcript.times, under_way_s)
