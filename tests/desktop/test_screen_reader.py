"""What a screen reader hears of a dictation, on a real accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import StartApp
from tests.desktop.screen_reader import SWITCH, start_reader
from tests.desktop.target import Kind, Target
from tests.speech import DEMO

KEY = "Control_R"


@pytest.fixture
def reader(box: DesktopBox) -> Iterator[DesktopBox]:
    """A desktop on which one runs."""
    start_reader(box)
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
