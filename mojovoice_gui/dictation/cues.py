"""A sound when recording starts, when it stops, and when something failed, for those who do not look."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from mojovoice_gui.domain import Live, Notice, Question, Stage


class Cue(StrEnum):
    """What there is to hear."""

    START = "start"
    STOP = "stop"
    ERROR = "error"


class Cues:
    """A ``domain.Listener``. ``play`` must return at once."""

    def __init__(self, play: Callable[[Cue], None], *, is_on: bool) -> None:
        self.is_on = is_on
        self._play = play
        self._stage = Stage.LOADING
        self._is_armed = False

    def stage_changed(self, stage: Stage) -> None:
        before, self._stage = self._stage, stage
        if stage is Stage.ERROR:
            self._say(Cue.ERROR)
        elif before is Stage.RECORDING and self._is_armed:
            self._say(Cue.STOP)
        self._is_armed = False

    def live_changed(self, live: Live) -> None:
        """The start is heard when the microphone hears: what is said before would be lost."""
        if self._stage is Stage.RECORDING and live.is_armed and not self._is_armed:
            self._is_armed = True
            self._say(Cue.START)

    def noticed(self, notice: Notice) -> None:
        """Its stage is heard."""

    def asked(self, question: Question) -> None:
        """A window asks."""

    def _say(self, cue: Cue) -> None:
        if self.is_on:
            self._play(cue)
