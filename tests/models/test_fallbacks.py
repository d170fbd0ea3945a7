"""Whatever is wrong with the draft, the user gets the target's text; a wrong target is told in a sentence."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mojovoice_gui.asr.loading import has_step_calls
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.payoff import TRIALS
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing
from tests.models.conftest import THREADS
from tests.speech import Clip

CLIP = "ls-other-1688-142285-0008"


def options(target: Path, draft: Path | None = None) -> EngineOptions:
    return EngineOptions(
        target, draft, language="en", device="cpu", compute_type="float32", threads=THREADS, draft_must_pay=False
    )


def copy(model: Path, folder: Path, without: str = "") -> Path:
    """``model``, linked file by file; so that one of them can be left out or changed."""
    folder.mkdir()
    for file in model.iterdir():
        if file.name != without:
            (folder / file.name).symlink_to(file)
    return folder


def truncated(model: Path, folder: Path) -> Path:
    copy(model, folder, without="model.bin")
    with (model / "model.bin").open("rb") as whole, (folder / "model.bin").open("wb") as part:
        part.write(whole.read(1_000_000))
    return folder


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="there is a CTranslate2 with them for no other"
)
def test_the_step_calls_are_there() -> None:
    """Upstream's CTranslate2 must not have replaced ours."""
    assert has_step_calls()


def test_the_draft_is_announced(base: Path, tiny_en: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        state = WhisperTranscriber(options(base, tiny_en), step_calls=True).load()
    assert f"Loading draft model for speculative decoding: {tiny_en}" in caplog.messages
    assert (state.target, state.draft, state.draft_reason) == (str(base), str(tiny_en), "")
    assert state.device == "cpu float32"
    assert state.device_reason


@pytest.mark.parametrize("damage", ["no draft", "no folder", "truncated", "not a model", "no step calls", "asked"])
def test_without_a_draft_the_text_is_the_same(
    damage: str,
    base: Path,
    tiny_en: Path,
    tmp_path: Path,
    speech: dict[str, Clip],
    plain: WhisperTranscriber,
    caplog: pytest.LogCaptureFixture,
) -> None:
    drafts: dict[str, Callable[[], Path | None]] = {
        "no draft": lambda: None,
        "no folder": lambda: tmp_path / "nowhere",
        "truncated": lambda: truncated(tiny_en, tmp_path / "draft"),
        "not a model": lambda: copy(tiny_en, tmp_path / "draft", without="vocabulary.txt"),
    }
    draft = drafts.get(damage, lambda: tiny_en)()
    engine = replace(options(base, draft), plain=damage == "asked")
    transcriber = WhisperTranscriber(engine, step_calls=damage != "no step calls")
    with caplog.at_level("INFO"):
        state = transcriber.load()
    assert state.draft == ""
    assert state.draft_reason
    assert [line for line in caplog.messages if "Plain decoding" in line] == [f"Plain decoding: {state.draft_reason}"]
    samples = speech[CLIP].samples()
    transcript = transcriber.transcribe(samples, lambda: False)
    assert transcript.tokens == plain.transcribe(samples, lambda: False).tokens
    assert transcript.stats.proposed == 0


def test_a_target_whose_vocabulary_is_unknown_decodes_plainly(
    base: Path, tiny_en: Path, tmp_path: Path, speech: dict[str, Clip], plain: WhisperTranscriber
) -> None:
    target = copy(base, tmp_path / "target", without="tokenizer.json")
    transcriber = WhisperTranscriber(options(target, tiny_en))
    assert "vocabulary is unknown" in transcriber.load().draft_reason
    samples = speech[CLIP].samples()
    assert transcriber.transcribe(samples, lambda: False).text == plain.transcribe(samples, lambda: False).text


def test_an_english_only_target_takes_a_draft_too(base: Path, tiny_en: Path, speech: dict[str, Clip]) -> None:
    """Its prompt is one token; the draft is a bigger, multilingual model."""
    samples = speech[CLIP].samples()
    drafted, alone = (
        WhisperTranscriber(options(tiny_en, draft)).transcribe(samples, lambda: False) for draft in (base, None)
    )
    assert drafted.tokens == alone.tokens
    assert drafted.stats.passes < alone.stats.passes


@pytest.mark.parametrize(
    ("missing", "kind"),
    [("model.bin", ModelMissing), ("config.json", ModelCorrupt), ("vocabulary.txt", ModelCorrupt)],
)
def test_an_incomplete_target_is_told(missing: str, kind: type[ModelError], base: Path, tmp_path: Path) -> None:
    folder = copy(base, tmp_path / "target", without=missing)
    with pytest.raises(kind, match=str(folder)):
        WhisperTranscriber(options(folder)).load()


def test_a_truncated_target_is_told(tiny_en: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelCorrupt, match="damaged"):
        WhisperTranscriber(options(truncated(tiny_en, tmp_path / "target"))).load()


def test_weights_of_something_else_are_told(base: Path, tmp_path: Path) -> None:
    folder = copy(base, tmp_path / "target", without="model.bin")
    (folder / "model.bin").write_bytes(b"these are no weights" * 100)
    with pytest.raises(ModelCorrupt):
        WhisperTranscriber(options(folder)).load()


def test_an_unreadable_config_is_told(base: Path, tmp_path: Path) -> None:
    folder = copy(base, tmp_path / "target", without="config.json")
    (folder / "config.json").write_text(json.dumps({})[:-1], encoding="utf-8")
    with pytest.raises(ModelCorrupt):
        WhisperTranscriber(options(folder)).load()


def test_a_draft_that_vanishes_after_loading_is_not_needed_again(
    base: Path, tiny_en: Path, tmp_path: Path, speech: dict[str, Clip]
) -> None:
    draft = tmp_path / "draft"
    shutil.copytree(tiny_en, draft)
    transcriber = WhisperTranscriber(options(base, draft))
    transcriber.load()
    shutil.rmtree(draft)
    transcript = transcriber.transcribe(speech[CLIP].samples(), lambda: False)
    assert transcript.text
    assert transcript.stats.proposed > 0


def test_a_draft_that_is_named_and_missing_is_told(base: Path) -> None:
    why = "There is no model nano here."
    assert WhisperTranscriber(replace(options(base), no_draft=why)).load().draft_reason == why


def test_a_draft_that_did_not_pay_rests_after_an_unload_too(base: Path, tiny_en: Path, speech: dict[str, Clip]) -> None:
    """Here it is the bigger model."""
    engine = WhisperTranscriber(replace(options(tiny_en, base), draft_must_pay=True))
    assert engine.load().draft_reason == ""
    for _ in range(TRIALS):
        engine.transcribe(speech[CLIP].samples(), lambda: False)
    engine.unload()
    assert "did not pay" in engine.load().draft_reason
