"""Each system's own way to start a program at login."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.desktop.autostart.launch_agent import LaunchAgent
from mojovoice_gui.desktop.autostart.run_key import RunKey
from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.autostart.xdg import XdgAutostart


@pytest.mark.parametrize(("platform", "kind"), [("linux", XdgAutostart), ("win32", RunKey), ("darwin", LaunchAgent)])
def test_each_system_has_its_own_way(platform: str, kind: type) -> None:
    assert isinstance(autostart(("mojovoice",), platform), kind)


def test_whoever_logs_in_sees_no_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart(("/opt/mojovoice",), "linux").switch(on=True)
    assert "Exec=/opt/mojovoice --hidden\n" in (tmp_path / "autostart/mojovoice.desktop").read_text(encoding="utf-8")
