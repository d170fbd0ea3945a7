"""Real key presses, by keycode: xdotool adds a left Control when it is asked for the right one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

ROW_BYTES = 32


class Keys:
    """A second keyboard of the display, with names as in X (``Control_R``, ``F9``, ``space``, ``a``)."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)

    def __enter__(self) -> Keys:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
