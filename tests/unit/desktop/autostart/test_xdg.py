"""Start at login: what the file says, desktops do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from mojovoice_gui.desktop.autostart.xdg import XdgAutostart
from mojovoice_gui.errors import DesktopError

COMMAND = ("/opt/my apps/python", "-m", "mojovoice_gui")


@pytest.fixture
def autostart(tmp_path: Path) -> XdgAutostart:
    return XdgAutostart(COMMAND, tmp_path)


def text(folder: Path) -> str:
    return (folder / "autostart/mojovoice.desktop").read_text(encoding="utf-8")


def test_it_is_on_while_the_file_is_there(autostart: XdgAutostart, tmp_path: Path) -> None:
    was_on = autostart.is_on
    autostart.switch(on=True)
    assert (was_on, autostart.is_on) == (False, True)
    assert 'Exec="/opt/my apps/python" -m mojovoice_gui\n' in text(tmp_path)
    autostart.switch(on=False)
    autostart.switch(on=False)
    assert not autostart.is_on


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_that_switched_it_off_is_believed(autostart: XdgAutostart, tmp_path: Path, line: str) -> None:
    autostart.switch(on=True)
    (tmp_path / "autostart/mojovoice.desktop").write_text(text(tmp_path) + line + "\n")
    assert not autostart.is_on
    autostart.refresh()
    assert line in text(tmp_path)


def test_a_program_that_moved_is_found_again(autostart: XdgAutostart, tmp_path: Path) -> None:
    autostart.switch(on=True)
    XdgAutostart(("/new/python", "-m", "mojovoice_gui"), tmp_path).refresh()
    assert "Exec=/new/python -m mojovoice_gui\n" in text(tmp_path)


def test_what_is_off_stays_off_when_the_program_moves(autostart: XdgAutostart) -> None:
    autostart.refresh()
    assert not autostart.is_on


@pytest.mark.parametrize(
    ("word", "written"), [("100%", "100%%"), ('a"b', r'"a\\"b"'), ("a$b", r'"a\\$b"'), (r"a\b", r'"a\\\\b"')]
)
def test_odd_words_are_quoted_as_the_specification_says(tmp_path: Path, word: str, written: str) -> None:
    XdgAutostart((word,), tmp_path).switch(on=True)
    assert f"Exec={written}\n" in text(tmp_path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").touch()
    with pytest.raises(DesktopError, match="cannot be changed"):
        XdgAutostart(COMMAND, tmp_path).switch(on=True)


def test_its_icon_is_there(autostart: XdgAutostart, tmp_path: Path) -> None:
    autostart.switch(on=True)
    icon = next(line for line in text(tmp_path).splitlines() if line.startswith("Icon=")).removeprefix("Icon=")
    assert Path(icon).is_file()


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_file_is_valid(autostart: XdgAutostart, tmp_path: Path) -> None:
    autostart.switch(on=True)
    done = subprocess.run(
        ["desktop-file-validate", tmp_path / "autostart/mojovoice.desktop"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
