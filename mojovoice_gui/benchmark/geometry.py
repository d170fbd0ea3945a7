"""A model of a shape, with weights of noise: what it writes means nothing, what it costs is right.

The weights of large-v3-turbo are 1.6 GB that not everybody has; its shape is known.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mojovoice_gui.asr.vocabulary import words_of
from mojovoice_gui.errors import ModelError

Half: TypeAlias = NDArray[np.float16]

WINDOW_POSITIONS = 1500
LONGEST_TEXT = 448
COPIED = ("tokenizer.json",)


@dataclass(frozen=True, slots=True)
class Shape:
    """Of a Whisper."""

    width: int
    heads: int
    encoder_layers: int
    decoder_layers: int
    mel_bins: int
    tokens: int


SHAPES = {"large-v3-turbo": Shape(1280, 20, 32, 4, 128, 51_866)}


def write_model(name: str, folder: Path, like: Path) -> Path:
    """Once: where there is one already, it stays. ``like`` is a Whisper that lends its vocabulary.

    Half precision, on disk 1.6 GB for large-v3-turbo. Raises ``ModelError``.
    """
    if (folder / "model.bin").is_file():
        return folder
    unfinished = folder.with_name(f"{folder.name}.part-{os.getpid()}")
    try:
        unfinished.mkdir(parents=True)
        write_shape(SHAPES[name], unfinished, like)
        unfinished.rename(folder)
    except OSError as error:
        raise ModelError(f"The model for measuring cannot be written to {folder.parent}: {error.strerror}.") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def write_shape(shape: Shape, folder: Path, like: Path) -> None:
    """Into an empty folder; raises ``OSError``."""
    spec = _Weights(shape).spec()
    spec.register_vocabulary(_vocabulary(like, shape.tokens))
    spec.validate()
    spec.optimize(quantization="float16")
    spec.save(str(folder))
    config = json.loads((like / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "alignment_heads": [[2, 4]]}), encoding="utf-8")
    for name in COPIED:
        shutil.copy(like / name, folder)


def _vocabulary(like: Path, count: int) -> list[str]:
    return (words_of(like) + [f"<|extra{number}|>" for number in range(count)])[:count]


class _Weights:
    """Fills the specification of a Whisper with small numbers."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._noise = (0.02 * np.random.default_rng(0).standard_normal(1_000_003)).astype(np.float16)
        self._made = 0

    def spec(self) -> Any:
        from ctranslate2.specs import whisper_spec

        shape = self._shape
        spec = whisper_spec.WhisperSpec(shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads)
        self._encoder(spec.encoder)
        self._decoder(spec.decoder)
        return spec

    def _encoder(self, encoder: Any) -> None:
        width, mel_bins = self._shape.width, self._shape.mel_bins
        for convolution, bins in ((encoder.conv1, mel_bins), (encoder.conv2, width)):
            convolution.weight, convolution.bias = self._some(width, bins, 3), self._zeros(width)
        encoder.position_encodings.encodings = self._some(WINDOW_POSITIONS, width)
        self._norm(encoder.layer_norm)
        for layer in encoder.layer:
            self._attention(layer.self_attention, (3, 1))
            self._feed_forward(layer.ffn)

    def _decoder(self, decoder: Any) -> None:
        decoder.embeddings.weight = self._some(self._shape.tokens, self._shape.width)
        decoder.projection.weight = decoder.embeddings.weight
        decoder.position_encodings.encodings = self._some(LONGEST_TEXT, self._shape.width)
        decoder.scale_embeddings = False
        self._norm(decoder.layer_norm)
        for layer in decoder.layer:
            self._attention(layer.self_attention, (3, 1))
            self._attention(layer.attention, (1, 2, 1))
            self._feed_forward(layer.ffn)

    def _attention(self, attention: Any, widths: tuple[int, ...]) -> None:
        self._norm(attention.layer_norm)
        for linear, times in zip(attention.linear, widths, strict=True):
            self._linear(linear, times * self._shape.width, self._shape.width)

    def _feed_forward(self, block: Any) -> None:
        width = self._shape.width
        self._norm(block.layer_norm)
        self._linear(block.linear_0, 4 * width, width)
        self._linear(block.linear_1, width, 4 * width)

    def _linear(self, linear: Any, out: int, into: int) -> None:
        linear.weight, linear.bias = self._some(out, into), self._zeros(out)

    def _norm(self, norm: Any) -> None:
        norm.gamma, norm.beta = np.ones(self._shape.width, np.float16), self._zeros(self._shape.width)

    def _some(self, *sizes: int) -> Half:
        """No two alike: CTranslate2 keeps equal weights once, and what is kept once stays in the processor's cache."""
        self._made += 1
        return np.resize(np.roll(self._noise, 1009 * self._made), sizes)

    def _zeros(self, size: int) -> Half:
        return np.zeros(size, np.float16)
