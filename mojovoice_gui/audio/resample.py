"""From the device's rate and channels to what Whisper hears: 16 kHz, mono."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import soxr

from mojovoice_gui.audio.ring_buffer import Frames
from mojovoice_gui.domain import SAMPLE_RATE, Samples

BLOCK_S = 0.02
"""Length of a block from the sound card, and how often the loudest channel is looked for."""

MEMORY = 0.9
"""How much of a channel's loudness is left after one block: half of it is forgotten in 0.13 s."""

CLEARLY_LOUDER = 2.0
"""A channel takes over only with twice the energy (3 dB), so that two alike do not take turns."""


class LoudestChannel:
    """Follows the channel somebody speaks into.

    Averaging would take 6 dB from a voice on one channel of two, comb-filter a voice that reaches two microphones at
    different times, and cancel one that is wired in opposite phase. A change of channel fades over one block.
    """

    def __init__(self, channels: int, block: int) -> None:
        """``block``: frames between two decisions; feed whole blocks and the result depends on nothing else."""
        self._block = block
        self._energy = np.zeros(channels)
        self._channel: int | None = None  # none until something was heard at all

    def pick(self, frames: Frames) -> Samples:
        """(n, channels) -> (n,)."""
        if len(self._energy) == 1:
            return frames[:, 0]
        blocks = [self._pick_one(frames[at : at + self._block]) for at in range(0, len(frames), self._block)]
        return np.concatenate(blocks) if blocks else frames[:, 0]

    def _pick_one(self, block: Frames) -> Samples:
        self._energy = MEMORY * self._energy + block.var(axis=0)  # the variance: a constant offset is not loud
        before, loudest = self._channel, int(self._energy.argmax())
        if before is None:
            self._channel = loudest if self._energy[loudest] > 0 else None
            return block[:, loudest]
        if self._energy[loudest] <= CLEARLY_LOUDER * self._energy[before]:
            return block[:, before]
        self._channel = loudest
        fade = np.linspace(0, 1, len(block), dtype=np.float32)
        mixed: Samples = (1 - fade) * block[:, before] + fade * block[:, loudest]
        return mixed


def picker(channel: str, channels: int, block: int) -> Callable[[Frames], Samples]:
    """(n, channels) -> (n,). ``channel``: "mix", a number from 1 on, or "auto"; what is not there is auto."""
    if channel == "mix":
        return lambda frames: frames.mean(axis=1)
    if channel.isdecimal() and 1 <= int(channel) <= channels:
        return lambda frames: frames[:, int(channel) - 1]
    return LoudestChannel(channels, block).pick


class Resampler:
    """Device frames in, ``Samples`` out; remembers what it needs from one call to the next."""

    def __init__(self, rate_hz: int, channels: int, channel: str = "auto") -> None:
        self._pick = picker(channel, channels, round(rate_hz * BLOCK_S))
        self._stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE, 1, dtype="float32", quality="HQ")

    def feed(self, frames: Frames) -> Samples:
        """(n, channels) -> (m,); the last few milliseconds stay inside until more arrives."""
        return self._resample(frames, last=False)

    def finish(self, frames: Frames) -> Samples:
        """The last frames, with what had stayed inside. Once, at the end."""
        return self._resample(frames, last=True)

    def _resample(self, frames: Frames, *, last: bool) -> Samples:
        mono = np.ascontiguousarray(self._pick(frames))
        samples: Samples = self._stream.resample_chunk(mono, last=last)
        return samples
