"""What a status bar sees: `mojovoice status --follow`, a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from mojovoice_gui.paths import resources
from tests.desktop.box import DesktopBox
from tests.desktop.running_app import MOJOVOICE, RunningApp, StartApp
from tests.speech import DEMO

KEY = "Control_R"


def stages(box: DesktopBox) -> list[str]:
    return [json.loads(line)["stage"] for line in box.log("bar").splitlines()]


def follow(box: DesktopBox, profile: Path) -> None:
    box.spawn([*MOJOVOICE, "--profile-dir", str(profile), "status", "--json", "--follow"], "bar")


def test_a_bar_sees_each_stage_and_the_end_and_the_next_start(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    follow(box, tmp_path / "profile")
    box.until(lambda: stages(box) == ["offline"], "the first line")
    app = start_app(box)
    box.until(lambda: stages(box)[-1] == "idle", "the start")
    begun = len(stages(box))
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
    box.until(lambda: stages(box)[-1] == "idle" and len(stages(box)) > begun, "the dictation")
    assert stages(box)[begun:] == ["recording", "transcribing", "idle"]
    app.end()
    box.until(lambda: stages(box)[-1] == "offline", "the end")
    start_app(box)
    box.until(lambda: stages(box)[-1] == "idle", "the next start")


def test_a_line_has_what_a_waybar_module_wants(app: RunningApp) -> None:
    line = json.loads(app.command("status", "--json").stdout)
    assert (line["alt"], line["class"], line["tooltip"]) == ("idle", "idle", "Mojo Voice: ready")


def test_a_reader_that_has_enough_ends_it_without_a_word(app: RunningApp) -> None:
    command = [*MOJOVOICE, "--profile-dir", str(app.profile), "status", "--follow"]
    bar = subprocess.Popen(command, env=app.box.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert bar.stdout is not None
    assert bar.stdout.readline() == "idle\n"
    bar.stdout.close()
    app.command("start")
    app.command("cancel")
    assert bar.wait(30) == 0
    assert bar.stderr is not None
    assert bar.stderr.read() == ""


@pytest.mark.parametrize(
    ("example", "idle", "recording"),
    [("kde/mojovoice.sh", "○ ready", "● listening"), ("gnome/mojovoice.2s.sh", "○", "●")],
)
def test_the_examples_for_other_bars_see_each_stage_and_start_one_process(
    app: RunningApp, tmp_path: Path, example: str, idle: str, recording: str
) -> None:
    starts = tmp_path / "starts"
    mojovoice = tmp_path / "mojovoice"
    words = " ".join([*MOJOVOICE, "--profile-dir", str(app.profile)])
    mojovoice.write_text(f'#!/bin/sh\necho $$ >>{starts}\nexec {words} "$@"\n')
    mojovoice.chmod(0o755)
    env = {**app.box.env, "PATH": f"{tmp_path}:{os.environ['PATH']}", "XDG_RUNTIME_DIR": str(tmp_path)}

    def shown() -> str:
        """What the bar writes: it runs the example each second."""
        done = subprocess.run(resources() / example, env=env, capture_output=True, text=True, timeout=20, check=True)
        return done.stdout.splitlines()[0]

    try:
        app.box.until(lambda: shown() == idle, "the stage")
        app.command("start")
        app.box.until(lambda: shown() == recording, "the recording")
        app.command("cancel")
        app.box.until(lambda: shown() == idle, "its end")
    finally:
        mojovoice.write_text("#!/bin/sh\n")  # the last run of the example may not have come to its lock yet
        started = [int(number) for number in starts.read_text().split()]
        for number in started:
            os.kill(number, signal.SIGTERM)
    assert len(started) == 1
    app.box.until(lambda: not Path(f"/proc/{started[0]}").exists(), "the end of what follows")
