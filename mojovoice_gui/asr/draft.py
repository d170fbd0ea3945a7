"""The draft: a small model that writes quickly what the target then checks."""

from __future__ import annotations

from mojovoice_gui.asr import greedy
from mojovoice_gui.asr.features import FRAMES_PER_SECOND, Spectrogram
from mojovoice_gui.asr.loading import Model

TOKENS_PER_SECOND = 8  # fast speech has 5
FEWEST_TOKENS = 20


def write(model: Model, window: Spectrogram, language: str) -> list[str | int]:
    """The draft's transcript of a window: text, and timestamps in steps of 0.02 s.

    A short window may make it loop. That does no harm but takes time, so it may not write more than anyone can say.
    """
    vocabulary = model.vocabulary
    most = FEWEST_TOKENS + window.shape[-1] * TOKENS_PER_SECOND // FRAMES_PER_SECOND
    prompt = [vocabulary.start, *vocabulary.task(language)]
    return vocabulary.pieces(greedy.write(model, model.encode(window), prompt, most).tokens)
