"""Is anything said at all? The gate before the engine: Whisper writes sentences about silence."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from faster_whisper.vad import get_vad_model
from numpy.typing import NDArray

from mojovoice_gui.domain import SAMPLE_RATE, Samples

FRAME_SAMPLES = 512  # 32 ms
START_PROB = 0.5  # speech begins here
STAY_PROB = 0.35  # and goes on down to here
ENOUGH = 1.5  # probability above START_PROB, summed over frames: a short word has more, a hum that sets in has less
LEVELS = (0.1, 0.4)  # the detector is deaf to quiet voices, and a bump makes the voice beside it look quiet
LEVEL_S = 10.0  # a voice is that far back: in a pause the noise of the room must not be raised to its level
LOOK_BACK_S = 3.0  # to tell a pause; the detector needs some sound to get its bearings
MOST_GAIN = 30.0  # what is quieter still is the noise of the room
LAG_S = 0.2  # the detector hears a voice for up to so long after its end
STEP_SAMPLES = SAMPLE_RATE // 50  # 20 ms
ROOM_SHARE = 0.1  # of the time at least nobody speaks: closures, breath, pauses
VOICE_SHARE = 0.75  # and for a quarter of it somebody does, loudly; else the detector alone is asked
ROOM_RANGE = 1.5  # the noise of a room is not always as loud
CLEAR_RANGE = 4.0  # 12 dB: less, and a soft sound amid a word is as quiet as the room


def quiet_s(samples: Samples) -> float:
    """Seconds since the last speech; infinite, if ``LOOK_BACK_S`` shows none.

    A clear voice has ended where it came down to the room, whatever the detector still hears.
    """
    if not len(samples):
        return math.inf
    sound = next(_leveled(samples[-int(LEVEL_S * SAMPLE_RATE) :]))
    recent = sound[-int(LOOK_BACK_S * SAMPLE_RATE) :]
    speech = np.flatnonzero(_probabilities(recent) >= STAY_PROB)
    if not len(speech):
        return math.inf
    quiet = max(0, len(recent) - (int(speech[-1]) + 1) * FRAME_SAMPLES)
    return (quiet + _room_samples(sound[: len(sound) - quiet])) / SAMPLE_RATE


def _room_samples(sound: Samples) -> int:
    """How many at the end, of ``LAG_S`` at most, are no louder than the room; none, where a voice may be neither."""
    steps = len(sound) // STEP_SAMPLES
    if not steps:
        return 0
    edges = np.diff(sound[-steps * STEP_SAMPLES :], prepend=0.0)  # an S is as much of a voice as what rumbles
    loudness = np.sqrt(np.mean(np.square(edges.reshape(steps, STEP_SAMPLES)), axis=1))
    room, voice = np.quantile(loudness, [ROOM_SHARE, VOICE_SHARE])
    if voice < CLEAR_RANGE * room:
        return 0
    lag = loudness[-round(LAG_S * SAMPLE_RATE / STEP_SAMPLES) :]
    loud = np.flatnonzero(lag > ROOM_RANGE * room)
    return STEP_SAMPLES * (len(lag) - 1 - int(loud[-1]) if len(loud) else len(lag))


def has_speech(samples: Samples) -> bool:
    """However quiet; not in silence, noise, hum, clicks or breath."""
    return any(_is_speech(_probabilities(sound)) for sound in _leveled(samples)) if len(samples) else False


def _leveled(samples: Samples) -> Iterator[Samples]:
    """The same sound at the levels of speech, each once; nothing is made quieter."""
    sound = np.clip(np.nan_to_num(samples), -1.0, 1.0)
    sound = sound - sound.mean()
    loudness = max(float(np.quantile(np.abs(sound), 0.99)), 1e-9)
    for gain in sorted({min(MOST_GAIN, max(1.0, level / loudness)) for level in LEVELS}):
        yield np.clip(sound * gain, -1.0, 1.0).astype(np.float32)


def _probabilities(samples: Samples) -> NDArray[np.float32]:
    """Of speech in each frame."""
    filled = np.pad(samples, (0, -len(samples) % FRAME_SAMPLES))
    return np.asarray(get_vad_model()(filled), np.float32).reshape(-1)


def _is_speech(probabilities: NDArray[np.float32]) -> bool:
    """Is the detector sure enough for long enough, without being quite unsure in between?"""
    evidence = 0.0
    for probability in probabilities.tolist():
        evidence = evidence + max(0.0, probability - START_PROB) if probability >= STAY_PROB else 0.0
        if evidence >= ENOUGH:
            return True
    return False
