"""The settings window on a real desktop: clicks and keys as a person would, and a dictation that shows they hold."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from mojovoice_gui.settings import load
from tests.desktop.box import DesktopBox
from tests.desktop.processes import require
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import Kind, Target
from tests.desktop.test_dictation import is_heard
from tests.speech import DEMO

LIST = ("60", "20")  # a point in the list of pages, from the window's corner


class Window:
    """The settings window of a running app."""

    def __init__(self, app: RunningApp) -> None:
        self.app = app
        self.box = app.box
        done = app.command("settings")
        assert (done.returncode, done.stdout.strip()) == (0, "Mojo Voice is running; its settings are open.")
        self.number = self.box.focus("^Settings")

    def turn_to(self, page: int) -> None:
        """Click into the list, then go down."""
        self.box.run("xdotool", "mousemove", "--window", self.number, *LIST, "click", "1")
        for _ in range(page):
            self.box.keys.tap("Down")

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.box.keys.tap("Tab")

    def close(self) -> None:
        self.box.keys.tap("Escape")
        search = ("xdotool", "search", "--onlyvisible", "--name", "^Settings")
        self.box.until(lambda: not self.box.run(*search).strip(), "the settings to close")

    def setting(self, name: str) -> object:
        return getattr(load(self.app.profile / "config/config.toml").settings, name)


def test_without_a_tray_icon_the_key_works_and_a_second_start_opens_the_settings_of_the_first(
    box: DesktopBox, start_app: StartApp
) -> None:
    app = start_app(box, "ui.tray = false")
    assert box.tray_icons() == []
    with box.keys.held("Control_R"):
        app.wait_stage("recording")
    assert app.command().returncode == 0
    box.focus("^Settings")
    box.until(lambda: app.stage() in {"idle", "no-speech", "transcribing"}, "the end of the recording")


def test_a_key_and_a_tray_icon_written_into_the_file_by_hand_are_there_at_once(
    box: DesktopBox, start_app: StartApp
) -> None:
    app = start_app(box, "ui.tray = false")
    file = app.profile / "config/config.toml"
    file.write_text(file.read_text().replace("ui.tray = false", 'hotkey.key = "f9"'))
    box.until(box.tray_icons, "the tray icon")
    box.until(lambda: is_heard(app, "F9"), "the key that was written into the file")
    assert app.command("daemon", "down").returncode == 0
    assert app.process.wait(30) == 0


def test_the_command_starts_the_app_with_its_settings_open_where_none_runs_and_they_change_their_language(
    box: DesktopBox, start_app: StartApp
) -> None:
    app = start_app(box, 'ui.language = "en"', "settings")
    box.focus("^Settings")
    file = app.profile / "config/config.toml"
    for language, title in (("de", "^Einstellungen"), ("en", "^Settings")):
        file.write_text(re.sub("ui.language = .*", f'ui.language = "{language}"', file.read_text()))
        box.focus(title)


def test_in_another_language_the_same_page_is_in_front(box: DesktopBox, start_app: StartApp) -> None:
    app = start_app(box, 'ui.language = "en"')
    window = Window(app)
    window.turn_to(2)
    file = app.profile / "config/config.toml"
    file.write_text(re.sub("ui.language = .*", 'ui.language = "de"', file.read_text()))
    box.focus("^Einstellungen")
    window.tab()
    box.until(lambda: tap_until(window, "t", "target", "tiny.en"), "another model", 20)


def test_a_key_chosen_by_pressing_it_is_the_key_at_once(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, "output.append_space = false")
    window = Window(app)
    window.turn_to(0)
    window.tab()
    box.keys.tap("space")
    time.sleep(1)  # the old key is let go of in another thread
    with box.keys.held("Control_R"):
        with pytest.raises(TimeoutError):  # it is a key like others now
            box.until(lambda: app.stage() == "recording", "a recording", 1.5)
        box.keys.tap("Shift_L")  # or it would be the one that is wanted
    box.keys.tap("F9")
    box.until(lambda: window.setting("hotkey") == "f9", "the new key")
    window.close()
    target = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held("F9"):
        app.wait_stage("recording")
        box.say(DEMO)
    target.wait_text(app.text_of(DEMO), 30)
    app.wait_stage("idle")
    box.keys.tap("Control_R", hold_s=0.3)
    assert app.stage() == "idle"


def test_another_model_chosen_in_the_window_writes_the_next_dictation(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(box, 'output.append_space = false\nmodel.language = "en"')
    before = target_of(app)
    window = Window(app)
    window.turn_to(2)
    window.tab()
    box.until(lambda: tap_until(window, "t", "target", "tiny.en"), "another model", 20)
    box.until(lambda: app.stage() == "idle" and target_of(app) != before, "the model to be loaded", 60)
    window.close()
    target = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held("Control_R"):
        app.wait_stage("recording")
        box.say(DEMO)
    target.wait_text(app.text_of(DEMO), 30)


def target_of(app: RunningApp) -> str:
    return str(json.loads(app.command("status", "--json").stdout)["target"])


def test_microphones_come_and_go_in_the_list_and_the_next_dictation_uses_the_chosen_one(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(box, "output.append_space = false")
    window = Window(app)
    window.turn_to(1)
    window.tab()
    box.sound.plug_in("yeti")
    box.until(lambda: tap_until(window, "End", "microphone", "yeti"), "the new microphone in the list", 20)
    window.close()
    target = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held("Control_R"):
        app.wait_stage("recording")
        box.sound.say(DEMO, "yeti")
    target.wait_text(app.text_of(DEMO), 30)


def tap_until(window: Window, key: str, name: str, value: str) -> bool:
    """The list may not be filled yet when the page opens."""
    window.box.keys.tap(key)
    time.sleep(0.3)
    return window.setting(name) == value


def test_what_was_switched_on_in_the_settings_is_there_after_the_next_login(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    require(["dex"])
    app = start_app(box, "output.append_space = false")
    window = Window(app)
    window.turn_to(0)
    box.keys.tap("Shift_L", "Tab")  # the list is the first: backwards come the foot and the last of the page
    box.keys.tap("Shift_L", "Tab")
    box.keys.tap("space")
    folder = box.home / ".config/autostart"
    box.until((folder / "mojovoice.desktop").exists, "the autostart file")
    app.end()
    (app.profile / "config/config.toml").unlink()  # whoever has no settings is led through the first run, but not now
    box.spawn(["dex", "--autostart", "--search-paths", str(folder)])
    app.wait_stage("idle", 60)
    assert not box.run("xdotool", "search", "--onlyvisible", "--name", "^Welcome|^Settings").strip()
    target = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held("Control_R"):
        app.wait_stage("recording")
        box.say(DEMO)
    target.wait_text(app.text_of(DEMO) + " ", 30)
    app.command("daemon", "down")
    (folder / "mojovoice.desktop").unlink()
