"""Let the desktop paste: the switch is on once the user has agreed, and off where the answer was no."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from mojovoice_gui.errors import PortalFailed
from mojovoice_gui.ui.settings.portal_switch import PortalSwitch
from tests.unit.ui.world import World


@pytest.fixture
def switch(qtbot: QtBot, world: World) -> PortalSwitch:
    made = PortalSwitch(world.surroundings)
    qtbot.addWidget(made)
    made.show()
    return made


def box(switch: PortalSwitch) -> QCheckBox:
    (found,) = switch.findChildren(QCheckBox)
    return found


def click(qtbot: QtBot, switch: PortalSwitch) -> None:
    qtbot.mouseClick(box(switch), Qt.MouseButton.LeftButton, pos=QPoint(8, box(switch).height() // 2))


def words(switch: PortalSwitch) -> str:
    return "\n".join(label.text() for label in switch.findChildren(QLabel) if label.isVisible())


def test_it_is_on_once_the_user_has_agreed(qtbot: QtBot, world: World, switch: PortalSwitch) -> None:
    click(qtbot, switch)
    assert "asks you now" in words(switch)
    assert not box(switch).isEnabled()
    assert not world.on_disk.portal_keys
    world.consent.answer.set_result(None)
    qtbot.waitUntil(lambda: world.on_disk.portal_keys)
    assert box(switch).isChecked()
    assert box(switch).isEnabled()
    assert "asks you now" not in words(switch)


def test_a_refusal_leaves_it_off_and_says_so(qtbot: QtBot, world: World, switch: PortalSwitch) -> None:
    click(qtbot, switch)
    world.consent.answer.set_exception(PortalFailed("The desktop lets Mojo Voice press no keys."))
    qtbot.waitUntil(lambda: "press no keys" in words(switch))
    assert not box(switch).isChecked()
    assert not world.on_disk.portal_keys
    click(qtbot, switch)
    assert "press no keys" not in words(switch)


def test_switched_off_the_right_is_given_back(qtbot: QtBot, world: World, switch: PortalSwitch) -> None:
    world.surroundings.choices.change(portal_keys=True)
    assert box(switch).isChecked()
    click(qtbot, switch)
    assert world.consent.is_forgotten
    assert not world.on_disk.portal_keys


def test_on_x11_there_is_no_need_of_it(qtbot: QtBot, switch: PortalSwitch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with qtbot.waitSignal(switch.needed) as told:
        switch.look()
    assert told.args == [False]
