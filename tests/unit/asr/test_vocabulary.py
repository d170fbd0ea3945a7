"""Text to tokens and back, from complete, damaged and foreign folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.vocabulary import Vocabulary
from mojovoice_gui.errors import ModelCorrupt
from tests.unit.asr.vocabularies import MERGES, vocabulary, write, write_listed


def test_text_comes_back(tmp_path: Path) -> None:
    words = vocabulary(tmp_path)
    assert not words.cannot_write
    assert words.decode(words.encode(" the cat, an' all")) == " the cat, an' all"


def test_timestamps_are_no_text(tmp_path: Path) -> None:
    words = vocabulary(tmp_path)
    tokens = [words.first_timestamp, *words.encode(" cat"), words.first_timestamp + 50, words.end]
    assert words.decode(tokens) == " cat"
    assert words.size == words.first_timestamp + 1501


def test_a_vocabulary_may_be_a_json_list(tmp_path: Path) -> None:
    assert Vocabulary(write_listed(tmp_path), multilingual=True).size == vocabulary(tmp_path).size


def test_a_tokenizer_that_lost_its_first_rule_is_repaired(tmp_path: Path) -> None:
    whole = vocabulary(tmp_path).encode(" the cat")
    repaired = Vocabulary(write(tmp_path, merges=MERGES[1:]), multilingual=True)
    assert repaired.encode(" the cat") == whole
    assert len(whole) == 2


def test_the_task_names_the_language(tmp_path: Path) -> None:
    words = vocabulary(tmp_path)
    assert len(words.task("de")) == 2
    assert words.task("de")[0] != words.task("en")[0]
    assert words.speaks("de")
    assert not words.speaks("fr")  # no such token in this vocabulary
    assert not words.speaks("transcribe")


def test_an_english_only_vocabulary_has_no_task(tmp_path: Path) -> None:
    words = Vocabulary(write(tmp_path), multilingual=False)
    assert words.task("en") == []
    assert words.speaks("en")
    assert not words.speaks("de")


def test_without_a_tokenizer_tokens_can_still_be_read(tmp_path: Path) -> None:
    tokens = vocabulary(tmp_path).encode(" the cat")
    (tmp_path / "tokenizer.json").unlink()
    words = Vocabulary(tmp_path, multilingual=True)
    assert words.decode(tokens) == " the cat"
    assert "no tokenizer.json" in words.cannot_write


def test_a_tokenizer_of_another_model_is_not_used(tmp_path: Path) -> None:
    tokens = vocabulary(tmp_path).encode(" the cat")
    lines = (tmp_path / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index("<|de|>"), "<|xx|>")
    (tmp_path / "vocabulary.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = Vocabulary(tmp_path, multilingual=True)
    assert "another model" in words.cannot_write
    assert words.decode(tokens) == " the cat"


def test_a_damaged_tokenizer_is_not_used(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "tokenizer.json").write_text("{", encoding="utf-8")
    assert "cannot be read" in Vocabulary(tmp_path, multilingual=True).cannot_write


def test_a_vocabulary_without_speech_tokens_is_no_whisper(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.txt").write_text("a\nb\n", encoding="utf-8")
    with pytest.raises(ModelCorrupt, match="not a complete Whisper model"):
        Vocabulary(tmp_path, multilingual=True)


def test_no_vocabulary_is_no_whisper(tmp_path: Path) -> None:
    with pytest.raises(ModelCorrupt):
        Vocabulary(tmp_path, multilingual=True)
