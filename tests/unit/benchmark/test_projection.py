"""Another shape: its costs drive the clock, the real pair's passes are what is charged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mojovoice_gui.asr.errand import LOOK_S
from mojovoice_gui.benchmark.projection import Account, Charged, costs_of, stock_s, suitable_reach
from mojovoice_gui.domain import DecodeStats, IsCancelled, Pass, Purpose, Samples, StageTimes, Transcript, WindowTrace
from tests.unit.benchmark.results import costs, stock_costs
from tests.waiting import never

WINDOW = WindowTrace(1200, (Pass(7, 7), Pass(1, 0)))
"""With ``costs`` it takes 1.2 + 0.5 + 0.008 + 0.002 s."""


def transcript(*windows: WindowTrace, draft_s: float = 0.0) -> Transcript:
    return Transcript("said", times=StageTimes(draft_s=draft_s), windows=windows)


def seconds(said: Transcript) -> float:
    return sum(cost.seconds for cost in costs_of(said, costs()))


class Scripted:
    """A ``LiveTranscription`` that says always the same."""

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        return transcript(WINDOW)


def test_a_listening_costs_its_windows_its_passes_and_the_draft() -> None:
    assert seconds(transcript(WINDOW)) == pytest.approx(1.71)
    assert seconds(transcript(WINDOW, draft_s=0.1)) == pytest.approx(1.81)


def test_a_window_that_is_written_anew_is_not_encoded_again() -> None:
    again = replace(WINDOW, is_again=True)
    assert seconds(transcript(WINDOW, again)) == pytest.approx(1.71 + 0.51)


def test_stock_begins_at_the_release_and_takes_a_pass_for_each_token() -> None:
    assert stock_s(stock_costs(), 6.0, DecodeStats(tokens=10)) == pytest.approx(3.0 + 0.5 + 10 * 0.02)
    assert stock_s(stock_costs(), 45.0, DecodeStats(tokens=10)) == pytest.approx(2 * 3.5 + 10 * 0.02)


@pytest.mark.parametrize(("over_s", "takes_s"), [(9.9, 1.71), (0.5, 0.5), (1.5, 1.7)])
def test_what_is_given_up_ends_with_the_pass_that_is_under_way_but_the_encoder_is_not_waited_for(
    over_s: float, takes_s: float
) -> None:
    account = Account()
    Charged(Scripted(), costs(), account).listen(np.zeros(1, np.float32), lambda: account.spent_s >= over_s)
    assert account.spent_s == pytest.approx(takes_s, abs=LOOK_S)


def test_the_next_listening_waits_for_the_encoder_that_was_given_up() -> None:
    account = Account()
    charged = Charged(Scripted(), costs(), account)
    charged.listen(np.zeros(1, np.float32), lambda: account.spent_s >= 0.5)
    charged.listen(np.zeros(1, np.float32), never)
    assert account.spent_s == pytest.approx(1.2 + 1.71)


def test_a_slow_shape_would_hear_less_at_once() -> None:
    slower = replace(costs(), encode_s=tuple(2 * seconds for seconds in costs().encode_s))
    assert suitable_reach(slower, 0.3).leisure_s < suitable_reach(costs(), 0.3).leisure_s < 30.0
