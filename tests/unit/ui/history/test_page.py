"""The history as a window, with a real database and real Qt."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Entry, IsCancelled, Outcome, StageTimes, Transcript
from mojovoice_gui.errors import AudioUnreadable
from mojovoice_gui.history.database import FILE
from mojovoice_gui.history.store import History
from mojovoice_gui.ui.history.deeds import Deeds
from mojovoice_gui.ui.history.finder import PAGE
from mojovoice_gui.ui.history.page import HistoryPage
from mojovoice_gui.ui.history.rows import WHAT, when
from mojovoice_gui.ui.history.waterfall import stretches

NOW = datetime.now(UTC).astimezone()


class App:
    """What the page asks of the app, remembered."""

    def __init__(self, folder: Path) -> None:
        """``folder``: of the history."""
        self._folder = folder
        self.has_forgotten = False
        self.pasted: list[str] = []
        self.played: list[Path] = []
        self.heard = Transcript("Recognize speech today.", "en", device="cpu int8")
        self.asked: list[tuple[Path, str]] = []
        self.gate: threading.Event | None = None
        self.deeds = Deeds(
            self.pasted.append,
            lambda: "base",
            lambda: ("base", "tiny.en"),
            self._transcribe,
            self._play,
            self._forget,
        )

    def _transcribe(self, file: Path, model: str, is_cancelled: IsCancelled) -> Transcript:
        self.asked.append((file, model))
        while self.gate is not None and not self.gate.wait(0.01):
            if is_cancelled():
                return Transcript("")
        return self.heard

    def _play(self, file: Path, is_stopped: IsCancelled) -> None:
        self.played.append(file)
        if not file.exists():
            raise AudioUnreadable(f"There is no file {file.name}.")
        while self.gate is not None and not self.gate.wait(0.01) and not is_stopped():
            pass

    def _forget(self) -> Future[int]:
        history, forgotten = History(self._folder), Future[int]()
        forgotten.set_result(history.clear())
        self.has_forgotten = True
        history.close()
        return forgotten


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(tmp_path / "history")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "history")
    yield history
    history.close()


@pytest.fixture
def page(qtbot: QtBot, history: History, app: App) -> Iterator[HistoryPage]:
    page = HistoryPage(history.folder, app.deeds)
    qtbot.addWidget(page)
    yield page
    page.close_history()


def said(text: str, hours_ago: float = 0.0, outcome: Outcome = Outcome.DELIVERED, audio: Path | None = None) -> Entry:
    times = StageTimes(0.01, 0.0, 0.1, 0.05, 0.04)
    wait_s = 0.25 if text else None
    return Entry(
        NOW - timedelta(hours=hours_ago), outcome, Transcript(text, times=times), "", "base", "kate", wait_s, audio
    )


def shown(qtbot: QtBot, page: HistoryPage, count: int) -> None:
    page.show()
    found(qtbot, page, count)


def found(qtbot: QtBot, page: HistoryPage, count: int) -> None:
    qtbot.waitUntil(lambda: page.finder.rows.rowCount() == count)


def texts(page: HistoryPage) -> list[str]:
    rows = page.finder.rows
    return [str(rows.index(row, WHAT).data()) for row in range(rows.rowCount())]


def sound(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "it.wav").write_bytes(b"RIFF")
    return folder / "it.wav"


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    qtbot.waitUntil(lambda: not button.rect().isEmpty())  # what has just appeared is given its place later
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, label: str) -> None:
    """The question that the page has asked."""

    def box() -> QMessageBox:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())

    button = next(one for one in box().buttons() if one.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_history_says_so(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.finder.came):
        page.show()
    assert page.finder.empty.isVisible()
    assert page.finder.empty.text() == "Nothing is remembered."
    assert not page.detail.isVisible()


def test_the_newest_dictation_is_shown_in_full_first(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("The old one.", 2), said("The new one."))
    shown(qtbot, page, 2)
    assert texts(page) == ["The new one.", "The old one."]
    assert page.detail.text.toPlainText() == "The new one."
    assert "0.25 s" in page.waits.text()


def test_typing_searches(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Buy milk."), said("Call the plumber.", 1))
    shown(qtbot, page, 2)
    qtbot.keyClicks(page.finder.field, "plumb")
    found(qtbot, page, 1)
    assert page.detail.text.toPlainText() == "Call the plumber."
    qtbot.keyClicks(page.finder.field, "xxx")
    found(qtbot, page, 0)
    assert page.finder.empty.text() == "Nothing is found."
    assert not page.detail.isVisible()


def test_what_is_dictated_meanwhile_appears_by_itself_and_the_choice_stays(
    qtbot: QtBot, history: History, page: HistoryPage
) -> None:
    history.add(said("First.", 2), said("Second.", 1))
    shown(qtbot, page, 2)
    page.finder.table.selectRow(1)
    history.add(said("Third."))
    found(qtbot, page, 3)
    assert texts(page)[0] == "Third."
    assert page.detail.text.toPlainText() == "First."
    assert page.finder.table.currentIndex().row() == 2


def test_thousands_are_fetched_only_as_one_scrolls(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(*(said(f"Number {number}.", number) for number in range(2 * PAGE + 50)))
    shown(qtbot, page, PAGE)
    for count in (2 * PAGE, 2 * PAGE + 50):
        page.finder.rows.fetchMore(QModelIndex())
        found(qtbot, page, count)
    assert not page.finder.rows.canFetchMore(QModelIndex())
    assert texts(page)[-1] == f"Number {2 * PAGE + 49}."


def test_a_text_is_copied(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Copy me."))
    shown(qtbot, page, 1)
    press(qtbot, page.detail.copy)
    assert QGuiApplication.clipboard().text() == "Copy me."


def test_a_text_is_pasted_once_the_window_is_out_of_the_way(
    qtbot: QtBot, history: History, page: HistoryPage, app: App
) -> None:
    history.add(said("Paste me."))
    shown(qtbot, page, 1)
    press(qtbot, page.detail.paste)
    assert not page.isVisible()
    qtbot.waitUntil(lambda: app.pasted == ["Paste me."])


def test_what_another_model_writes_otherwise_is_marked_and_can_be_kept(
    qtbot: QtBot, history: History, page: HistoryPage, app: App
) -> None:
    file = sound(history.sounds)
    history.add(said("Wreck a nice beach today.", audio=file))
    shown(qtbot, page, 1)
    page.detail.again_asked.emit("tiny.en")
    qtbot.waitUntil(page.detail.keep_new.isVisible)
    assert app.asked == [(file, "tiny.en")]
    assert page.detail.text.toPlainText() == "Wreck a nice beach Recognize speech today."
    html = page.detail.text.toHtml()
    assert html.count("line-through") == 1
    assert html.count("underline") == 1
    press(qtbot, page.detail.keep_new)
    qtbot.waitUntil(lambda: texts(page) == ["Recognize speech today."])
    qtbot.waitUntil(lambda: page.detail.text.toPlainText() == "Recognize speech today.")
    assert history.page()[0].entry.model == "tiny.en"
    assert not page.detail.waterfall.isVisible()  # it told how long the other model took


def test_the_old_text_can_be_kept_as_well(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Wreck a nice beach today.", audio=sound(history.sounds)))
    shown(qtbot, page, 1)
    page.detail.again_asked.emit("tiny.en")
    qtbot.waitUntil(page.detail.keep_old.isVisible)
    press(qtbot, page.detail.keep_old)
    assert page.detail.text.toPlainText() == "Wreck a nice beach today."
    assert not page.detail.keep_new.isVisible()
    assert history.page()[0].entry.transcript.text == "Wreck a nice beach today."


def test_models_are_offered_by_name(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Again.", audio=sound(history.sounds)))
    shown(qtbot, page, 1)
    page.detail.models_asked.emit()
    menu = page.detail.again.menu()
    qtbot.waitUntil(lambda: [action.text() for action in menu.actions()] == ["base", "tiny.en"])


def test_what_was_cancelled_is_restored_by_the_model_in_use(
    qtbot: QtBot, history: History, page: HistoryPage, app: App
) -> None:
    file = sound(history.sounds)
    history.add(said("", outcome=Outcome.CANCELLED, audio=file))
    shown(qtbot, page, 1)
    assert texts(page) == ["Cancelled"]
    assert not page.detail.copy.isVisible()
    press(qtbot, page.detail.restore)
    qtbot.waitUntil(lambda: texts(page) == ["Recognize speech today."])
    assert app.asked == [(file, "base")]
    assert history.page()[0].entry.outcome is Outcome.RECOVERED


def test_without_its_sound_nothing_can_be_restored(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("", outcome=Outcome.NO_SPEECH))
    shown(qtbot, page, 1)
    assert not page.detail.restore.isVisible()
    assert not page.detail.play.isVisible()
    assert page.detail.hint.isVisible()  # a second line of what stands in an empty field is not painted
    assert page.detail.hint.text() == "Its sound is no longer here."


def test_a_text_without_its_sound_says_which_setting_keeps_it(
    qtbot: QtBot, history: History, page: HistoryPage
) -> None:
    history.add(said("Without."), said("With.", 1, audio=sound(history.sounds)))
    shown(qtbot, page, 2)
    assert page.detail.hint.isVisible()
    assert "“Keep the sound”, on the page Privacy" in page.detail.hint.text()
    page.finder.table.selectRow(1)
    qtbot.waitUntil(page.detail.play.isVisible)
    assert not page.detail.hint.isVisible()


def test_a_model_at_work_can_be_stopped(qtbot: QtBot, history: History, page: HistoryPage, app: App) -> None:
    app.gate = threading.Event()
    history.add(said("", outcome=Outcome.CANCELLED, audio=sound(history.sounds)))
    shown(qtbot, page, 1)
    press(qtbot, page.detail.restore)
    press(qtbot, page.detail.stop)
    qtbot.waitUntil(page.detail.restore.isEnabled)
    assert history.page()[0].entry.outcome is Outcome.CANCELLED


def test_a_sound_is_played_and_stopped(qtbot: QtBot, history: History, page: HistoryPage, app: App) -> None:
    app.gate = threading.Event()
    file = sound(history.sounds)
    history.add(said("Listen.", audio=file))
    shown(qtbot, page, 1)
    press(qtbot, page.detail.play)
    qtbot.waitUntil(lambda: app.played == [file])
    assert page.detail.play.isChecked()
    press(qtbot, page.detail.play)
    qtbot.waitUntil(lambda: not page.detail.play.isChecked())


def test_a_sound_that_is_gone_is_said(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Listen.", audio=history.sounds / "gone.wav"))
    shown(qtbot, page, 1)
    press(qtbot, page.detail.play)
    qtbot.waitUntil(lambda: page.said.text() == "There is no file gone.wav.")
    assert not page.detail.play.isChecked()


def test_what_is_deleted_is_gone_once_that_is_meant(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Secret."), said("Kept.", 1))
    shown(qtbot, page, 2)
    press(qtbot, page.detail.delete)
    answer(qtbot, "Cancel")
    assert texts(page) == ["Secret.", "Kept."]
    press(qtbot, page.detail.delete)
    answer(qtbot, "&Forget")
    found(qtbot, page, 1)
    assert page.detail.text.toPlainText() == "Kept."


def test_everything_can_be_forgotten(qtbot: QtBot, history: History, page: HistoryPage, app: App) -> None:
    history.add(said("Secret."), said("Another.", 1))
    shown(qtbot, page, 2)
    press(qtbot, page.clear)
    answer(qtbot, "&Forget")
    found(qtbot, page, 0)
    assert history.count() == 0
    assert app.has_forgotten  # it knows of more than what is written


def test_what_is_found_is_exported(qtbot: QtBot, history: History, page: HistoryPage, tmp_path: Path) -> None:
    history.add(said("Buy milk."), said("Call the plumber.", 1))
    shown(qtbot, page, 2)
    page.export_to(tmp_path / "it.json", "milk")
    qtbot.waitUntil(lambda: page.said.text().startswith("1 dictations are in"))
    assert [one["text"] for one in json.loads((tmp_path / "it.json").read_text())] == ["Buy milk."]


def test_a_broken_history_is_said_with_something_to_do(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.folder.mkdir()
    (history.folder / FILE).write_bytes(b"no database " * 100)
    page.show()
    qtbot.waitUntil(lambda: "The history is broken." in page.said.text())


def test_the_rest_of_the_wait_is_what_no_stage_took() -> None:
    assert [str(one) for one in stretches(said("Text."))] == [
        "speech? 10 ms",
        "encode 100 ms",
        "verify 50 ms",
        "insert 40 ms",
        "the rest 50 ms",
    ]


def test_the_wait_is_told_to_those_who_do_not_see_the_bar(qtbot: QtBot, history: History, page: HistoryPage) -> None:
    history.add(said("Text."))
    shown(qtbot, page, 1)
    assert "encode 100 ms" in page.detail.waterfall.accessibleDescription()


def test_a_time_is_told_as_short_as_one_would_say_it() -> None:
    noon = datetime(2026, 5, 4, 12, 30).astimezone()
    today, tomorrow, later = (noon.date() + timedelta(days=days) for days in (0, 1, 9))
    assert len(when(noon, today)) < len(when(noon, tomorrow))
    assert when(noon, tomorrow).startswith("Yesterday")
    assert "2026" in when(noon, later) or "26" in when(noon, later)
