"""The tray icon, there or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.paths import resources
from mojovoice_gui.ui.tray import Tray

NOTIFY_SEND = """#!/bin/sh
for text; do :; done; printf '%s' "$text" >"{said}.new" && mv "{said}.new" "{said}"
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


def test_an_icon_that_the_desktop_has_no_tray_for_tells_nothing_so_the_desktop_does(qtbot: QtBot, said: Path) -> None:
    """As on GNOME; the screen of this test has none."""
    Tray(resources() / "icons").show_notice(Notice("No window took the text.", "Paste it.", is_error=False))
    qtbot.waitUntil(said.exists)
    assert said.read_text() == "No window took the text. Paste it."
