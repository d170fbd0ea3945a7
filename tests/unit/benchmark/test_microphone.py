"""The clip microphone gives as much as time has passed, and after the clip the room."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.benchmark.microphone import BLOCK, ClipMicrophone, room_noise
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from tests.fakes import FakeClock


@pytest.fixture
def clip() -> Samples:
    """One second, no two samples alike."""
    return np.linspace(0.1, 0.9, SAMPLE_RATE, dtype=np.float32)


def test_nothing_is_heard_before_its_time(clip: Samples) -> None:
    clock = FakeClock()
    microphone = ClipMicrophone(clock)
    microphone.put_in(clip)
    microphone.open()
    assert len(microphone.read()) == 0
    clock.now = 0.25
    assert np.array_equal(microphone.read(), clip[: 12 * BLOCK])
    assert len(microphone.read()) == 0


def test_all_of_it_is_heard_in_order_and_in_whole_blocks(clip: Samples) -> None:
    clock = FakeClock()
    microphone = ClipMicrophone(clock)
    microphone.put_in(clip)
    microphone.open()
    parts = []
    for clock.now in np.arange(0.013, 1.013, 0.013):
        parts.append(microphone.read())
    clock.now = 1.02
    parts.append(microphone.close())
    assert {len(part) % BLOCK for part in parts} == {0}
    assert np.array_equal(np.concatenate(parts)[: len(clip)], clip)


def test_after_the_clip_comes_the_room_and_at_last_silence(clip: Samples) -> None:
    clock = FakeClock()
    microphone = ClipMicrophone(clock)
    microphone.put_in(clip)
    microphone.open()
    clock.now = 60.0
    heard = microphone.read()
    assert len(heard) == 60 * SAMPLE_RATE
    assert heard[SAMPLE_RATE : 2 * SAMPLE_RATE].any()
    assert not heard[-SAMPLE_RATE:].any()


def test_each_opening_begins_anew(clip: Samples) -> None:
    clock = FakeClock()
    microphone = ClipMicrophone(clock)
    microphone.put_in(clip)
    for opened_at in (1.0, 5.0):
        clock.now = opened_at
        microphone.open()
        assert microphone.wait_until_open(0.0) == opened_at
        clock.now = opened_at + 0.125
        assert np.array_equal(microphone.close(), clip[: 6 * BLOCK])
        assert microphone.wait_until_open(0.0) is None
        assert len(microphone.read()) == 0


def test_the_room_is_as_loud_as_the_pauses_of_the_clip() -> None:
    draw = np.random.default_rng(1)
    pause, speech = 0.01 * draw.standard_normal(SAMPLE_RATE), 0.3 * draw.standard_normal(3 * SAMPLE_RATE)
    noise = room_noise(np.concatenate([pause, speech]).astype(np.float32), 2.0)
    assert len(noise) == 2 * SAMPLE_RATE
    assert np.sqrt(np.mean(noise**2)) == pytest.approx(0.01, rel=0.2)
