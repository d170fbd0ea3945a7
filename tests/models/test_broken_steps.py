"""Step calls that fail amid a window, with real weights: the window is written all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mojovoice_gui.asr.features import Sound
from mojovoice_gui.asr.loading import Model, StorageView, has_step_calls, load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.asr.window_writer import WindowWriter
from mojovoice_gui.audio.files import read_audio
from tests.models.conftest import THREADS
from tests.speech import DEMO
from tests.waiting import never

pytestmark = pytest.mark.skipif(not has_step_calls(), reason="without the step calls none can fail")

SOUND_PASSES = 4


class Breaking:
    """A Whisper whose passes fail after the first few."""

    def __init__(self, whisper: Any, error: Exception, sound_passes: int = SOUND_PASSES) -> None:
        self.passes = 0
        self._whisper, self._error, self._sound_passes = whisper, error, sound_passes

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whisper, name)

    def forward_batch(self, state: Any, tokens: Sequence[int]) -> Any:
        self.passes += 1
        if self.passes > self._sound_passes:
            raise self._error
        return self._whisper.forward_batch(state, tokens)


class BrokenMachine(Machine):
    """Where no step call works."""

    def open_whisper(self, folder: Path, placement: Placement) -> Any:
        return Breaking(super().open_whisper(folder, placement), RuntimeError("odd"), 0)


@pytest.fixture(scope="module")
def model(base: Path) -> Model:
    return load_model(base, Placement("cpu", "float32", THREADS), Machine())


@pytest.fixture(scope="module")
def encoded(model: Model) -> StorageView:
    return model.encode(Sound(read_audio(DEMO)).window(model.mel_bins, 0))


@pytest.fixture(scope="module")
def prompt(model: Model) -> list[int]:
    return [model.vocabulary.start, *model.vocabulary.task("en")]


@pytest.mark.parametrize("error", [RuntimeError("odd"), IndexError("odd")])
def test_what_was_begun_is_written_plainly_and_no_step_is_tried_again(
    model: Model, encoded: StorageView, prompt: list[int], error: Exception
) -> None:
    plain = WindowWriter(model, None, can_verify=False).write(encoded, prompt, None, never)
    breaking = Breaking(model.whisper, error)
    writer = WindowWriter(replace(model, whisper=breaking), model, can_verify=True)
    written = writer.write(encoded, prompt, [], never)
    assert breaking.passes == SOUND_PASSES + 1
    assert (written.tokens, written.ended) == (plain.tokens, True)
    assert len(written.tokens) > SOUND_PASSES
    assert (writer.can_verify, writer.draft_pays, writer.no_draft) == (False, False, "a step call failed: odd")


def test_a_lack_of_memory_is_not_taken_for_a_broken_step(model: Model, encoded: StorageView, prompt: list[int]) -> None:
    """Plain decoding needs no less: another place has to be found."""
    breaking = Breaking(model.whisper, RuntimeError("std::bad_alloc"))
    writer = WindowWriter(replace(model, whisper=breaking), model, can_verify=True)
    with pytest.raises(RuntimeError, match="bad_alloc"):
        writer.write(encoded, prompt, [], never)
    assert (writer.can_verify, writer.draft_pays, writer.no_draft) == (True, True, "")


def test_with_the_usual_settings_the_models_are_there_all_the_same(base: Path, tiny_en: Path) -> None:
    options = EngineOptions(base, tiny_en, language="en", compute_type="int8", threads=THREADS)
    engine = WhisperTranscriber(options, machine=BrokenMachine())
    assert engine.load().draft == str(tiny_en)
    transcript = engine.transcribe(read_audio(DEMO), never)
    assert transcript.text == "Please send the report to everybody before Friday morning."
    assert transcript.stats.proposed == 0
