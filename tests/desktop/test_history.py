"""What is remembered of a dictation on a real desktop, and its sound through a real loudspeaker."""

from __future__ import annotations

import json
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import Kind, Target
from tests.desktop.test_dictation import KEY, dictate
from tests.speech import DEMO


def remembered(app: RunningApp) -> list[dict[str, object]]:
    """The newest last."""
    return [json.loads(line) for line in app.command("history", "list", "--json").stdout.splitlines()]


def test_a_dictation_is_remembered_with_its_window_and_its_wait(app: RunningApp, tmp_path: Path) -> None:
    Target.start(Kind.XTERM, app.box, tmp_path)
    dictate(app)
    app.box.until(lambda: len(remembered(app)) == 1, "the entry", 30)
    (entry,) = remembered(app)
    assert (entry["outcome"], entry["text"], entry["model"]) == ("delivered", app.text_of(DEMO), "base")
    assert str(entry["application"]).lower() == "xterm"
    assert isinstance(entry["wait_s"], float)
    assert entry["wait_s"] > 0


def test_what_was_cancelled_by_key_is_in_the_history_with_its_sound(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(box, 'hotkey.activation = "toggle"')
    Target.start(Kind.QT, box, tmp_path)
    box.keys.tap(KEY)
    app.wait_stage("recording")
    box.say(DEMO)
    box.keys.tap("Escape")
    app.wait_stage("idle")
    box.until(lambda: len(remembered(app)) == 1, "the entry", 30)
    (entry,) = remembered(app)
    assert (entry["outcome"], entry["text"]) == ("cancelled", "")
    box.until(Path(str(entry["audio"])).is_file, "its sound")
    assert app.recordings() == []
