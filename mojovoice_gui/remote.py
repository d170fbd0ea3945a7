"""What other processes may ask of the running app: ``mojovoice start``, a compositor's key binding, a status bar."""

from __future__ import annotations

import os
import queue
from collections.abc import Callable

from mojovoice_gui.desktop.control.messages import Answers, Request, Response
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.engine import DictationEngine
from mojovoice_gui.dictation.events import Cancelled, Event, StartAsked, StopAsked, Toggled
from mojovoice_gui.dictation.session import Session
from mojovoice_gui.domain import Destination, EngineState, Stage
from mojovoice_gui.errors import AudioError, ModelError, SettingsError

LOOK_S = 1.0
"""How soon a follower who has left is noticed."""

WORDS = {
    Stage.LOADING: "loading the speech models",
    Stage.IDLE: "ready",
    Stage.RECORDING: "listening",
    Stage.TRANSCRIBING: "writing",
    Stage.NO_SPEECH: "heard no speech",
    Stage.ERROR: "something went wrong",
}

RECORDING = "Recording."
STOPPED = "Stopped; the text follows."
NOT_RECORDING = "Nothing is being recorded."


class Remote:
    """Turns requests into events and the session into answers. Called from the control thread."""

    def __init__(
        self, engine: DictationEngine, changes: Changes, show: Callable[[], str], quit_app: Callable[[], None]
    ) -> None:
        """``show`` brings the settings to the front and says what came of it."""
        self._engine = engine
        self._changes = changes
        self._show = show
        self._quit = quit_app

    def answer(self, request: Request) -> Response | Answers:
        match request.command:
            case "start":
                return self._start(request)
            case "stop":
                return self._stop()
            case "toggle":
                return self._started(Toggled(self._engine.now))
            case "cancel":
                self._engine.ask(Cancelled())
                return Response(ok=True, sentence="Cancelled.")
            case "status":
                return self._said(self._engine.session.stage)
            case "follow":
                return self._follow()
            case "show":
                return Response(ok=True, sentence=self._show())
            case "quit":
                self._quit()
                return Response(ok=True, sentence="Mojo Voice ends.")
        unknown = f"There is no command {request.command!r}."
        return Response(ok=False, sentence=unknown, exit_code=SettingsError.exit_code)

    def _start(self, request: Request) -> Response:
        seconds = request.arguments.get("seconds")
        destination = Destination.CLIPBOARD if request.arguments.get("clipboard") else Destination.WINDOW
        longest_s = float(seconds) if isinstance(seconds, (int, float)) else None
        return self._started(StartAsked(self._engine.now, destination, longest_s))

    def _started(self, event: Event) -> Response:
        session = self._engine.ask(event)
        if session.capture is None and session.trouble is not None:
            exit_code = ModelError.exit_code if session.broken else AudioError.exit_code
            return Response(ok=False, sentence=str(session.trouble), exit_code=exit_code)
        return Response(ok=True, sentence=RECORDING if session.capture is not None and not session.in_tail else STOPPED)

    def _stop(self) -> Response:
        was_recording = self._engine.session.capture is not None
        self._engine.ask(StopAsked(self._engine.now))
        return Response(ok=True, sentence=STOPPED if was_recording else NOT_RECORDING)

    def _follow(self) -> Answers:
        """The status, now and whenever the stage is another one."""
        with self._changes.followed() as stages:
            yield self._said(self._engine.session.stage)
            while True:
                try:
                    yield self._said(stages.get(timeout=LOOK_S))
                except queue.Empty:
                    yield None

    def _said(self, stage: Stage) -> Response:
        status = self._status()
        status |= {"stage": stage, "alt": stage, "class": stage, "tooltip": f"Mojo Voice: {WORDS[stage]}"}
        return Response(ok=True, sentence=stage, data=status)

    def _status(self) -> dict[str, str | int | float | bool | None]:
        session = self._engine.session
        models = session.models or EngineState()
        return {
            "recording_s": _recorded_s(session, self._engine.now),
            "pending": session.pending,
            "target": models.target,
            "draft": models.draft,
            "draft_reason": models.draft_reason,
            "device": models.device,
            "device_reason": models.device_reason,
            "calibration": "; ".join(models.calibration),
            "trouble": str(session.trouble) if session.trouble is not None else "",
            "pid": os.getpid(),
        }


def _recorded_s(session: Session, now: float) -> float:
    return round(now - session.capture.began, 1) if session.capture is not None else 0.0
