"""What Qt says of a pressed key, by system: Windows and macOS as their documentation has it, not run there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.ui.settings.key_names import chord, lone

CTRL, META = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier


def event(key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, scan_code: int = 0, native: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, native, 0)


@pytest.mark.parametrize(
    ("pressed", "platform", "name"),
    [
        (event(Qt.Key.Key_Control, native=0xFFE4), "linux", "right ctrl"),
        (event(Qt.Key.Key_Control, native=0xFFE3), "linux", "left ctrl"),
        (event(Qt.Key.Key_Control, scan_code=0x11D, native=0x11), "win32", "right ctrl"),
        (event(Qt.Key.Key_Control, scan_code=0x1D, native=0x11), "win32", "left ctrl"),
        (event(Qt.Key.Key_Shift, scan_code=0x36, native=0x10), "win32", "right shift"),
        (event(Qt.Key.Key_Control, native=0x36), "darwin", "right super"),
        (event(Qt.Key.Key_Control, native=0x37), "darwin", "left super"),
        (event(Qt.Key.Key_Meta, native=0x3E), "darwin", "right ctrl"),
        (event(Qt.Key.Key_Alt, native=0x3D), "darwin", "right alt"),
    ],
)
def test_a_lone_modifier_is_named_by_its_side(pressed: QKeyEvent, platform: str, name: str) -> None:
    assert lone(pressed, platform) == name
    assert parse(name).is_lone_modifier


@pytest.mark.parametrize(
    ("held", "platform", "name"),
    [(CTRL, "linux", "ctrl+space"), (CTRL, "darwin", "super+space"), (META, "darwin", "ctrl+space")],
)
def test_on_a_mac_command_is_not_called_ctrl(held: Qt.KeyboardModifier, platform: str, name: str) -> None:
    assert chord(event(Qt.Key.Key_Space, held), platform) == name
