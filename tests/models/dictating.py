"""Dictating in tests: a recording is listened to while it grows."""

from __future__ import annotations

import time
from collections.abc import Callable

from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.audio.vad import has_speech, quiet_s
from mojovoice_gui.dictation.under_speech import Course, Ears, UnderSpeech
from mojovoice_gui.domain import SAMPLE_RATE, Samples, Transcript
from tests.waiting import never


def spoken(
    engine: WhisperTranscriber,
    samples: Samples,
    *,
    step_s: float = 0.25,
    clock: Callable[[], float] = time.perf_counter,
) -> Transcript:
    """``samples`` dictated, with a glance whenever ``step_s`` more of them are said."""
    under = UnderSpeech(lambda: engine.begin(has_speech), Ears(has_speech, quiet_s), clock=clock)
    step = round(step_s * SAMPLE_RATE)
    for end in range(step, len(samples), step):
        under.glance(samples[:end], Course(never, never, never))
    return under.finish(samples, never)
