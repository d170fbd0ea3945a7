"""A tiny language for scenarios: the whole app between a fake key, a fake microphone and a fake window.

user.holds()
user.says(sentence)
user.lets_go()
user.sees(Stage.TRANSCRIBING)
assert user.texts(1) == ["Hello, world."]
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np

from mojovoice_gui.app import Dictation, Parts
from mojovoice_gui.audio.spool import FileSpool, recoverable
from mojovoice_gui.desktop.control.messages import Answers, Request, Response
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.listeners import Listeners
from mojovoice_gui.dictation.session import STOPPED_S
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.domain import Entry, KeyActions, Listener, Question, Samples, Stage, Transcriber
from mojovoice_gui.errors import HotkeyUnavailable
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.remembering import open_archive
from mojovoice_gui.remote import Remote
from mojovoice_gui.settings import Settings
from tests.fakes import (
    FakeFocus,
    FakeHotkeys,
    RecordingInserter,
    RememberingListener,
    ScriptedTranscriber,
    SpokenMicrophone,
)

PATIENCE_S = 30.0


class User:
    """Someone at a desktop, and the app in front of them."""

    def __init__(
        self,
        folder: Path,
        transcriber: Transcriber,
        settings: Settings | None = None,
        has_speech: Callable[[Samples], bool] = lambda _samples: True,
        quiet_s: Callable[[Samples], float] = lambda _samples: STOPPED_S,
        format_text: Callable[[str], str] = str.strip,
        clock: Callable[[], float] = time.monotonic,
        listener: Listener | None = None,
    ) -> None:
        """``listener``: who shows things to the user, instead of ``screen``."""
        self.recordings = folder / "recordings"
        self.history = Paths.under(folder).history
        self.keyboard = FakeHotkeys()  # replaced when keys are
        self.key = ""  # that one's push-to-talk key
        self.keys_of_others: set[str] = set()
        self.microphone = SpokenMicrophone()
        self.window = RecordingInserter()
        self.screen = RememberingListener()
        self.focus = FakeFocus()
        self._transcriber = transcriber
        self.line = Line(Ears(has_speech, quiet_s), transcriber, format_text)
        self.lines: list[Settings] = []  # what each line was laid for
        self.settings = settings or Settings()
        spool = FileSpool(self.recordings)
        parts = Parts(
            spool,
            lambda _: self.microphone,
            self._open_hotkeys,
            self._lay_line,
            lambda _: self.window,
            lambda: self.focus,
            lambda settings, tell: open_archive(Paths.under(folder), settings, spool, tell),
        )
        self.changes = Changes()
        self.app = Dictation(parts, self.settings, Listeners(listener or self.screen, self.changes), clock)
        self._remote = Remote(self.app.engine, self.changes, show=lambda: "shown", quit_app=lambda: None)

    def __enter__(self) -> Self:
        self.app.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.app.close()
        if kind is None and isinstance(self._transcriber, ScriptedTranscriber):
            assert self._transcriber.asked_in_vain == 0  # else nobody sees: the app only tells its user

    def _open_hotkeys(self, settings: Settings) -> FakeHotkeys:
        if settings.hotkey in self.keys_of_others:
            raise HotkeyUnavailable(f"Another program owns the key {settings.hotkey}.", "Choose another one.")
        no_cancel = f"Another program owns the key {settings.cancel_key}."
        is_free = settings.cancel_key not in self.keys_of_others
        self.keyboard, self.key = FakeHotkeys("" if is_free else no_cancel), settings.hotkey
        return self.keyboard

    def _lay_line(self, settings: Settings) -> Line:
        self.lines.append(settings)
        return self.line

    def _actions(self) -> KeyActions:
        self.waits_until(lambda: self.keyboard.actions is not None, "a key that is listened to")
        assert self.keyboard.actions is not None
        return self.keyboard.actions

    # ---- what the user does

    def chooses(self, **changes: Any) -> None:
        """In the settings; they hold at once."""
        self.settings = replace(self.settings, **changes)
        self.app.apply(self.settings)

    def presses(self) -> None:
        self._actions().pressed()

    def holds(self) -> None:
        self.presses()
        self.waits_until(lambda: self.microphone.is_open, "recording")

    def lets_go(self) -> None:
        self._actions().released()

    def presses_another_key(self) -> None:
        self._actions().interrupted()

    def presses_cancel(self) -> None:
        self._actions().cancelled()

    def says(self, sound: Samples) -> None:
        self.microphone.say(sound)

    def dictates(self, sound: Samples) -> None:
        self.holds()
        self.says(sound)
        self.lets_go()

    def runs(self, command: str, **arguments: str | float | bool | None) -> Response:
        response = self._remote.answer(Request(command, arguments))
        assert isinstance(response, Response)
        return response

    def follows(self) -> Answers:
        """The status, change after change."""
        responses = self._remote.answer(Request("follow"))
        assert not isinstance(responses, Response)
        return responses

    # ---- what the user sees

    def texts(self, count: int) -> list[str]:
        """What is in the window, once there are so many, since the beginning."""
        self.waits_until(lambda: len(self.window.inserted) >= count, f"{count} texts")
        return list(self.window.inserted)

    def sees(self, stage: Stage) -> None:
        self.waits_until(lambda: self.app.engine.session.stage is stage, stage)

    def is_told(self, words: str) -> None:
        self.waits_until(lambda: any(words in str(notice) for notice in self.screen.notices), f"{words!r}")

    def is_asked(self) -> Question:
        """Where the last text goes."""
        self.waits_until(lambda: bool(self.screen.questions), "the question")
        return self.screen.questions[-1]

    def remembers(self) -> list[Entry]:
        """The oldest first; once the app has ended all of it is there."""
        history = History(self.history)
        entries = [kept.entry for kept in reversed(history.page())]
        history.close()
        return entries

    def left_on_disk(self) -> list[Path]:
        return [recording.path for recording in recoverable(self.recordings)]

    def waits_until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, f"waited in vain for {what}; notices: {self.screen.notices}"
            time.sleep(0.005)


def sound(seconds: float = 1.0) -> Samples:
    """Something to say; what it says is the transcriber's business."""
    return np.full(int(16_000 * seconds), 0.1, np.float32)
