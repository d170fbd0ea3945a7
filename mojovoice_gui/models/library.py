"""What takes its time with models, each in a thread of its own: looking, fetching, taking in, deleting.

Asked by one thread, the user interface; what comes of it is told to a listener from the others.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeAlias

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import ModelError, MojoVoiceError, Sentence
from mojovoice_gui.models.catalog import named, of_hub
from mojovoice_gui.models.pace import Pace
from mojovoice_gui.models.shelf import Shelf, look
from mojovoice_gui.models.store import ModelStore

log = logging.getLogger(__name__)

TELL_S = 0.1
"""Often enough for a bar that moves."""


class Phase(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Transfer:
    """How far a model is on its way."""

    name: str
    phase: Phase
    here_bytes: int = 0
    total_bytes: int = 0  # 0: not known yet
    bytes_per_s: float = 0.0
    remaining_s: float | None = None
    notice: Notice | None = None  # why it failed

    @property
    def is_checking(self) -> bool:
        """All is here; its checksum is being looked at."""
        return self.phase is Phase.RUNNING and 0 < self.total_bytes <= self.here_bytes


class LibraryListener(Protocol):
    """Called from any thread; must return at once."""

    def shelf_changed(self, shelf: Shelf) -> None: ...

    def transfer_changed(self, transfer: Transfer) -> None: ...

    def noticed(self, notice: Notice) -> None: ...


Progress: TypeAlias = Callable[[int, int], None]


class _Stopped(Exception):
    """The user wants it to stop: raised through the store by its progress."""


class _Carrier(threading.Thread):
    """Brings one model."""

    def __init__(
        self, name: str, bring: Callable[[Progress], Path], tell: Callable[[Transfer], None], tell_s: float
    ) -> None:
        super().__init__(name=f"model {name}", daemon=True)
        self._tell_s = tell_s
        self.model = name
        self.is_over = False
        self.stop_as: Phase | None = None
        self._bring = bring
        self._tell = tell
        self._pace = Pace()
        self._last = Transfer(name, Phase.RUNNING)
        self._told_at = 0.0

    def run(self) -> None:
        self._tell(self._last)
        try:
            self._bring(self._progress)
            last = Transfer(self.model, Phase.DONE, self._last.total_bytes, self._last.total_bytes)
        except _Stopped:
            last = Transfer(self.model, self.stop_as or Phase.PAUSED, self._last.here_bytes, self._last.total_bytes)
        except MojoVoiceError as error:
            log.warning("The model %s did not arrive: %s", self.model, error)
            last = self._failed(Notice.of(error))
        except Exception:
            log.exception("The model %s did not arrive", self.model)
            last = self._failed(
                Notice(Sentence("The model {model} did not arrive.", model=self.model), "The log has the details.")
            )
        self.is_over = True
        self._tell(last)

    def _failed(self, notice: Notice) -> Transfer:
        return Transfer(self.model, Phase.FAILED, self._last.here_bytes, self._last.total_bytes, notice=notice)

    def _progress(self, here: int, total: int) -> None:
        if self.stop_as is not None:
            raise _Stopped
        now = time.monotonic()
        if now - self._told_at < self._tell_s and here < total:
            return
        self._told_at = now
        self._pace.add(now, here)
        self._last = Transfer(
            self.model, Phase.RUNNING, here, total, self._pace.bytes_per_s, self._pace.remaining_s(total)
        )
        self._tell(self._last)


class Library:
    """Every method returns at once and is called by one thread."""

    def __init__(self, open_store: Callable[[], ModelStore], listener: LibraryListener, tell_s: float = TELL_S) -> None:
        """``open_store`` is called for each job; progress is told every ``tell_s`` seconds."""
        self._tell_s = tell_s
        self._open_store = open_store
        self._listener = listener
        self._carriers: dict[str, _Carrier] = {}
        self._errands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run_errands, name="models", daemon=True)
        self._thread.start()

    def look(self) -> None:
        """Tell the listener what there is."""
        self._errands.put(self._look)

    def fetch(self, name: str) -> None:
        """Download, from where it stopped if it was begun; "owner/name" is told as "owner--name", its folder."""
        model = named(name) or of_hub(name)
        self._carry(model.name if model else name, lambda progress: self._open_store().download(name, progress))

    def take_in(self, folder: Path) -> None:
        """Copy the user's own model to the others."""
        self._carry(folder.name, lambda progress: self._open_store().take_in(folder, progress))

    def pause(self, name: str) -> None:
        self._stop(name, Phase.PAUSED)

    def cancel(self, name: str) -> None:
        """Stop and forget what has arrived, of an earlier try too."""
        if not self._stop(name, Phase.CANCELLED):
            self._errands.put(lambda: self._discard(name))

    def delete(self, name: str) -> None:
        self._errands.put(lambda: self._open_store().delete(name))
        self.look()

    def close(self, timeout_s: float = 2.0) -> None:
        """End; what has arrived is kept for the next time."""
        for carrier in self._carriers.values():
            carrier.stop_as = carrier.stop_as or Phase.PAUSED
        self._errands.put(None)
        for thread in (*self._carriers.values(), self._thread):
            thread.join(timeout_s)

    def _carry(self, name: str, bring: Callable[[Progress], Path]) -> None:
        before = self._carriers.get(name)
        if before is None or before.is_over:
            self._carriers[name] = _Carrier(name, bring, self._told, self._tell_s)
            self._carriers[name].start()

    def _stop(self, name: str, phase: Phase) -> bool:
        carrier = self._carriers.get(name)
        if carrier is None or carrier.is_over:
            return False
        carrier.stop_as = phase
        return True

    def _told(self, transfer: Transfer) -> None:
        """In the carrier's thread."""
        if transfer.phase is Phase.CANCELLED:
            self._errands.put(lambda: self._discard(transfer.name))
        elif transfer.phase is not Phase.RUNNING:
            self.look()
        self._listener.transfer_changed(transfer)

    def _look(self) -> None:
        self._listener.shelf_changed(look(self._open_store()))

    def _discard(self, name: str) -> None:
        self._open_store().discard(name)
        self._look()

    def _run_errands(self) -> None:
        while (errand := self._errands.get()) is not None:
            try:
                errand()
            except ModelError as error:
                log.warning("%s", error)
                self._listener.noticed(Notice.of(error))
            except Exception:
                log.exception("Something went wrong with the models")
                self._listener.noticed(Notice("Something went wrong with the models.", "The log has the details."))
