"""Plain greedy decoding of one window, inside CTranslate2: for the draft, and for the target where it is alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.loading import Model, StorageView
from mojovoice_gui.asr.timestamp_rules import MAX_FIRST_TIMESTAMP
from mojovoice_gui.domain import DecodeStats, Pass

CONTEXT = 448  # tokens that a Whisper decoder holds


@dataclass(frozen=True, slots=True)
class WindowTokens:
    """What a model wrote for one window, and how sure it was."""

    tokens: tuple[int, ...]
    mean_log_prob: float
    no_speech_prob: float
    stats: DecodeStats
    passes: tuple[Pass, ...]  # without the one over the prompt
    ended: bool  # by the end token: there is no more


def room(prompt: Sequence[int]) -> int:
    """How many tokens may be written after ``prompt``, the end token included; as ``generate`` counts."""
    return min(CONTEXT // 2, CONTEXT - (len(prompt) - 1))


def write(model: Model, encoded: StorageView, prompt: Sequence[int], most: int) -> WindowTokens:
    """One window with one pass for each token, ``most`` tokens at the most."""
    most = min(most, room(prompt))
    result = model.whisper.generate(
        encoded,
        [list(prompt)],
        beam_size=1,
        max_length=max(2 * most, most + len(prompt) - 1),  # of which it lets half be new, and what the prompt leaves
        return_scores=True,
        return_no_speech_prob=True,
        suppress_tokens=model.rules.suppressed.tolist(),
        max_initial_timestamp_index=MAX_FIRST_TIMESTAMP,
    )[0]
    tokens = tuple(result.sequences_ids[0])
    mean = result.scores[0] * len(tokens) / (len(tokens) + 1)  # the score leaves the end token out of the count
    passes = (Pass(0, 0),) * (len(tokens) + 1)  # each token, the end
    return WindowTokens(
        tokens, mean, result.no_speech_prob, DecodeStats(len(tokens), len(passes) + 1), passes, len(tokens) < most
    )
