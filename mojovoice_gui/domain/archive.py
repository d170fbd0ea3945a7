"""What became of a dictation, and who remembers it."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from mojovoice_gui.domain.transcript import Transcript


class Outcome(StrEnum):
    """How it ended."""

    DELIVERED = "delivered"
    ON_CLIPBOARD = "on clipboard"
    NO_SPEECH = "no speech"
    CANCELLED = "cancelled"
    FAILED = "failed"
    RECOVERED = "recovered"  # from a crash, or by the user from one of the three above


@dataclass(frozen=True, slots=True)
class Entry:
    """One dictation, as it is remembered."""

    at: datetime  # aware
    outcome: Outcome
    transcript: Transcript = field(repr=False)  # its times are those of the wait
    reason: str = ""
    model: str = ""  # the target
    application: str = ""  # class of the window it was spoken to; empty where that is not known
    wait_s: float | None = None  # from the release to the text
    audio: Path | None = None


@dataclass(frozen=True, slots=True)
class Retention:
    """How much stays, and how long; 0 entries or days: no limit."""

    days: int = 365
    entries: int = 10_000
    keeps_sound: bool = False  # of texts that were delivered
    discarded_days: int = 1  # for which discarded sound can be restored

    def oldest(self, now: datetime) -> datetime | None:
        """What is from before is forgotten; None: nothing for its age."""
        return now - timedelta(days=self.days) if self.days else None


class Archive(Protocol):
    """Never in the way of the text: it returns at once and never raises. Used by any thread."""

    def add(self, entry: Entry) -> None:
        """Remember it. Its sound is the archive's from now on: moved, removed, or left where it is."""

    def retain(self, retention: Retention | None) -> None:
        """So much is remembered from now on; None: nothing."""

    def forget(self) -> Future[int]:
        """Everything, what waits to be written included; how much that was. The future raises ``HistoryError``."""

    def close(self) -> None:
        """Write what is left."""
