"""A keyboard of our own (virtual-keyboard-unstable-v1), with its own layout: V is on it in any language."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from mojovoice_gui.desktop.insertion.keystrokes import STROKE_S, pieces, typeable
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import File

INTERFACE = "zwp_virtual_keyboard_manager_v1"
CREATE = 0  # the manager's request
KEYMAP, KEY, MODIFIERS = 0, 1, 2  # the keyboard's requests
XKB_V1 = 1
LAYOUT = (
    'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };'
    ' xkb_compat { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)" }; };'
)
OF_A_TEXT = (
    'xkb_keymap {{ xkb_keycodes {{ minimum = 8; maximum = 255; {codes} }}; xkb_types {{ include "complete" }};'
    ' xkb_compat {{ include "complete" }}; xkb_symbols {{ {symbols} }}; }};'
)
ROOM = 240
"""Characters that one layout holds, from the kernel's key 1 on."""
XKB_OFFSET = 8  # its numbers are the kernel's and so much
UP, DOWN = 0, 1
LEFT_CTRL, LEFT_SHIFT, V, INSERT = 29, 42, 47, 110  # the kernel's numbers
MASKS = {LEFT_SHIFT: 1, LEFT_CTRL: 4}
CHORDS = {
    PasteKey.SHIFT_INSERT: (LEFT_SHIFT, INSERT),
    PasteKey.CTRL_V: (LEFT_CTRL, V),
    PasteKey.CTRL_SHIFT_V: (LEFT_CTRL, LEFT_SHIFT, V),
}


class VirtualKeyboard:
    """Presses and types. Made once and kept: the first key of a new one is often lost. ``INTERFACE`` is offered."""

    def __init__(self, connection: Connection, seat: int) -> None:
        self._connection = connection
        manager, _ = connection.bind(INTERFACE, 1)
        self._keyboard = connection.new(lambda _: None)
        connection.send(manager, CREATE, seat, self._keyboard)
        self._strokes: Iterator[float] = iter(())
        self._lay_out(LAYOUT)

    def _lay_out(self, keymap: str) -> None:
        data = keymap.encode() + b"\0"
        layout = os.memfd_create("layout", os.MFD_CLOEXEC)
        try:
            os.write(layout, data)
            self._connection.send(self._keyboard, KEYMAP, XKB_V1, File(layout), len(data))
        finally:
            os.close(layout)

    def press(self, keys: PasteKey) -> bool:
        """All down, all up again. The layout is told anew: sway gives us the user's whenever that is changed."""
        self._lay_out(LAYOUT)
        held = 0
        for code in CHORDS[keys]:
            self._key(code, DOWN)
            held = self._hold(held | MASKS.get(code, 0))
        for code in reversed(CHORDS[keys]):
            self._key(code, UP)
            held = self._hold(held & ~MASKS.get(code, 0))
        return True

    def begin(self, text: str) -> bool:
        """Type this, key by key: a layout is made for it."""
        text = typeable(text)
        self._strokes = self._type(list(pieces(text, set(text), ROOM)))
        return True

    def go_on(self) -> float | None:
        """The next key, and the seconds to wait after it; None when all is typed."""
        return next(self._strokes, None)

    def stop(self) -> None:
        """No more of it."""
        self._strokes = iter(())

    def _type(self, texts: list[str]) -> Iterator[float]:
        """Compositors tell programs of the layout in order with the keys, so nobody must be waited for."""
        for text in texts:
            codes = {character: code for code, character in enumerate(dict.fromkeys(text), 1)}
            self._lay_out(layout_of(codes))
            self._hold(0)
            for character in text:
                self._key(codes[character], DOWN)
                self._key(codes[character], UP)
                yield STROKE_S

    def _key(self, code: int, state: int) -> None:
        now_ms = time.monotonic_ns() // 1_000_000 % 2**32
        self._connection.send(self._keyboard, KEY, now_ms, code, state)

    def _hold(self, modifiers: int) -> int:
        self._connection.send(self._keyboard, MODIFIERS, modifiers, 0, 0, 0)
        return modifiers


def layout_of(codes: dict[str, int]) -> str:
    """Of a keyboard with these characters, each on a key of its own."""
    numbers = " ".join(f"<T{code}> = {code + XKB_OFFSET};" for code in codes.values())
    symbols = " ".join(f"key <T{code}> {{ [ U{ord(character):04X} ] }};" for character, code in codes.items())
    return OF_A_TEXT.format(codes=numbers, symbols=symbols)
