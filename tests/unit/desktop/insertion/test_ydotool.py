"""Keys by ydotool: a fake program of that name notes what it was asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.ydotool import Ydotool, obstacle

HELP = {"0.1.8": "Usage: key [--delay <ms>] <key sequence>", "1.0.4": "Usage: key [OPTION]... [KEYCODES]..."}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


def install(programs: Path, version: str) -> Path:
    """A ydotool of that version; returns the file with what it was asked for."""
    noted = programs / "noted"
    program = programs / "ydotool"
    program.write_text(f'#!/bin/sh\n[ "$2" = --help ] && echo "{HELP[version]}" || echo "$*" >>"{noted}"\n')
    program.chmod(0o755)
    return noted


@pytest.mark.parametrize(
    ("version", "asked"), [("0.1.8", "key ctrl+shift+v"), ("1.0.4", "key 29:1 42:1 47:1 47:0 42:0 29:0")]
)
def test_each_version_is_asked_in_its_own_language(version: str, asked: str, programs: Path) -> None:
    noted = install(programs, version)
    Ydotool().press(PasteKey.CTRL_SHIFT_V)
    assert noted.read_text().strip() == asked


def test_what_is_missing_is_named(programs: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "uinput"
    environ = {"PATH": str(tmp_path / "empty"), "XDG_RUNTIME_DIR": str(tmp_path)}
    assert obstacle(environ, nowhere) == "ydotool is not installed"
    install(programs, "1.0.4")
    environ["PATH"] = str(programs)
    assert "ydotoold does not run" in obstacle(environ, nowhere)
    (tmp_path / ".ydotool_socket").touch()
    assert obstacle(environ, nowhere) == ""


def test_a_device_that_may_be_written_to_needs_no_daemon(programs: Path, tmp_path: Path) -> None:
    install(programs, "0.1.8")
    device = tmp_path / "uinput"
    device.touch()
    assert obstacle({"PATH": str(programs)}, device) == ""
