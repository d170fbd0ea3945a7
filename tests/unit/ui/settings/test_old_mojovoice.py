"""What the old mojovoice left, taken over by a click."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.history.old_mojovoice import HISTORY, VOCABULARY
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.ui.settings.history import HistoryPage
from mojovoice_gui.ui.settings.old_mojovoice import Offer, offer
from tests.unit.ui.world import World


def leave_history(paths: Paths, *texts: str, days_ago: float = 3.0) -> None:
    """As the old one wrote it, line by line."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    paths.data.mkdir(parents=True, exist_ok=True)
    with (paths.data / HISTORY).open("a", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            told = {"timestamp": int(at.timestamp() * 1000) + number, "text": text, "duration_ms": 900, "model": "tiny"}
            file.write(json.dumps(told) + "\n")


def leave_words(paths: Paths, *words: str) -> None:
    paths.data.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(paths.data / VOCABULARY)) as old:
        old.execute("CREATE TABLE vocabulary (term TEXT, use_count INTEGER)")
        old.executemany("INSERT INTO vocabulary VALUES (?, 1)", [(word,) for word in words])
        old.commit()


@pytest.fixture
def page(world: World, qtbot: QtBot) -> Iterator[HistoryPage]:
    made = HistoryPage(world.surroundings, "History")
    qtbot.addWidget(made)
    yield made
    made.history.close_history()


def present(qtbot: QtBot, page: HistoryPage) -> None:
    page.show()
    page.shown()


def button(page: HistoryPage) -> QPushButton:
    found = page.old.findChild(QPushButton)
    assert found is not None
    return found


def said(page: HistoryPage) -> str:
    return str(page.old.findChild(QLabel).text())


def test_dictations_and_words_are_offered_and_taken_over_once(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    leave_history(world.paths, "Buy milk.", "Call the plumber.")
    leave_history(world.paths, "Long ago.", days_ago=4000)
    leave_words(world.paths, "Anna", "PySide6")
    present(qtbot, page)
    qtbot.waitUntil(page.old.isVisible)
    assert said(page) == (
        "The old mojovoice left 2 dictations that are not in this history."
        " The old mojovoice was taught 2 words, which can become the prompt."
    )
    qtbot.mouseClick(button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.history.finder.rows.rowCount() == 2)
    assert said(page) == (
        "2 dictations were taken over. 1 are older than this history remembers."
        " Its words are the prompt now: see the page General. The old files are still where they were."
    )
    assert not button(page).isVisible()
    assert world.on_disk.prompt == "Anna, PySide6"
    assert world.surroundings.choices.last_changed == ("Prompt",)
    page.shown()
    qtbot.waitUntil(lambda: not page.old.isVisible())


def test_a_prompt_of_ones_own_is_left_alone(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    world.surroundings.choices.change(prompt="Käthe")
    leave_history(world.paths, "Buy milk.")
    leave_words(world.paths, "Anna")
    present(qtbot, page)
    qtbot.waitUntil(page.old.isVisible)
    assert "words" not in said(page)
    qtbot.mouseClick(button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 dictations were taken over." in said(page))
    assert world.on_disk.prompt == "Käthe"


def test_where_nothing_was_left_nothing_is_said(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    assert offer(world.paths, world.surroundings.choices.settings) == Offer()
    leave_history(world.paths)
    present(qtbot, page)
    world.background.submit(lambda: None).result(10)  # whatever was to be looked at before
    QApplication.processEvents()
    assert page.old.isHidden()


def test_incognito_no_dictation_is_offered(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    world.surroundings.choices.change(keeps_history=False)
    leave_history(world.paths, "Buy milk.")
    leave_words(world.paths, "Anna")
    present(qtbot, page)
    qtbot.waitUntil(page.old.isVisible)
    assert said(page) == "The old mojovoice was taught 1 words, which can become the prompt."


def test_what_was_forgotten_of_it_is_not_offered_again(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    leave_history(world.paths, "Buy milk.", "Call the plumber.")
    present(qtbot, page)
    qtbot.waitUntil(page.old.isVisible)
    qtbot.mouseClick(button(page), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.history.finder.rows.rowCount() == 2)
    with contextlib.closing(History(world.paths.history)) as history:
        history.remove([history.page("milk")[0].id])
    page.shown()
    qtbot.waitUntil(lambda: not page.old.isVisible())


def test_a_file_that_cannot_be_read_is_said(world: World, qtbot: QtBot, page: HistoryPage) -> None:
    world.paths.data.mkdir(parents=True, exist_ok=True)
    (world.paths.data / VOCABULARY).write_text("words")
    present(qtbot, page)
    qtbot.waitUntil(page.old.isVisible)
    assert "is not the vocabulary of the old mojovoice" in said(page)
    assert not button(page).isVisible()
