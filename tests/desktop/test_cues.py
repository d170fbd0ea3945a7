"""Sounds on a real desktop, where the loudspeaker plays straight into the microphone."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import StartApp
from tests.desktop.target import Kind, Target
from tests.speech import DEMO

KEY = "Control_R"


def count_sounds(box: DesktopBox) -> None:
    """From now on: the sound server is asked until it tells of the asking."""
    box.spawn(["pactl", "subscribe"], "subscribe")
    box.until(lambda: box.run("pactl", "info") and box.log("subscribe"), "news of the sound server")


def played(box: DesktopBox) -> int:
    """How many sounds the sound server has been given."""
    return box.log("subscribe").count("'new' on sink-input")


def test_start_and_stop_are_heard_and_neither_becomes_text(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    count_sounds(box)
    app = start_app(box, "sound.cues = true")
    window = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    box.until(lambda: played(box) == 3, "start, the sentence, stop")
    box.keys.down(KEY)
    app.wait_stage("recording")
    box.keys.up(KEY)
    app.wait_stage("idle")
    assert window.text() == app.text_of(DEMO) + " "
