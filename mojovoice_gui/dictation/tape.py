"""What is being said: in memory, and on disk should we be killed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mojovoice_gui.dictation.under_speech import is_said
from mojovoice_gui.domain import SAMPLE_RATE, Destination, Notice, Place, Recording, Samples, Segment
from mojovoice_gui.errors import AudioError

FIRST_ROOM = 30 * SAMPLE_RATE
NEWS_S = 0.04
"""So much more is worth showing: a pause is noticed no later than that."""


class Tape:
    """One recording. Written by one thread; what ``samples`` gave stays as it was, whoever reads it."""

    def __init__(
        self,
        number: int,
        take: int,
        destination: Destination,
        recording: Recording | None,
        spoken_to: Place | None,
        tell: Callable[[Notice], None],
    ) -> None:
        self.number = number
        self._take = take
        self._destination = destination
        self._recording = recording
        self._spoken_to = spoken_to
        self._tell = tell
        self._memory = np.empty(FIRST_ROOM, np.float32)
        self._length = 0
        self._shown = 0
        self._ended = 0  # when it was last shown as what may be all

    @property
    def samples(self) -> Samples:
        """All so far: a view, for nothing is written here twice."""
        return self._memory[: self._length]

    def add(self, samples: Samples) -> None:
        if not len(samples):
            return
        end = self._length + len(samples)
        if end > len(self._memory):
            self._memory = np.concatenate([self.samples, np.empty(end, np.float32)])
        self._memory[self._length : end] = samples
        self._length = end
        if self._recording is None:
            return
        try:
            self._recording.write(samples)
        except AudioError as error:
            self._tell(Notice.of(error))

    @property
    def has_news(self) -> bool:
        """Has ``NEWS_S`` come since it was last shown?"""
        return self._length - self._shown >= NEWS_S * SAMPLE_RATE

    def show(self) -> Samples:
        """All so far, for somebody to listen to."""
        self._shown = self._length
        return self.samples

    def goes_on(self, quiet_s: float) -> bool:
        """Has anybody spoken since it was shown as what may be all? ``quiet_s`` ago they did."""
        return is_said((self._length - self._ended) / SAMPLE_RATE, quiet_s)

    def show_last(self) -> Samples:
        """All so far, and maybe all there will be."""
        self._ended = self._length
        return self.show()

    def finish(self) -> None:
        if self._recording is not None:
            self._recording.finish()

    def discard(self) -> None:
        if self._recording is not None:
            self._recording.discard()

    def segment(self, released_at: float | None = None) -> Segment:
        path = self._recording.path if self._recording is not None else None
        return Segment(self.samples, self._take, self._destination, path, self.number, self._spoken_to, released_at)
