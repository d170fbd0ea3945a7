"""The same weights for whisper.cpp: from CTranslate2's file to its own."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from pathlib import Path
from typing import TypeAlias

import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from numpy.typing import NDArray

from mojovoice_gui.asr.vocabulary import words_of

Array: TypeAlias = NDArray[np.float32]

MAGIC = 0x67676D6C
F32, F16, Q8_0 = 0, 1, 8  # kinds of tensors
FILE_KINDS = {F16: 1, Q8_0: 2007}  # the same as kinds of files, the second with the version of its arithmetic
BLOCK = 32
NUMPY_TYPES = {0: "<f4", 1: "i1", 2: "<i2", 3: "<i4", 4: "<f2"}
NEVER_SMALL = ("positional_embedding", "conv1.bias", "conv2.bias")
AUDIO_POSITIONS, TEXT_POSITIONS = 1500, 448


def convert(model: Path, file: Path, *, small: bool) -> Path:
    """Write ``file`` from a CTranslate2 Whisper in half precision; ``small``: 8 bits a weight.

    Raises ``OSError``, and ``ValueError`` or ``KeyError`` where ``model`` is something else.
    """
    weights = read_weights(model / "model.bin")
    tokens = words_of(model)
    shape = _Shape.of(weights)
    unfinished = file.with_suffix(".part")
    with unfinished.open("wb") as out:
        kind = Q8_0 if small else F16
        out.write(struct.pack("<12i", MAGIC, *shape.numbers(), FILE_KINDS[kind]))
        _write_filters(out, shape.mel_bins)
        _write_vocabulary(out, tokens[: tokens.index("<|endoftext|>")])
        for name, tensor in _tensors(weights, shape):
            _write_tensor(out, name, tensor, kind)
    return unfinished.rename(file)


@dataclass(frozen=True, slots=True)
class _Shape:
    tokens: int
    width: int
    encoder_layers: int
    decoder_layers: int
    mel_bins: int

    @classmethod
    def of(cls, weights: Mapping[str, Array]) -> _Shape:
        def layers(part: str) -> int:
            return len({name.split("/")[1] for name in weights if name.startswith(f"{part}/layer_") and "ffn" in name})

        tokens, width = weights["decoder/embeddings/weight"].shape
        return cls(tokens, width, layers("encoder"), layers("decoder"), weights["encoder/conv1/weight"].shape[1])

    def numbers(self) -> tuple[int, ...]:
        """As the file begins: a head is always 64 wide."""
        heads = self.width // 64
        return (
            *(self.tokens, AUDIO_POSITIONS, self.width, heads, self.encoder_layers),
            *(TEXT_POSITIONS, self.width, heads, self.decoder_layers, self.mel_bins),
        )


def read_weights(file: Path) -> dict[str, Array]:
    """Of CTranslate2's file, by name."""
    weights = {}
    with file.open("rb") as stream:
        _number(stream, "I"), _string(stream), _number(stream, "I")  # version, kind and revision
        for _ in range(_number(stream, "I")):
            name = _string(stream)
            dimensions = [_number(stream, "I") for _ in range(_number(stream, "B"))]
            kind, size = _number(stream, "B"), _number(stream, "I")
            data = np.frombuffer(stream.read(size), NUMPY_TYPES[kind])
            weights[name] = data.reshape(dimensions).astype(np.float32)
        for _ in range(_number(stream, "I")):  # names for what is there already
            alias = _string(stream)
            weights[alias] = weights[_string(stream)]
    return weights


def _number(stream: BufferedReader, kind: str) -> int:
    return int(struct.unpack(f"<{kind}", stream.read(struct.calcsize(kind)))[0])


def _string(stream: BufferedReader) -> str:
    return stream.read(_number(stream, "H")).rstrip(b"\0").decode()


def _tensors(weights: Mapping[str, Array], shape: _Shape) -> Iterator[tuple[str, Array]]:
    yield "encoder.positional_embedding", weights["encoder/position_encodings/encodings"]
    yield "decoder.positional_embedding", weights["decoder/position_encodings/encodings"]
    yield "decoder.token_embedding.weight", weights["decoder/embeddings/weight"]
    for number in (1, 2):
        yield f"encoder.conv{number}.weight", weights[f"encoder/conv{number}/weight"]
        yield f"encoder.conv{number}.bias", weights[f"encoder/conv{number}/bias"][:, np.newaxis]
    yield from _norm(weights, "encoder/layer_norm", "encoder.ln_post")
    yield from _norm(weights, "decoder/layer_norm", "decoder.ln")
    for part, layers in (("encoder", shape.encoder_layers), ("decoder", shape.decoder_layers)):
        for layer in range(layers):
            yield from _layer(weights, f"{part}/layer_{layer}", f"{part}.blocks.{layer}")


def _layer(weights: Mapping[str, Array], there: str, here: str) -> Iterator[tuple[str, Array]]:
    yield from _attention(weights, f"{there}/self_attention", f"{here}.attn")
    if f"{there}/attention/linear_0/weight" in weights:
        yield from _attention(weights, f"{there}/attention", f"{here}.cross_attn")
    yield from _norm(weights, f"{there}/ffn/layer_norm", f"{here}.mlp_ln")
    for number, name in ((0, "0"), (1, "2")):
        yield f"{here}.mlp.{name}.weight", weights[f"{there}/ffn/linear_{number}/weight"]
        yield f"{here}.mlp.{name}.bias", weights[f"{there}/ffn/linear_{number}/bias"]


def _attention(weights: Mapping[str, Array], there: str, here: str) -> Iterator[tuple[str, Array]]:
    """CTranslate2 has what goes in first in one piece or two, and what comes out last."""
    count = 3 if f"{there}/linear_2/weight" in weights else 2
    inward, outward = range(count - 1), count - 1
    for kind in ("weight", "bias"):
        pieces = np.split(np.concatenate([weights[f"{there}/linear_{number}/{kind}"] for number in inward]), 3)
        for name, piece in zip(("query", "key", "value"), pieces, strict=True):
            if (name, kind) != ("key", "bias"):  # Whisper has none: it is all zeros
                yield f"{here}.{name}.{kind}", piece
        yield f"{here}.out.{kind}", weights[f"{there}/linear_{outward}/{kind}"]
    yield from _norm(weights, f"{there}/layer_norm", f"{here}_ln")


def _norm(weights: Mapping[str, Array], there: str, here: str) -> Iterator[tuple[str, Array]]:
    yield f"{here}.weight", weights[f"{there}/gamma"]
    yield f"{here}.bias", weights[f"{there}/beta"]


def _write_filters(out: BufferedWriter, mel_bins: int) -> None:
    filters = np.asarray(FeatureExtractor(feature_size=mel_bins).mel_filters, np.float32)
    out.write(struct.pack("<2i", *filters.shape) + filters.tobytes())


def _write_vocabulary(out: BufferedWriter, tokens: list[str]) -> None:
    bytes_of = _byte_alphabet()
    out.write(struct.pack("<i", len(tokens)))
    for token in tokens:
        spelled = bytes(bytes_of[character] for character in token)
        out.write(struct.pack("<i", len(spelled)) + spelled)


def _byte_alphabet() -> dict[str, int]:
    """The letter that GPT-2 writes for each byte: itself where it can be seen."""
    seen = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    unseen = [byte for byte in range(256) if byte not in seen]
    return {**{chr(byte): byte for byte in seen}, **{chr(256 + place): byte for place, byte in enumerate(unseen)}}


def _write_tensor(out: BufferedWriter, name: str, tensor: Array, kind: int) -> None:
    if tensor.ndim < 2 or name.endswith(NEVER_SMALL):
        kind = F32
    elif tensor.ndim != 2:
        kind = F16
    title = name.encode()
    out.write(struct.pack("<3i", tensor.ndim, len(title), kind))
    out.write(struct.pack(f"<{tensor.ndim}i", *reversed(tensor.shape)) + title)
    out.write(_in_bytes(tensor) if kind == Q8_0 else tensor.astype("<f4" if kind == F32 else "<f2").tobytes())


def _in_bytes(tensor: Array) -> bytes:
    """Blocks of 32 weights: a scale in half precision, and a byte for each."""
    blocks = tensor.reshape(-1, BLOCK)
    scales = (np.abs(blocks).max(axis=1) / 127).astype("<f2")
    divisors = np.where(scales > 0, scales, 1).astype(np.float32)[:, np.newaxis]
    packed = np.empty(len(blocks), np.dtype([("scale", "<f2"), ("weights", "i1", BLOCK)]))
    packed["scale"] = scales
    packed["weights"] = np.clip(np.rint(blocks / divisors), -127, 127)
    return packed.tobytes()
