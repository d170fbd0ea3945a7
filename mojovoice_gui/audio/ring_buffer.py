"""Fixed memory between the sound card's thread and ours."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Frames: TypeAlias = NDArray[np.float32]
"""Sound as the device gives it: shape (n, channels), float32, the device's own rate."""


class RingBuffer:
    """One writer, one reader, no lock: each side moves only its own index, and only after the copy is made.

    A block that does not fit is dropped whole and counted, so what the reader gets is always made of whole blocks.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        """Room for ``capacity`` frames."""
        self._frames = np.empty((capacity, channels), dtype=np.float32)
        self._frames.fill(0.0)  # touches every page now, not in the callback
        self._written = 0
        self._read = 0
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """Frames that found no room so far."""
        return self._dropped

    def write(self, block: Frames) -> None:
        """Copy ``block``, shape (n, channels), and return."""
        size, capacity = len(block), len(self._frames)
        if size > capacity - (self._written - self._read):
            self._dropped += size
            return
        start = self._written % capacity
        head = min(size, capacity - start)
        self._frames[start : start + head] = block[:head]
        self._frames[: size - head] = block[head:]
        self._written += size

    def read(self) -> Frames:
        """A copy of all that was unread, shape (n, channels), n may be 0."""
        written, capacity = self._written, len(self._frames)
        size, start = written - self._read, self._read % capacity
        head = min(size, capacity - start)
        frames = np.concatenate((self._frames[start : start + head], self._frames[: size - head]))
        self._read = written
        return frames
