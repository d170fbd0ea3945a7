"""Clips in which nobody speaks, made here: whatever is written about them is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from mojovoice_gui.benchmark.clips import NO_SPEECH, Clip
from mojovoice_gui.domain import SAMPLE_RATE, Samples

SECONDS = 6.0
Wave: TypeAlias = NDArray[np.float64]
Make: TypeAlias = Callable[[Wave, np.random.Generator], Wave]
"""From the times of the samples in seconds."""


def quiet_clips() -> list[Clip]:
    """The same at every call."""
    kinds: dict[str, Make] = {
        "silence": _silence,
        "white-noise": _white_noise,
        "room-noise": _room_noise,
        "mains-hum": _mains_hum,
        "music-like-tones": _tones,
        "breathing": _breathing,
        "key-clicks": _key_clicks,
    }
    return [
        Clip(f"quiet-{name}", SECONDS, partial(_samples, make, seed), category=NO_SPEECH, source="none")
        for seed, (name, make) in enumerate(kinds.items())
    ]


def _samples(make: Make, seed: int) -> Samples:
    times = np.arange(int(SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    return make(times, np.random.default_rng(seed)).astype(np.float32)


def _silence(times: Wave, draw: np.random.Generator) -> Wave:
    """With the last bit of a sound card."""
    return draw.integers(-1, 2, len(times)) / 32768.0


def _white_noise(times: Wave, draw: np.random.Generator) -> Wave:
    return 0.03 * draw.standard_normal(len(times))


def _room_noise(times: Wave, draw: np.random.Generator) -> Wave:
    """As much power in each octave."""
    return 0.03 * pink_noise(len(times), draw)


def _mains_hum(times: Wave, draw: np.random.Generator) -> Wave:
    harmonics = [np.sin(2 * np.pi * 50 * k * times) / k for k in (1, 2, 3, 4, 6)]
    hum: Wave = 0.05 * np.sum(harmonics, axis=0) + 0.001 * draw.standard_normal(len(times))
    return hum


def _tones(times: Wave, draw: np.random.Generator) -> Wave:
    """Three plucked notes at a time, two chords a second."""
    wave = np.zeros_like(times)
    for beat in np.arange(0.0, SECONDS, 0.5):
        since = times - beat
        rung = np.where(since >= 0, np.exp(-4 * np.maximum(since, 0)), 0.0)
        for note in draw.choice([261.6, 293.7, 329.6, 392.0, 440.0, 523.3, 659.3], 3, replace=False):
            wave += 0.06 * rung * (np.sin(2 * np.pi * note * since) + 0.3 * np.sin(4 * np.pi * note * since))
    return wave


def _breathing(times: Wave, draw: np.random.Generator) -> Wave:
    """In and out, every three seconds."""
    swell = np.maximum(0.0, np.sin(2 * np.pi * times / 1.5)) ** 2
    return 0.04 * swell * pink_noise(len(times), draw) + 0.0005 * draw.standard_normal(len(times))


def _key_clicks(times: Wave, draw: np.random.Generator) -> Wave:
    """About six keys a second: short bursts with a dull thump."""
    wave = 0.0005 * draw.standard_normal(len(times))
    for struck in np.cumsum(draw.uniform(0.08, 0.25, 40)):
        since = times - struck
        fades = np.where((since >= 0) & (since < 0.05), np.exp(-150 * np.maximum(since, 0)), 0.0)
        wave += fades * (0.15 * draw.standard_normal(len(times)) + 0.1 * np.sin(2 * np.pi * 180 * since))
    return wave


def pink_noise(count: int, draw: np.random.Generator) -> Wave:
    """Noise whose power falls by 3 dB an octave; its mean square is 1."""
    spectrum = np.fft.rfft(draw.standard_normal(count)) / np.sqrt(np.arange(1, count // 2 + 2))
    noise: Wave = np.fft.irfft(spectrum, count)
    return noise / float(np.sqrt(np.mean(noise**2)))
