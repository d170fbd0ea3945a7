"""Is anything said at all? The gate before the engine: Whisper writes sentences about silence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from faster_whisper.vad import get_vad_model
from numpy.typing import NDArray

from mojovoice_gui.domain import SAMPLE_RATE, Samples

FRAME_SAMPLES = 512  # 32 ms
START_PROB = 0.5  # speech begins here
STAY_PROB = 0.35  # and goes on down to here
SHORTEST_FRAMES = 5  # "no" has more, clicks and hums have fewer
USUAL_LEVEL = 0.1  # of speech into a microphone that is set well
MOST_GAIN = 100.0  # 40 dB: what is quieter still is no recording of anybody


@dataclass(frozen=True, slots=True)
class Speech:
    """From where to where somebody speaks, in seconds."""

    start_s: float
    end_s: float


def has_speech(samples: Samples) -> bool:
    return bool(find_speech(samples))


def find_speech(samples: Samples) -> tuple[Speech, ...]:
    """Every stretch of speech, however quiet; none in silence, noise, hum, clicks or breath."""
    if not len(samples):
        return ()
    frame_s = FRAME_SAMPLES / SAMPLE_RATE
    stretches = _stretches(_probabilities(_louder(samples)))
    return tuple(Speech(first * frame_s, last * frame_s) for first, last in stretches)


def _louder(samples: Samples) -> Samples:
    """Quiet speech at the level that the detector was trained on. Nothing is made quieter."""
    sound = np.nan_to_num(samples)
    sound = sound - sound.mean()
    level = float(np.quantile(np.abs(sound), 0.99))  # one click is not the level
    gain = min(MOST_GAIN, max(1.0, USUAL_LEVEL / level)) if level > 0 else 1.0
    louder: Samples = np.clip(sound * gain, -1.0, 1.0).astype(np.float32)
    return louder


def _probabilities(samples: Samples) -> NDArray[np.float32]:
    """Of speech in each frame."""
    filled = np.pad(samples, (0, -len(samples) % FRAME_SAMPLES))
    return np.asarray(get_vad_model()(filled), np.float32).reshape(-1)


def _stretches(probabilities: NDArray[np.float32]) -> list[tuple[int, int]]:
    """First frame and the one after the last: sure once, then not unsure for a moment."""
    found: list[tuple[int, int]] = []
    start, sure = -1, 0
    for frame, probability in enumerate([*probabilities.tolist(), 0.0]):
        if probability < STAY_PROB:
            if sure >= SHORTEST_FRAMES:
                found.append((start, frame))
            start, sure = -1, 0
        elif probability >= START_PROB:
            start = frame if start < 0 else start
            sure += 1
    return found
