"""What a screen reader hears of a dictation, on a real accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mojovoice_gui.domain import Entry, Outcome, Transcript
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from tests.desktop.box import DesktopBox
from tests.desktop.running_app import StartApp
from tests.desktop.screen_reader import SWITCH, start_reader
from tests.desktop.target import Kind, Target
from tests.desktop.test_settings import Window
from tests.speech import DEMO

KEY = "Control_R"
HISTORY = 4


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


def test_it_hears_what_came_of_what_was_done_in_the_settings(
    reader: DesktopBox, start_app: StartApp, profile: Path
) -> None:
    history = History(Paths.under(profile).history)
    history.add(Entry(datetime.now(UTC), Outcome.DELIVERED, Transcript("Recognize speech today.", "en")))
    history.close()
    window = Window(start_app(reader))
    window.turn_to(0)
    window.tab(3)  # past the push-to-talk key and what empties it
    reader.keys.tap("Down")
    reader.until(lambda: "Saved: The key." in reader.log("reader"), "that it was saved")
    reader.keys.tap("Control_L", "z")
    reader.until(lambda: "Undone: The key." in reader.log("reader"), "that it was undone")
    assert reader.log("reader").count("Saved:") == 1

    def copies() -> bool:
        """The table is there once it is filled."""
        window.turn_to(HISTORY)
        window.tab(2)  # past the search
        reader.keys.tap("Control_L", "c")
        return "Copied." in reader.log("reader")

    reader.until(copies, "that it was copied")
