"""Whether more was said than a glance holds."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.dictation.glance import Glance, goes_on_after
from mojovoice_gui.domain import SAMPLE_RATE, Samples, Segment

WHOLE = np.zeros(3 * SAMPLE_RATE, np.float32)
GLANCE = Glance(WHOLE[: 2 * SAMPLE_RATE], 0, 7)


@pytest.mark.parametrize(
    ("ended", "quiet_s", "goes_on"),
    [
        (None, 0.0, False),  # nobody knows yet
        (Segment(WHOLE, 0, number=7), 0.2, True),
        (Segment(WHOLE, 0, number=7), 1.2, False),  # nothing but silence came
        (Segment(WHOLE, 0, number=6), 0.2, False),  # another recording
    ],
)
def test_more_was_said_if_the_silence_at_the_end_is_shorter_than_what_came(
    ended: Segment | None, quiet_s: float, *, goes_on: bool
) -> None:
    assert goes_on_after(GLANCE, lambda: ended, lambda _: quiet_s)() is goes_on


def test_it_is_judged_once() -> None:
    asked: list[int] = []

    def quiet_s(samples: Samples) -> float:
        asked.append(len(samples))
        return 0.2

    goes_on = goes_on_after(GLANCE, lambda: Segment(WHOLE, 0, number=7), quiet_s)
    assert [goes_on(), goes_on()] == [True, True]
    assert asked == [len(WHOLE)]


def test_what_may_be_all_is_judged_like_the_end_and_the_end_again() -> None:
    maybe, end = Glance(WHOLE, 0, 7, is_last=True), Segment(np.concatenate([WHOLE, WHOLE]), 0, number=7)
    ends: list[Segment | Glance] = [GLANCE, maybe]
    quiet = iter((10.0, 0.0))
    goes_on = goes_on_after(GLANCE, lambda: ends[-1], lambda _: next(quiet))
    assert not goes_on()
    ends.append(end)
    assert goes_on()
    assert goes_on()
