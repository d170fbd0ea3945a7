"""The draft: a small model that writes quickly what the target then checks."""

from __future__ import annotations

from mojovoice_gui.asr import greedy
from mojovoice_gui.asr.features import Spectrogram
from mojovoice_gui.asr.loading import Model


def write(model: Model, window: Spectrogram, language: str) -> list[str | int]:
    """The draft's transcript of a window: text, and timestamps in steps of 0.02 s."""
    vocabulary = model.vocabulary
    prompt = [vocabulary.start, *vocabulary.task(language)]
    return vocabulary.pieces(greedy.write(model, model.encode(window), prompt).tokens)
