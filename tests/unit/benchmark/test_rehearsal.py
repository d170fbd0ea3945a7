"""Ours without the waiting: idle time is skipped, work is not."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.benchmark.measuring import Sound
from mojovoice_gui.benchmark.rehearsal import JumpingClock, rehearse
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.dictation.tape import NEWS_S
from mojovoice_gui.dictation.under_speech import Course
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Samples, Transcript

SOUND = Sound(np.zeros(4 * SAMPLE_RATE, np.float32), 4.0)


class Slow:
    """A ``Listening`` on a clock of its own: a glance with at least ``at_s`` of sound takes ``takes_s``, once."""

    def __init__(self, at_s: float, takes_s: float, last_s: float) -> None:
        self.s = 100.0
        self.shown_s: list[float] = []
        self.was_over = False
        self._at_s, self._takes_s, self._last_s = at_s, takes_s, last_s

    def clock(self) -> float:
        return self.s

    def glance(self, samples: Samples, course: Course) -> None:
        self.shown_s.append(len(samples) / SAMPLE_RATE)
        if self.shown_s[-1] >= self._at_s:
            self.s, self._takes_s = self.s + self._takes_s, 0.0
            self.was_over = course.is_over()

    def finish(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        assert len(samples) == len(SOUND.samples)
        self.s += self._last_s
        return Transcript("said")


def measured(listening: Slow) -> Measurement:
    return rehearse(listening, SOUND, JumpingClock(listening.clock))


def test_only_what_is_computed_after_the_release_is_waited_for() -> None:
    slow = Slow(at_s=1.0, takes_s=0.5, last_s=0.2)
    found = measured(slow)
    assert (found.text, found.under_way_s) == ("said", 0.0)
    assert found.wait_s == pytest.approx(0.2)
    assert slow.s == pytest.approx(100.7)


def test_what_is_under_way_at_the_release_is_waited_for_and_knows_that_it_is_over() -> None:
    slow = Slow(at_s=3.5, takes_s=1.0, last_s=0.2)
    found = measured(slow)
    assert found.under_way_s == pytest.approx(0.5, abs=NEWS_S)
    assert found.wait_s == pytest.approx(found.under_way_s + 0.2)
    assert slow.was_over


def test_whoever_listens_slowly_hears_more_the_next_time() -> None:
    slow = Slow(at_s=1.0, takes_s=1.5, last_s=0.0)
    measured(slow)
    steps = np.diff(slow.shown_s)
    assert steps.max() == pytest.approx(1.5, abs=1e-3)
    assert np.median(steps) == pytest.approx(NEWS_S, abs=1e-3)
