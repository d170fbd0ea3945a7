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


def wait_for(box: DesktopBox, title: str) -> None:
    """The window says in its title which step is in front, and whether it is seen to work."""
    box.until(lambda: box.run("xdotool", "search", "--onlyvisible", "--name", f"{WELCOME}: {title}"), title, 60)


def test_from_an_empty_profile_to_a_dictated_sentence(box: DesktopBox, profile: Path) -> None:
    app = RunningApp.start(box, profile)
    box.focus(WELCOME)
    box.run("xdotool", "key", "alt+s")  # Speak
    app.wait_stage("recording")
    box.say(DEMO)
    box.run("xdotool", "key", "alt+s")  # Stop
    wait_for(box, "Your microphone ✓")
    box.run("xdotool", "key", "alt+n")
    wait_for(box, "Your key")
    with box.keys.held(KEY):
        wait_for(box, "Your key ✓")
    app.wait_stage("idle")
    box.run("xdotool", "key", "alt+n")
    wait_for(box, "Your model ✓")
    box.run("xdotool", "key", "alt+n")
    wait_for(box, "Try it")
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
    wait_for(box, "Try it ✓")
    said = app.text_of(DEMO)
    box.until(lambda: text_in_front(box).strip() == said, "the dictated sentence", 30)
    box.run("xdotool", "key", "alt+d")  # Done
    box.until(lambda: not box.run("xdotool", "search", "--onlyvisible", "--name", WELCOME), "the end of the first run")


def test_the_second_start_and_a_hidden_one_show_no_first_run(box: DesktopBox, profile: Path) -> None:
    for _ in range(2):
        app = RunningApp.start(box, profile, "", "--hidden")
        assert not box.run("xdotool", "search", "--onlyvisible", "--name", WELCOME)
        app.end()
    RunningApp.start(box, profile)
    assert not box.run("xdotool", "search", "--onlyvisible", "--name", WELCOME)
