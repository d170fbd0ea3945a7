"""What dictations would take with a target of another shape: its costs, the passes that the real pair needs.

Nothing is guessed from one run for another. The real pair hears the clips on a clock that the other shape's costs
drive: so often, and so much at once, as suits that shape.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mojovoice_gui.asr import costs as engine
from mojovoice_gui.asr.calibration import reach_within
from mojovoice_gui.asr.errand import LOOK_S
from mojovoice_gui.asr.reach import WINDOW_S, Reach
from mojovoice_gui.benchmark.costs import FRAMES, READS, Costs, StockCosts
from mojovoice_gui.benchmark.measuring import Sound
from mojovoice_gui.benchmark.rehearsal import JumpingClock, begun, rehearse
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.under_speech import UnderSpeech
from mojovoice_gui.domain import DecodeStats, IsCancelled, LiveTranscription, Purpose, Samples, Transcript


def stock_s(costs: StockCosts, seconds: float, stats: DecodeStats) -> float:
    """The whole clip after the release, a pass for each token."""
    return math.ceil(seconds / WINDOW_S) * costs.window_s + stats.tokens * costs.step_s


def ours_s(costs: Costs, reach: Reach, line: Line, sound: Sound) -> float:
    """The engine's share of the wait; the pair of ``line`` is loaded, and hears as far as suits the other shape."""
    account = Account()
    listening = UnderSpeech(lambda: Charged(begun(line, reach), costs, account), line.ears, clock=account)
    return rehearse(listening, sound, JumpingClock(account)).wait_s


def suitable_reach(costs: Costs, patience_s: float) -> Reach:
    """What a calibration would choose."""
    encode = tuple(zip(FRAMES, costs.encode_s, strict=True))
    read = tuple((tokens, costs.read(engine.TYPICAL_FRAMES, tokens)) for tokens in READS)
    return reach_within(engine.Costs(encode, read), patience_s)


class Cost(NamedTuple):
    seconds: float
    is_errand: bool = False


class Account:
    """A clock that only what is charged drives."""

    def __init__(self) -> None:
        self.spent_s = 0.0
        self._busy_s = 0.0  # until then with what was given up

    def __call__(self) -> float:
        return self.spent_s

    def charge(self, cost: Cost, is_cancelled: IsCancelled) -> None:
        """Wait for it; for an errand no longer than its result is wanted, but the next one begins after it."""
        if not cost.is_errand:
            self.spent_s += cost.seconds
            return
        self._busy_s = max(self.spent_s, self._busy_s) + cost.seconds
        while self.spent_s < self._busy_s and not is_cancelled():
            self.spent_s = min(self.spent_s + LOOK_S, self._busy_s)


@dataclass(frozen=True, slots=True)
class Charged:
    """A ``LiveTranscription`` that takes what it would with the other shape; it can be given up as ours can."""

    inner: LiveTranscription
    costs: Costs
    account: Account

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        transcript = self.inner.listen(samples, is_cancelled, purpose)
        for cost in costs_of(transcript, self.costs):
            self.account.charge(cost, is_cancelled)
            if is_cancelled():
                break
        return transcript


def costs_of(transcript: Transcript, costs: Costs) -> Iterator[Cost]:
    """Each pass; the draft is the same. Those over text read the last choice and what is proposed."""
    yield Cost(transcript.times.draft_s, is_errand=True)
    for window in transcript.windows:
        if not window.is_again:
            yield Cost(costs.encode(window.frames), is_errand=True)
        yield Cost(costs.prefill(window.frames))
        for one in window.passes:
            yield Cost(costs.read(window.frames, 1 + one.proposed))
