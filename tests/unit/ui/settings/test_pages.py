"""Pages that ask the machine: what they show is what there is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mojovoice_gui.audio.spool import FileSpool
from mojovoice_gui.errors import MicrophoneMissing
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings
from mojovoice_gui.ui.settings.about import AboutPage
from mojovoice_gui.ui.settings.kept_places import places, sizes
from mojovoice_gui.ui.settings.microphone import MicrophonePage
from mojovoice_gui.ui.settings.privacy import PrivacyPage, wipe
from tests.conftest import Prepare
from tests.unit.ui.world import World

SOUND = np.full(16_000, 0.1, np.float32)


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text().replace("&", "").startswith(text))


@pytest.fixture
def unplugged(world: World) -> None:
    world.user.microphone.fails = MicrophoneMissing("There is no microphone.", "Plug one in.")


@pytest.fixture
def microphone(world: World, qtbot: QtBot) -> Iterator[MicrophonePage]:
    page = MicrophonePage(world.surroundings, "Microphone")
    qtbot.addWidget(page)
    page.show()
    page.shown()
    yield page
    page.left()


def test_the_level_is_shown_while_the_page_is_in_front_and_the_microphone_let_go_after(
    microphone: MicrophonePage, world: World, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: world.user.microphone.is_open)
    world.user.says(SOUND)
    qtbot.waitUntil(lambda: microphone.findChild(QProgressBar).value() > 50)
    microphone.left()
    qtbot.waitUntil(lambda: not world.user.microphone.is_open)


def test_a_dictation_is_heard_while_the_level_is_shown(microphone: MicrophonePage, world: World, qtbot: QtBot) -> None:
    world.transcriber.texts.append("Heard.")
    qtbot.waitUntil(lambda: world.user.microphone.is_open)
    world.user.dictates(SOUND)
    qtbot.waitUntil(lambda: world.user.window.inserted == ["Heard."])
    qtbot.waitUntil(lambda: world.user.microphone.is_open)


def said(page: MicrophonePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_a_microphone_that_does_not_open_is_said_until_it_does(
    unplugged: None, microphone: MicrophonePage, world: World, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "There is no microphone. Plug one in." in said(microphone))
    world.user.microphone.fails = None
    qtbot.waitUntil(lambda: world.user.microphone.is_open)
    world.user.says(SOUND)
    qtbot.waitUntil(lambda: "There is no microphone. Plug one in." not in said(microphone))


def test_a_microphone_that_goes_away_is_said(microphone: MicrophonePage, world: World, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: world.user.microphone.is_open)
    world.user.microphone.lost = MicrophoneMissing("The microphone is gone.", "Connect it again.")
    qtbot.waitUntil(lambda: "The microphone is gone. Connect it again." in said(microphone))


def test_the_test_is_a_dictation_into_the_field_below(microphone: MicrophonePage, world: World, qtbot: QtBot) -> None:
    world.transcriber.texts.append("Heard.")
    test = next(one for one in microphone.findChildren(QPushButton) if one.accessibleName() == "Test the microphone")
    qtbot.waitUntil(test.isEnabled)
    qtbot.keyClick(test, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: test.text() == "Listening…")
    world.user.says(SOUND)
    qtbot.waitUntil(lambda: world.user.window.inserted == ["Heard."])
    qtbot.waitUntil(test.isEnabled)


def test_privacy_says_where_everything_is_and_how_big(world: World, qtbot: QtBot) -> None:
    world.paths.recordings.mkdir(parents=True)
    (world.paths.recordings / "one.wav").write_bytes(bytes(2_000_000))
    page = PrivacyPage(world.surroundings, "Privacy")
    qtbot.addWidget(page)
    page.shown()
    qtbot.waitUntil(lambda: "2 MB" in [label.text() for label in page.findChildren(QLabel)])
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert str(world.paths.recordings) in shown
    assert str(world.paths.history) in shown


def test_forgetting_everything_asks_first_and_keeps_settings_and_models(world: World, qtbot: QtBot) -> None:
    kept = world.paths.models / "base" / "model.bin"
    recording = world.paths.recordings / "one.wav"
    for file in (kept, recording):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"x")
    world.surroundings.choices.change(language="de")
    page = PrivacyPage(world.surroundings, "Privacy")
    qtbot.addWidget(page)
    qtbot.mouseClick(button(page, "Forget everything"), Qt.MouseButton.LeftButton)
    question = page.findChild(QMessageBox)
    assert question is not None
    assert recording.exists()
    assert question.defaultButton() is question.button(QMessageBox.StandardButton.Cancel)
    qtbot.mouseClick(button(question, "Forget"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not recording.exists())
    assert kept.exists()
    assert world.on_disk == Settings(language="de")


def test_what_is_being_recorded_is_spared(world: World) -> None:
    spool = FileSpool(world.paths.recordings)
    old, running = spool.begin(1), spool.begin(2)
    for recording in (old, running):
        recording.write(SOUND)
    spool.release(old.path)  # its text came to nothing
    wipe(world.paths, world.user.app.forget)
    assert list(world.paths.recordings.iterdir()) == [running.path]
    spool.remove(running.path)


def test_the_app_itself_forgets_the_last_text_and_the_history(world: World) -> None:
    world.transcriber.texts.append("Secret.")
    world.user.dictates(SOUND)
    assert world.user.texts(1) == ["Secret."]
    world.user.waits_until(lambda: world.surroundings.engine.session.last_text == "Secret.", "the last text")
    assert wipe(world.paths, world.user.app.forget) == 1
    world.user.waits_until(lambda: world.surroundings.engine.session.last_text == "", "nothing to copy")
    assert world.user.remembers() == []


def test_every_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    menu, old = tmp_path / "share/applications/org.mojovoice.MojoVoice.desktop", tmp_path / "data/mojovoice"
    for file in (menu, old / "history.jsonl"):
        file.parent.mkdir(parents=True)
        file.write_bytes(bytes(30))
    paths = Paths(tmp_path / "config/mojovoice", old, tmp_path / "cache", tmp_path / "state", tmp_path / "run")
    found = places(paths, ("mojovoice",))
    assert {paths.cache, paths.windows, menu, old / "history.jsonl"} <= {place.path for place in found}
    assert tmp_path / "config/autostart/mojovoice.desktop" in {place.path for place in found}
    (keyring,) = (place for place in found if place.path is None)
    assert keyring.where == "in the keyring of your desktop, as “mojovoice”"
    by_place = dict(zip((place.path for place in found), sizes(found), strict=True))
    assert (by_place[menu], by_place[paths.cache], by_place[None]) == (30, 0, None)
    menu.unlink()
    assert menu not in {place.path for place in places(paths, ("mojovoice",))}


def test_todays_log_stays_for_it_is_being_written(world: World) -> None:
    world.paths.logs.mkdir(parents=True)
    today = datetime.date.today()
    names = [f"mojovoice.log.{today - datetime.timedelta(days=days)}" for days in (0, 1, 2)]
    for name in names:
        (world.paths.logs / name).touch()
    assert wipe(world.paths, world.user.app.forget) == 0
    assert [path.name for path in world.paths.logs.iterdir()] == names[:1]


def test_the_report_is_that_of_doctor_and_can_be_copied(
    world: World, qtbot: QtBot, tmp_path: Path, prepare: Prepare
) -> None:
    prepare(tmp_path / "profile")
    page = AboutPage(world.surroundings, "About")
    qtbot.addWidget(page)
    qtbot.mouseClick(button(page, "Look at everything"), Qt.MouseButton.LeftButton)
    assert not button(page, "Looking").isEnabled()
    qtbot.waitUntil(lambda: button(page, "Copy").isEnabled(), timeout=60_000)
    report = page.findChild(QPlainTextEdit).toPlainText()
    assert str(world.paths.config_file) in report
    assert "BAD" in report or "ok" in report
    qtbot.mouseClick(button(page, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report
