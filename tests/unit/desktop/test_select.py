"""Which back end, and what is said where there is none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mojovoice_gui.desktop.environment import Desktop, Windowing, desktop_of
from mojovoice_gui.desktop.hotkeys.pynput_hotkeys import PynputHotkeys
from mojovoice_gui.desktop.select import describe_insertion, hotkey_ways, require_screen, select_hotkeys
from mojovoice_gui.domain import NoHotkeys
from mojovoice_gui.errors import DesktopError, DisplayMissing, HotkeyUnavailable


@pytest.mark.parametrize(
    ("environ", "desktop"),
    [
        ({"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "XFCE"}, Desktop(Windowing.X11, "XFCE")),
        ({"WAYLAND_DISPLAY": "wayland-1", "SWAYSOCK": "/run/sway"}, Desktop(Windowing.WAYLAND, "sway")),
        (
            {"WAYLAND_DISPLAY": "wayland-1", "HYPRLAND_INSTANCE_SIGNATURE": "1"},
            Desktop(Windowing.WAYLAND, "Hyprland"),
        ),
        (
            {"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"},
            Desktop(Windowing.WAYLAND, "GNOME"),
        ),
        ({"WAYLAND_DISPLAY": "wayland-0"}, Desktop(Windowing.WAYLAND)),
        ({"WAYLAND_DISPLAY": "", "DISPLAY": ""}, Desktop(Windowing.NONE)),
    ],
)
def test_the_session_says_what_desktop_it_is(environ: dict[str, str], desktop: Desktop) -> None:
    assert desktop_of(environ, "linux") == desktop


def test_with_both_displays_it_is_wayland_whose_keys_no_x11_client_sees() -> None:
    assert desktop_of({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux").session is Windowing.WAYLAND


def test_without_a_screen_the_missing_display_is_named() -> None:
    with pytest.raises(DisplayMissing, match="DISPLAY is set"):
        require_screen({}, "linux")


def test_an_x_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(DisplayMissing, match="cannot be reached"):
        require_screen({"DISPLAY": ":4711"}, "linux")


def test_other_systems_get_a_sentence() -> None:
    with pytest.raises(DesktopError, match="do not work on freebsd14 yet"):
        require_screen({"DISPLAY": ":0"}, "freebsd14")


@pytest.mark.parametrize(("platform", "session"), [("win32", Windowing.WINDOWS), ("darwin", Windowing.MACOS)])
def test_windows_and_macos_need_no_display_to_be_named(platform: str, session: Windowing) -> None:
    assert require_screen({}, platform) is session
    (way,) = hotkey_ways("F9", "escape", {}, platform)
    assert way.name == str(session)
    assert isinstance(way.open(), PynputHotkeys)


def test_a_mac_that_has_not_been_asked_says_what_to_allow() -> None:
    """Nor does one of another maker, such as this machine."""
    (way,) = hotkey_ways("F9", "escape", {}, "darwin")
    assert "Accessibility" in way.obstacle
    assert "Accessibility" in describe_insertion({}, "darwin", has_consent=False).told


def test_on_windows_any_program_may_hear_and_press_keys() -> None:
    (way,) = hotkey_ways("F9", "escape", {}, "win32")
    assert way.obstacle == ""
    assert describe_insertion({}, "win32", has_consent=False).told == "the clipboard and paste keys"


WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}


def test_a_chord_is_asked_of_the_desktop_first_and_a_lone_modifier_of_the_kernel() -> None:
    chord = [way.name for way in hotkey_ways("ctrl+alt+space", "escape", WAYLAND)]
    lone = [way.name for way in hotkey_ways("right ctrl", "escape", WAYLAND)]
    assert chord == lone[::-1] == ["the desktop's portal for shortcuts", "the kernel's keyboards"]


def test_each_way_that_cannot_be_used_says_why() -> None:
    portal, _ = hotkey_ways("F9", "escape", WAYLAND)
    assert portal.obstacle == "There is no message bus here."


def test_the_portal_is_told_with_the_key_that_it_proposes() -> None:
    chord, _ = hotkey_ways("ctrl+alt+space", "escape", WAYLAND)
    _, lone = hotkey_ways("right ctrl", "escape", WAYLAND)
    assert "offered yours" in chord.remark
    assert "offered ctrl+alt+space" in lone.remark


def test_hyprland_whose_portal_binds_no_keys_gets_them_by_its_configuration() -> None:
    portal, _ = hotkey_ways("F9", "escape", WAYLAND | {"HYPRLAND_INSTANCE_SIGNATURE": "1"})
    assert "in its configuration" in portal.obstacle


def test_who_binds_keys_elsewhere_is_left_in_peace() -> None:
    assert isinstance(select_hotkeys("", "escape"), NoHotkeys)


def test_a_name_that_is_no_key_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(HotkeyUnavailable, match="no key called"):
        hotkey_ways("shout", "escape", WAYLAND)


def test_choosing_needs_no_xlib_before_there_is_a_display() -> None:
    """Windows and macOS have no python-xlib: importing must not ask for it."""
    imports = "import sys, mojovoice_gui.desktop.select, mojovoice_gui.desktop.hotkeys.chords"
    subprocess.run([sys.executable, "-c", f"{imports}; assert 'Xlib' not in sys.modules"], check=True, timeout=60)
