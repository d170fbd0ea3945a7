"""Which token Whisper may write next: its timestamps come in pairs, in order, and begin early.

The same rules as CTranslate2's ``generate`` (ApplyTimestampRules), for logits that come from its step calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Logits: TypeAlias = NDArray[np.float32]

MAX_FIRST_TIMESTAMP = 50
"""In steps of 0.02 s: speech begins within the first second, or a segment before it is empty."""


@dataclass(frozen=True, slots=True)
class Choice:
    token: int
    log_prob: float


@dataclass(frozen=True, slots=True, eq=False)
class TimestampRules:
    """The vocabulary's landmarks: text, then ``end``, then special tokens, then timestamps up to ``size``."""

    end: int
    first_timestamp: int
    size: int
    suppressed: NDArray[np.int64]
    suppressed_first: NDArray[np.int64]

    def choose(self, logits: Logits, written: Sequence[int]) -> Choice:
        """The greedy choice after ``written``; ``logits`` (shape (>= size,)) is written over."""
        row = logits[: self.size]
        row[self.suppressed] = -np.inf
        row[self.first_timestamp - 1] = -np.inf  # "no timestamps"
        if not written:
            row[self.suppressed_first] = -np.inf
            return _best(row, self.first_timestamp, self.first_timestamp + MAX_FIRST_TIMESTAMP + 1)
        if written[-1] < self.first_timestamp:
            return self._text_or_timestamp(row, 0, self._latest(written) + 1)
        if len(written) == 1 or written[-2] >= self.first_timestamp:  # a pair is complete
            return _best(row, 0, self.first_timestamp)
        return self._text_or_timestamp(row, self.end, written[-1])

    def _latest(self, written: Sequence[int]) -> int:
        return next((token for token in reversed(written) if token >= self.first_timestamp), self.first_timestamp - 1)

    def _text_or_timestamp(self, row: Logits, first_text: int, first_stamp: int) -> Choice:
        """A timestamp, when all of them together are likelier than the likeliest text."""
        text, stamps = row[first_text : self.first_timestamp], row[first_stamp:]
        stamps_sum = log_sum_exp(stamps)
        best = int(text.argmax())
        if stamps_sum > text[best]:
            return _best(row, first_stamp, self.size)
        total = np.logaddexp(log_sum_exp(text), stamps_sum)
        return Choice(first_text + best, float(text[best] - total))


def _best(row: Logits, start: int, stop: int) -> Choice:
    allowed = row[start:stop]
    best = int(allowed.argmax())
    return Choice(start + best, float(allowed[best] - log_sum_exp(allowed)))


def log_sum_exp(values: Logits) -> float:
    if not values.size:
        return -np.inf
    highest = values.max()
    return float(highest + np.log(np.exp(values - highest).sum())) if np.isfinite(highest) else -np.inf
