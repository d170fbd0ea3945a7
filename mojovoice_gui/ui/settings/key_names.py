"""What Qt says about a key -> its name in the settings ("right ctrl", "F9", "ctrl+alt+space")."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

NAMED = {
    Qt.Key.Key_Pause: "pause",
    Qt.Key.Key_ScrollLock: "scrolllock",
    Qt.Key.Key_Print: "print",
    Qt.Key.Key_SysReq: "print",
    Qt.Key.Key_Menu: "menu",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "return",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Insert: "insert",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Backtab: "tab",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_AltGr: "altgr",
    Qt.Key.Key_CapsLock: "capslock",
    Qt.Key.Key_NumLock: "numlock",
}
MODIFIERS = {
    Qt.Key.Key_Control: "ctrl",
    Qt.Key.Key_Shift: "shift",
    Qt.Key.Key_Alt: "alt",
    Qt.Key.Key_Meta: "super",
    Qt.Key.Key_Super_L: "super",
    Qt.Key.Key_Super_R: "super",
}
HELD = (
    (Qt.KeyboardModifier.ControlModifier, "ctrl"),
    (Qt.KeyboardModifier.ShiftModifier, "shift"),
    (Qt.KeyboardModifier.AltModifier, "alt"),
    (Qt.KeyboardModifier.MetaModifier, "super"),
)
ON_A_MAC = {"ctrl": "super", "super": "ctrl"}  # there Qt calls Command Control, and Control Meta

RIGHT_KEYSYMS = frozenset({0xFFE2, 0xFFE4, 0xFFEA, 0xFFE8, 0xFFEC})  # Shift, Control, Alt, Meta, Super of that side
RIGHT_ON_A_MAC = frozenset({0x36, 0x3C, 0x3D, 0x3E})  # Command, Shift, Option, Control
RIGHT_SCAN_CODES = frozenset({0x36, 0x11D, 0x138, 0x15C})  # of Windows: Shift, Control, Alt, Windows
FIRST_PRINTABLE, LAST_PRINTABLE = 0x21, 0x7E


def is_modifier(event: QKeyEvent) -> bool:
    return event.key() in MODIFIERS


def held(event: QKeyEvent, platform: str = sys.platform) -> tuple[str, ...]:
    """The modifiers that are down, the event's own key not counted."""
    own = MODIFIERS.get(Qt.Key(event.key()), "")
    return tuple(_called(name, platform) for flag, name in HELD if event.modifiers() & flag and name != own)


def lone(event: QKeyEvent, platform: str = sys.platform) -> str:
    """A modifier by its side, as the system tells the two apart."""
    side = "right" if _is_right(event, platform) else "left"
    return f"{side} {_called(MODIFIERS[Qt.Key(event.key())], platform)}"


def chord(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Any other key, with the modifiers that are held."""
    return "+".join((*held(event, platform), _name(event)))


def _called(modifier: str, platform: str) -> str:
    return ON_A_MAC.get(modifier, modifier) if platform == "darwin" else modifier


def _is_right(event: QKeyEvent, platform: str) -> bool:
    if platform == "win32":
        return event.nativeScanCode() in RIGHT_SCAN_CODES
    return event.nativeVirtualKey() in (RIGHT_ON_A_MAC if platform == "darwin" else RIGHT_KEYSYMS)


def _name(event: QKeyEvent) -> str:
    key = event.key()
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return f"f{key - Qt.Key.Key_F1 + 1}"
    if FIRST_PRINTABLE <= key <= LAST_PRINTABLE:
        return chr(key).lower()
    return NAMED.get(Qt.Key(key)) or f"key {event.nativeScanCode()}"
