"""What the page General says of the key where it does not simply work."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.hotkeys.evdev import readable_keyboards
from mojovoice_gui.domain import Activation
from mojovoice_gui.settings import Settings
from mojovoice_gui.ui.settings.general import GeneralPage
from mojovoice_gui.ui.settings.key_advice import KeyAdvice
from mojovoice_gui.ui.settings.key_report import report_keys
from tests.desktop.portal import PortalBox
from tests.unit.ui.world import World

COMMAND = ("mojovoice",)
HEARS_NO_KEYBOARD = pytest.mark.skipif(
    bool(readable_keyboards(parse("right ctrl"))),
    reason="this machine's keyboards may be read: the key comes from there",
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Of a sway where nothing hears a key."""
    nowhere = f"unix:path={tmp_path}/nowhere"
    return {"WAYLAND_DISPLAY": "nowhere", "SWAYSOCK": "nowhere", "DBUS_SESSION_BUS_ADDRESS": nowhere}


@pytest.fixture
def page(qtbot: QtBot, world: World) -> GeneralPage:
    made = GeneralPage(world.surroundings, "General")
    qtbot.addWidget(made)
    made.show()
    return made


def words(page: GeneralPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_lines_are_there_to_be_seen_again_and_copied(
    qtbot: QtBot, world: World, page: GeneralPage, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    lines = page.findChild(QPlainTextEdit)
    world.surroundings.choices.change(hotkey="")
    page.shown()
    qtbot.waitUntil(lines.isVisible)
    assert "no key is chosen" in words(page)
    copy = next(one for one in page.findChildren(QPushButton) if one.text() == "Cop&y the lines")
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert "exec" in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text() == lines.toPlainText()
    assert "The lines are on the clipboard." in words(page)
    world.surroundings.choices.change(activation="toggle")
    qtbot.waitUntil(lambda: "profile toggle" in lines.toPlainText())
    assert "The lines are on the clipboard." not in words(page)  # others are


def test_where_nothing_can_be_done_there_is_no_advice(
    qtbot: QtBot, page: GeneralPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    page.shown()
    advice = page.findChild(KeyAdvice)
    with qtbot.waitSignal(advice.needed) as told:
        advice.look()
    assert told.args == [False]
    assert not advice.isVisible()


def test_without_a_screen_the_report_says_so() -> None:
    for hotkey in ("", "F9"):
        assert "no screen" in report_keys({}, Settings(hotkey=hotkey), COMMAND).keys


@HEARS_NO_KEYBOARD
def test_on_wayland_without_a_way_to_the_key_the_lines_for_the_compositor_are_given(environ: dict[str, str]) -> None:
    found = report_keys(environ, Settings(hotkey="ctrl+alt+space"), COMMAND)
    assert "no program may listen" in found.keys
    assert found.keys.endswith("Then choose “None” above.")
    assert "bindsym --no-repeat Ctrl+Mod1+space exec mojovoice start" in found.lines
    assert found.key == "Ctrl+Alt+Space"


@pytest.mark.parametrize(
    ("desktop", "wanted", "can"),
    [
        ("Hyprland", Activation.HYBRID, Activation.HOLD),  # commands know nothing of taps
        ("Hyprland", Activation.TOGGLE, Activation.TOGGLE),
        ("KDE", Activation.HOLD, Activation.TOGGLE),
    ],
)
def test_a_key_that_is_bound_works_as_the_compositor_can(
    desktop: str, wanted: Activation, can: Activation, environ: dict[str, str]
) -> None:
    del environ["SWAYSOCK"]
    environ["XDG_CURRENT_DESKTOP"] = desktop
    assert report_keys(environ, Settings(hotkey="", activation=wanted), COMMAND).activation is can


def test_a_compositor_that_is_not_known_gets_advice_as_well(environ: dict[str, str]) -> None:
    del environ["SWAYSOCK"]
    environ["XDG_CURRENT_DESKTOP"] = "labwc:wlroots"
    found = report_keys(environ, Settings(hotkey=""), COMMAND)
    assert "A key that you bind in the compositor works in every window" in found.keys
    assert {"mojovoice start", "mojovoice stop", "mojovoice toggle", "mojovoice cancel"} <= {*found.lines.splitlines()}


def test_elsewhere_no_key_is_no_key_and_nothing_is_bound(environ: dict[str, str]) -> None:
    found = report_keys(environ, Settings(hotkey=""), COMMAND, "win32")
    assert "no key is chosen" in found.keys
    assert "click on the tray icon" in found.keys
    assert "the menu of the tray icon cancels" in found.cancel
    assert (found.lines, found.key) == ("", "")


def test_of_a_cancel_key_that_is_not_heard_it_is_said_what_cancels(environ: dict[str, str]) -> None:
    settings = Settings(hotkey="")
    assert "bind Shift+Escape as well" in report_keys(environ, settings, COMMAND).cancel
    assert report_keys(environ, dataclasses.replace(settings, cancel_key=""), COMMAND).cancel == ""


@HEARS_NO_KEYBOARD
def test_the_desktops_portal_is_offered_no_escape_and_it_is_said_what_to_do(environ: dict[str, str]) -> None:
    with PortalBox() as box:
        environ["DBUS_SESSION_BUS_ADDRESS"] = box.bus
        found = report_keys(environ, Settings(hotkey="ctrl+alt+space"), COMMAND)
        assert found.is_offered
        assert found.cancel.startswith("Escape does not cancel here")
        settings = Settings(hotkey="ctrl+alt+space", cancel_key="ctrl+alt+escape")
        assert report_keys(environ, settings, COMMAND).cancel == ""
