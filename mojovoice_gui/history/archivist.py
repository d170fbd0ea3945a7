"""Writes the history in a thread of its own, and decides what becomes of the sound."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mojovoice_gui.domain import Entry, Notice, Outcome, Retention, Spool
from mojovoice_gui.errors import HistoryBroken, HistoryError, Sentence
from mojovoice_gui.history.database import set_aside
from mojovoice_gui.history.store import History, move

log = logging.getLogger(__name__)

UNDELIVERED = frozenset({Outcome.FAILED, Outcome.RECOVERED})
"""Their sound stays with the recordings, where ``mojovoice recovered`` finds it."""

DISCARDED = frozenset({Outcome.NO_SPEECH, Outcome.CANCELLED})

MOST_WAITING = 200
"""Entries that could not be written yet and are tried again."""

DICTATION_GOES_ON = Sentence("Dictation goes on without it.")


class Archivist(threading.Thread):
    """The ``Archive``. Without a retention nothing is kept: incognito."""

    def __init__(self, folder: Path, spool: Spool, retention: Retention | None, tell: Callable[[Notice], None]) -> None:
        super().__init__(name="history", daemon=True)
        self._history = History(folder)
        self._spool = spool
        self._retention = retention
        self._tell = tell
        self._told = ""  # the trouble that the user knows of
        self._waiting: list[Entry] = []
        self._jobs: queue.SimpleQueue[Entry | Callable[[], None] | None] = queue.SimpleQueue()

    def add(self, entry: Entry) -> None:
        """Callable from any thread; returns at once."""
        self._jobs.put(entry)

    def retain(self, retention: Retention | None) -> None:
        """From now on; None is incognito. Callable from any thread; returns at once."""

        def change() -> None:
            self._retention = retention
            self._write()

        self.call(change)

    def forget(self) -> Future[int]:
        """What was added until now; see ``Archive``. Callable from any thread; returns at once."""
        forgotten: Future[int] = Future()

        def clear() -> None:
            waiting, self._waiting = len(self._waiting), []
            try:
                forgotten.set_result(waiting + self._history.clear())
            except HistoryError as error:
                forgotten.set_exception(error)

        self.call(clear)
        return forgotten

    def call(self, deed: Callable[[], None]) -> None:
        """Between the entries that come before and after. Callable from any thread; returns at once."""
        self._jobs.put(deed)

    def close(self, timeout_s: float = 5.0) -> None:
        self._jobs.put(None)
        if self.is_alive():
            self.join(timeout_s)

    def run(self) -> None:
        self._write()  # what has grown too old since the last time goes now
        while (job := self._jobs.get()) is not None:
            try:
                if isinstance(job, Entry):
                    self._keep(job)
                else:
                    job()
            except Exception:
                log.exception("The history stumbled and goes on")
        self._history.close()

    def _keep(self, entry: Entry) -> None:
        """The sound is moved once the entry is written: sound that nobody knows of would stay for ever."""
        there = self._place(entry)
        if self._retention is None or self._is_known(entry):
            self._settle(entry, None)
            return
        self._waiting = [*self._waiting, replace(entry, audio=there)][-MOST_WAITING:]
        is_written = self._write()
        if not is_written:
            self._waiting[-1] = replace(entry, audio=there if entry.outcome in UNDELIVERED else None)
        self._settle(entry, there if is_written else None)

    def _is_known(self, entry: Entry) -> bool:
        """What a crash left behind is found again at every start."""
        try:
            return (
                entry.outcome is Outcome.RECOVERED
                and entry.audio is not None
                and self._history.number_of(entry.audio) is not None
            )
        except HistoryError:  # told when it is written
            return False

    def _place(self, entry: Entry) -> Path | None:
        """Where its sound shall be."""
        retention = self._retention
        if entry.audio is None or retention is None:
            return None
        if entry.outcome in UNDELIVERED:
            return entry.audio
        keeps = retention.keeps_sound or (entry.outcome in DISCARDED and retention.discarded_days > 0)
        return self._history.sounds / entry.audio.name if keeps else None

    def _settle(self, entry: Entry, there: Path | None) -> None:
        """Bring the sound ``there``, or remove it."""
        if entry.audio is None:
            return
        if entry.outcome in UNDELIVERED or (there is not None and move(entry.audio, there)):
            self._spool.release(entry.audio)
        else:
            self._spool.remove(entry.audio)

    def _write(self) -> bool:
        """All that waits, then forget what is too old; False: it waits on."""
        if self._retention is None:
            self._waiting = []
            return True
        try:
            self._write_or_begin_anew()
            self._history.prune(self._retention, datetime.now(UTC))
        except HistoryError as error:
            self._report(
                Notice(
                    error.sentence,
                    Sentence("{action} {dictation_goes_on}", action=error.action, dictation_goes_on=DICTATION_GOES_ON),
                )
            )
            return False
        self._told = ""
        return True

    def _write_or_begin_anew(self) -> None:
        try:
            self._history.add(*self._waiting)
        except HistoryBroken:
            kept = set_aside(self._history.folder)
            self._history.add(*self._waiting)
            self._tell(
                Notice("The history was broken and begins anew.", Sentence("What was there is now {kept}.", kept=kept))
            )
        self._waiting = []

    def _report(self, notice: Notice) -> None:
        log.warning("No history: %s", notice)
        if notice.sentence != self._told:
            self._told = notice.sentence
            self._tell(notice)
