"""Right and wrong words. Counting errors needs the extra ``benchmark``; without it there are times only."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

MISSING = 'No word error rates: they need `pip install "mojovoice[benchmark]"`.'
LOOP_TIMES = 4
LONGEST_LOOP = 12


@dataclass(frozen=True, slots=True)
class WordErrors:
    """Of one text against what was said."""

    errors: int
    words: int

    def __add__(self, other: WordErrors) -> WordErrors:
        return WordErrors(self.errors + other.errors, self.words + other.words)


CountErrors: TypeAlias = Callable[[str, str], WordErrors]
"""What was said, what was written."""


def error_counter() -> CountErrors | None:
    """With Whisper's English normaliser; None where the packages are missing."""
    if any(importlib.util.find_spec(package) is None for package in ("jiwer", "whisper_normalizer")):
        return None
    import jiwer
    from whisper_normalizer.english import EnglishTextNormalizer

    normalise = EnglishTextNormalizer()

    def count(said: str, written: str) -> WordErrors:
        found = jiwer.process_words(normalise(said), normalise(written))
        return WordErrors(
            found.substitutions + found.deletions + found.insertions, found.hits + found.substitutions + found.deletions
        )

    return count


def is_loop(written: str, said: str = "") -> bool:
    """Does it say the same words over and over, more often than they were said?"""
    return _longest_run(written) >= max(LOOP_TIMES, 1 + _longest_run(said) if said else LOOP_TIMES)


def _longest_run(text: str) -> int:
    """How often a group of words comes at most, each time right after the last."""
    words = [word.strip(".,!?;:\"'-").lower() for word in text.split()]
    most = 1 if words else 0
    for size in range(1, min(LONGEST_LOOP, len(words) // 2) + 1):
        run = size
        for index in range(size, len(words)):
            run = run + 1 if words[index] == words[index - size] else size
            most = max(most, run // size)
    return most
