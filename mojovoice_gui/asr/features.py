"""Log-mel spectrogram: what a Whisper encoder reads. One frame is 10 ms, one window 30 s."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

from mojovoice_gui.domain import SAMPLE_RATE, Samples

FRAMES_PER_SECOND = 100
FRAME_SAMPLES = SAMPLE_RATE // FRAMES_PER_SECOND
WINDOW_FRAMES = 3000
FRAMES_PER_POSITION = 2  # the encoder halves them

RANGE = 2.0
"""From the loudest value of a spectrogram down to silence: 8 powers of ten, of which Whisper makes 2."""

Spectrogram: TypeAlias = NDArray[np.float32]
"""Shape (mel bins, frames); a window's has a leading 1."""


class Sound:
    """One recording as encoders read it: 80 mel bins, or 128 since large-v3."""

    def __init__(self, samples: Samples, *, ends_in_silence: bool = False) -> None:
        """``ends_in_silence``: what follows it in a window is silence, as Whisper was trained, not the zeros of
        faster-whisper, which are a hiss to it: windows that end soon after them make it loop.
        """
        self._ends_in_silence = ends_in_silence
        self._samples = np.clip(np.nan_to_num(samples.astype(np.float32, copy=False)), -1.0, 1.0)
        self._spectrograms: dict[int, Spectrogram] = {}

    @property
    def frames(self) -> int:
        """Whole ones; a rest of less than 10 ms is left out."""
        return len(self._samples) // FRAME_SAMPLES

    def window(self, mel_bins: int, start: int, length: int = WINDOW_FRAMES) -> Spectrogram:
        """``length`` frames from frame ``start`` on, filled up: shape (1, mel bins, length)."""
        if mel_bins not in self._spectrograms:
            self._spectrograms[mel_bins] = FeatureExtractor(feature_size=mel_bins)(self._samples)
        spectrogram = self._spectrograms[mel_bins]
        part = spectrogram[:, start : min(start + length, self.frames)]
        rest = float(spectrogram.max()) - RANGE if self._ends_in_silence else 0.0
        filled = np.pad(part, ((0, 0), (0, length - part.shape[1])), constant_values=rest)
        return filled[np.newaxis].astype(np.float32)
