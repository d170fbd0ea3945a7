"""The history as a window reads it: every question is answered by another thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from mojovoice_gui.history.store import History

T = TypeVar("T")


class HistoryReader:
    """One thread, which alone has the history open."""

    def __init__(self, folder: Path) -> None:
        self._history = History(folder)
        self._thread = ThreadPoolExecutor(1, "history-page")

    def ask(self, question: Callable[[History], T]) -> Future[T]:
        """The future raises ``HistoryError``."""
        return self._thread.submit(question, self._history)

    def close(self) -> None:
        """No more questions; does not wait."""
        self._thread.submit(self._history.close)
        self._thread.shutdown(wait=False)
