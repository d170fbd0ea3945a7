"""The file of the history: one table, and an index of its words that SQLite keeps in step."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from mojovoice_gui.errors import HistoryBroken, HistoryError, Sentence

FILE = "history.db"
VERSION = 1
LOCKED_S = 3.0
"""How long another program may hold the file."""

LOOK_AGAIN_S = 0.01

PARTS = ("", "-wal", "-shm")

# Each part only if it is missing: another thread may have begun the history a moment ago.
SCHEMA = """
CREATE TABLE IF NOT EXISTS dictation (
    id INTEGER PRIMARY KEY,
    at REAL NOT NULL,           -- seconds since 1970
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    application TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    model TEXT NOT NULL,
    device TEXT NOT NULL,
    audio_s REAL NOT NULL,
    gate_s REAL NOT NULL,
    draft_s REAL NOT NULL,
    encode_s REAL NOT NULL,
    verify_s REAL NOT NULL,
    insert_s REAL NOT NULL,
    wait_s REAL,
    audio TEXT                  -- path of the sound
);
CREATE INDEX IF NOT EXISTS dictation_at ON dictation (at, id);
CREATE INDEX IF NOT EXISTS dictation_audio ON dictation (audio) WHERE audio IS NOT NULL;
CREATE INDEX IF NOT EXISTS dictation_wait ON dictation (at, wait_s) WHERE wait_s IS NOT NULL;
CREATE VIRTUAL TABLE IF NOT EXISTS dictation_words USING fts5 (
    text, application, content = 'dictation', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER IF NOT EXISTS dictation_added AFTER INSERT ON dictation BEGIN
    INSERT INTO dictation_words (rowid, text, application) VALUES (new.id, new.text, new.application);
END;
CREATE TRIGGER IF NOT EXISTS dictation_removed AFTER DELETE ON dictation BEGIN
    INSERT INTO dictation_words (dictation_words, rowid, text, application)
        VALUES ('delete', old.id, old.text, old.application);
END;
CREATE TRIGGER IF NOT EXISTS dictation_changed AFTER UPDATE OF text, application ON dictation BEGIN
    INSERT INTO dictation_words (dictation_words, rowid, text, application)
        VALUES ('delete', old.id, old.text, old.application);
    INSERT INTO dictation_words (rowid, text, application) VALUES (new.id, new.text, new.application);
END;
"""


def connect(folder: Path, patience_s: float = LOCKED_S) -> sqlite3.Connection:
    """The history in ``folder``, made if there is none; for one thread. Raises ``HistoryError``."""
    path = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HistoryError(
            Sentence("The history cannot be kept in {folder}: {why}.", folder=folder, why=error.strerror),
            "See to its rights.",
        ) from error
    with reported(folder):
        connection = sqlite3.connect(path, timeout=patience_s)
        connection.row_factory = sqlite3.Row
        try:
            _prepare_in_turn(connection, path, patience_s)
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def reported(folder: Path) -> Iterator[None]:
    """SQLite's troubles as ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _as_ours(error, folder / FILE) from error


def set_aside(folder: Path) -> Path:
    """A broken history gives way to a new one; where it is now. Raises ``HistoryError``."""
    path = folder / FILE
    kept = path.with_name(path.name + ".broken")
    try:
        for part in PARTS:
            there = path.with_name(path.name + part)
            if there.exists():
                there.replace(kept.with_name(kept.name + part))
    except OSError as error:
        raise HistoryError(
            Sentence("The broken history cannot be moved: {why}.", why=error.strerror),
            Sentence("Remove {path}.", path=path),
        ) from error
    return kept


def _prepare_in_turn(connection: sqlite3.Connection, path: Path, patience_s: float) -> None:
    """Two may begin the history at once: to change the journal SQLite waits for nobody."""
    end = time.monotonic() + patience_s
    while True:
        try:
            _prepare(connection, path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(LOOK_AGAIN_S)
        else:
            return


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise HistoryError(
            "The history was written by a newer Mojo Voice.",
            Sentence("Update this one, or move {path} away.", path=path),
        )
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is not to be found in the file
    if version < VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
    connection.execute("PRAGMA synchronous = NORMAL")


def _as_ours(error: sqlite3.Error, path: Path) -> HistoryError:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the extended codes say more than anyone asks
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return HistoryError(
                "Another program holds the history.", Sentence("Close what has {path} open.", path=path)
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return HistoryBroken(
                "The history is broken.", Sentence("It is {path}; the next dictation sets it aside.", path=path)
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return HistoryError(
                "The history cannot be written.", Sentence("See to the rights of {path}.", path=path.parent)
            )
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return HistoryError(
                "The disk takes no more of the history.", Sentence("Make room for {path}.", path=path.parent)
            )
    return HistoryError("The history cannot be used.", Sentence("It is {path}: {why}.", path=path, why=error))
