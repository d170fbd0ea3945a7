"""Mojo Voice itself, running on the desktop in a box, with a profile of its own."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mojovoice_gui.audio.spool import UNKNOWN
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.errors import AppUnreachable
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import load
from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process

MOJOVOICE = (sys.executable, "-m", "mojovoice_gui")
START_S = 60.0
SPEECH_S = 180.0
MEASURED_S = 120.0


@dataclass
class RunningApp:
    """The app in another process, talked to as a user would: keys, tray, commands."""

    box: DesktopBox
    profile: Path
    process: Process

    @classmethod
    def start(cls, box: DesktopBox, profile: Path, config: str = "", *arguments: str) -> RunningApp:
        """Start it and wait until its models are loaded."""
        if config:
            (profile / "config").mkdir(parents=True, exist_ok=True)
            (profile / "config/config.toml").write_text(config)
        command = [*MOJOVOICE, "--profile-dir", str(profile), *arguments]
        app = cls(box, profile, box.spawn(command, "mojovoice"))
        box.until(lambda: app.stage() == "idle", "the app to be ready", START_S)
        return app

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """``mojovoice ARGUMENTS`` in this profile."""
        command = [*MOJOVOICE, "--profile-dir", str(self.profile), *arguments]
        return subprocess.run(command, env=self.box.env, capture_output=True, text=True, timeout=SPEECH_S, check=False)

    def stage(self) -> str:
        return self._status("stage") or "offline"

    def measured(self) -> str:
        """What was found out about this machine; nothing while that is not known."""
        return self._status("calibration")

    def _status(self, what: str) -> str:
        """Asked on the line of the commands, without starting one each time; nothing from an app that is not there."""
        try:
            said = ask(Paths.under(self.profile).runtime, Request("status"), SPEECH_S)
        except AppUnreachable:
            return ""
        return str(said.data[what])

    def wait_stage(self, stage: str, timeout_s: float = 20.0) -> None:
        """A recording is called one before the microphone is open: that it hears is waited for, too."""
        self.box.until(lambda: self.stage() == stage, f"stage {stage}", timeout_s)
        if stage == "recording":
            self.box.until(self._hears, "the first sound of the microphone", timeout_s)

    def _hears(self) -> bool:
        """The file of a recording that goes on does not say how long it is."""
        with contextlib.suppress(FileNotFoundError):  # the one before was forgotten while we looked
            return any(path.read_bytes()[4:8] == UNKNOWN.to_bytes(4, "little") for path in self.recordings())
        return False

    def text_of(self, recording: Path) -> str:
        """What ``transcribe-file`` gives with these models."""
        chosen = load(Paths.under(self.profile).config_file).settings
        return transcribed(recording, chosen.target, chosen.language)

    def log(self) -> str:
        return "".join(path.read_text() for path in sorted((self.profile / "state/logs").glob("mojovoice.log.*")))

    def recordings(self) -> list[Path]:
        return sorted((self.profile / "data/recordings").glob("*.wav"))

    def kill(self) -> None:
        """As a crash would."""
        self.process.kill()
        self.process.wait(20)

    def end(self) -> None:
        self.box.end(self.process)


@cache
def transcribed(recording: Path, target: str, language: str) -> str:
    """By the command, in a profile of its own; the same recording is asked for by many tests."""
    with tempfile.TemporaryDirectory() as profile:
        models = ("--model", target, "--language", language)
        command = [*MOJOVOICE, "--profile-dir", profile, "transcribe-file", *models, str(recording)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SPEECH_S, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


StartApp = Callable[..., RunningApp]
"""Box, extra lines of configuration, arguments."""
