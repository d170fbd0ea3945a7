"""A keyboard of our own (virtual-keyboard-unstable-v1), with its own layout: V is on it in any language."""

from __future__ import annotations

import os
import time

from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import File

INTERFACE = "zwp_virtual_keyboard_manager_v1"
CREATE = 0  # the manager's request
KEYMAP, KEY, MODIFIERS = 0, 1, 2  # the keyboard's requests
XKB_V1 = 1
LAYOUT = (
    b'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };'
    b' xkb_compat { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)" }; };\0'
)
UP, DOWN = 0, 1
LEFT_CTRL, LEFT_SHIFT, V, INSERT = 29, 42, 47, 110  # the kernel's numbers
MASKS = {LEFT_SHIFT: 1, LEFT_CTRL: 4}
CHORDS = {
    PasteKey.SHIFT_INSERT: (LEFT_SHIFT, INSERT),
    PasteKey.CTRL_V: (LEFT_CTRL, V),
    PasteKey.CTRL_SHIFT_V: (LEFT_CTRL, LEFT_SHIFT, V),
}


class VirtualKeyboard:
    """Made once and kept: the first key of a new keyboard is often lost. The compositor offers ``INTERFACE``."""

    def __init__(self, connection: Connection, seat: int) -> None:
        self._connection = connection
        manager, _ = connection.bind(INTERFACE, 1)
        self._keyboard = connection.new(lambda _: None)
        connection.send(manager, CREATE, seat, self._keyboard)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = os.memfd_create("layout", os.MFD_CLOEXEC)
        try:
            os.write(layout, LAYOUT)
            self._connection.send(self._keyboard, KEYMAP, XKB_V1, File(layout), len(LAYOUT))
        finally:
            os.close(layout)

    def press(self, keys: PasteKey) -> bool:
        """All down, all up again. The layout is told anew: sway gives us the user's whenever that is changed."""
        self._lay_out()
        held = 0
        for code in CHORDS[keys]:
            self._key(code, DOWN)
            held = self._hold(held | MASKS.get(code, 0))
        for code in reversed(CHORDS[keys]):
            self._key(code, UP)
            held = self._hold(held & ~MASKS.get(code, 0))
        return True

    def _key(self, code: int, state: int) -> None:
        now_ms = time.monotonic_ns() // 1_000_000 % 2**32
        self._connection.send(self._keyboard, KEY, now_ms, code, state)

    def _hold(self, modifiers: int) -> int:
        self._connection.send(self._keyboard, MODIFIERS, modifiers, 0, 0, 0)
        return modifiers
