"""What mojovoice 0.5.6 left behind."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from mojovoice_gui.errors import HistoryError
from mojovoice_gui.history.old_mojovoice import read_history, read_vocabulary


def line(**changed: object) -> str:
    said = {"id": "0d3", "timestamp": 1_767_225_600_500, "text": "Hi.", "duration_ms": 2300, "model": "large-v3-turbo"}
    return json.dumps(said | changed)


def test_its_history_is_read_with_time_length_model_and_sound(tmp_path: Path) -> None:
    (tmp_path / "history.jsonl").write_text(line() + "\n\n" + line(audio_path="/old/it.wav") + "\n")
    first, second = read_history(tmp_path).entries
    assert first.at.isoformat() == "2026-01-01T00:00:00.500000+00:00"
    assert (first.transcript.text, first.transcript.audio_s, first.model) == ("Hi.", 2.3, "large-v3-turbo")
    assert (first.audio, second.audio) == (None, Path("/old/it.wav"))


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", "null", '{"text": "no time"}', line(timestamp="noon"), line(timestamp=10**30), line(duration_ms=None)],
)
def test_lines_that_are_no_dictation_are_counted_and_left_out(tmp_path: Path, bad: str) -> None:
    (tmp_path / "history.jsonl").write_text("\n".join([line(), bad, line()]))
    old = read_history(tmp_path)
    assert (len(old.entries), old.unread) == (2, 1)


def test_a_file_that_is_not_utf8_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "history.jsonl").write_bytes(line().encode() + b"\n\xff\xfe\n")
    assert len(read_history(tmp_path).entries) == 1


def test_where_nothing_was_left_there_is_nothing(tmp_path: Path) -> None:
    assert read_history(tmp_path).entries == ()
    assert read_vocabulary(tmp_path) == ()


def test_its_words_come_the_most_used_first(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "vocab.db") as old:
        old.execute(
            "CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, term TEXT UNIQUE, added_at INTEGER, use_count INTEGER,"
            " source TEXT)"
        )
        old.executemany(
            "INSERT INTO vocabulary (term, added_at, use_count, source) VALUES (?, 0, ?, 'manual')",
            [("Wolfie", 0), ("Claude", 2), ("Maximus", 1)],
        )
    old.close()
    assert read_vocabulary(tmp_path) == ("Claude", "Maximus", "Wolfie")


def test_a_vocabulary_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "vocab.db").write_text("words")
    with pytest.raises(HistoryError, match="not the vocabulary"):
        read_vocabulary(tmp_path)
