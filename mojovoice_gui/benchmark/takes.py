"""The same clips more than once: in int8 a word comes out differently by chance, and several takes show that it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.microphone import room_noise
from mojovoice_gui.domain import Samples

QUIETER = np.float32(0.9)
LATER_S = 0.07


def takes(clips: Sequence[Clip], count: int) -> Iterator[Clip]:
    """Each as it is; in each further take 10 % quieter than in the last, and 0.07 s later, after the noise of its room:
    nobody would hear a difference."""
    for take in range(1, count + 1):
        for clip in clips:
            samples = clip.samples if take == 1 else partial(_another, clip, take - 1)
            yield replace(clip, take=take, samples=samples)


def _another(clip: Clip, further: int) -> Samples:
    samples = clip.samples()
    return np.concatenate([room_noise(samples, LATER_S * further), samples * QUIETER**further])
