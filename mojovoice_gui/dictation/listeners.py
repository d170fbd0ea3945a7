"""Several who show things to the user, told as one."""

from __future__ import annotations

from mojovoice_gui.domain import Listener, Live, Notice, Question, Stage


class Listeners:
    """Each is told everything, in this order."""

    def __init__(self, *listeners: Listener) -> None:
        self._listeners = listeners

    def stage_changed(self, stage: Stage) -> None:
        for listener in self._listeners:
            listener.stage_changed(stage)

    def noticed(self, notice: Notice) -> None:
        for listener in self._listeners:
            listener.noticed(notice)

    def live_changed(self, live: Live) -> None:
        for listener in self._listeners:
            listener.live_changed(live)

    def asked(self, question: Question) -> None:
        for listener in self._listeners:
            listener.asked(question)
