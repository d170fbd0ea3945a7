"""Stage after stage, for threads that wait for the next one."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from mojovoice_gui.domain import Live, Notice, Question, Stage

Stages = queue.SimpleQueue[Stage]


class Changes:
    """A ``domain.Listener`` with followers, each in a thread of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # followers come and go in their own threads
        self._followers: list[Stages] = []

    @contextmanager
    def followed(self) -> Iterator[Stages]:
        """Every stage from now on, in order."""
        stages: Stages = queue.SimpleQueue()
        with self._lock:
            self._followers.append(stages)
        try:
            yield stages
        finally:
            with self._lock:
                self._followers.remove(stages)

    def stage_changed(self, stage: Stage) -> None:
        with self._lock:
            for stages in self._followers:
                stages.put(stage)

    def noticed(self, notice: Notice) -> None:
        """Trouble shows in the next stage."""

    def live_changed(self, live: Live) -> None:
        """Too often for a status bar."""

    def asked(self, question: Question) -> None:
        """A window asks."""
