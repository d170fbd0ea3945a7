"""The tray icon, there or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.paths import resources
from mojovoice_gui.ui.tray import Tray

NOTIFY_SEND = """#!/bin/sh
printf '%s' "$3" >"{said}.new" && mv "{said}.new" "{said}"
"""


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the desktop is asked to tell the user."""
    program, said = tmp_path / "notify-send", tmp_path / "said"
    program.write_text(NOTIFY_SEND.format(said=said))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return said


def test_without_an_icon_the_desktop_tells_what_there_is_to_tell(qtbot: QtBot, said: Path) -> None:
    tray = Tray(resources() / "icons", is_on=False)
    tray.show_stage(Stage.RECORDING)
    tray.show_notice(Notice("The microphone is gone.", "Connect it again."))
    qtbot.waitUntil(said.exists)
    assert said.read_text() == "The microphone is gone. Connect it again."


def test_an_icon_that_is_switched_on_again_tells_by_itself(qtbot: QtBot, said: Path) -> None:
    tray = Tray(resources() / "icons", is_on=False)
    tray.switch(on=True)
    tray.show_notice(Notice("The microphone is gone."))
    qtbot.wait(100)
    assert not said.exists()
