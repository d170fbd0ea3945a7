"""The keyboard of Windows, by pynput and user32. Made without Windows, and not run there yet."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.hotkeys.pynput_hotkeys import AnyKey, KeyListener
from mojovoice_gui.desktop.hotkeys.virtual_keys import WINDOWS
from mojovoice_gui.desktop.insertion.terminals import PasteKey

IS_DOWN = 0x8000
HELD_BY = {
    0x11: Modifier.CTRL,
    0x10: Modifier.SHIFT,
    0x12: Modifier.ALT,
    0x5B: Modifier.SUPER,
    0x5C: Modifier.SUPER,
}
CTRL, SHIFT, INSERT, V = 0xA2, 0xA0, 0x2D, 0x56
PASTE = {
    PasteKey.CTRL_V: (CTRL, V),
    PasteKey.CTRL_SHIFT_V: (CTRL, SHIFT, V),
    PasteKey.SHIFT_INSERT: (SHIFT, INSERT),
}
TERMINALS = {
    "alacritty": PasteKey.CTRL_SHIFT_V,
    "mintty": PasteKey.SHIFT_INSERT,
    "putty": PasteKey.SHIFT_INSERT,
    "wezterm-gui": PasteKey.CTRL_SHIFT_V,
}
"""Those that keep Ctrl+V for themselves; Windows' own pastes."""


class WindowsKeyboard:
    """``SystemKeyboard`` and ``PasteKeyboard``. Windows of programs that run as administrator neither tell nor take."""

    codes: Mapping[int, int] = WINDOWS

    def obstacle(self) -> str:
        """Any program may listen."""
        return ""

    def held(self) -> frozenset[Modifier]:
        down: list[int] = []
        if sys.platform == "win32":
            user32 = ctypes.WinDLL("user32")
            down = [key for key in HELD_BY if user32.GetAsyncKeyState(key) & IS_DOWN]
        return frozenset(HELD_BY[key] for key in down)

    def listener(self, on_press: Callable[[AnyKey], None], on_release: Callable[[AnyKey], None]) -> KeyListener:
        from pynput.keyboard import Listener

        listener: KeyListener = Listener(on_press=on_press, on_release=on_release)
        return listener

    def usual(self, program: str) -> PasteKey:
        """What pastes there."""
        return TERMINALS.get(program, PasteKey.CTRL_V)

    def press(self, keys: PasteKey) -> None:
        """By number: a layout without Latin letters has its V where others have it."""
        from pynput.keyboard import Controller, Key, KeyCode

        named = {CTRL: Key.ctrl_l, SHIFT: Key.shift_l, INSERT: Key.insert, V: KeyCode.from_vk(V)}
        controller = Controller()
        pressed = [named[key] for key in PASTE[keys]]
        for key in pressed:
            controller.press(key)
        for key in reversed(pressed):
            controller.release(key)

    def type(self, text: str) -> None:
        """Any character, whatever the layout."""
        from pynput.keyboard import Controller

        Controller().type(text)
