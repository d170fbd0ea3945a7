"""What mojovoice 0.5.6 left behind: ``history.jsonl``, one dictation a line, and ``vocab.db``, words it was taught."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mojovoice_gui.domain import Entry, Outcome, Retention, Transcript
from mojovoice_gui.errors import HistoryError, Sentence

HISTORY = "history.jsonl"
VOCABULARY = "vocab.db"

PROMPT_CHARACTERS = 800
"""Whisper reads no more than that before the sound."""


@dataclass(frozen=True, slots=True)
class OldHistory:
    entries: tuple[Entry, ...] = ()
    unread: int = 0  # lines that were no dictation


@dataclass(frozen=True, slots=True)
class Heritage:
    """What of it can become ours."""

    entries: tuple[Entry, ...] = ()
    too_old: int = 0  # dictations that the next one of ours would make us forget
    unread: int = 0
    words: tuple[str, ...] = ()

    @property
    def prompt(self) -> str:
        """As many of the words as it can hold, the most used first."""
        prompt = self.words[0] if self.words else ""
        for word in self.words[1:]:
            prompt += f", {word}" if len(prompt) + len(word) < PROMPT_CHARACTERS else ""
        return prompt


def heritage(folder: Path, retention: Retention, now: datetime) -> Heritage:
    """All that lies in ``folder``; raises ``HistoryError``."""
    old, oldest = read_history(folder), retention.oldest(now)
    young = tuple(entry for entry in old.entries if oldest is None or entry.at >= oldest)
    return Heritage(young, len(old.entries) - len(young), old.unread, read_vocabulary(folder))


def read_history(folder: Path) -> OldHistory:
    """Nothing if there is no such file; raises ``HistoryError``."""
    try:
        lines = (folder / HISTORY).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return OldHistory()
    except OSError as error:
        raise HistoryError(
            Sentence("{history} cannot be read: {why}.", history=folder / HISTORY, why=error.strerror),
            "See to its rights.",
        ) from error
    written = [line for line in lines if line.strip()]
    entries = tuple(entry for line in written if (entry := _entry(line)) is not None)
    return OldHistory(entries, len(written) - len(entries))


def read_vocabulary(folder: Path) -> tuple[str, ...]:
    """The most used first; nothing if there is no such file. Raises ``HistoryError``."""
    path = folder / VOCABULARY
    if not path.is_file():
        return ()
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT term FROM vocabulary ORDER BY use_count DESC, term").fetchall()
    except sqlite3.Error as error:
        raise HistoryError(
            Sentence("{path} is not the vocabulary of the old mojovoice.", path=path), "Remove it, or see to it."
        ) from error
    return tuple(str(term) for (term,) in rows)


def _entry(line: str) -> Entry | None:
    try:
        said = json.loads(line)
        at = datetime.fromtimestamp(said["timestamp"] / 1000, UTC)
        transcript = Transcript(str(said["text"]), audio_s=float(said["duration_ms"]) / 1000)
        audio = Path(said["audio_path"]) if said.get("audio_path") else None
        return Entry(at, Outcome.DELIVERED, transcript, model=str(said["model"]), audio=audio)
    except (ValueError, KeyError, TypeError, OverflowError, OSError):
        return None
