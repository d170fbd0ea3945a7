"""A quiet moment in speech."""

from __future__ import annotations

import numpy as np

from mojovoice_gui.domain import SAMPLE_RATE, Samples

STEP_SAMPLES, LULL_STEPS = SAMPLE_RATE // 50, 5
"""A moment is 0.1 s."""


def quietest(samples: Samples, earliest_s: float, latest_s: float) -> int:
    """Where it is most quiet between so many seconds before the end: a place to begin at."""
    first = max(0, len(samples) - round(earliest_s * SAMPLE_RATE))
    part = samples[first : max(0, len(samples) - round(latest_s * SAMPLE_RATE))]
    steps = len(part) // STEP_SAMPLES
    if steps < LULL_STEPS:
        return first
    power = np.square(part[: steps * STEP_SAMPLES], dtype=np.float64).reshape(steps, STEP_SAMPLES).mean(axis=1)
    lulls = np.convolve(power, np.ones(LULL_STEPS), "valid")
    last_of_the_quietest = len(lulls) - 1 - int(np.argmin(lulls[::-1]))
    return first + (last_of_the_quietest + LULL_STEPS // 2) * STEP_SAMPLES
