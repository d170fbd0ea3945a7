"""Weights for whisper.cpp, read back as its loader reads them."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.asr.vocabulary import words_of
from mojovoice_gui.benchmark.geometry import Shape, write_shape
from mojovoice_gui.benchmark.ggml import F16, F32, FILE_KINDS, MAGIC, Q8_0, convert, read_weights
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths

SMALL = Shape(64, 1, 1, 2, 80, 51_865)
WEIGHTS_OF_A_BLOCK = 32


@pytest.fixture(scope="module")
def like(starter: Paths) -> Path:
    """A real model that lends its vocabulary."""
    return ModelStore(starter).find("base")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, like: Path) -> Path:
    """A Whisper of one encoder and two decoder layers, of noise."""
    folder = tmp_path_factory.mktemp("small")
    write_shape(SMALL, folder, like)
    return folder


def tensors(data: BytesIO) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Kind and shape of each, as whisper.cpp finds them."""
    found = {}
    while head := data.read(12):
        rank, length, kind = struct.unpack("<3i", head)
        shape = struct.unpack(f"<{rank}i", data.read(4 * rank))
        name = data.read(length).decode()
        count = int(np.prod(shape))
        data.seek({F32: 4 * count, F16: 2 * count, Q8_0: count // WEIGHTS_OF_A_BLOCK * 34}[kind], 1)
        found[name] = (kind, shape)
    return found


@pytest.mark.parametrize("small", [False, True])
def test_the_loader_finds_every_tensor_where_it_looks(model: Path, tmp_path: Path, small: bool) -> None:
    data = BytesIO(convert(model, tmp_path / "weights.bin", small=small).read_bytes())
    kind = Q8_0 if small else F16
    assert struct.unpack("<12i", data.read(48)) == (
        *(MAGIC, 51_865, 1500, 64, 1, 1),
        *(448, 64, 1, 2, 80, FILE_KINDS[kind]),
    )
    bins, width = struct.unpack("<2i", data.read(8))
    assert (bins, width) == (80, 201)
    data.seek(4 * bins * width, 1)
    words = [data.read(struct.unpack("<i", data.read(4))[0]) for _ in range(*struct.unpack("<i", data.read(4)))]
    assert words[words_of(model).index("Ġthe")] == b" the"
    assert len(words) == words_of(model).index("<|endoftext|>")
    found = tensors(data)
    assert len(found) == 11 + 15 + 2 * 24
    assert found["decoder.token_embedding.weight"] == (kind, (64, 51_865))
    assert found["encoder.conv1.weight"] == (F16, (3, 80, 64))
    assert found["encoder.conv1.bias"] == (F32, (1, 64))
    assert found["decoder.blocks.1.cross_attn.key.weight"] == (kind, (64, 64))
    assert found["encoder.blocks.0.mlp.2.weight"] == (kind, (256, 64))
    assert "encoder.blocks.0.attn.key.bias" not in found


def test_no_two_weights_of_a_shape_are_alike(model: Path) -> None:
    """CTranslate2 would keep them once, and passes would cost less than they do."""
    weights = read_weights(model / "model.bin")
    del weights["decoder/projection/weight"]  # rightly that of the embeddings
    matrices = [array for name, array in weights.items() if name.endswith("weight")]
    assert len({array.tobytes() for array in matrices}) == len(matrices) >= 14
