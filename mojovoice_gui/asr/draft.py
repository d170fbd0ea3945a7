"""The draft: a small model that writes quickly what the target then checks."""

from __future__ import annotations

from collections.abc import Sequence

from mojovoice_gui.asr import greedy
from mojovoice_gui.asr.features import Spectrogram
from mojovoice_gui.asr.loading import Model
from mojovoice_gui.asr.vocabulary import Vocabulary


def write(model: Model, window: Spectrogram, language: str) -> list[str | int]:
    """The draft's transcript of a window: text, and timestamps in steps of 0.02 s."""
    vocabulary = model.vocabulary
    prompt = [vocabulary.start, *vocabulary.task(language)]
    return _pieces(greedy.write(model, model.encode(window), prompt).tokens, vocabulary)


def _pieces(tokens: Sequence[int], vocabulary: Vocabulary) -> list[str | int]:
    pieces: list[str | int] = []
    text: list[int] = []
    for token in tokens:
        if token < vocabulary.first_timestamp:
            text.append(token)
            continue
        if text:
            pieces.append(vocabulary.decode(text))
            text = []
        pieces.append(token - vocabulary.first_timestamp)
    return [*pieces, vocabulary.decode(text)] if text else pieces
