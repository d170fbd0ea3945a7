"""A whole start of the app, in a process of its own: what it brings in, and when."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

WINDOWS = ("settings.window", "first_run.window", "choice", "overlay", "overlay_face", "history.page", "models.page")
HEAVY = ("numpy", "sqlite3", "sounddevice", "ctranslate2", "faster_whisper", "huggingface_hub", "mojovoice_gui.app")

START = """
import json, sys, threading
from pathlib import Path
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.paths import Paths
from mojovoice_gui.running import run_tray

paths, at_icon = Paths.under(Path(sys.argv[1])), []

def hear(event, arguments):
    if event == "import" and arguments[0] == "mojovoice_gui.app" and not at_icon:
        from PySide6.QtWidgets import QApplication, QSystemTrayIcon
        assert QApplication.instance() is not None
        at_icon.extend(sys.modules)

def quit_when_it_has_tried_to_load():
    while ask(paths.runtime, Request("status"), 20, is_starting=True).sentence == "loading":
        pass
    ask(paths.runtime, Request("quit"), 20)

sys.addaudithook(hear)
threading.Thread(target=quit_when_it_has_tried_to_load).start()
code = run_tray(paths, is_hidden=True)
json.dump({"code": code, "at_icon": at_icon, "at_end": list(sys.modules)}, sys.stdout)
"""


@dataclass(frozen=True)
class Start:
    """What was imported."""

    code: int
    at_icon: list[str]
    at_end: list[str]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Without models: they are not what this is about."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "config").mkdir()
    (profile / "config/config.toml").write_text('model.target = "none"\n')
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "none"}
    command = [sys.executable, "-c", START, str(profile)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return Start(**json.loads(done.stdout))


def test_the_icon_waits_for_nothing_that_only_dictation_needs(start: Start) -> None:
    assert "mojovoice_gui.ui.tray" in start.at_icon
    assert [name for name in HEAVY if name in start.at_icon] == []


def test_a_start_that_shows_no_window_imports_none(start: Start) -> None:
    assert "mojovoice_gui.app" in start.at_end
    assert [name for name in WINDOWS if f"mojovoice_gui.ui.{name}" in start.at_end] == []
    assert start.code == 0
