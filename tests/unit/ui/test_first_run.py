"""The first run: four steps, each skippable, each with a sign that it works."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.hotkeys.evdev import readable_keyboards
from mojovoice_gui.dictation.events import Loaded
from mojovoice_gui.domain import EngineState, Stage
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.shelf import Shelf
from mojovoice_gui.models.store import InstalledModel, Source
from mojovoice_gui.models.wanted import Wanted
from mojovoice_gui.ui.first_run.window import FirstRunWindow
from tests.desktop.portal import PortalBox
from tests.unit.ui.world import World

SOUND = np.ones(16_000, np.float32)
HEARS_NO_KEYBOARD = pytest.mark.skipif(
    bool(readable_keyboards(parse("right ctrl"))),
    reason="this machine's keyboards may be read: the key comes from there",
)


@pytest.fixture
def window(qtbot: QtBot, world: World) -> FirstRunWindow:
    made = FirstRunWindow(world.surroundings)
    qtbot.addWidget(made)
    made.present()
    return made


def button(window: FirstRunWindow, text: str) -> QPushButton:
    return next(
        found
        for found in window.findChildren(QPushButton)
        if found.isVisible() and found.text().replace("&", "") == text
    )


def click(qtbot: QtBot, window: FirstRunWindow, text: str) -> None:
    qtbot.mouseClick(button(window, text), Qt.MouseButton.LeftButton)


def words(window: FirstRunWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def skip_to(qtbot: QtBot, window: FirstRunWindow, title: str) -> None:
    while window.step.title != title:
        (forward,) = [
            found
            for found in window.findChildren(QPushButton)
            if found.isVisible() and found.text().replace("&", "") in {"Skip", "Next"}
        ]
        qtbot.mouseClick(forward, Qt.MouseButton.LeftButton)


def test_every_step_may_be_skipped_and_come_back_to(qtbot: QtBot, window: FirstRunWindow) -> None:
    titles = [window.step.title]
    for title in ("Your key", "Your model", "Try it"):
        skip_to(qtbot, window, title)
        titles.append(window.step.title)
    assert titles == ["Your microphone", "Your key", "Your model", "Try it"]
    click(qtbot, window, "Back")
    assert window.step.title == "Your model"
    skip_to(qtbot, window, "Try it")
    click(qtbot, window, "Done")
    assert not window.isVisible()


def test_a_microphone_is_proved_by_the_text_it_leads_to(qtbot: QtBot, world: World, window: FirstRunWindow) -> None:
    click(qtbot, window, "Speak")
    qtbot.waitUntil(lambda: "Listening" in words(window))
    world.user.says(SOUND)
    click(qtbot, window, "Stop")
    window.step.findChild(QPlainTextEdit).insertPlainText("Hello.")  # as the paste would
    assert "The microphone hears you" in words(window)
    assert button(window, "Next")


def test_the_key_is_proved_by_pressing_it_and_nothing_is_written(
    qtbot: QtBot, world: World, window: FirstRunWindow
) -> None:
    skip_to(qtbot, window, "Your key")
    world.user.holds()
    qtbot.waitUntil(lambda: "The key is heard" in words(window))
    world.user.lets_go()
    world.user.sees(Stage.IDLE)
    assert world.user.window.inserted == []


def test_a_model_that_arrives_is_used_if_that_is_wanted(qtbot: QtBot, world: World, window: FirstRunWindow) -> None:
    skip_to(qtbot, window, "Your model")
    desk = world.surroundings.models()
    desk.transfer.emit(Transfer("large-v3-turbo", Phase.RUNNING, 1, 2))
    desk.transfer.emit(Transfer("large-v3-turbo", Phase.DONE, 2, 2))
    assert world.surroundings.choices.settings.target == "large-v3-turbo"
    assert world.on_disk.target == "large-v3-turbo"


def test_a_model_that_is_not_wanted_any_more_is_only_brought(
    qtbot: QtBot, world: World, window: FirstRunWindow
) -> None:
    skip_to(qtbot, window, "Your model")
    desk = world.surroundings.models()
    desk.transfer.emit(Transfer("large-v3-turbo", Phase.RUNNING, 1, 2))
    window.step.findChild(QCheckBox).click()
    desk.transfer.emit(Transfer("large-v3-turbo", Phase.DONE, 2, 2))
    assert world.surroundings.choices.settings.target == "base"


def test_that_a_model_is_wanted_is_known_after_another_start(
    qtbot: QtBot, world: World, window: FirstRunWindow
) -> None:
    skip_to(qtbot, window, "Your model")
    world.surroundings.models().transfer.emit(Transfer("large-v3-turbo", Phase.RUNNING, 1, 2))
    world.surroundings.models().transfer.emit(Transfer("large-v3-turbo", Phase.PAUSED, 1, 2))
    assert Wanted(world.paths.wanted_model).name == "large-v3-turbo"


def test_a_larger_model_that_is_here_can_be_chosen(qtbot: QtBot, world: World, window: FirstRunWindow) -> None:
    skip_to(qtbot, window, "Your model")
    desk = world.surroundings.models()
    qtbot.waitUntil(lambda: desk.last_shelf is not None)
    assert desk.last_shelf is not None
    here = InstalledModel("large-v3-turbo", Path("large-v3-turbo"), 1_600_000_000, Source.OWN)
    rows = [replace(row, installed=here) if row.name == here.name else row for row in desk.last_shelf.rows]
    desk.shelf.emit(Shelf(tuple(rows), 0, 9_000_000_000))
    assert "a larger one is here already" in words(window)
    labels = [found.text() for found in window.findChildren(QPushButton) if found.isVisible()]
    assert not {"Download", "Delete…"} & set(labels)
    click(qtbot, window, "Use it")
    assert world.on_disk.target == "large-v3-turbo"
    assert "large-v3-turbo  ·  your model" in words(window)
    assert not any(found.isVisible() and "Use it" in found.text() for found in window.findChildren(QPushButton))


def test_how_fast_the_larger_model_would_be_is_reckoned_from_what_was_measured(
    qtbot: QtBot, world: World, window: FirstRunWindow
) -> None:
    skip_to(qtbot, window, "Your model")
    assert "still being measured" in words(window)
    world.user.sees(Stage.IDLE)  # what is told of the real models comes before this
    world.user.app.engine.ask(Loaded(EngineState("/models/base", device="cpu int8", encode_s=0.3)))
    world.surroundings.bridge.stage_changed(Stage.IDLE)
    qtbot.waitUntil(lambda: "about 10.0 s" in words(window))
    assert "too slow for this machine" in words(window)
    qtbot.waitUntil(lambda: "are free on the disk" in words(window))


def test_the_key_that_was_chosen_is_the_one_to_try(qtbot: QtBot, world: World, window: FirstRunWindow) -> None:
    world.surroundings.choices.change(hotkey="ctrl+alt+space", activation="toggle")
    skip_to(qtbot, window, "Try it")
    qtbot.waitUntil(lambda: "press ctrl + alt + space, speak, press it again." in words(window).lower())


def test_a_chosen_microphone_holds(qtbot: QtBot, world: World, window: FirstRunWindow) -> None:
    box = window.step.findChild(QComboBox)
    box.addItem("A headset", "headset")
    box.setCurrentIndex(box.findData("headset"))
    box.activated.emit(box.currentIndex())
    assert world.on_disk.microphone == "headset"


@pytest.fixture
def sway(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its name, without it: nothing there hears a key."""
    monkeypatch.setenv("WAYLAND_DISPLAY", "nowhere")
    monkeypatch.setenv("SWAYSOCK", "nowhere")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nowhere")


@pytest.mark.usefixtures("sway")
def test_who_chooses_no_key_is_told_how_to_bind_one_and_how_to_start(
    qtbot: QtBot, window: FirstRunWindow, world: World
) -> None:
    skip_to(qtbot, window, "Your key")
    click(qtbot, window, "None")
    qtbot.waitUntil(lambda: "no key is chosen" in words(window))
    assert "F9 works in every window once you bind it in the compositor" in words(window)
    lines = window.step.findChild(QPlainTextEdit).toPlainText()
    assert "bindsym --no-repeat F9 exec" in lines
    assert "bind Shift+Escape as well" in words(window)
    click(qtbot, window, "Copy the lines")
    assert QGuiApplication.clipboard().text() == lines
    assert "The lines are on the clipboard." in words(window)
    skip_to(qtbot, window, "Try it")
    qtbot.waitUntil(lambda: "Hold F9, speak, let go. If none is bound yet" in words(window))
    world.surroundings.choices.change(cancel_key="")
    click(qtbot, window, "Back")
    click(qtbot, window, "Back")
    qtbot.waitUntil(lambda: "Shift+Escape" not in words(window))


@HEARS_NO_KEYBOARD
@pytest.mark.usefixtures("sway")
def test_where_the_compositor_must_bind_a_key_the_one_in_the_lines_is_the_one_to_try(
    qtbot: QtBot, window: FirstRunWindow
) -> None:
    skip_to(qtbot, window, "Try it")
    qtbot.waitUntil(lambda: "Hold F9, speak, let go." in words(window))


@pytest.mark.parametrize(("name", "way"), [("GNOME", "Press F9, speak, press it again."), ("labwc", "that you bound")])
@pytest.mark.usefixtures("sway")
def test_what_is_to_be_pressed_is_what_the_compositor_can_do(
    name: str, way: str, qtbot: QtBot, window: FirstRunWindow, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SWAYSOCK")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", name)
    world.surroundings.choices.change(hotkey="")
    skip_to(qtbot, window, "Try it")
    qtbot.waitUntil(lambda: way in words(window))


@HEARS_NO_KEYBOARD
def test_the_first_run_names_no_key_that_the_desktop_cannot_bind(
    qtbot: QtBot, window: FirstRunWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "nowhere")
    with PortalBox() as box:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", box.bus)
        skip_to(qtbot, window, "Try it")
        qtbot.waitUntil(lambda: "key that your desktop gave you" in words(window))
