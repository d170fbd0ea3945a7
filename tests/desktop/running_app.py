"""Mojo Voice itself, running on the desktop in a box, with a profile of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process

MOJOVOICE = (sys.executable, "-m", "mojovoice_gui")
START_S = 60.0
SPEECH_S = 180.0


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
        return str(json.loads(self.command("status", "--json").stdout)["stage"])

    def wait_stage(self, stage: str, timeout_s: float = 20.0) -> None:
        self.box.until(lambda: self.stage() == stage, f"stage {stage}", timeout_s)

    def text_of(self, recording: Path) -> str:
        """What ``transcribe-file`` gives."""
        done = self.command("transcribe-file", str(recording))
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def log(self) -> str:
        return "".join(path.read_text() for path in sorted((self.profile / "state/logs").glob("mojovoice.log.*")))

    def recordings(self) -> list[Path]:
        return sorted((self.profile / "data/recordings").glob("*.wav"))

    def kill(self) -> None:
        """As a crash would."""
        self.process.kill()
        self.process.wait(5)

    def end(self) -> None:
        self.box.end(self.process)


StartApp = Callable[..., RunningApp]
"""Box, extra lines of configuration, arguments."""
