"""What the passes of one model take here and now.

Everything that measures is a generator that yields after each pass: whoever draws on it may stop in between, and go on
later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, TypeVar

import numpy as np

from mojovoice_gui.asr.decoder import StepDecoder
from mojovoice_gui.asr.features import FRAMES_PER_SECOND, WINDOW_FRAMES, Spectrogram
from mojovoice_gui.asr.loading import Model, StorageView
from mojovoice_gui.asr.reach import MARGIN_S

FRAMES = (400, 800, 1000, 1200, 1400, 1700, 2200, WINDOW_FRAMES)  # in small steps: the cost may jump
READS = (1, 8, 16, 32, 48)
TYPICAL_S, TYPICAL_TOKENS = 5, 20  # of speech
TYPICAL_FRAMES = round(FRAMES_PER_SECOND * (TYPICAL_S + MARGIN_S))
TYPICAL_PASSES, TYPICAL_READ = 4, 16
LONG_ENOUGH_S = 1.2
"""Nobody will want more frames encoded than take so long, and a dictation may have to wait for this one."""

ENCODINGS, READINGS = 3, 8
"""The best of so many counts: what else runs only ever makes a pass slower."""

T = TypeVar("T")
Measuring: TypeAlias = Generator[None, None, T]


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds, rising. ``read`` is empty where nothing can be verified."""

    encode: tuple[tuple[int, float], ...]  # frames, one pass over them
    read: tuple[tuple[int, float], ...]  # tokens, one pass over them

    def listening_s(self, speech_s: float) -> float:
        """To so much speech: what is known is nodded at, what is new takes as many passes as in 5 s of it."""
        encode_s = self.encode_s(FRAMES_PER_SECOND * (speech_s + MARGIN_S))
        known = TYPICAL_TOKENS / TYPICAL_S * speech_s / TYPICAL_READ
        return encode_s + (TYPICAL_PASSES + known) * self.read_s(TYPICAL_READ) if self.read else encode_s

    def encode_s(self, frames: float) -> float:
        return _interpolated(frames, self.encode)

    def read_s(self, tokens: float) -> float:
        return _interpolated(tokens, self.read)


def _rising(measured: dict[int, float]) -> tuple[tuple[int, float], ...]:
    """Less never takes longer than more: where it seemed so, something else was running."""
    least = np.minimum.accumulate(list(measured.values())[::-1])[::-1]
    return tuple(zip(measured, map(float, least), strict=True))


def _interpolated(amount: float, measured: Sequence[tuple[int, float]]) -> float:
    return float(np.interp(amount, [at for at, _ in measured], [seconds for _, seconds in measured]))


def measured(model: Model, *, can_verify: bool) -> Measuring[Costs]:
    """More and more frames, until that takes too long; then tokens."""
    encode: dict[int, float] = {}
    for frames in FRAMES:
        encode[frames] = yield from best_of(ENCODINGS, partial(_encode, model, frames))
        if encode[frames] > LONG_ENOUGH_S:
            break
    read: dict[int, float] = {}
    if can_verify:
        decoder = _decoder(model)
        for tokens in READS:
            read[tokens] = yield from best_of(READINGS, partial(read_on_trial, decoder, tokens))
    return Costs(_rising(encode), _rising(read))


def listening_s(model: Model, *, can_verify: bool) -> Measuring[float]:
    """One listening to 5 s of speech: what is compared when there is a choice."""
    took = yield from best_of(2, partial(_encode, model, TYPICAL_FRAMES))  # the first finds no memory ready
    if can_verify:
        took += TYPICAL_PASSES * (yield from best_of(2, partial(read_on_trial, _decoder(model), TYPICAL_READ)))
    return took


def writing_s(model: Model) -> Measuring[float]:
    """A whole transcript of 5 s of speech, as the draft writes it: token by token."""
    took = yield from best_of(2, partial(_encode, model, TYPICAL_FRAMES))
    encoded = model.encode(noise(model, TYPICAL_FRAMES))
    return took + (yield from best_of(2, partial(write_on_trial, model, encoded, TYPICAL_TOKENS)))


def best_of(times: int, act: Callable[[], object]) -> Measuring[float]:
    """Once is enough for what takes too long anyway."""
    took: list[float] = []
    while len(took) < times and max(took, default=0.0) < LONG_ENOUGH_S:
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
        yield
    return min(took)


def noise(model: Model, frames: int) -> Spectrogram:
    """Shape (1, mel bins, frames): what a window holds does not change what it costs."""
    drawn = np.random.default_rng(0).standard_normal((1, model.mel_bins, frames))
    return (0.3 * drawn).astype(np.float32)


def _encode(model: Model, frames: int) -> None:
    model.encode(noise(model, frames), to_cpu=True)  # a card is not ready before its result is here


def prompt_of(model: Model) -> list[int]:
    """To write English."""
    return [model.vocabulary.start, *model.vocabulary.task("en")]


def _decoder(model: Model) -> StepDecoder:
    decoder = StepDecoder(model, model.encode(noise(model, TYPICAL_FRAMES)), prompt_of(model))
    if decoder.unread:
        decoder.read(decoder.unread)
    return decoder


def read_on_trial(decoder: StepDecoder, tokens: int) -> None:
    """One pass, with its logits brought here."""
    decoder.read([1000] * tokens)(0)
    decoder.rewind(tokens)


def write_on_trial(model: Model, encoded: StorageView, tokens: int) -> None:
    """Token by token, whatever they are."""
    model.whisper.generate(
        encoded,
        [prompt_of(model)],
        beam_size=1,
        max_length=2 * tokens,  # of which it lets half be new
        suppress_tokens=[model.vocabulary.end],
    )
