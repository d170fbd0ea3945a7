"""What the passes of a model cost."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from mojovoice_gui.asr.costs import noise, prompt_of, read_on_trial, write_on_trial
from mojovoice_gui.asr.decoder import StepDecoder
from mojovoice_gui.asr.features import FRAMES_PER_SECOND, WINDOW_FRAMES
from mojovoice_gui.asr.loading import Model, StorageView, load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.errors import ModelError

FRAMES = (200, 400, 800, 1200, 1600, 2200, WINDOW_FRAMES)
READS = (1, 2, 4, 8, 16, 32, 64)
SHORT_TEXT, LONG_TEXT = 8, 40
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds, each the median of ``REPEATS``."""

    encode_s: tuple[float, ...]  # by ``FRAMES``
    prefill_s: tuple[float, ...]  # the same: start of a decoder over a window and its prompt
    read_s: tuple[tuple[float, ...], ...]  # for each of ``FRAMES`` by ``READS``: one pass over so many tokens

    def encode(self, frames: int) -> float:
        return float(np.interp(frames, FRAMES, self.encode_s))

    def prefill(self, frames: int) -> float:
        return float(np.interp(frames, FRAMES, self.prefill_s))

    def read(self, frames: int, tokens: int) -> float:
        by_frames = [float(np.interp(tokens, READS, row)) for row in self.read_s]
        return float(np.interp(frames, FRAMES, by_frames))


@dataclass(frozen=True, slots=True)
class StockCosts:
    """The same, as stock faster-whisper goes about it."""

    window_s: float  # ``encode`` and ``generate`` over a full window: all but its steps
    step_s: float  # and each step of it


def measure_costs(folder: Path, placement: Placement, tell: Callable[[str], None]) -> Costs:
    """Loads the model and times its passes; ``tell`` hears what is under way. Raises ``ModelError``."""
    with _told(folder):
        return _measured(load_model(folder, placement, Machine()), tell)


def measure_stock_costs(folder: Path, placement: Placement) -> StockCosts:
    """Loads the model, too. Raises ``ModelError``."""
    with _told(folder):
        model = load_model(folder, placement, Machine())
        window = noise(model, WINDOW_FRAMES)
        start_s, step_s = _generate(model, model.encode(window))
        return StockCosts(_median(partial(model.encode, window, to_cpu=True)) + start_s, step_s)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (RuntimeError, ValueError, MemoryError) as error:
        raise ModelError(f"The costs of {folder.name} cannot be measured: {error}.") from error


def _measured(model: Model, tell: Callable[[str], None]) -> Costs:
    prompt = prompt_of(model)
    encode_s, prefill_s, read_s = [], [], []
    for frames in FRAMES:
        tell(f"a window of {frames / FRAMES_PER_SECOND:.0f} s")
        window = noise(model, frames)
        encode_s.append(_median(partial(model.encode, window, to_cpu=True)))
        encoded = model.encode(window)
        prefill_s.append(_median(partial(StepDecoder, model, encoded, prompt)))
        decoder = StepDecoder(model, encoded, prompt)
        read_s.append(tuple(_median(partial(read_on_trial, decoder, count)) for count in READS))
    return Costs(tuple(encode_s), tuple(prefill_s), tuple(read_s))


def _generate(model: Model, encoded: StorageView) -> tuple[float, float]:
    """What a greedy ``generate`` takes to start, and for each token."""
    short, long = (_median(partial(write_on_trial, model, encoded, tokens)) for tokens in (SHORT_TEXT, LONG_TEXT))
    step = max(0.0, (long - short) / (LONG_TEXT - SHORT_TEXT))
    return max(0.0, short - SHORT_TEXT * step), step


def _median(act: Callable[[], object]) -> float:
    """Seconds, after one time that does not count."""
    act()
    took = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)
