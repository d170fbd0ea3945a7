"""The models page, with real Qt and a hub on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import EngineState, Notice
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.shelf import Shelf
from mojovoice_gui.models.store import InstalledModel, Source
from mojovoice_gui.models.wanted import Wanted
from mojovoice_gui.paths import Paths
from mojovoice_gui.ui.models.desk import ModelDesk
from mojovoice_gui.ui.models.page import ModelsPage
from mojovoice_gui.ui.models.row import ModelRow
from tests.unit.models.hub_server import HubServer, store_of

REPO = "Systran/faster-whisper-small"
WEIGHTS = b"\x06\0\0\0\x0c\0WhisperSpec\0" + os.urandom(3_000_000)
FILES = {"config.json": b"{}", "model.bin": WEIGHTS, "tokenizer.json": b"{ }", "vocabulary.txt": b"a\nb\n"}


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, hub: HubServer) -> Iterator[ModelDesk]:
    made = ModelDesk(lambda: store_of(paths, hub), Wanted(paths.wanted_model))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: ModelDesk) -> ModelsPage:
    made = ModelsPage(desk)
    made.show_choice("small", "")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.findChildren(ModelRow)))
    return made


def row(page: ModelsPage, name: str) -> ModelRow:
    return next(found for found in page.findChildren(ModelRow) if found.row.name == name)


def buttons(of: ModelRow) -> list[str]:
    return [button.text() for button in of.findChildren(QPushButton) if button.isVisible()]


def click(qtbot: QtBot, of: ModelRow, text: str) -> None:
    button = next(found for found in of.findChildren(QPushButton) if found.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def question(page: ModelsPage) -> QMessageBox:
    """The one that waits for an answer."""
    return next(found for found in page.findChildren(QMessageBox) if found.isVisible())


def decide(asked: QMessageBox, answer: str) -> None:
    next(found for found in asked.buttons() if found.text().replace("&", "") == answer).click()


def words(of: ModelRow | ModelsPage) -> str:
    return "\n".join(label.text() for label in of.findChildren(QLabel) if label.isVisible())


def test_every_model_is_told_with_size_languages_and_licence(page: ModelsPage) -> None:
    assert "1.6 GB · 100 languages · licence MIT · good as model" in words(row(page, "large-v3-turbo"))
    assert buttons(row(page, "large-v3-turbo")) == ["Download"]


def test_download_pause_resume_delete_by_clicks(
    qtbot: QtBot, desk: ModelDesk, page: ModelsPage, hub: HubServer
) -> None:
    hub.break_after, hub.breaks_left, hub.busy_after_break = 1_000_000, 1, [(503, "50")]  # gives the time for a click
    small = row(page, "small")
    click(qtbot, small, "Download")
    qtbot.waitUntil(lambda: hub.breaks_left == 0 and not hub.busy and buttons(small) == ["Pause", "Cancel"])
    click(qtbot, small, "Pause")
    qtbot.waitUntil(lambda: buttons(small) == ["Resume", "Cancel"])
    click(qtbot, small, "Resume")
    qtbot.waitUntil(lambda: buttons(small) == ["Delete…"])
    assert "on this machine" in words(small)
    target = page.findChild(QComboBox, "target")
    assert target.currentData() == "small"
    assert target.currentText() == "small"
    click(qtbot, small, "Delete…")
    decide(question(page), "Delete")
    qtbot.waitUntil(lambda: buttons(small) == ["Download"])


def test_what_was_begun_before_the_start_can_go_on(
    qtbot: QtBot, desk: ModelDesk, page: ModelsPage, paths: Paths
) -> None:
    part = paths.models / ".medium.0123456789ab.part"
    part.mkdir(parents=True)
    (part / "model.bin.part").write_bytes(b"x" * 2_000_000)
    desk.look()
    qtbot.waitUntil(lambda: buttons(row(page, "medium")) == ["Resume", "Cancel"])
    assert "paused at 2 MB" in words(row(page, "medium"))
    click(qtbot, row(page, "medium"), "Cancel")
    qtbot.waitUntil(lambda: buttons(row(page, "medium")) == ["Download"])
    assert not part.exists()


def test_the_model_in_use_is_not_deleted_without_asking(
    qtbot: QtBot, desk: ModelDesk, page: ModelsPage, paths: Paths
) -> None:
    desk.fetch("small")
    small = row(page, "small")
    qtbot.waitUntil(lambda: buttons(small) == ["Delete…"])

    def still_there(expected: bool) -> bool:
        return (paths.models / "small").exists() is expected

    for answer, is_there in (("Cancel", True), ("Delete", False)):
        click(qtbot, small, "Delete…")
        asked = question(page)
        assert "your model" in asked.informativeText()
        decide(asked, answer)
        qtbot.waitUntil(partial(still_there, is_there))
    qtbot.waitUntil(lambda: buttons(row(page, "small")) == ["Download"])


def test_a_failed_download_says_why_in_its_row(qtbot: QtBot, page: ModelsPage, hub: HubServer) -> None:
    hub.status = 503
    small = row(page, "small")
    click(qtbot, small, "Download")
    qtbot.waitUntil(lambda: "503" in words(small))
    assert buttons(small) == ["Download"]


def test_progress_tells_how_much_how_fast_and_how_long(desk: ModelDesk, page: ModelsPage) -> None:
    desk.transfer.emit(Transfer("medium", Phase.RUNNING, 510_000_000, 1_530_000_000, 12_300_000, 83.0))
    assert "510 MB of 1.5 GB · 12.3 MB/s · 83 s left" in words(row(page, "medium"))
    bar = row(page, "medium").findChild(QProgressBar)
    assert bar.value() * 3 == pytest.approx(bar.maximum(), abs=3)
    desk.transfer.emit(Transfer("medium", Phase.RUNNING, 9, 9))
    assert "checking" in words(row(page, "medium"))


def test_a_download_goes_on_while_no_page_shows_it_and_the_next_page_finds_it(qtbot: QtBot, desk: ModelDesk) -> None:
    desk.transfer.emit(Transfer("medium", Phase.RUNNING, 1, 2, 1.0, 1.0))
    later = ModelsPage(desk)
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: bool(later.findChildren(ModelRow)))
    assert buttons(row(later, "medium")) == ["Pause", "Cancel"]


def test_choosing_asks_for_the_setting(qtbot: QtBot, desk: ModelDesk, page: ModelsPage) -> None:
    desk.fetch("small")
    draft = page.findChild(QComboBox, "draft")
    qtbot.waitUntil(lambda: draft.findData("small") >= 0)
    with qtbot.waitSignal(page.chosen) as asked:
        draft.setFocus()
        draft.showPopup()
        draft.setCurrentIndex(draft.findData("small"))
        draft.activated.emit(draft.currentIndex())
    assert asked.args == ["draft", "small"]


def test_another_model_of_the_hub_is_fetched_by_its_name(
    qtbot: QtBot, desk: ModelDesk, page: ModelsPage, hub: HubServer
) -> None:
    hub.repo_id = "somebody/else"
    field = next(found for found in page.findChildren(QLineEdit) if "OWNER" in found.placeholderText())
    qtbot.keyClicks(field, "nonsense")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "OWNER/NAME" in words(page)
    field.clear()
    qtbot.keyClicks(field, "somebody/else")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(found.row.name == "somebody--else" and found.row.installed for found in page.findChildren(ModelRow))
    )


@pytest.mark.parametrize(
    ("state", "broken", "said"),
    [
        (None, None, "being loaded"),
        (None, Notice("The model is damaged.", "Download it again."), "Download it again"),
        (EngineState("base", "tiny.en", "", "cpu int8", "no CUDA device was found"), None, "Draft on: tiny.en"),
        (EngineState("base", "", "it costs more than it saves", "cpu int8"), None, "Draft off: it costs more"),
        (EngineState("base", device="cuda float16"), None, "base runs on the graphics card."),
    ],
)
def test_the_light_says_how_the_pair_runs(
    page: ModelsPage, state: EngineState | None, broken: Notice | None, said: str
) -> None:
    page.show_state(state, broken)
    assert said in words(page)


def test_the_wheel_over_a_list_changes_no_model(qtbot: QtBot, page: ModelsPage) -> None:
    target = page.findChild(QComboBox, "target")
    assert target is not None
    before = target.currentIndex()
    where = QPointF(target.rect().center())
    for turn in (120, -120):
        event = QWheelEvent(
            where,
            target.mapToGlobal(where),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
    assert target.count() > 1
    assert target.currentIndex() == before


def test_a_row_that_grows_has_room_though_the_list_was_sorted_anew(
    page: ModelsPage, desk: ModelDesk, qtbot: QtBot
) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.show()
    assert desk.last_shelf is not None
    rows = desk.last_shelf.rows
    here = InstalledModel("large-v3", Path("large-v3"), 1, Source.OWN)
    sorted_anew = tuple(replace(one, installed=here) if one.name == "large-v3" else one for one in rows)
    desk.shelf.emit(Shelf(sorted_anew, 0, 0))
    medium = row(page, "medium")
    qtbot.waitUntil(lambda: medium.height() >= medium.sizeHint().height())
    desk.transfer.emit(Transfer("medium", Phase.RUNNING, 1, 2, 1.0, 1.0))
    qtbot.waitUntil(lambda: medium.height() >= medium.heightForWidth(medium.width()))
    area.takeWidget()  # it is its own again
