"""Everything that windows are given: real parts, with fakes at the edges of the program."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from mojovoice_gui.domain import Transcript
from mojovoice_gui.paths import Paths
from mojovoice_gui.running.tray import model_desk
from mojovoice_gui.settings import Settings, load
from mojovoice_gui.ui.bridge import Bridge
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.history.deeds import Deeds
from mojovoice_gui.ui.surroundings import Surroundings
from tests.fakes import FakeConsent, ScriptedTranscriber
from tests.scenarios.app import User


@dataclass
class World:
    """A profile of its own, and a user whose app listens to it."""

    paths: Paths
    user: User
    transcriber: ScriptedTranscriber
    surroundings: Surroundings
    background: ThreadPoolExecutor
    consent: FakeConsent

    @classmethod
    def make(cls, folder: Path, transcriber: ScriptedTranscriber | None = None) -> World:
        """After ``QApplication``; the app is not started yet."""
        paths = Paths.under(folder / "profile")
        bridge = Bridge()
        transcriber = transcriber or ScriptedTranscriber()
        user = User(folder, transcriber, listener=bridge)
        choices = Choices(paths.config_file, Settings(), user.app.apply)
        background = ThreadPoolExecutor(1)
        command = (sys.executable, "-m", "mojovoice_gui", "--profile-dir", str(folder / "profile"))
        models = cache(partial(model_desk, paths, choices, bridge.noticed))
        consent = FakeConsent()
        app = user.app
        history = Deeds(app.paste, lambda: "base", tuple, lambda *_: Transcript(""), lambda *_: None, app.forget)
        surroundings = Surroundings(
            paths,
            choices,
            bridge,
            user.app.engine,
            user.app.keys,
            user.app.try_keys,
            background,
            models,
            command,
            history,
            consent,
        )
        return cls(paths, user, transcriber, surroundings, background, consent)

    @property
    def on_disk(self) -> Settings:
        return load(self.paths.config_file).settings

    def close(self) -> None:
        self.surroundings.models().close()
        self.user.app.close()
        self.background.shutdown()
