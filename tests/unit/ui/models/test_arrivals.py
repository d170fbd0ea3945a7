"""Downloads that end: told where nobody sees them, and put to use where that was wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Notice
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.wanted import Wanted
from mojovoice_gui.ui.models.desk import ModelDesk
from mojovoice_gui.ui.settings.window import SettingsWindow
from mojovoice_gui.ui.translation import told
from tests.unit.ui.world import World

DONE = Transfer("small", Phase.DONE, 2, 2)
WHY = Notice("The hub cannot be reached (ConnectError).", "Check the network.")
FAILED = Transfer("small", Phase.FAILED, 1, 2, notice=WHY)


@pytest.fixture
def desk(world: World) -> ModelDesk:
    return world.surroundings.models()


@pytest.fixture
def notices(world: World) -> list[str]:
    """What the tray is given to tell."""
    heard: list[str] = []
    world.surroundings.bridge.notice.connect(lambda notice: heard.append(told(notice)))
    return heard


@pytest.mark.parametrize(
    ("transfer", "said"),
    [
        (DONE, ["The model small is here. Choose it in the settings, under Models."]),
        (
            FAILED,
            ["The model small did not arrive: The hub cannot be reached (ConnectError). Check the network."],
        ),
        (Transfer("small", Phase.RUNNING, 1, 2), []),
        (Transfer("small", Phase.PAUSED, 1, 2), []),
    ],
)
def test_the_end_of_a_download_that_no_window_shows_is_told(
    desk: ModelDesk, notices: list[str], transfer: Transfer, said: list[str]
) -> None:
    desk.transfer.emit(transfer)
    assert notices == said


def test_what_the_page_of_the_models_shows_is_told_by_nothing_else(
    qtbot: QtBot, world: World, desk: ModelDesk, notices: list[str]
) -> None:
    window = SettingsWindow(world.surroundings)
    qtbot.addWidget(window)
    window.present("Models")
    for transfer in (DONE, FAILED):
        desk.transfer.emit(transfer)
    assert notices == []
    window.present("General")
    desk.transfer.emit(DONE)
    assert len(notices) == 1
    window.present("Models")
    window.close()
    desk.transfer.emit(FAILED)
    assert len(notices) == 2


def test_a_model_that_was_wanted_before_this_start_is_used(world: World, notices: list[str]) -> None:
    Wanted(world.paths.wanted_model).put("small")
    world.surroundings.models().transfer.emit(DONE)
    assert world.on_disk.target == "small"
    assert notices == ["The model small is here. It is used from now on."]
    assert not world.paths.wanted_model.exists()


def test_whoever_chooses_another_model_meanwhile_keeps_it(world: World, desk: ModelDesk) -> None:
    desk.wanted.put("small")
    world.surroundings.choices.change(target="medium")
    desk.transfer.emit(DONE)
    assert world.on_disk.target == "medium"


def test_what_is_cancelled_is_not_wanted_either(desk: ModelDesk) -> None:
    desk.wanted.put("small")
    desk.transfer.emit(Transfer("small", Phase.CANCELLED))
    assert desk.wanted.name == ""


def test_a_disk_that_takes_nothing_costs_no_more_than_the_memory_of_it(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    wanted = Wanted(tmp_path / "state" / "wanted-model")
    wanted.put("small")
    assert wanted.name == "small"
    assert Wanted(tmp_path / "state" / "wanted-model").name == ""
