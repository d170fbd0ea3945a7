"""Real key presses, by keycode: xdotool adds a left Control when it is asked for the right one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

ROW_BYTES = 32


class Keys:
    """A second keyboard of the display, with names as in X (``Control_R``, ``F9``, ``space``, ``a``)."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)

    def code(self, name: str) -> int:
        """The keycode of a keysym name."""
        keycode = int(self._display.keysym_to_keycode(XK.string_to_keysym(name)))
        if not keycode:  # fake_input would fail with an unrelated AttributeError
            raise ValueError(f"No key gives {name}")
        return keycode

    def down(self, *names: str) -> None:
        self._fake(X.KeyPress, names)

    def up(self, *names: str) -> None:
        self._fake(X.KeyRelease, names)

    def _fake(self, kind: int, names: tuple[str, ...]) -> None:
        for name in names:
            xtest.fake_input(self._display, kind, self.code(name))
        self._display.sync()

    def repeat(self, name: str) -> None:
        """Up and down again at once: the autorepeat of a server whose desktop this one is a window of."""
        for kind in (X.KeyRelease, X.KeyPress):
            xtest.fake_input(self._display, kind, self.code(name))
        self._display.sync()

    def tap(self, *names: str, hold_s: float = 0.02) -> None:
        """All down in order, a moment, all up in reverse."""
        with self.held(*names):
            time.sleep(hold_s)

    @contextmanager
    def held(self, *names: str) -> Iterator[None]:
        self.down(*names)
        try:
            yield
        finally:
            self.up(*reversed(names))

    @contextmanager
    def swapped(self, one: str, other: str) -> Iterator[None]:
        """Two keys have changed places on the keyboard."""
        codes = self.code(one), self.code(other)
        before = [self._display.get_keyboard_mapping(code, 1)[0] for code in codes]
        self._remap(codes, reversed(before))
        try:
            yield
        finally:
            self._remap(codes, before)

    def _remap(self, codes: Iterable[int], keysyms: Iterable[Sequence[int]]) -> None:
        for code, meaning in zip(codes, keysyms, strict=True):
            self._display.change_keyboard_mapping(code, [list(meaning)])
        self._display.sync()
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.MappingNotify:
                self._display.refresh_keyboard_mapping(event)

    def pressed(self) -> list[int]:
        """The keycodes that are down now."""
        row = self._display.query_keymap()
        return [code for code in range(8 * ROW_BYTES) if row[code >> 3] >> (code & 7) & 1]

    def rest(self) -> None:
        """Let every key go and switch the locks off."""
        for code in self.pressed():
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        locks = int(self._display.screen().root.query_pointer().mask)
        for mask, name in ((X.LockMask, "Caps_Lock"), (X.Mod2Mask, "Num_Lock")):
            if locks & mask:
                self.tap(name)

    def close(self) -> None:
        self._display.close()
