"""What a screen reader hears of a dictation, on a real accessibility bus."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.box import DesktopBox
from tests.desktop.processes import ProgramMissing
from tests.desktop.running_app import StartApp
from tests.desktop.target import PROGRAMS, Kind, Target
from tests.speech import DEMO

KEY = "Control_R"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SWITCH = "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"


@pytest.fixture
def reader(box: DesktopBox) -> Iterator[DesktopBox]:
    """A desktop on which one runs."""
    if not LAUNCHER.exists():
        raise ProgramMissing(f"Not installed: {LAUNCHER}. Install with: apt-get install -y at-spi2-core")
    box.spawn([str(LAUNCHER), "--launch-immediately"], "at-spi")
    bus = ("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    box.until(lambda: b"unix:" in box.run(*bus), "the accessibility bus")
    box.spawn([sys.executable, str(PROGRAMS / "screen_reader.py")], "reader")
    box.until(lambda: "listening" in box.log("reader"), "the screen reader")
    box.env[SWITCH] = "1"
    yield box
    del box.env[SWITCH]


def test_it_hears_the_text_that_there_was_none_and_why_a_key_will_not_do(
    reader: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(reader)
    window = Target.start(Kind.XTERM, reader, tmp_path)
    with reader.keys.held(KEY):
        app.wait_stage("recording")
        reader.say(DEMO)
        assert reader.log("reader").split() == ["listening"]
    text = app.text_of(DEMO)
    window.wait_text(text + " ", 30)
    reader.until(lambda: text in reader.log("reader"), "the text, read out")
    with reader.keys.held(KEY):
        app.wait_stage("recording")
    reader.until(lambda: "Heard no speech." in reader.log("reader"), "the end of a silence")
    assert app.command("settings").returncode == 0
    reader.focus("^Settings")
    reader.keys.tap("Tab")  # to the push-to-talk key
    reader.keys.tap("space")
    reader.until(lambda: "Press the key you want" in reader.log("reader"), "that it waits for a key")
    reader.keys.tap("a")
    reader.until(lambda: "is needed for writing" in reader.log("reader"), "why this key will not do")
