"""A Whisper as a greedy decoder whose cache is read into and rewound: CTranslate2's step calls."""

from __future__ import annotations

from collections.abc import Sequence

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from mojovoice_gui.asr.loading import Model, StorageView
from mojovoice_gui.asr.speculative import ChoiceAfter
from mojovoice_gui.asr.timestamp_rules import Logits, log_sum_exp


class StepDecoder:
    """The ``Decoder`` of one window.

    ``unread`` is how decoding begins: the rest of the prompt, or the first choice (``written``) when the prompt is
    read already. ``no_speech_prob`` is the target's own doubt.
    """

    def __init__(self, model: Model, encoded: StorageView, prompt: Sequence[int]) -> None:
        """``prompt`` holds the start token, maybe with the text so far before and the task after it."""
        vocabulary = model.vocabulary
        self._model = model
        read = prompt.index(vocabulary.start) + 1
        self._state, logits = model.whisper.prefill(encoded, list(prompt[:read]))
        self._prompt_length = len(prompt)
        self._tokens = list(prompt[:read])  # what the cache holds
        self._log_probs: dict[int, float] = {}  # of the choice after so many tokens
        row = _rows(logits)[0]
        self.no_speech_prob = _probability(row[: vocabulary.size], vocabulary.no_speech)
        self.unread: list[int] = list(prompt[read:])
        self.written: list[int] = []
        if not self.unread:
            self.written = [self._choose(row, read)]
            self.unread = list(self.written)

    def read(self, tokens: Sequence[int]) -> ChoiceAfter:
        """Choices are worked out when they are asked for: those after a mismatch never are."""
        first = len(self._tokens) + 1
        rows = _rows(self._model.whisper.forward_batch(self._state, list(tokens)))
        self._tokens += tokens
        return lambda index: self._choose(rows[index], first + index)

    def rewind(self, count: int) -> None:
        if count:
            del self._tokens[-count:]
            self._state.truncate_to_step(len(self._tokens))

    def sum_log_prob(self, count: int) -> float:
        """Of the first ``count`` choices."""
        return sum(self._log_probs[self._prompt_length + index] for index in range(count))

    def _choose(self, row: Logits, length: int) -> int:
        """What follows the first ``length`` tokens."""
        choice = self._model.rules.choose(row, self._tokens[self._prompt_length : length])
        self._log_probs[length] = choice.log_prob
        return choice.token


def _rows(logits: StorageView) -> NDArray[np.float32]:
    """Shape (tokens, vocabulary), on the CPU."""
    if logits.device != "cpu":
        logits = logits.to(ctranslate2.DataType.float32).to_device(ctranslate2.Device.cpu)
    rows: NDArray[np.float32] = np.array(logits)
    return rows.reshape(-1, rows.shape[-1])


def _probability(row: Logits, token: int) -> float:
    return float(np.exp(row[token] - log_sum_exp(row)))
