"""Real weights, loaded once: the starter models in float32, where batched and single steps agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.speech import FOLDER, Clip, clips

THREADS = 2


@pytest.fixture(scope="session")
def store(starter: Paths) -> ModelStore:
    return ModelStore(starter)


@pytest.fixture(scope="session")
def base(store: ModelStore) -> Path:
    return store.find("base")


@pytest.fixture(scope="session")
def tiny_en(store: ModelStore) -> Path:
    return store.find("tiny.en")


@pytest.fixture(scope="session")
def speculative(base: Path, tiny_en: Path) -> WhisperTranscriber:
    return loaded(EngineOptions(base, tiny_en, compute_type="float32", threads=THREADS, draft_must_pay=False))


@pytest.fixture(scope="session")
def plain(base: Path) -> WhisperTranscriber:
    return loaded(EngineOptions(base, compute_type="float32", threads=THREADS, plain=True))


@pytest.fixture
def hinted(base: Path, tiny_en: Path) -> list[WhisperTranscriber]:
    """With and without a draft, told what could be said."""
    prompt = "Thornton, Margaret, the Harbour"
    draft, none = (EngineOptions(base, draft, "en", prompt, "cpu", "float32", THREADS) for draft in (tiny_en, None))
    return [loaded(draft), loaded(none)]


@pytest.fixture(scope="session")
def speech() -> dict[str, Clip]:
    """By name."""
    found = clips()
    if not found:
        pytest.skip(f"the recorded speech is not at {FOLDER}")
    return {clip.name: clip for clip in found}


def loaded(options: EngineOptions) -> WhisperTranscriber:
    transcriber = WhisperTranscriber(options)
    transcriber.load()
    return transcriber
