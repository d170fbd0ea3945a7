"""A small Whisper vocabulary on disk: letters, a few words, special tokens and timestamps, like the real ones."""

from __future__ import annotations

import json
import string
from pathlib import Path

import tokenizers

from mojovoice_gui.asr.vocabulary import TIMESTAMPS, Vocabulary

MERGES = (
    "Ġ t",
    *(f"Ġ {letter}" for letter in string.ascii_letters if letter != "t"),
    *("h e", "Ġt he", "n d", "Ġa nd", "ĠA nd", "a t", "Ġc at", "Ġs at"),
)
SPECIAL = (
    "<|endoftext|>",
    "<|startoftranscript|>",
    "<|en|>",
    "<|de|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    "<|startofprev|>",
    "<|nospeech|>",
    "<|notimestamps|>",
)


def write(folder: Path, *, merges: tuple[str, ...] = MERGES) -> Path:
    """``tokenizer.json`` without timestamps and ``vocabulary.txt`` with them, as converted models have them."""
    letters = sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet())
    text = [*letters, *("".join(merge.split()) for merge in MERGES)]
    pairs = [(first, second) for first, second in (merge.split() for merge in merges)]
    codec = tokenizers.Tokenizer(tokenizers.models.BPE({word: number for number, word in enumerate(text)}, pairs))
    codec.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    codec.decoder = tokenizers.decoders.ByteLevel()
    codec.add_special_tokens(list(SPECIAL))
    codec.save(str(folder / "tokenizer.json"))
    stamps = [f"<|{number * 0.02:.2f}|>" for number in range(TIMESTAMPS)]
    (folder / "vocabulary.txt").write_text("\n".join([*text, *SPECIAL, *stamps]) + "\n", encoding="utf-8")
    return folder


def vocabulary(folder: Path) -> Vocabulary:
    return Vocabulary(write(folder), multilingual=True)


def write_listed(folder: Path) -> Path:
    """The same with ``vocabulary.json``, as newer converters write it."""
    write(folder)
    words = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    (folder / "vocabulary.txt").unlink()
    (folder / "vocabulary.json").write_text(json.dumps(words), encoding="utf-8")
    return folder
