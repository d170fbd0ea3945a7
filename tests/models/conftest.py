"""Real weights, loaded once: the starter models in float32, where batched and single steps agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.speech import Clip, clips_by_name

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
    alone = EngineOptions(base, None, "en", prompt, "cpu", "float32", THREADS, draft_must_pay=False)
    return [loaded(replace(alone, draft=tiny_en)), loaded(alone)]


@pytest.fixture(scope="session")
def speech() -> dict[str, Clip]:
    return clips_by_name()


def loaded(options: EngineOptions) -> WhisperTranscriber:
    transcriber = WhisperTranscriber(options)
    transcriber.load()
    return transcriber
