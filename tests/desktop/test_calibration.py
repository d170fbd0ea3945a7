"""What suits the machine is found out by the app itself, and never in anybody's way."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import MEASURED_S, RunningApp
from tests.desktop.target import Kind, Target
from tests.speech import DEMO


def test_after_a_dictation_in_between_it_says_what_was_chosen(box: DesktopBox, tmp_path: Path) -> None:
    app = RunningApp.start(box, tmp_path / "profile", "", "--hidden")
    window = Target.start(Kind.QT, app.box, tmp_path)
    with app.box.keys.held("Control_R"):
        app.wait_stage("recording")
        app.box.say(DEMO)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    assert "of speech at once" in app.box.until(app.measured, "the calibration", MEASURED_S)
    assert len(list((app.profile / "cache/calibrations").glob("*.json"))) == 1
