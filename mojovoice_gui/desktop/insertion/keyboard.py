"""The keyboard as the X server knows it: which keys are down, and keys pressed by program (XTEST, by keycode)."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.ext import xtest
from Xlib.protocol import rq

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.paste import Held
from mojovoice_gui.desktop.insertion.terminals import PasteKey

CHORDS = {
    PasteKey.SHIFT_INSERT: ("Shift_L", "Insert"),
    PasteKey.CTRL_V: ("Control_L", "v"),
    PasteKey.CTRL_SHIFT_V: ("Control_L", "Shift_L", "v"),
}
UNSHIFTED = (0, 2)  # columns of the key table: the first and the second layout, without Shift


class Keyboard:
    """The focused program cannot tell it from the real one; events sent past the server (XSendEvent) many ignore."""

    def __init__(self, connection: Connection) -> None:
        self._display = connection.display
        self._can_fake = bool(self._display.has_extension("XTEST"))
        self._modifiers = self._modifier_codes()

    def _modifier_codes(self) -> frozenset[int]:
        return frozenset(code for row in self._display.get_modifier_mapping() for code in row if code)

    def refresh(self, event: rq.Event) -> None:
        """The layout has changed (MappingNotify)."""
        self._display.refresh_keyboard_mapping(event)
        self._modifiers = self._modifier_codes()

    def held(self) -> Held:
        """Locks that are on are not held keys."""
        row = self._display.query_keymap()
        down = {8 * index + bit for index, byte in enumerate(row) for bit in range(8) if byte >> bit & 1}
        if down & self._modifiers:
            return Held.MODIFIERS
        return Held.OTHERS if down else Held.NOTHING

    def can_press(self, keys: PasteKey) -> bool:
        """A layout without Latin letters has no V; and not every way is a chord."""
        return self._can_fake and keys in CHORDS and all(self._code(name) for name in CHORDS[keys])

    def press(self, keys: PasteKey) -> None:
        """All down, all up again."""
        codes = [self._code(name) for name in CHORDS[keys]]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.flush()

    def _code(self, name: str) -> int:
        """The keycode, 0 when no key gives it without Shift or AltGr. A letter must be of the layout in use."""
        columns = (2 * self._layout(),) if len(name) == 1 else UNSHIFTED
        places = self._display.keysym_to_keycodes(XK.string_to_keysym(name))
        return next((int(code) for code, column in places if column in columns), 0)

    def _layout(self) -> int:
        """The number of the layout in use; two bits of the keyboard's state."""
        return int(self._display.screen().root.query_pointer().mask) >> 13 & 3
