"""The gate: silence, noise, hum, clicks and breath are no speech; a quiet voice and a short word are."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.audio.vad import has_speech, quiet_s
from mojovoice_gui.dictation.session import STOPPED_S
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from tests.speech import DEMO, Clip

SECONDS = 5
WORDS_S = 3.74  # of the demo's sentence
VOICE_S = 3.61  # until it is 40 dB under its loudest
TIME = np.arange(SECONDS * SAMPLE_RATE) / SAMPLE_RATE
Sound = NDArray[np.float64]


def white() -> Sound:
    return np.random.default_rng(1).standard_normal(len(TIME))


def shaped(low_hz: float, high_hz: float, slope: float = 0.0) -> Sound:
    """Noise between two frequencies, falling by f ** -slope."""
    spectrum = np.fft.rfft(white())
    hertz = np.fft.rfftfreq(len(TIME), 1 / SAMPLE_RATE)
    spectrum[(hertz < low_hz) | (hertz > high_hz)] = 0
    return np.fft.irfft(spectrum / np.maximum(hertz, 1.0) ** slope, len(TIME))


def clicks() -> Sound:
    random = np.random.default_rng(2)
    sound = np.zeros(len(TIME))
    for start in random.integers(0, len(TIME) - 800, 5 * SECONDS):
        sound[start : start + 800] += random.standard_normal(800) * np.exp(-np.arange(800) / 120)
    return sound


def tone(hertz: float) -> Sound:
    return np.sin(2 * np.pi * hertz * TIME)


NOISES = {
    "white noise": white(),
    "pink noise": shaped(20, 8000, 0.5),
    "rumble": shaped(20, 8000, 1.0),
    "fan": shaped(50, 600) * (1 + 0.2 * tone(12)),
    "breath": shaped(300, 3500) * np.maximum(0, tone(0.35)) ** 2,
    "mains hum": sum((tone(50 * overtone) / overtone for overtone in range(1, 12)), np.zeros(len(TIME))),
    "tone": tone(440),
    "low tone": tone(110),
    "beeps": tone(1000) * (TIME % 1 < 0.3),
    "key clicks": clicks(),
}


@pytest.mark.parametrize("name", NOISES)
@pytest.mark.parametrize("peak", [0.5, 0.05, 0.003])
def test_noise_is_no_speech(name: str, peak: float) -> None:
    noise = NOISES[name]
    assert not has_speech((noise / np.abs(noise).max() * peak).astype(np.float32))


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param(np.zeros(0, np.float32), id="nothing"),
        pytest.param(np.zeros(100, np.float32), id="a moment"),
        pytest.param(np.zeros(len(TIME), np.float32), id="silence"),
        pytest.param(np.full(len(TIME), 0.2, np.float32), id="an offset"),
        pytest.param(np.full(len(TIME), np.nan, np.float32), id="not a number"),
    ],
)
def test_silence_is_no_speech(samples: Samples) -> None:
    assert not has_speech(samples)


@pytest.mark.parametrize("gain", [1.0, 0.1, 0.03])
def test_every_voice_is_heard_even_a_quiet_one(gain: float, speech: dict[str, Clip]) -> None:
    short = [clip for clip in speech.values() if clip.seconds < 10][::3]
    assert [clip.name for clip in short if not has_speech(clip.samples() * np.float32(gain))] == []


def test_one_word_in_long_silence_is_heard(speech: dict[str, Clip]) -> None:
    word = speech["jfk-inaugural"].samples()[int(0.3 * SAMPLE_RATE) : int(1.0 * SAMPLE_RATE)]
    silence = (np.random.default_rng(3).standard_normal(8 * SAMPLE_RATE) * 1e-4).astype(np.float32)
    assert has_speech(np.concatenate([silence, word, silence]))


@pytest.mark.parametrize("pause_s", [0.0, 0.3, 1.0, 2.5])
def test_a_pause_is_measured_from_the_last_word_also_in_a_noisy_room(pause_s: float) -> None:
    noise = np.random.default_rng(7).normal(0, 0.002, int(SAMPLE_RATE * (WORDS_S + pause_s))).astype(np.float32)
    noise[: int(SAMPLE_RATE * WORDS_S)] += read_audio(DEMO)[: int(SAMPLE_RATE * WORDS_S)]
    assert abs(quiet_s(noise) - pause_s) < 0.2


@pytest.mark.parametrize("room", [0.0003, 0.001])
@pytest.mark.parametrize("after_s", [0.0, 0.04, 0.1, 0.2, 0.4])
def test_the_end_of_a_voice_is_noticed_at_once_where_the_room_is_quieter(after_s: float, room: float) -> None:
    sound = np.random.default_rng(3).normal(0, room, round((VOICE_S + after_s) * SAMPLE_RATE)).astype(np.float32)
    demo = read_audio(DEMO)[: len(sound)]
    sound[: len(demo)] += demo
    assert quiet_s(sound) == pytest.approx(after_s, abs=0.03)


@pytest.mark.parametrize("room", [0.003, 0.01, 0.02])
def test_in_a_loud_room_a_voice_that_goes_on_is_not_taken_for_over(room: float) -> None:
    demo = read_audio(DEMO)
    noise = np.random.default_rng(3).normal(0, room, len(demo)).astype(np.float32)
    quiet = [quiet_s((demo + noise)[: tenth * SAMPLE_RATE // 10]) for tenth in range(15, int(10 * VOICE_S))]
    assert sum(stopped >= STOPPED_S for stopped in quiet) <= len(quiet) // 10


def test_a_voice_that_is_still_there_is_told_from_one_that_has_stopped() -> None:
    demo = read_audio(DEMO)[: int(SAMPLE_RATE * WORDS_S)]
    silence = np.zeros(SAMPLE_RATE // 4, np.float32)
    assert quiet_s(demo[: -SAMPLE_RATE // 10]) < STOPPED_S
    assert quiet_s(np.concatenate([demo, silence])) >= STOPPED_S
