"""What dictations would have cost with a target of another shape: its costs, the passes of the real pair."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.features import WINDOW_FRAMES
from mojovoice_gui.benchmark.costs import Costs
from mojovoice_gui.domain import WindowTrace


@dataclass(frozen=True, slots=True)
class Listening:
    """One time that the engine transcribed what had been said so far."""

    began_s: float  # after release; below 0 under the speech
    took_s: float
    audio_s: float
    draft_s: float
    windows: tuple[WindowTrace, ...]

    def cost(self, costs: Costs) -> float:
        """With another target and the same draft."""
        return self.draft_s + sum(window_s(costs, window) for window in self.windows)


def window_s(costs: Costs, window: WindowTrace) -> float:
    """Each pass reads the target's last choice, then what is proposed."""
    encode = 0.0 if window.is_again else costs.encode(window.frames)
    reads = sum(costs.read(window.frames, 1 + one.proposed) for one in window.passes)
    return encode + costs.prefill(window.frames) + reads


@dataclass(frozen=True, slots=True)
class Trace:
    """How a dictation went with the real pair of models."""

    clip: str
    seconds: float
    stock_tokens: int
    stock_windows: int
    listenings: tuple[Listening, ...]
    other_s: float  # of the wait: the key, the session; none of it depends on the models


@dataclass(frozen=True, slots=True)
class Projection:
    """The waits that a dictation would have had."""

    clip: str
    seconds: float
    stock_s: float
    ours_s: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """What a model of another shape would take, with the passes that the real pair needed."""

    name: str
    placement: str
    costs: Costs
    dictations: tuple[Projection, ...]


def project(costs: Costs, trace: Trace) -> Projection:
    stock = trace.stock_windows * (costs.encode(WINDOW_FRAMES) + costs.stock_start_s)
    stock += trace.stock_tokens * costs.stock_step_s
    return Projection(trace.clip, trace.seconds, stock, trace.other_s + _last_word_s(costs, trace.listenings))


def _last_word_s(costs: Costs, listenings: Sequence[Listening]) -> float:
    """When the text is there, seconds after release: one thing at a time, and none begins while another is under way.

    Only the last listening must not be left out: it gave the text.
    """
    free_s = -math.inf
    for listening in listenings[:-1]:
        if listening.began_s >= free_s and listening.began_s < 0:
            free_s = listening.began_s + listening.cost(costs)
    if not listenings:
        return 0.0
    last = listenings[-1]
    begins_s = last.began_s if free_s <= last.began_s < 0 else max(0.0, free_s)
    return max(0.0, begins_s + last.cost(costs))
