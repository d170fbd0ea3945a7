"""What dictations would take with a target of another shape: its costs, the passes that the real pair needs.

Nothing is guessed from one run for another. The real pair hears the clips on a clock that the other shape's costs
drive: so often, and so much at once, as suits that shape.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mojovoice_gui.asr import costs as engine
from mojovoice_gui.asr.calibration import open_s
from mojovoice_gui.asr.features import WINDOW_FRAMES
from mojovoice_gui.asr.live import Reach
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.benchmark.costs import FRAMES, READS, Costs
from mojovoice_gui.benchmark.measuring import Sound
from mojovoice_gui.benchmark.rehearsal import JumpingClock, rehearse
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.under_speech import UnderSpeech
from mojovoice_gui.domain import DecodeStats, IsCancelled, LiveTranscription, Purpose, Samples, Transcript

WINDOW_S = 30.0


def stock_s(costs: Costs, seconds: float, stats: DecodeStats) -> float:
    """The whole clip after the release, a pass for each token."""
    windows = math.ceil(seconds / WINDOW_S)
    return windows * (costs.encode(WINDOW_FRAMES) + costs.stock_start_s) + stats.tokens * costs.stock_step_s


def ours_s(costs: Costs, line: Line, sound: Sound) -> float:
    """The engine's share of the wait; the pair of ``line`` is loaded."""
    transcriber, ears = line.transcriber, line.ears
    assert isinstance(transcriber, WhisperTranscriber)
    account = Account()
    reach = Reach.within(suitable_s(costs))
    listening = UnderSpeech(
        lambda: Charged(transcriber.begin(ears.has_speech, reach), costs, account), ears, clock=account
    )
    return rehearse(listening, sound, JumpingClock(account)).wait_s


def suitable_s(costs: Costs) -> float:
    """What a calibration would choose: seconds of sound that one listening may encode."""
    reads = costs.read_s[FRAMES.index(engine.TYPICAL_FRAMES)]
    return open_s(engine.Costs(tuple(zip(FRAMES, costs.encode_s, strict=True)), tuple(zip(READS, reads, strict=True))))


class Account:
    """A clock that only what is charged drives."""

    def __init__(self) -> None:
        self.spent_s = 0.0

    def __call__(self) -> float:
        return self.spent_s


@dataclass(frozen=True, slots=True)
class Charged:
    """A ``LiveTranscription`` that takes what it would with the other shape; it can be given up after each pass."""

    inner: LiveTranscription
    costs: Costs
    account: Account

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        transcript = self.inner.listen(samples, is_cancelled, purpose)
        for seconds in passes_s(self.costs, transcript):
            self.account.spent_s += seconds
            if is_cancelled():
                break
        return transcript


def passes_s(costs: Costs, transcript: Transcript) -> Iterator[float]:
    """Seconds of each pass; the draft is the same. Those over text read the last choice and what is proposed."""
    yield transcript.times.draft_s
    for window in transcript.windows:
        if not window.is_again:
            yield costs.encode(window.frames)
        yield costs.prefill(window.frames)
        for one in window.passes:
            yield costs.read(window.frames, 1 + one.proposed)
