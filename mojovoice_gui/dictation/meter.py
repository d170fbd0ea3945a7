"""What there is to see of a recording while it is spoken: how loud, how long, what was understood."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from mojovoice_gui.domain import SAMPLE_RATE, Live, Place, Samples

SHOW_S = 0.05
"""How often it is shown: more the eye does not see."""

QUIETEST_DB, LOUDEST_DB = -60.0, -12.0
"""A quiet room, and someone close to the microphone; RMS, full scale is 0 dB."""


class Meter:
    """Of one recording. Used by one thread."""

    def __init__(self, show: Callable[[Live], None], spoken_to: Place | None = None) -> None:
        self._show = show
        self._live = Live(spoken_to=spoken_to)
        self._shown_at = -math.inf

    def hear(self, samples: Samples) -> None:
        """Sound has come; silence to the last bit is a microphone that is not ready yet."""
        if not len(samples):
            return
        self._live = replace(
            self._live,
            level=level(samples),
            seconds=self._live.seconds + len(samples) / SAMPLE_RATE,
            is_armed=self._live.is_armed or bool(samples.any()),
        )

    def understand(self, text: str) -> None:
        """So much of it is text already."""
        self._live = replace(self._live, text=text)

    def tell(self, now: float) -> None:
        """Show how it stands, if it is time to; ``now`` in seconds."""
        if now - self._shown_at >= SHOW_S:
            self._shown_at = now
            self._show(self._live)


def level(samples: Samples) -> float:
    """How loud they are, as a height from 0 to 1 that follows the ear: by decibels."""
    power = float(np.dot(samples, samples)) / len(samples)
    decibels = 10 * math.log10(max(power, 1e-10))
    return min(1.0, max(0.0, (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)))
