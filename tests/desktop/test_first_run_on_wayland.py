"""The first start where no program hears a key: the lines that it gives bind one, and that one dictates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.running_app import RunningApp
from tests.desktop.screen_reader import start_reader
from tests.desktop.sway import SwayBox
from tests.speech import DEMO

WELCOME = "Welcome to Mojo Voice"


@pytest.fixture
def box() -> Iterator[SwayBox]:
    with SwayBox() as box:
        start_reader(box)
        yield box


def wait_for(box: SwayBox, title: str) -> None:
    """The window says in its title which step is in front, and whether it is seen to work."""
    box.until(lambda: any(one.startswith(f"{WELCOME}: {title}") for one in box.titles()), title, 60)


def test_the_lines_of_the_first_run_bind_the_key_that_it_says_to_hold(box: SwayBox, profile: Path) -> None:
    app = RunningApp.start(box, profile)
    wait_for(box, "Your microphone")
    box.person.chord("alt", "k")  # Skip
    wait_for(box, "Your key")
    box.until(lambda: _copied(box), "the lines on the clipboard")
    box.until(lambda: "The lines are on the clipboard." in box.log("reader"), "that they are, read out")
    for line in box.clip_get().decode().splitlines():
        if not line.startswith("#"):
            box.message(line)
    with box.person.holding("F9"):
        wait_for(box, "Your key ✓")
    app.wait_stage("idle")
    box.person.chord("alt", "n")
    wait_for(box, "Your model ✓")
    box.person.chord("alt", "n")
    wait_for(box, "Try it")
    with box.person.holding("F9"):
        app.wait_stage("recording")
        box.say(DEMO)
    wait_for(box, "Try it ✓")


def _copied(box: SwayBox) -> bool:
    """The lines come a moment later than the step."""
    box.person.chord("alt", "y")
    return b"bindsym" in box.clip_get()
