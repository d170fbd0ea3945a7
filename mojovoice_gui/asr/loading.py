"""Models into memory, on the device that really works."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from mojovoice_gui.asr.features import Spectrogram
from mojovoice_gui.asr.timestamp_rules import TimestampRules
from mojovoice_gui.asr.vocabulary import Vocabulary
from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing, OutOfMemory

logger = logging.getLogger(__name__)

StorageView: TypeAlias = ctranslate2.StorageView
Whisper: TypeAlias = ctranslate2.models.Whisper

PREFERRED_TYPES = {"cuda": ("float16", "int8_float32", "float32"), "cpu": ("int8", "float32")}
MAX_THREADS = 8  # more of them wait for each other
PROBE_FRAMES = 100


@dataclass(frozen=True, slots=True)
class Placement:
    """Where models run, and why there."""

    device: str
    compute_type: str
    threads: int
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.device} {self.compute_type}"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """One Whisper in memory."""

    whisper: Whisper
    vocabulary: Vocabulary
    rules: TimestampRules

    @property
    def mel_bins(self) -> int:
        return int(self.whisper.n_mels)

    def encode(self, window: Spectrogram) -> StorageView:
        """``window``: shape (1, mel bins, frames)."""
        return self.whisper.encode(ctranslate2.StorageView.from_array(window))

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


def load_target(folder: Path, device: str, compute_type: str, threads: int) -> tuple[Model, Placement]:
    """The model, on CUDA when it really encodes there, else on the CPU.

    ``device`` and ``compute_type`` may be "auto", ``threads`` 0. Raises ``ModelError``.
    """
    reason = "chosen in the settings"
    if device != "cpu":
        placement, reason = _on_cuda(compute_type, threads)
        if placement:
            try:
                return load_model(folder, placement), placement
            except OutOfMemory as error:
                reason = f"CUDA: {error.sentence}"
            except ModelCorrupt as error:  # or CUDA cannot run it: the CPU will tell
                reason = f"CUDA: {error.__cause__}"
    on_cpu = Placement(
        "cpu", _compute_type("cpu", compute_type), threads or min(MAX_THREADS, os.cpu_count() or 1), reason
    )
    return load_model(folder, on_cpu), on_cpu


def _on_cuda(compute_type: str, threads: int) -> tuple[Placement | None, str]:
    """Where on CUDA, or why not."""
    try:
        if ctranslate2.get_cuda_device_count() == 0:
            return None, "no CUDA device was found"
        kind = _compute_type("cuda", compute_type)
    except (RuntimeError, ValueError) as error:
        return None, f"CUDA: {error}"
    return Placement("cuda", kind, threads, "a probe encode on it succeeded"), ""


def _compute_type(device: str, wanted: str) -> str:
    """``wanted`` where the device has it, else the best that it has."""
    supported = ctranslate2.get_supported_compute_types(device)
    if wanted in supported:
        return wanted
    if wanted != "auto":
        logger.warning("%s cannot compute in %s: the best it can is taken", device, wanted)
    return next((kind for kind in PREFERRED_TYPES[device] if kind in supported), "default")


def load_model(folder: Path, placement: Placement) -> Model:
    """Load and probe; raises ``ModelMissing``, ``ModelCorrupt``, ``OutOfMemory``."""
    if not (folder / "model.bin").is_file():
        raise ModelMissing(f"There is no model in {folder}.", "Download one, or choose another.")
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        whisper = ctranslate2.models.Whisper(
            str(folder),
            device=placement.device,
            compute_type=placement.compute_type,
            intra_threads=placement.threads,
        )
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
            f"The model in {folder} does not fit into the memory of the {device}.", "Choose a smaller one."
        )
    return ModelCorrupt(f"The model in {folder} is damaged or not a Whisper model.", "Download it again.")


def is_out_of_memory(error: Exception) -> bool:
    text = str(error).lower()
    return isinstance(error, MemoryError) or "out of memory" in text or "bad_alloc" in text


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
