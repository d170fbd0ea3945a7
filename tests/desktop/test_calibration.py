"""What suits the machine is found out by the app itself, and never in anybody's way."""

from __future__ import annotations

import json
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp
from tests.desktop.target import Kind, Target
from tests.speech import DEMO

MEASURED_S = 120.0


def found_out(app: RunningApp) -> str:
    return str(json.loads(app.command("status", "--json").stdout)["calibration"])


def test_after_a_dictation_in_between_it_says_what_was_chosen(box: DesktopBox, tmp_path: Path) -> None:
    app = RunningApp.start(box, tmp_path / "profile", "", "--hidden")
    window = Target.start(Kind.QT, app.box, tmp_path)
    with app.box.keys.held("Control_R"):
        app.wait_stage("recording")
        app.box.say(DEMO)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    app.box.until(lambda: found_out(app) != "", "the calibration", MEASURED_S)
    assert "of sound at once" in found_out(app)
    assert len(list((app.profile / "cache/calibrations").glob("*.json"))) == 1
