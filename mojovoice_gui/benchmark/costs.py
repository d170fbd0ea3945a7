"""What the passes of a model cost."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import ctranslate2
import numpy as np

from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.benchmark.vocabulary import vocabulary_of
from mojovoice_gui.errors import ModelError

FULL_WINDOW = 3000
FRAMES = (200, 400, 800, 1200, 1600, 2200, FULL_WINDOW)
READS = (1, 2, 4, 8, 16, 32, 64)
SHORT_TEXT, LONG_TEXT = 8, 40
REPEATS = 3
PROMPT = ("<|startoftranscript|>", "<|en|>", "<|transcribe|>", "<|notimestamps|>")
END = "<|endoftext|>"

Whisper: TypeAlias = Any  # CTranslate2 has no types


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds, each the median of ``REPEATS``."""

    encode_s: tuple[float, ...]  # by ``FRAMES``
    prefill_s: tuple[float, ...]  # the same: start of a decoder over a window and its prompt
    read_s: tuple[tuple[float, ...], ...]  # for each of ``FRAMES`` by ``READS``: one pass over so many tokens
    stock_start_s: float  # ``generate`` over a full window: all but its steps
    stock_step_s: float  # and each step of it

    def encode(self, frames: int) -> float:
        return float(np.interp(frames, FRAMES, self.encode_s))

    def prefill(self, frames: int) -> float:
        return float(np.interp(frames, FRAMES, self.prefill_s))

    def read(self, frames: int, tokens: int) -> float:
        by_frames = [float(np.interp(tokens, READS, row)) for row in self.read_s]
        return float(np.interp(frames, FRAMES, by_frames))


def measure_costs(folder: Path, placement: Placement, tell: Callable[[str], None]) -> Costs:
    """Loads the model and times its passes; ``tell`` hears what is under way. Raises ``ModelError``."""
    try:
        return _measured(folder, placement, tell)
    except (RuntimeError, ValueError, MemoryError, OSError) as error:
        raise ModelError(f"The costs of {folder.name} cannot be measured: {error}.") from error


def _measured(folder: Path, placement: Placement, tell: Callable[[str], None]) -> Costs:
    model = ctranslate2.models.Whisper(
        str(folder),
        device=placement.device,
        compute_type=placement.compute_type,
        intra_threads=placement.threads,
    )
    ids = {token: number for number, token in enumerate(vocabulary_of(folder))}
    prompt = [ids[token] for token in PROMPT if token in ids]
    encode_s, prefill_s, read_s = [], [], []
    for frames in FRAMES:
        tell(f"a window of {frames / 100:.0f} s")
        window = ctranslate2.StorageView.from_array(_window(model, frames))
        encode_s.append(_median(partial(model.encode, window, to_cpu=True)))
        encoded = model.encode(window)
        prefill_s.append(_median(partial(_prefill, model, encoded, prompt)))
        read_s.append(tuple(_reads(model, encoded, prompt)))
    start_s, step_s = _generate(model, encoded, prompt, ids[END])
    return Costs(tuple(encode_s), tuple(prefill_s), tuple(read_s), start_s, step_s)


def _window(model: Whisper, frames: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    noise = np.random.default_rng(0).standard_normal((1, model.n_mels, frames))
    return (0.1 * noise).astype(np.float32)


def _prefill(model: Whisper, encoded: Any, prompt: list[int]) -> Any:
    state, logits = model.prefill(encoded, prompt)
    _on_cpu(logits)
    return state


def _reads(model: Whisper, encoded: Any, prompt: list[int]) -> Iterator[float]:
    """A pass over each of ``READS`` tokens, with its logits brought here, as the engine does it."""
    state = _prefill(model, encoded, prompt)
    for count in READS:
        yield _median(partial(_read, model, state, len(prompt), list(range(1000, 1000 + count))))


def _read(model: Whisper, state: Any, before: int, tokens: list[int]) -> None:
    _on_cpu(model.forward_batch(state, tokens))
    state.truncate_to_step(before)


def _generate(model: Whisper, encoded: Any, prompt: list[int], end: int) -> tuple[float, float]:
    """What a greedy ``generate`` takes to start, and for each token."""

    def write(count: int) -> None:
        model.generate(encoded, [prompt], beam_size=1, max_length=len(prompt) + count, suppress_tokens=[end])

    short, long = _median(lambda: write(SHORT_TEXT)), _median(lambda: write(LONG_TEXT))
    step = max(0.0, (long - short) / (LONG_TEXT - SHORT_TEXT))
    return max(0.0, short - SHORT_TEXT * step), step


def _on_cpu(logits: Any) -> None:
    if logits.device != "cpu":
        logits = logits.to(ctranslate2.DataType.float32).to_device(ctranslate2.Device.cpu)
    np.array(logits)


def _median(act: Callable[[], object]) -> float:
    """Seconds, after one time that does not count."""
    act()
    took = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)
