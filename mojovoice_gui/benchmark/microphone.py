"""A microphone that hears a clip as fast as it was spoken, and after it the room."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from mojovoice_gui.benchmark.quiet import pink_noise
from mojovoice_gui.domain import SAMPLE_RATE, Samples

BLOCK = SAMPLE_RATE // 50  # 20 ms, as sound cards deliver
ROOM_S = 10.0


class ClipMicrophone:
    """The ``Microphone``; ``put_in`` says what it hears from the next ``open`` on."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sound = np.zeros(0, np.float32)
        self._read = 0
        self._opened_at = 0.0
        self._is_open = threading.Event()

    def put_in(self, clip: Samples) -> None:
        self._sound = np.concatenate([clip, room_noise(clip, ROOM_S)])

    def wait_until_open(self, timeout_s: float) -> float | None:
        """When it was opened, on its clock; None if it is not."""
        return self._opened_at if self._is_open.wait(timeout_s) else None

    def prepare(self) -> None:
        """It is always ready."""

    def open(self) -> None:
        self._read = 0
        self._opened_at = self._clock()
        self._is_open.set()

    def read(self) -> Samples:
        """Whole blocks, once their time has passed."""
        due = int((self._clock() - self._opened_at) * SAMPLE_RATE) // BLOCK * BLOCK if self._is_open.is_set() else 0
        heard = self._sound[self._read : due]
        silence = np.zeros(max(0, due - max(self._read, len(self._sound))), np.float32)
        self._read = max(self._read, due)
        return np.concatenate([heard, silence])

    def close(self) -> Samples:
        rest = self.read()
        self._is_open.clear()
        return rest


def room_noise(clip: Samples, seconds: float) -> Samples:
    """Noise as loud as the quietest tenth of ``clip``, and dull as rooms are; the same at every call."""
    count = int(seconds * SAMPLE_RATE)
    frames = clip[: len(clip) // BLOCK * BLOCK].reshape(-1, BLOCK)
    level = float(np.quantile(np.sqrt(np.mean(frames**2, axis=1)), 0.1)) if len(frames) else 0.0
    return (level * pink_noise(count, np.random.default_rng(0))).astype(np.float32)
