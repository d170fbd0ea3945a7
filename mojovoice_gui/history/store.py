"""Everything that was dictated: added, found, restored, forgotten."""

from __future__ import annotations

import contextlib
import logging
import math
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from mojovoice_gui.domain import Entry, Outcome, Retention, StageTimes, Transcript
from mojovoice_gui.history.database import LOCKED_S, connect, reported
from mojovoice_gui.history.search import condition

log = logging.getLogger(__name__)

SOUNDS = "sound"
"""The folder of what is kept; other sound is not ours to prune."""

WAITS = 1000
"""The last ones, of which percentiles are told."""

DAY_S = 86_400.0

COLUMNS = (
    "at, outcome, reason, application, text, language, model, device, audio_s,"
    " gate_s, draft_s, encode_s, verify_s, insert_s, wait_s, audio"
)
MARKS = ", ".join("?" * len(COLUMNS.split(",")))
INSERT = f"INSERT INTO dictation ({COLUMNS}) VALUES ({MARKS})"  # noqa: S608 - names and marks, no value
PAGE = "SELECT id, {columns} FROM dictation WHERE {condition} ORDER BY at DESC, id DESC LIMIT ? OFFSET ?"
COUNT = "SELECT count(*) FROM dictation WHERE {condition}"

FORGET_WORDS = "INSERT INTO dictation_words (dictation_words) VALUES ('{}')"
"""By itself the index only marks words as gone."""

DELIVERED = (Outcome.DELIVERED, Outcome.ON_CLIPBOARD)

Cell: TypeAlias = str | float | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry and its number in the history."""

    id: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from release to text, over the last ``count`` dictations."""

    count: int = 0
    p50_s: float = 0.0
    p95_s: float = 0.0


class History:
    """The history in one folder. Used by one thread, which opens it by its first call. All raise ``HistoryError``."""

    def __init__(self, folder: Path, patience_s: float = LOCKED_S) -> None:
        self.folder = folder
        self._patience_s = patience_s
        self._open: sqlite3.Connection | None = None

    @property
    def sounds(self) -> Path:
        return self.folder / SOUNDS

    def add(self, *entries: Entry) -> None:
        """All or none."""
        with self._changes() as connection:
            connection.executemany(INSERT, map(_as_row, entries))

    def take_in(self, entries: Iterable[Entry]) -> int:
        """Those that are not here yet, by their time and text; how many that were."""
        added = 0
        with self._changes() as connection:
            for row in map(_as_row, entries):
                if not _is_here(connection, row):
                    connection.execute(INSERT, row)
                    added += 1
        return added

    def lacking(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Those that ``take_in`` would add."""
        with self._reads() as connection:
            return tuple(entry for entry in entries if not _is_here(connection, _as_row(entry)))

    def page(self, typed: str = "", limit: int = 100, offset: int = 0) -> tuple[Kept, ...]:
        """The newest first."""
        wanted = condition(typed)
        sql = PAGE.format(columns=COLUMNS, condition=wanted.sql)
        with self._reads() as connection:
            return tuple(map(_as_kept, connection.execute(sql, (*wanted.values, limit, offset))))

    def count(self, typed: str = "") -> int:
        wanted = condition(typed)
        with self._reads() as connection:
            return int(connection.execute(COUNT.format(condition=wanted.sql), wanted.values).fetchone()[0])

    def one(self, number: int) -> Kept | None:
        sql = PAGE.format(columns=COLUMNS, condition="id = ?")
        with self._reads() as connection:
            row = connection.execute(sql, (number, 1, 0)).fetchone()
        return _as_kept(row) if row else None

    def plan(self, typed: str) -> str:
        """How SQLite would search."""
        wanted = condition(typed)
        sql = "EXPLAIN QUERY PLAN " + PAGE.format(columns=COLUMNS, condition=wanted.sql)
        with self._reads() as connection:
            return "\n".join(str(row["detail"]) for row in connection.execute(sql, (*wanted.values, 100, 0)))

    def number_of(self, sound: Path) -> int | None:
        """Of the entry that has this sound."""
        with self._reads() as connection:
            row = connection.execute("SELECT id FROM dictation WHERE audio = ?", (str(sound),)).fetchone()
        return int(row[0]) if row else None

    def waits(self) -> Waits:
        sql = "SELECT wait_s FROM dictation WHERE wait_s IS NOT NULL ORDER BY at DESC LIMIT ?"
        with self._reads() as connection:
            return percentiles([float(row[0]) for row in connection.execute(sql, (WAITS,))])

    def applications(self, most: int = 20) -> tuple[str, ...]:
        """That were dictated to, the last one first."""
        sql = "SELECT application FROM dictation WHERE application != '' GROUP BY application ORDER BY max(at) DESC"
        with self._reads() as connection:
            return tuple(str(row[0]) for row in connection.execute(f"{sql} LIMIT ?", (most,)))

    def change_mark(self) -> int:
        """Another number once somebody else has changed the history."""
        with self._reads() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def rewrite(self, number: int, transcript: Transcript, model: str) -> None:
        """It has another text now; what was discarded counts as recovered, and its sound is ours to prune.

        Nobody waited for this text: the wait for the first one, and its stages, are forgotten with that.
        """
        said = (transcript.text, transcript.language, transcript.device)
        with self._changes() as connection:
            (audio,) = connection.execute(
                "UPDATE dictation SET text = ?, language = ?, device = ?, model = ?, wait_s = NULL,"
                " gate_s = 0, draft_s = 0, encode_s = 0, verify_s = 0, insert_s = 0,"
                " outcome = CASE WHEN outcome IN (?, ?) THEN outcome ELSE ? END WHERE id = ? RETURNING audio",
                (*said, model, *DELIVERED, Outcome.RECOVERED, number),
            ).fetchone() or (None,)
            if audio and move(Path(audio), self.sounds / Path(audio).name):
                there = str(self.sounds / Path(audio).name)
                connection.execute("UPDATE dictation SET audio = ? WHERE id = ?", (there, number))

    def remove(self, numbers: Iterable[int]) -> None:
        """With their sound, wherever it is."""
        wanted = tuple(numbers)
        marks = ", ".join("?" * len(wanted))
        with self._changes() as connection:
            gone = connection.execute(
                f"DELETE FROM dictation WHERE id IN ({marks}) RETURNING audio",  # noqa: S608 - marks, no value
                wanted,
            ).fetchall()
            connection.execute(FORGET_WORDS.format("optimize"))
        _delete(Path(path) for (path,) in gone if path)

    def clear(self) -> int:
        """Forget everything; how much that was. Nothing of it stays in the file."""
        with self._changes() as connection:
            gone = connection.execute("DELETE FROM dictation RETURNING audio").fetchall()
            connection.execute(FORGET_WORDS.format("rebuild"))
        _delete(Path(path) for (path,) in gone if path)
        _delete([*self.sounds.glob("*.wav"), *self.folder.glob("*.broken*")])
        with self._reads() as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return len(gone)

    def prune(self, retention: Retention, now: datetime) -> None:
        """Forget what is too old or too much. Sound outside of our own folder was never delivered, and stays."""
        oldest = retention.oldest(now)
        before = oldest.timestamp() if oldest is not None else -math.inf
        sound_before = -math.inf if retention.keeps_sound else now.timestamp() - retention.discarded_days * DAY_S
        with self._changes() as connection:
            gone = connection.execute(
                "DELETE FROM dictation WHERE at < ? OR id IN"
                " (SELECT id FROM dictation ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?) RETURNING audio",
                (before, retention.entries or sys.maxsize),
            ).fetchall()
            gone += connection.execute(
                "SELECT audio FROM dictation WHERE audio IS NOT NULL AND at < ? AND outcome NOT IN (?, ?)",
                (sound_before, *DELIVERED),
            ).fetchall()
            ours = [path for (path,) in gone if path and Path(path).parent == self.sounds]
            connection.executemany("UPDATE dictation SET audio = NULL WHERE audio = ?", [(path,) for path in ours])
        _delete(map(Path, ours))

    def close(self) -> None:
        connection, self._open = self._open, None
        if connection is not None:
            connection.close()

    @contextlib.contextmanager
    def _reads(self) -> Iterator[sqlite3.Connection]:
        self._open = self._open or connect(self.folder, self._patience_s)
        try:
            with reported(self.folder):
                yield self._open
        except BaseException:
            self.close()  # whatever it was, the next call begins anew
            raise

    @contextlib.contextmanager
    def _changes(self) -> Iterator[sqlite3.Connection]:
        with self._reads() as connection, connection:
            yield connection


def percentiles(waits_s: list[float]) -> Waits:
    """The median, and what 95 of 100 stay under: nearest rank."""
    if not waits_s:
        return Waits()
    ranked = sorted(waits_s)
    p50_s, p95_s = (ranked[math.ceil(share * len(ranked)) - 1] for share in (0.5, 0.95))
    return Waits(len(ranked), p50_s, p95_s)


def move(here: Path, there: Path) -> bool:
    """Bring a sound there; False if it cannot be, or never was."""
    try:
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        here.replace(there)
    except FileNotFoundError:  # it never had a block, or the disk was full
        return False
    except OSError as error:
        log.warning("The sound of a dictation could not be kept: %s", error.strerror)
        return False
    return True


def _is_here(connection: sqlite3.Connection, row: tuple[Cell, ...]) -> bool:
    here = connection.execute("SELECT 1 FROM dictation WHERE at = ? AND text = ?", (row[0], row[4]))
    return here.fetchone() is not None


def _as_row(entry: Entry) -> tuple[Cell, ...]:
    said = entry.transcript
    return (
        entry.at.timestamp(),
        entry.outcome,
        entry.reason,
        entry.application,
        said.text,
        said.language,
        entry.model,
        said.device,
        said.audio_s,
        *astuple(said.times),
        entry.wait_s,
        str(entry.audio) if entry.audio is not None else None,
    )


def _as_kept(row: sqlite3.Row) -> Kept:
    times = StageTimes(row["gate_s"], row["draft_s"], row["encode_s"], row["verify_s"], row["insert_s"])
    said = Transcript(row["text"], row["language"], row["audio_s"], times=times, device=row["device"])
    at = datetime.fromtimestamp(row["at"], UTC).astimezone()
    audio = Path(row["audio"]) if row["audio"] else None
    entry = Entry(
        at, Outcome(row["outcome"]), said, row["reason"], row["model"], row["application"], row["wait_s"], audio
    )
    return Kept(row["id"], entry)


def _delete(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("A kept sound could not be removed: %s", error.strerror)
