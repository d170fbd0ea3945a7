"""The keyboard of a Mac, by pynput and the system's own libraries. Made without a Mac, and not run there yet."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.hotkeys.pynput_hotkeys import AnyKey, KeyListener
from mojovoice_gui.desktop.hotkeys.virtual_keys import MACOS
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.errors import Sentence

HELD_BY = {1 << 17: Modifier.SHIFT, 1 << 18: Modifier.CTRL, 1 << 19: Modifier.ALT, 1 << 20: Modifier.SUPER}
SESSION = 0  # kCGEventSourceStateCombinedSessionState
V = 0x09  # by number: Cmd+V is there in nearly every layout, also in those without Latin letters
ALLOW_IT = Sentence(
    "Allow it in System Settings, Privacy & Security, under Accessibility and under Input Monitoring, for the program"
    " that starts Mojo Voice (Python, or your terminal), and start it again"
)


class MacKeyboard:
    """``SystemKeyboard`` and ``PasteKeyboard``. While a password is typed, macOS tells nobody the keys."""

    codes: Mapping[int, int] = MACOS

    def obstacle(self) -> str:
        """macOS asks its user who may hear and press keys."""
        return "" if _is_trusted() else ALLOW_IT

    def held(self) -> frozenset[Modifier]:
        flags = 0
        if sys.platform == "darwin":
            services = _services()
            services.CGEventSourceFlagsState.restype = ctypes.c_uint64
            flags = services.CGEventSourceFlagsState(ctypes.c_int32(SESSION))
        return frozenset(modifier for flag, modifier in HELD_BY.items() if flags & flag)

    def listener(self, on_press: Callable[[AnyKey], None], on_release: Callable[[AnyKey], None]) -> KeyListener:
        """pynput's own would ask for the layout in its thread, and macOS ends a Qt program that does (pynput #511).

        Nor does this one hear of volume and brightness keys: to read those in a thread is as dangerous (#510).
        """
        import Quartz
        from pynput._util.darwin import ListenerMixin
        from pynput.keyboard import Listener

        kinds = (Quartz.kCGEventKeyDown, Quartz.kCGEventKeyUp, Quartz.kCGEventFlagsChanged)

        class ListenerBesideQt(Listener):  # type: ignore[misc] # pynput has no types
            _EVENTS = sum(Quartz.CGEventMaskBit(kind) for kind in kinds)

            def _run(self) -> None:
                ListenerMixin._run(self)

        listener: KeyListener = ListenerBesideQt(on_press=on_press, on_release=on_release)
        return listener

    def usual(self, _program: str) -> PasteKey:
        """Whatever is pressed, it is Cmd+V."""
        return PasteKey.CTRL_V

    def press(self, _keys: PasteKey) -> None:
        """Cmd+V pastes everywhere, in terminals too. To be called in the GUI thread."""
        from pynput.keyboard import Controller, Key, KeyCode

        controller = Controller()
        with controller.pressed(Key.cmd):
            controller.tap(KeyCode.from_vk(V))

    def type(self, text: str) -> None:
        """Any character, whatever the layout. To be called in the GUI thread."""
        from pynput.keyboard import Controller

        Controller().type(text)


def _is_trusted() -> bool:
    is_trusted = False
    if sys.platform == "darwin":
        services = _services()
        services.AXIsProcessTrusted.restype = ctypes.c_bool
        is_trusted = bool(services.AXIsProcessTrusted())
    return is_trusted


def _services() -> ctypes.CDLL:
    return ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
