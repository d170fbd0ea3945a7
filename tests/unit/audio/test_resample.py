"""What the microphone gives becomes 16 kHz mono without losing loudness, pitch or samples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mojovoice_gui.audio.resample import BLOCK_S, Resampler, picker
from mojovoice_gui.audio.ring_buffer import Frames
from mojovoice_gui.domain import SAMPLE_RATE, Samples


def tone(rate_hz: int, seconds: float = 1.0, pitch_hz: float = 440.0, loudness: float = 0.5) -> Samples:
    time_s = np.arange(round(rate_hz * seconds)) / rate_hz
    return (loudness * np.sin(2 * np.pi * pitch_hz * time_s)).astype(np.float32)


def resampled(frames: Frames, rate_hz: int, block: int | None = None) -> Samples:
    resampler, block = Resampler(rate_hz, frames.shape[1]), block or round(rate_hz * BLOCK_S)
    parts = [resampler.feed(frames[at : at + block]) for at in range(0, len(frames), block)]
    return np.concatenate([*parts, resampler.finish(frames[:0])])


def difference_db(got: Samples, wanted: Samples) -> float:
    """How far below ``wanted`` the error is, the first and last 20 ms aside (a tone begins and ends with a click)."""
    edge = SAMPLE_RATE // 50
    error, signal = (got - wanted)[edge:-edge], wanted[edge:-edge]
    return float(10 * np.log10((np.sum(error**2) + 1e-12) / np.sum(signal**2)))


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000])
def test_a_tone_keeps_pitch_loudness_and_length(rate_hz: int) -> None:
    got = resampled(tone(rate_hz)[:, np.newaxis], rate_hz)
    assert len(got) == SAMPLE_RATE
    assert difference_db(got, tone(SAMPLE_RATE)) < -70


def test_what_whisper_cannot_hear_does_not_fold_down_into_what_it_can() -> None:
    got = resampled(tone(48_000, pitch_hz=11_000)[:, np.newaxis], 48_000)
    assert np.abs(got[320:-320]).max() < 0.001


@given(st.integers(1, 3_000))
@settings(max_examples=20, deadline=None)
def test_block_boundaries_do_not_matter(block: int) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (20_000, 1)).astype(np.float32)
    np.testing.assert_allclose(resampled(noise, 44_100, block), resampled(noise, 44_100, 20_000), atol=1e-6)


def test_several_blocks_at_once_are_the_same_as_one_by_one() -> None:
    """Also where the loudest channel changes on the way."""
    quiet, loud = tone(48_000, loudness=0.01), tone(48_000, pitch_hz=300)
    frames = np.stack((np.concatenate((loud, quiet)), np.concatenate((quiet, loud))), axis=1)
    np.testing.assert_array_equal(resampled(frames, 48_000, 960), resampled(frames, 48_000, 7 * 960))


@pytest.mark.parametrize("live", [0, 1])
@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_a_dead_channel_takes_nothing_from_the_live_one(rate_hz: int, live: int) -> None:
    frames = np.zeros((rate_hz, 2), dtype=np.float32)
    frames[:, live] = tone(rate_hz)
    assert difference_db(resampled(frames, rate_hz), tone(SAMPLE_RATE)) < -70


def test_a_constant_offset_on_a_dead_channel_is_not_loud() -> None:
    frames = np.full((48_000, 2), 0.9, dtype=np.float32)
    frames[:, 1] = tone(48_000)
    assert difference_db(resampled(frames, 48_000), tone(SAMPLE_RATE)) < -70


def test_opposite_phase_does_not_cancel() -> None:
    frames = np.stack((tone(48_000), -tone(48_000)), axis=1)
    assert difference_db(resampled(frames, 48_000), tone(SAMPLE_RATE)) < -70


def test_two_channels_alike_do_not_take_turns() -> None:
    noise = np.random.default_rng(2).normal(0, 0.1, (48_000, 2)).astype(np.float32)
    np.testing.assert_array_equal(resampled(noise, 48_000), resampled(noise[:, :1], 48_000))


def test_the_voice_is_followed_to_another_channel_without_a_click() -> None:
    first, second = tone(48_000, loudness=0.3), tone(48_000, loudness=0.3)
    silence = np.zeros_like(first)
    frames = np.stack((np.concatenate((first, silence)), np.concatenate((silence, second))), axis=1)
    got = resampled(frames, 48_000)
    after = got[SAMPLE_RATE + SAMPLE_RATE // 2 : -320]
    assert difference_db(after, tone(SAMPLE_RATE, loudness=0.3)[SAMPLE_RATE // 2 : -320]) < -70
    steepest = 0.3 * 2 * np.pi * 440 / SAMPLE_RATE
    assert np.abs(np.diff(got))[320:-320].max() < 1.1 * steepest


def test_zeros_at_the_start_choose_no_channel() -> None:
    """A Bluetooth headset begins with 0.7 s of them."""
    frames = np.zeros((2 * 48_000, 2), dtype=np.float32)
    frames[48_000:, 1] = tone(48_000)
    got = resampled(frames, 48_000)
    assert np.abs(got[: SAMPLE_RATE - 320]).max() < 1e-4
    assert difference_db(got[SAMPLE_RATE:], tone(SAMPLE_RATE)) < -70


@pytest.mark.parametrize(
    ("channel", "picked"),
    [
        ("1", [1, 1, 1]),
        ("2", [2, 2, 2]),
        ("3", [6, -6, 6]),
        ("mix", [3, -1, 3]),
        ("4", [6, -6, 6]),
        ("auto", [6, -6, 6]),
    ],
)
def test_a_channel_is_the_one_that_was_chosen(channel: str, picked: list[float]) -> None:
    """Where it is not there, the loudest: that is the third."""
    frames = np.array([[1, 2, 6], [1, 2, -6], [1, 2, 6]], np.float32)
    assert picker(channel, 3, 10)(frames).tolist() == picked
