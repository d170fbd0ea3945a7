"""A whole start of the app, in a process of its own: what it brings in, and when."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

WINDOWS = ("settings.window", "first_run.window", "choice", "overlay", "overlay_face", "history.page", "models.page")
HEAVY = ("numpy", "sqlite3", "sounddevice", "ctranslate2", "faster_whisper", "huggingface_hub", "mojovoice_gui.app")

START = """
import json, sys, threading
from pathlib import Path
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.paths import Paths
from mojovoice_gui.running.tray import run_tray

paths, at_icon, seen = Paths.under(Path(sys.argv[1])), [], {}

def hear(event, arguments):
    if event == "import" and arguments[0] == "mojovoice_gui.app" and not at_icon:
        from PySide6.QtWidgets import QApplication, QSystemTrayIcon
        assert QApplication.instance() is not None
        at_icon.extend(sys.modules)

def quit_once_it_has_loaded():
    while (status := ask(paths.runtime, Request("status"), 20, is_starting=True)).sentence == "loading":
        pass
    seen.update(status.data)
    ask(paths.runtime, Request("quit"), 20)

sys.addaudithook(hear)
threading.Thread(target=quit_once_it_has_loaded).start()
code = run_tray(paths, is_hidden=True)
json.dump({"code": code, "stage": seen["stage"], "at_icon": at_icon, "at_end": list(sys.modules)}, sys.stdout)
"""


AS_A_USER = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--")
"""Rights count for root, too."""

TINY = 'model.target = "tiny.en"\nmodel.draft = ""\n'


@dataclass(frozen=True)
class Start:
    """One start and its end."""

    code: int
    stage: str  # once it had loaded, or failed to
    at_icon: list[str]  # what was imported then
    at_end: list[str]
    said: str = ""  # on the terminal

    @classmethod
    def of(cls, profile: Path, *before: str) -> Start:
        """Nobody hears or sees it, and it opens no window."""
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "none"}
        command = [*before, sys.executable, "-c", START, str(profile)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return cls(**json.loads(done.stdout), said=done.stderr)


def configured(profile: Path, text: str) -> Path:
    (profile / "config").mkdir()
    (profile / "config/config.toml").write_text(text)
    return profile


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Without models: they are not what this is about."""
    return Start.of(configured(tmp_path_factory.mktemp("profile"), 'model.target = "none"\n'))


def test_the_icon_waits_for_nothing_that_only_dictation_needs(start: Start) -> None:
    assert "mojovoice_gui.ui.tray" in start.at_icon
    assert [name for name in HEAVY if name in start.at_icon] == []


def test_a_start_that_shows_no_window_imports_none(start: Start) -> None:
    assert "mojovoice_gui.app" in start.at_end
    assert [name for name in WINDOWS if f"mojovoice_gui.ui.{name}" in start.at_end] == []
    assert start.code == 0


def test_without_a_model_it_starts_and_says_what_is_missing(start: Start) -> None:
    assert start.stage == "error"
    assert "There is no model called none." in start.said


def test_where_nothing_can_be_written_it_starts_and_only_a_screen_is_missing(tmp_path: Path) -> None:
    """The folder of the socket is the session's own, and never read-only."""
    profile = configured(tmp_path, TINY)
    (profile / "run").mkdir(mode=0o700)
    left = profile / "data/recordings"
    left.mkdir(parents=True)
    (left / "20260101-120000-000000-1-0.wav").write_bytes(b"")  # swept away where that is possible
    folders = (left, left.parent, profile / "config", profile)
    for folder in folders:
        folder.chmod(0o500)
    try:
        start = Start.of(profile, *(AS_A_USER if os.geteuid() == 0 else ()))
    finally:
        for folder in reversed(folders):
            folder.chmod(0o700)
    assert start.code == 0
    assert "Dictation cannot go on so: There is no screen here" in start.said
    assert "There is no log file" in start.said
    assert "The history cannot be kept" in start.said
    assert not (profile / "state").exists()


def test_where_even_the_settings_cannot_be_written_it_starts_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    (tmp_path / "data").write_text("another")
    start = Start.of(tmp_path)
    assert (start.code, start.stage) == (0, "error")
    assert "The settings cannot be written to" in start.said
    assert "Make room there, see to its rights, or choose tiny.en" in start.said
