"""Sound: from the microphone into memory, and onto the disk until its text is delivered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # the tray icon must not wait for NumPy
    import numpy as np
    from numpy.typing import NDArray


SAMPLE_RATE = 16_000
"""Hz. Whisper hears nothing else; the microphone's own rate is resampled to it."""


Samples: TypeAlias = "NDArray[np.float32]"
"""Sound: shape (n,), float32 in [-1, 1], mono, ``SAMPLE_RATE``."""


class Microphone(Protocol):
    """Sound in. Used by one thread."""

    def prepare(self) -> None:
        """Do ahead what opening would wait for; raises ``AudioError``, as opening would."""

    def open(self) -> None:
        """Start listening; raises ``AudioError``."""

    def read(self) -> Samples:
        """What has arrived since the last call, maybe nothing.

        Raises ``MicrophoneLost`` once all of it was read and no more will come.
        """

    def close(self) -> Samples:
        """Stop listening and return what was still unread. Never raises; may be called twice."""


class Recording(Protocol):
    """A copy of what is being said, on disk from the first block."""

    @property
    def path(self) -> Path: ...

    def write(self, samples: Samples) -> None:
        """Append; raises ``DiskFull`` once, then stays silent: the recording itself goes on in memory."""

    def finish(self) -> None:
        """No more comes; the file stays until its text is delivered."""

    def discard(self) -> None:
        """Nobody wants it any more."""


class Spool(Protocol):
    """Where recordings are kept until their text is delivered."""

    def begin(self, take: int) -> Recording:
        """A new recording."""

    def remove(self, path: Path) -> None:
        """Its text is delivered, or nobody wants it. Never raises; callable from any thread."""

    def release(self, path: Path) -> None:
        """Its text could not be delivered: it counts as left behind from now on. Never raises."""
