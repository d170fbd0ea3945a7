"""The first start on a real desktop: from an empty profile to a dictated sentence, by keys alone."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp
from tests.speech import DEMO

KEY = "Control_R"
WELCOME = "Welcome to Mojo Voice"


def text_in_front(box: DesktopBox) -> str:
    """Of the field with the keyboard, by way of the clipboard."""
    box.run("xdotool", "key", "ctrl+a", "ctrl+c")
    return box.clip_get().decode()


def test_from_an_empty_profile_to_a_dictated_sentence(box: DesktopBox, tmp_path: Path) -> None:
    app = RunningApp.start(box, tmp_path / "profile")
    box.focus(WELCOME)
    box.run("xdotool", "key", "alt+s")  # Speak
    app.wait_stage("recording")
    box.say(DEMO)
    box.run("xdotool", "key", "alt+s")  # Stop
    said = app.text_of(DEMO)
    box.until(lambda: text_in_front(box).strip() == said, "the text of the microphone's test", 30)
    box.run("xdotool", "key", "alt+n")  # Next: it is proved
    with box.keys.held(KEY):
        app.wait_stage("recording")  # and given up at once: it was only to see
    app.wait_stage("idle")
    box.run("xdotool", "key", "alt+n")  # the key is proved
    box.run("xdotool", "key", "alt+n")  # the models are loaded
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
    box.until(lambda: text_in_front(box).strip() == said, "the dictated sentence", 30)
    box.run("xdotool", "key", "alt+d")  # Done
    box.until(lambda: not box.run("xdotool", "search", "--onlyvisible", "--name", WELCOME), "the end of the first run")
    app.end()
    again = RunningApp.start(box, tmp_path / "profile")
    assert again.stage() == "idle"
    assert not box.run("xdotool", "search", "--onlyvisible", "--name", WELCOME)
