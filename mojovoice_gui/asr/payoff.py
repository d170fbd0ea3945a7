"""Does the draft pay? It is asked for a guess only where that saves more time than it takes."""

from __future__ import annotations

import logging
import time

import numpy as np

from mojovoice_gui.asr.decoder import StepDecoder
from mojovoice_gui.asr.loading import PROBE_FRAMES, Model
from mojovoice_gui.errors import Sentence

log = logging.getLogger(__name__)

TRIALS = 3  # windows before it is judged
STEPS = 4


class Payoff:
    """The account of one session: what guesses cost, and what the target's single steps would have."""

    def __init__(self, step_s: float) -> None:
        """``step_s``: one pass of the target over one token."""
        self._step_s = step_s
        self._windows = 0
        self.spent_s = 0.0
        self.saved_s = 0.0

    @property
    def figures(self) -> Sentence:
        return Sentence("it took {spent:.2f} s and saved {saved:.2f} s", spent=self.spent_s, saved=self.saved_s)

    @property
    def why_it_rests(self) -> Sentence:
        return Sentence("it did not pay in this session: {figures}", figures=self.figures)

    @property
    def is_poor(self) -> bool:
        """It has been tried, and cost more than it saved."""
        return self._windows >= TRIALS and self.spent_s > self.saved_s

    @property
    def is_good(self) -> bool:
        """It has been tried, and saved more than it cost."""
        return self._windows >= TRIALS and not self.is_poor

    def note(self, draft_s: float, verify_s: float, tokens: int) -> None:
        """One window of ``tokens`` that were verified against the draft's guess."""
        self._windows += 1
        self.spent_s += draft_s
        self.saved_s += tokens * self._step_s - verify_s


def payoff_of(target: Model) -> Payoff | None:
    """None where its steps fail: the first recording will find that too, and move or do without them."""
    try:
        return Payoff(_step_s(target))
    except (RuntimeError, ValueError, IndexError, MemoryError) as error:
        log.warning("The steps of the target cannot be timed: %s", error)
        return None


def _step_s(target: Model) -> float:
    """Seconds of one pass over one token, on this machine and now."""
    window = np.zeros((1, target.mel_bins, PROBE_FRAMES), np.float32)
    decoder = StepDecoder(target, target.encode(window), [target.vocabulary.start])
    token = [target.vocabulary.first_timestamp]
    decoder.read(token)
    began = time.perf_counter()
    for _ in range(STEPS):
        decoder.read(token)(0)
    return (time.perf_counter() - began) / STEPS
