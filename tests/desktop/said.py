"""What keys report, as words in order."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

from mojovoice_gui.domain import KeyActions

QUIET_S = 0.15  # long enough for a wrong report to come


class Said:
    """What the keys have reported."""

    def __init__(self) -> None:
        self._words: queue.SimpleQueue[str] = queue.SimpleQueue()

    def actions(self) -> KeyActions:
        def say(word: str) -> Callable[[], None]:
            return lambda: self._words.put(word)

        return KeyActions(say("down"), say("up"), say("interrupted"), say("cancel"))

    def next(self, timeout_s: float = 20) -> str:
        """The next word, waiting for it."""
        return self._words.get(timeout=timeout_s)

    def words(self, count: int) -> list[str]:
        """The next ``count`` words, and whatever else is said right after them."""
        return [self.next() for _ in range(count)] + self.rest()

    def rest(self) -> list[str]:
        """All that was said and not asked for yet."""
        time.sleep(QUIET_S)
        return [self._words.get() for _ in range(self._words.qsize())]
