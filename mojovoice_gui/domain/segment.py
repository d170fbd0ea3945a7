"""One stretch of speech on its way to text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.domain.choices import Destination
from mojovoice_gui.domain.sound import SAMPLE_RATE, Samples
from mojovoice_gui.domain.window import Place


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One stretch of speech on its way to text."""

    samples: Samples
    take: int
    destination: Destination = Destination.WINDOW
    recording: Path | None = None  # its copy on disk, removed once the text is delivered
    number: int = 0  # of the recording, since the start of the app
    spoken_to: Place | None = None  # the window that had the focus when it began
    released_at: float | None = None  # seconds on the engine's clock: from here on the user waits

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE

    @property
    def is_muted(self) -> bool:
        """Not one sample but zeros: no microphone is that quiet, however still the room."""
        return not self.samples.any()
