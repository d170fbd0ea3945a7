"""The history as a page of the settings window."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Entry, IsCancelled, Outcome, Stage, Transcript
from mojovoice_gui.history.store import History
from mojovoice_gui.ui.settings.history import HistoryPage
from mojovoice_gui.ui.settings.window import SettingsWindow
from tests.unit.ui.world import World


def test_it_shows_what_was_dictated_and_fills_the_page(world: World, qtbot: QtBot) -> None:
    history = History(world.paths.history)
    history.add(Entry(datetime.now(UTC), Outcome.DELIVERED, Transcript("Remember me.")))
    history.close()
    window = SettingsWindow(world.surroundings)
    qtbot.addWidget(window)
    window.present("History")
    page = window.findChild(HistoryPage)
    qtbot.waitUntil(lambda: page.history.detail.text.toPlainText() == "Remember me.")
    assert page.history.height() > window.height() / 2
    page.history.close_history()


def test_nothing_is_played_while_one_speaks(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    silenced = threading.Event()

    def play(_file: Path, is_stopped: IsCancelled) -> None:
        while not is_stopped():
            silenced.wait(0.01)
        silenced.set()

    surroundings = replace(world.surroundings, history=replace(world.surroundings.history, play=play))
    history = History(world.paths.history)
    history.add(Entry(datetime.now(UTC), Outcome.DELIVERED, Transcript("Hear me."), audio=tmp_path / "it.wav"))
    history.close()
    page = HistoryPage(surroundings, "History")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.history.detail.play.isVisible)
    page.history.detail.play.click()
    world.surroundings.bridge.stage.emit(Stage.RECORDING)
    qtbot.waitUntil(silenced.is_set)
    page.history.close_history()
