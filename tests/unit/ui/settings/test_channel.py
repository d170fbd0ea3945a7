"""The channel of a microphone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mojovoice_gui.ui.settings.channel_field import ChannelField
from mojovoice_gui.ui.settings.field import DropDown
from tests.unit.ui.world import World


@pytest.fixture
def field(world: World, qtbot: QtBot) -> ChannelField:
    field = ChannelField(world.surroundings.choices)
    qtbot.addWidget(field)
    return field


def names(field: ChannelField) -> list[str]:
    box = field.findChild(DropDown)
    return [box.itemText(at) for at in range(box.count())]


def choose(field: ChannelField, name: str) -> None:
    box = field.findChild(DropDown)
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_the_channels_of_the_microphone_are_offered(field: ChannelField) -> None:
    field.show_channels(2)
    assert names(field) == ["The loudest at any moment", "All of them, mixed", "Left", "Right"]
    field.show_channels(4)
    assert names(field)[2:] == ["1", "2", "3", "4"]


def test_a_chosen_one_holds_at_once_and_can_be_undone(field: ChannelField, world: World) -> None:
    field.show_channels(2)
    choose(field, "Right")
    assert world.on_disk.channel == "2"
    world.surroundings.choices.undo()
    assert world.on_disk.channel == "auto"
    assert field.findChild(DropDown).currentData() == "auto"


def test_a_chosen_one_that_this_microphone_has_not_is_shown_as_such(field: ChannelField, world: World) -> None:
    world.surroundings.choices.change(channel="3")
    field.show_channels(1)
    assert field.findChild(DropDown).currentText() == "3 (not there)"


def test_it_is_asked_only_where_there_is_something_to_choose(field: ChannelField, qtbot: QtBot, world: World) -> None:
    needed: list[bool] = []
    field.needed.connect(needed.append)
    for channels in (1, 2, 1):
        field.show_channels(channels)
    world.surroundings.choices.change(channel="mix")
    assert needed == [False, True, False, True]
