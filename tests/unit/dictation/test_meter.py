"""What there is to see of a recording while it is spoken."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.dictation.meter import Meter, level
from mojovoice_gui.domain import Live


def test_nothing_is_armed_before_a_sample_that_is_not_zero() -> None:
    shown: list[Live] = []
    meter = Meter(shown.append)
    for block in (np.zeros(0, np.float32), np.zeros(320, np.float32), np.full(320, 0.01, np.float32)):
        meter.hear(block)
        meter.tell(len(shown))
    assert [live.is_armed for live in shown] == [False, False, True]
    assert shown[-1].seconds == pytest.approx(0.04)


def test_once_armed_it_stays_so() -> None:
    shown: list[Live] = []
    meter = Meter(shown.append)
    meter.hear(np.ones(320, np.float32))
    meter.hear(np.zeros(320, np.float32))
    meter.tell(0)
    assert shown[0].is_armed
    assert shown[0].level == 0


def test_it_tells_no_more_than_twenty_times_a_second() -> None:
    shown: list[Live] = []
    meter = Meter(shown.append)
    for turn in range(101):
        meter.tell(turn / 100)
    assert 18 <= len(shown) <= 21


def test_what_was_understood_stays_until_more_is() -> None:
    shown: list[Live] = []
    meter = Meter(shown.append)
    meter.understand("so far")
    meter.tell(0)
    meter.tell(1)
    assert [live.text for live in shown] == ["so far", "so far"]


def test_the_level_rises_with_the_sound_and_stays_between_0_and_1() -> None:
    levels = [level(np.full(160, loudness, np.float32)) for loudness in (0.0, 3e-5, 0.003, 0.03, 0.1, 1.0)]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (0.0, 1.0)


def test_what_was_said_is_not_in_its_repr() -> None:
    assert "secret" not in repr(Live(text="secret"))
