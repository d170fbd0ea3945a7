"""A sound that the loudspeaker plays and the microphone hears is not taken for speech, nor does it change a word."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.audio.vad import has_speech
from mojovoice_gui.dictation.cues import Cue
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.paths import resources
from tests.speech import DEMO


def in_a_room(cue: Cue, gain: float) -> Samples:
    """Two seconds of a quiet room in which it sounds."""
    sound = np.random.default_rng(1).normal(0, 1e-3, 2 * SAMPLE_RATE).astype(np.float32)
    heard = read_audio(resources() / "sounds" / f"{cue}.wav") * np.float32(gain)
    sound[4000 : 4000 + len(heard)] += heard
    return sound


@pytest.mark.parametrize("cue", list(Cue))
@pytest.mark.parametrize("gain", [4.0, 1.0, 0.3, 0.05])
def test_a_cue_is_no_speech(cue: Cue, gain: float) -> None:
    assert not has_speech(in_a_room(cue, gain))


@pytest.mark.parametrize("gain", [1.0, 0.3])
def test_a_start_that_is_heard_under_the_first_word_changes_no_word(gain: float, plain: WhisperTranscriber) -> None:
    sentence = read_audio(DEMO)
    cue = read_audio(resources() / "sounds" / "start.wav") * np.float32(gain)
    mixed = sentence.copy()
    mixed[: len(cue)] += cue
    assert plain.transcribe(mixed, lambda: False).text == plain.transcribe(sentence, lambda: False).text
