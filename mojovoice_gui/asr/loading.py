"""One model into memory, on a device that really runs it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from mojovoice_gui.asr.features import Spectrogram
from mojovoice_gui.asr.machine import Machine, Whisper
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.asr.timestamp_rules import TimestampRules
from mojovoice_gui.asr.vocabulary import Vocabulary
from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing, OutOfMemory, Sentence

StorageView: TypeAlias = ctranslate2.StorageView
PROBE_FRAMES = 100


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """One Whisper in memory."""

    whisper: Whisper
    vocabulary: Vocabulary
    rules: TimestampRules

    @property
    def mel_bins(self) -> int:
        return int(self.whisper.n_mels)

    def encode(self, window: Spectrogram, *, to_cpu: bool = False) -> StorageView:
        """``window``: shape (1, mel bins, frames)."""
        return self.whisper.encode(ctranslate2.StorageView.from_array(window), to_cpu=to_cpu)

    def hear_language(self, encoded: StorageView) -> str:
        """ISO 639-1, such as "en"."""
        if not self.vocabulary.multilingual:
            return "en"
        token, _probability = self.whisper.detect_language(encoded)[0][0]
        return str(token).strip("<|>")


def has_step_calls() -> bool:
    """Can this CTranslate2 check several tokens in one pass?"""
    calls = ("prefill", "forward_batch")
    state = getattr(ctranslate2.models, "WhisperDecoderState", None)
    return all(hasattr(ctranslate2.models.Whisper, call) for call in calls) and hasattr(state, "truncate_to_step")


def load_model(folder: Path, placement: Placement, machine: Machine) -> Model:
    """Load and probe; raises ``ModelMissing``, ``ModelCorrupt``, ``OutOfMemory``."""
    if not (folder / "model.bin").is_file():
        raise ModelMissing(
            Sentence("There is no model in {folder}.", folder=folder), "Download one, or choose another."
        )
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        whisper = machine.open_whisper(folder, placement)
        vocabulary = Vocabulary(folder, multilingual=whisper.is_multilingual)
        model = Model(whisper, vocabulary, _rules(vocabulary, config))
        model.encode(np.zeros((1, model.mel_bins, PROBE_FRAMES), np.float32))
    except (OSError, ValueError, KeyError, RuntimeError, MemoryError) as error:
        raise loading_failed(folder, placement.device, error) from error
    return model


def loading_failed(folder: Path, device: str, error: Exception) -> ModelError:
    """What an exception of CTranslate2 means for the user."""
    if is_out_of_memory(error):
        return OutOfMemory(
            Sentence(
                "The model in {folder} does not fit into the memory of the {device}.", folder=folder, device=device
            ),
            "Choose a smaller one.",
        )
    return ModelCorrupt(
        Sentence("The model in {folder} is damaged or not a Whisper model.", folder=folder),
        "Download it again, or choose another.",
    )


def is_out_of_memory(error: Exception) -> bool:
    text = str(error).lower()
    signs = ("out of memory", "bad_alloc", "cublas_status_alloc_failed")
    return isinstance(error, MemoryError) or any(sign in text for sign in signs)


def _rules(vocabulary: Vocabulary, config: dict[str, list[int]]) -> TimestampRules:
    suppressed = config.get("suppress_ids", []) if vocabulary.cannot_write else vocabulary.suppressed
    return TimestampRules(
        vocabulary.end,
        vocabulary.first_timestamp,
        vocabulary.size,
        _ids(suppressed),
        _ids(config.get("suppress_ids_begin", [])),
    )


def _ids(numbers: Sequence[int]) -> NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)
