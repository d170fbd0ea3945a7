"""A lone modifier key, listened to by the RECORD extension: every program still gets it."""

from __future__ import annotations

import contextlib
import logging
import struct
import threading
from collections.abc import Iterable
from typing import TypeAlias

from Xlib import X, error
from Xlib.ext import record
from Xlib.protocol.rq import DictWrapper

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.hotkeys.display import open_display
from mojovoice_gui.desktop.hotkeys.keymap import Keymap
from mojovoice_gui.desktop.hotkeys.lone_key import LoneKey
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable

log = logging.getLogger(__name__)

START_S = 2.0
STOP_S = 2.0

EVENT = struct.Struct("=BB2xI20xH2x")  # a core event of X: kind, keycode, ms, state (modifiers before it)
KEYS_ONLY = {
    "core_requests": (0, 0),
    "core_replies": (0, 0),
    "ext_requests": (0, 0, 0, 0),
    "ext_replies": (0, 0, 0, 0),
    "delivered_events": (0, 0),
    "device_events": (X.KeyPress, X.KeyRelease),
    "errors": (0, 0),
    "client_started": False,
    "client_died": False,
}


AT_ONCE_MS = 2
"""The clock may tick in between, and the server may be busy."""

Stroke: TypeAlias = tuple[int, int, int, int]  # as in ``EVENT``


def without_autorepeat(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that came together, less each release that is taken back at once.

    Such pairs come from desktops within desktops: their autorepeat is another server's. No finger is that fast.
    """
    kept: list[Stroke] = []
    for stroke in strokes:
        kind, code, ms, _ = stroke
        if kind == X.KeyPress and kept and kept[-1][:2] == (X.KeyRelease, code) and ms - kept[-1][2] <= AT_ONCE_MS:
            kept.pop()
        else:
            kept.append(stroke)
    return kept


class LoneKeyListener:
    """A thread that hears all keys. RECORD needs two connections: one is told to begin and end, one delivers."""

    def __init__(self, keysym: str, actions: KeyActions, display: str | None = None) -> None:
        """Ready to hear; raises ``DisplayMissing``, ``HotkeyUnavailable``."""
        self._keysym = keysym
        self._actions = actions
        self._control = open_display(display)
        self._delivery = open_display(display)
        if not self._delivery.has_extension("RECORD"):
            self._close()
            raise HotkeyUnavailable("This X server lets nobody listen to keys.", "Choose a key such as F9 instead.")
        self._context = self._delivery.record_create_context(0, [record.AllClients], [KEYS_ONLY])
        self._delivery.sync()
        self._key = LoneKey(*self._meaning(Keymap.of(self._control)), actions)
        self._is_hearing = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="hotkey-listener", daemon=True)

    def _meaning(self, keymap: Keymap) -> tuple[int, int]:
        """Its keycode, and the states of other modifiers."""
        others = keymap.mask(frozenset(Modifier)) & ~keymap.mask_of_key(self._keysym)
        return keymap.code(self._keysym), others

    def keyboard_changed(self, keymap: Keymap) -> None:
        """The key may have another code now. Callable from any thread."""
        self._key.means(*self._meaning(keymap))

    def start(self) -> None:
        """Hears from when this returns."""
        self._thread.start()
        self._is_hearing.wait(START_S)

    def _listen(self) -> None:
        try:
            self._delivery.record_enable_context(self._context, self._hear)  # until it is disabled
        except Exception:  # the top of a thread; mostly the X server is gone
            log.exception("The push-to-talk key is no longer heard")

    def _hear(self, reply: DictWrapper) -> None:
        self._is_hearing.set()  # the first reply has no keys
        if reply.category != record.FromServer or reply.client_swapped:
            return
        for kind, code, _, state in without_autorepeat(EVENT.iter_unpack(reply.data)):
            if kind == X.KeyPress:
                self._key.went_down(code, state)
            elif kind == X.KeyRelease:
                self._key.went_up(code)

    def stop(self) -> None:
        """Ends the thread and both connections."""
        with contextlib.suppress(error.ConnectionClosedError):  # then it has ended already
            self._control.record_disable_context(self._context)
            self._control.flush()
        self._thread.join(STOP_S)
        self._close()

    def _close(self) -> None:
        for connection in (self._control, self._delivery):
            with contextlib.suppress(error.ConnectionClosedError):  # then it is closed already
                connection.close()
