"""Four minutes of speech with pauses, dictated as people do: nothing is lost, nothing is said twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.asr.windows import goes_round
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from tests.models.conftest import THREADS, loaded
from tests.models.dictating import spoken
from tests.speech import Clip, lost_and_doubled, normal, word_errors
from tests.waiting import never

MINUTES = 4
PAUSES_S = (0.4, 1.2, 3.0, 0.7, 6.0)

OTHERWISE = 0.1
"""Share of the words that may differ from those of the same clips alone. A window that holds two clips, or a part of
one, is another window: single words come out differently, now better, now worse; in stock faster-whisper's text of the
whole recording 7 % of them. What is lost or doubled would be whole stretches: those are counted apart."""

STRETCH = 4
"""Words in a row: so many are not misheard but missing, or written for nothing."""


@pytest.fixture(scope="module")
def engine(base: Path, tiny_en: Path) -> WhisperTranscriber:
    return loaded(EngineOptions(base, tiny_en, language="en", compute_type="int8", threads=THREADS))


def test_nothing_is_lost_or_doubled_in_four_minutes_with_pauses(
    engine: WhisperTranscriber, speech: dict[str, Clip]
) -> None:
    clips = [clip for clip in speech.values() if clip.category == "clean" and clip.reference == "dataset"]
    joined, taken = with_pauses(clips)
    alone = " ".join(engine.transcribe(samples, never).text for samples in taken)
    text = spoken(engine, joined, step_s=0.5, clock=lambda: 0.0).text
    assert [words for words in lost_and_doubled(alone, text) if len(words) >= STRETCH] == []
    assert not goes_round([hash(word) for word in normal(text).split()])
    assert word_errors(alone, text) <= OTHERWISE


def with_pauses(clips: Sequence[Clip]) -> tuple[Samples, list[Samples]]:
    """Clips joined by silence until there are so many minutes; and each of them."""
    parts: list[Samples] = []
    taken: list[Samples] = []
    while sum(map(len, parts)) < MINUTES * 60 * SAMPLE_RATE:
        taken.append(clips[len(taken)].samples())
        pause = np.zeros(int(PAUSES_S[len(taken) % len(PAUSES_S)] * SAMPLE_RATE), np.float32)
        parts += [taken[-1], pause]
    return np.concatenate(parts), taken
