"""What the passes of a model cost, and what dictations would cost with it."""

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

from mojovoice_gui.asr.loading import Placement

FULL_WINDOW = 3000
FRAMES = (200, 400, 800, 1200, 1600, 2200, FULL_WINDOW)
READS = (1, 2, 4, 8, 16, 32, 64)
SHORT_TEXT, LONG_TEXT = 8, 40
REPEATS = 3
PROMPT = 4  # start, language, task, and a time stamp or not

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


@dataclass(frozen=True, slots=True)
class WindowTrace:
    """What one window took after the key was released."""

    frames: int  # that the encoder read
    reads: tuple[int, ...]  # tokens that each pass read, the first pass apart: that is the prompt


@dataclass(frozen=True, slots=True)
class Trace:
    """How a dictation went with the real pair of models."""

    clip: str
    seconds: float
    stock_tokens: int
    stock_windows: int
    windows: tuple[WindowTrace, ...]  # ours, after release
    other_s: float  # of the wait: the draft, the key, the session; none of it depends on the target


@dataclass(frozen=True, slots=True)
class Projection:
    """The waits that a dictation would have had."""

    clip: str
    seconds: float
    stock_s: float
    ours_s: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """What a model of another shape would take, with the passes that the real pair needed."""

    name: str
    placement: str
    costs: Costs
    dictations: tuple[Projection, ...]


def project(costs: Costs, trace: Trace) -> Projection:
    stock = trace.stock_windows * (costs.encode(FULL_WINDOW) + costs.stock_start_s)
    ours = sum(
        costs.encode(window.frames)
        + costs.prefill(window.frames)
        + sum(costs.read(window.frames, tokens) for tokens in window.reads)
        for window in trace.windows
    )
    return Projection(trace.clip, trace.seconds, stock + trace.stock_tokens * costs.stock_step_s, ours + trace.other_s)


def measure_costs(folder: Path, placement: Placement, tell: Callable[[str], None]) -> Costs:
    """Loads the model and times its passes; ``tell`` hears what is under way."""
    model = ctranslate2.models.Whisper(
        str(folder),
        device=placement.device,
        compute_type=placement.compute_type,
        intra_threads=placement.threads,
    )
    encode_s, prefill_s, read_s = [], [], []
    for frames in FRAMES:
        tell(f"a window of {frames / 100:.0f} s")
        window = ctranslate2.StorageView.from_array(_window(model, frames))
        encode_s.append(_median(partial(model.encode, window, to_cpu=True)))
        encoded = model.encode(window)
        prefill_s.append(_median(partial(_prefill, model, encoded)))
        read_s.append(tuple(_reads(model, encoded)))
    start_s, step_s = _generate(model, encoded)
    return Costs(tuple(encode_s), tuple(prefill_s), tuple(read_s), start_s, step_s)


def _window(model: Whisper, frames: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    noise = np.random.default_rng(0).standard_normal((1, model.n_mels, frames))
    return (0.1 * noise).astype(np.float32)


def _prefill(model: Whisper, encoded: Any) -> Any:
    state, logits = model.prefill(encoded, list(range(100, 100 + PROMPT)))
    _on_cpu(logits)
    return state


def _reads(model: Whisper, encoded: Any) -> Iterator[float]:
    """A pass over each of ``READS`` tokens, with its logits brought here, as the engine does it."""
    state = _prefill(model, encoded)
    for count in READS:
        yield _median(partial(_read, model, state, list(range(1000, 1000 + count))))


def _read(model: Whisper, state: Any, tokens: list[int]) -> None:
    _on_cpu(model.forward_batch(state, tokens))
    state.truncate_to_step(PROMPT)


def _generate(model: Whisper, encoded: Any) -> tuple[float, float]:
    """What a greedy ``generate`` takes to start, and for each token."""

    def write(count: int) -> None:
        model.generate(encoded, [[100] * PROMPT], beam_size=1, max_length=PROMPT + count, suppress_tokens=[50257])

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
