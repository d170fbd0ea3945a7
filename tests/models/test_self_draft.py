"""The best guess is the target's own last text: where nothing has changed, it only has to nod."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.loading import has_step_calls
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.audio.vad import has_speech
from tests.models.conftest import THREADS, loaded
from tests.speech import Clip

TOKENS, PASSES = 48, 2
"""At the most so many passes for so many tokens, beside the one over the prompt."""


@pytest.mark.skipif(not has_step_calls(), reason="without the step calls nothing can be checked")
@pytest.mark.parametrize("name", ["ls-other-1688-142285-0007", "lj-LJ001-0014", "fleurs-en-009", "barista-f43dffb6"])
@pytest.mark.parametrize("arithmetic", ["float32", "int8"])
def test_a_text_that_has_not_changed_is_nodded_through(
    name: str, arithmetic: str, base: Path, tiny_en: Path, speech: dict[str, Clip]
) -> None:
    engine = loaded(EngineOptions(base, tiny_en, "en", device="cpu", compute_type=arithmetic, threads=THREADS))
    samples = speech[name].samples()
    live = engine.begin(has_speech)
    first, again = (live.listen(samples, lambda: False) for _ in range(2))
    third = live.listen(samples, lambda: False)
    assert third.text == again.text
    assert arithmetic == "int8" or again.text == first.text
    assert third.stats.accepted == third.stats.proposed
    for window in third.windows:
        tokens = sum(one.accepted for one in window.passes)
        assert len(window.passes) <= PASSES * -(-tokens // TOKENS)
