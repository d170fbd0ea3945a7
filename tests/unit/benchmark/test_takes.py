"""Several takes of a clip: the same words, not the same sound."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.takes import LATER_S, takes
from mojovoice_gui.domain import SAMPLE_RATE
from tests.speech import DEMO

CLIPS = [Clip(name, 3.0, lambda: read_audio(DEMO), "So it goes.") for name in "ab"]


def test_every_clip_has_its_take_before_the_next_take() -> None:
    made = list(takes(CLIPS, 3))
    assert [(clip.name, clip.take) for clip in made] == [(name, take) for take in (1, 2, 3) for name in "ab"]
    assert {clip.text for clip in made} == {"So it goes."}


def test_a_further_take_is_quieter_and_later() -> None:
    said = read_audio(DEMO)
    first, second, third = (clip.samples() for clip in takes(CLIPS[:1], 3))
    assert np.array_equal(first, said)
    for further, sound in ((1, second), (2, third)):
        later = round(further * LATER_S * SAMPLE_RATE)
        assert len(sound) == len(said) + later
        assert sound.dtype == np.float32
        assert sound[later:] == pytest.approx(said * 0.9**further, abs=1e-6)
        assert 0 < np.abs(sound[:later]).max() < 0.5 * np.abs(sound).max()
