"""Which back end, and what is said where there is none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mojovoice_gui.desktop.select import require_x11
from mojovoice_gui.errors import DesktopError, DisplayMissing


def test_on_wayland_alone_the_way_out_is_a_key_of_the_compositor() -> None:
    with pytest.raises(DesktopError, match=r"Wayland.*Bind `mojovoice toggle` to a key"):
        require_x11({"WAYLAND_DISPLAY": "wayland-0"}, "linux")


def test_without_a_screen_the_missing_display_is_named() -> None:
    with pytest.raises(DisplayMissing, match="DISPLAY is not set"):
        require_x11({}, "linux")


def test_an_x_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(DisplayMissing, match="cannot be reached"):
        require_x11({"DISPLAY": ":4711"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_get_a_sentence(platform: str) -> None:
    with pytest.raises(DesktopError, match=f"do not work on {platform} yet"):
        require_x11({"DISPLAY": ":0"}, platform)


def test_choosing_needs_no_xlib_before_there_is_a_display() -> None:
    """Windows and macOS have no python-xlib: importing must not ask for it."""
    imports = "import sys, mojovoice_gui.desktop.select, mojovoice_gui.desktop.hotkeys.chords"
    subprocess.run([sys.executable, "-c", f"{imports}; assert 'Xlib' not in sys.modules"], check=True, timeout=60)
