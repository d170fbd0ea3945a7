"""A model's tokens: text to tokens and back, and the landmarks among them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import tokenizers
from faster_whisper.tokenizer import _LANGUAGE_CODES, Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens

from mojovoice_gui.errors import ModelCorrupt, Sentence

TIMESTAMPS = 1501  # 0.00 s to 30.00 s in steps of 0.02 s: the end of every Whisper vocabulary
LANGUAGES: tuple[str, ...] = _LANGUAGE_CODES


class Vocabulary:
    """The tokens of one model folder. With a reason in ``cannot_write`` it only turns tokens into text."""

    def __init__(self, folder: Path, *, multilingual: bool) -> None:
        """Raises ``ModelCorrupt``."""
        words = words_of(folder)
        codec, self.cannot_write = _codec(folder, words)
        self._codec = codec
        self._landmarks = Tokenizer(codec, multilingual, task="transcribe", language="en")
        self.multilingual = multilingual
        self.size = len(words)
        self.start = self._id("<|startoftranscript|>", folder)
        self.previous = self._id("<|startofprev|>", folder)
        self.end = self._id("<|endoftext|>", folder)
        self.first_timestamp = self._id("<|notimestamps|>", folder) + 1
        self.no_speech = int(self._landmarks.no_speech or self.first_timestamp - 2)

    def _id(self, token: str, folder: Path) -> int:
        number: int | None = self._codec.token_to_id(token)
        if number is None:
            raise _not_whisper(folder)
        return number

    @property
    def suppressed(self) -> list[int]:
        """What stock faster-whisper never writes: sounds in brackets, notes, special tokens. Needs the tokenizer."""
        return list(get_suppressed_tokens(self._landmarks, [-1]))

    def task(self, language: str) -> list[int]:
        """The tokens after ``start``: which language, and to transcribe it. An English-only model has none."""
        if not self.multilingual:
            return []
        number = self._codec.token_to_id(f"<|{language}|>")
        return [number, self._landmarks.transcribe]

    def speaks(self, language: str) -> bool:
        if not self.multilingual:
            return language == "en"
        return language in LANGUAGES and self._codec.token_to_id(f"<|{language}|>") is not None

    def pieces(self, tokens: Sequence[int]) -> list[str | int]:
        """``tokens`` so that any model can read them: text, and timestamps in steps of 0.02 s."""
        pieces: list[str | int] = []
        text: list[int] = []
        for token in tokens:
            if token < self.first_timestamp:
                text.append(token)
                continue
            if text:
                pieces.append(self.decode(text))
                text = []
            pieces.append(token - self.first_timestamp)
        return [*pieces, self.decode(text)] if text else pieces

    def encode(self, text: str) -> list[int]:
        ids: list[int] = self._codec.encode(text, add_special_tokens=False).ids
        return ids

    def decode(self, tokens: Sequence[int]) -> str:
        """The text alone, without timestamps."""
        text: str = self._codec.decode([token for token in tokens if token < self.end])
        return text


def words_of(folder: Path) -> list[str]:
    """Every token of the model, as CTranslate2 keeps them; raises ``ModelCorrupt``."""
    listed, lines = folder / "vocabulary.json", folder / "vocabulary.txt"
    try:
        if listed.is_file():
            return list(json.loads(listed.read_text(encoding="utf-8")))
        return lines.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, ValueError) as error:
        raise _not_whisper(folder) from error


def _codec(folder: Path, words: list[str]) -> tuple[tokenizers.Tokenizer, str]:
    """The tokenizer, or one that only reads and the reason why."""
    file = folder / "tokenizer.json"
    reason = Sentence("it has no tokenizer.json")
    if file.is_file():
        try:
            codec = _repaired(tokenizers.Tokenizer.from_file(str(file)))
        except Exception as error:  # noqa: BLE001  # tokenizers raises nothing narrower
            reason = Sentence("its tokenizer.json cannot be read ({why})", why=str(error))
        else:
            if _fits(codec, words):
                return codec, ""
            reason = Sentence("its tokenizer.json belongs to another model")
    return _reader(words), reason


def _repaired(codec: tokenizers.Tokenizer) -> tokenizers.Tokenizer:
    """Many multilingual tokenizers in circulation lost their first rule, " " + "t": they write " the" as two tokens.

    Whisper itself never does, so such text is a bad prompt and a bad guess.
    """
    if len(codec.encode(" the", add_special_tokens=False).ids) == 1:
        return codec
    rules = json.loads(codec.to_str())
    merges = rules["model"]["merges"]
    merges.insert(0, "Ġ t" if isinstance(merges[0], str) else ["Ġ", "t"])
    return tokenizers.Tokenizer.from_str(json.dumps(rules))


def _fits(codec: tokenizers.Tokenizer, words: list[str]) -> bool:
    number = codec.token_to_id("<|notimestamps|>")
    return number is not None and number + 1 + TIMESTAMPS == len(words) and words[number] == "<|notimestamps|>"


def _reader(words: list[str]) -> tokenizers.Tokenizer:
    codec = tokenizers.Tokenizer(tokenizers.models.WordLevel({word: number for number, word in enumerate(words)}))
    codec.decoder = tokenizers.decoders.ByteLevel()
    return codec


def _not_whisper(folder: Path) -> ModelCorrupt:
    return ModelCorrupt(
        Sentence("The model in {folder} is not a complete Whisper model.", folder=folder), "Download it again."
    )
