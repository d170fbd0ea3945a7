"""Which window has the keyboard, and giving it to another one, on Windows. Made without Windows, not run there yet."""

from __future__ import annotations

import ctypes
import sys
import time
from pathlib import PureWindowsPath
from typing import Protocol

from mojovoice_gui.domain import Place

GIVE_S = 1.0
LOOK_AGAIN_S = 0.01
MAY_ASK_FOR_THE_PATH = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
LONGEST_PATH = 32_768
ALT, UP = 0x12, 2


class WindowSystem(Protocol):
    """user32 and kernel32: what is asked of them. Windows are numbers; 0 is none."""

    def foreground(self) -> int: ...

    def title(self, window: int) -> str: ...

    def program(self, window: int) -> str:
        """The path of the program that it belongs to; empty when that is not told."""

    def rectangle(self, window: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom, in pixels."""

    def bring_to_front(self, window: int) -> None: ...


class WindowsFocus:
    """``domain.Focus``."""

    def __init__(self, system: WindowSystem) -> None:
        self._system = system

    def place(self) -> Place | None:
        window = self._system.foreground()
        if not window:
            return None
        left, top, right, bottom = self._system.rectangle(window)
        program = PureWindowsPath(self._system.program(window)).stem.lower()
        return Place(window, self._system.title(window), ((left + right) // 2, (top + bottom) // 2), program)

    def give(self, place: Place) -> bool:
        """Windows lets a program take the focus for another one only now and then: then it is not given."""
        self._system.bring_to_front(place.window)
        until = time.monotonic() + GIVE_S
        while self._system.foreground() != place.window:
            if time.monotonic() >= until:
                return False
            time.sleep(LOOK_AGAIN_S)
        return True

    def close(self) -> None:
        """Nothing was taken."""


class User32:
    """``WindowSystem``."""

    def foreground(self) -> int:
        window = 0
        if sys.platform == "win32":
            user32 = ctypes.WinDLL("user32")
            user32.GetForegroundWindow.restype = ctypes.c_void_p
            window = user32.GetForegroundWindow() or 0
        return window

    def title(self, window: int) -> str:
        written = ctypes.create_unicode_buffer(512)
        if sys.platform == "win32":
            ctypes.WinDLL("user32").GetWindowTextW(ctypes.c_void_p(window), written, len(written))
        return written.value

    def program(self, window: int) -> str:
        path = ctypes.create_unicode_buffer(LONGEST_PATH)
        if sys.platform == "win32":
            owner = ctypes.c_uint32()
            ctypes.WinDLL("user32").GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(owner))
            kernel32 = ctypes.WinDLL("kernel32")
            kernel32.OpenProcess.restype = ctypes.c_void_p
            process = ctypes.c_void_p(kernel32.OpenProcess(MAY_ASK_FOR_THE_PATH, False, owner))
            if process:
                length = ctypes.c_uint32(LONGEST_PATH)
                kernel32.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(length))
                kernel32.CloseHandle(process)
        return path.value

    def rectangle(self, window: int) -> tuple[int, int, int, int]:
        corners = (ctypes.c_long * 4)()
        if sys.platform == "win32":
            ctypes.WinDLL("user32").GetWindowRect(ctypes.c_void_p(window), ctypes.byref(corners))
        left, top, right, bottom = corners
        return left, top, right, bottom

    def bring_to_front(self, window: int) -> None:
        """A tap on Alt comes first: who has just pressed a key may change the focus (SetForegroundWindow's remarks)."""
        if sys.platform == "win32":
            user32 = ctypes.WinDLL("user32")
            user32.keybd_event(ALT, 0, 0, 0)
            user32.keybd_event(ALT, 0, UP, 0)
            user32.SetForegroundWindow(ctypes.c_void_p(window))
