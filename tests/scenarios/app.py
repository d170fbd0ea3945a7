"""A tiny language for scenarios: the whole app between a fake key, a fake microphone and a fake window.

user.holds()
user.says(sentence)
user.lets_go()
user.sees(Stage.TRANSCRIBING)
user.gets("Hello, world.")
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from mojovoice_gui.app import Dictation, Parts, open_archive
from mojovoice_gui.archive import Entry
from mojovoice_gui.audio.spool import Spool, recoverable
from mojovoice_gui.desktop.single_instance import Request, Response
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.dictation.worker import Line
from mojovoice_gui.domain import Question, Samples, Stage, Transcriber
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.remote import Remote
from mojovoice_gui.settings import Settings
from tests.fakes import FakeFocus, FakeHotkeys, RecordingInserter, RememberingListener, SpokenMicrophone

PATIENCE_S = 30.0


class User:
    """Someone at a desktop, and the app in front of them."""

    def __init__(
        self,
        folder: Path,
        transcriber: Transcriber,
        settings: Settings | None = None,
        has_speech: Callable[[Samples], bool] = lambda _samples: True,
        quiet_s: Callable[[Samples], float] = lambda _samples: 0.0,
    ) -> None:
        self.recordings = folder / "recordings"
        self.history = Paths.under(folder).history
        self.keyboard = FakeHotkeys()
        self.microphone = SpokenMicrophone()
        self.window = RecordingInserter()
        self.screen = RememberingListener()
        self.focus = FakeFocus()
        line = Line(Ears(has_speech, quiet_s), transcriber, str.strip)
        spool = Spool(self.recordings)
        chosen = settings or Settings()
        parts = Parts(
            self.microphone,
            spool,
            lambda: self.keyboard,
            lambda: (line, self.window),
            lambda: self.focus,
            lambda tell: open_archive(Paths.under(folder), chosen, spool, tell),
        )
        self.app = Dictation(parts, chosen, self.screen)
        self._remote = Remote(self.app.engine, show=lambda: None, quit_app=lambda: None)

    def __enter__(self) -> User:
        self.app.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.app.close()

    # ---- what the user does

    def holds(self) -> None:
        assert self.keyboard.actions is not None
        self.keyboard.actions.pressed()
        self.waits_until(lambda: self.microphone.is_open, "recording")

    def lets_go(self) -> None:
        assert self.keyboard.actions is not None
        self.keyboard.actions.released()

    def presses_another_key(self) -> None:
        assert self.keyboard.actions is not None
        self.keyboard.actions.interrupted()

    def presses_cancel(self) -> None:
        assert self.keyboard.actions is not None
        self.keyboard.actions.cancelled()

    def says(self, sound: Samples) -> None:
        self.microphone.say(sound)

    def dictates(self, sound: Samples) -> None:
        self.holds()
        self.says(sound)
        self.lets_go()

    def runs(self, command: str, **arguments: str | float | bool | None) -> Response:
        return self._remote.answer(Request(command, arguments))

    # ---- what the user sees

    def gets(self, *texts: str) -> None:
        """Exactly these texts, in this order, since the beginning."""
        self.waits_until(lambda: len(self.window.inserted) >= len(texts), f"{len(texts)} texts")
        assert self.window.inserted == list(texts)

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
