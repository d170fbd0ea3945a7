"""How loud the microphone is while nobody dictates: what a level meter shows."""

from __future__ import annotations

import logging
from collections.abc import Callable

from mojovoice_gui.dictation.meter import SHOW_S, level
from mojovoice_gui.domain import Microphone, Notice
from mojovoice_gui.errors import AudioError

log = logging.getLogger(__name__)

AGAIN_S = 1.0
"""After which a microphone that failed is tried once more: it may have been plugged in."""


class Monitor:
    """Used by the session thread. A recording comes first: it opens the microphone for itself."""

    def __init__(self, tell: Callable[[float | Notice], None]) -> None:
        """``tell`` gets levels from 0 to 1, and what is wrong; it must return at once."""
        self._tell = tell
        self._open: Microphone | None = None
        self._next_s = 0.0

    def look(self, microphone: Microphone, now: float) -> None:
        """Show what it hears, if it is time to."""
        if now < self._next_s:
            return
        self._next_s = now + SHOW_S
        try:
            if self._open is not microphone:
                self.pause()
                microphone.open()
                self._open = microphone
            samples = microphone.read()
        except AudioError as error:
            log.info("There is nothing to show of the microphone: %s", error)
            self.pause()
            self._tell(Notice.of(error))
            self._next_s = now + AGAIN_S
            return
        if len(samples):
            self._tell(level(samples))

    def pause(self) -> None:
        """Let go of the microphone until the next look."""
        if self._open is not None:
            self._open.close()
            self._open = None
