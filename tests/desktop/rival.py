"""Another program that wants the same keys."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError


class Rival:
    """Another program that grabs a key."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)

    def take(self, keysym: str, state: int) -> bool:
        """Is it ours now?"""
        refusal = CatchError(BadAccess)
        code = self._display.keysym_to_keycode(XK.string_to_keysym(keysym))
        root = self._display.screen().root
        root.grab_key(code, state, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refusal)
        self._display.sync()
        return not refusal.get_error()

    def close(self) -> None:
        self._display.close()
