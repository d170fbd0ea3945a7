"""The thread that owns the grabbed keys: one connection, nobody else uses it."""

from __future__ import annotations

import contextlib
import logging
import select
import socket
import threading
from collections.abc import Callable

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol import request, rq

from mojovoice_gui.desktop.hotkeys.grab import KeyGrab
from mojovoice_gui.desktop.hotkeys.keymap import Keymap
from mojovoice_gui.errors import HotkeyUnavailable

log = logging.getLogger(__name__)

LOOK_S = 0.1  # while a key is down: the event of its release may go to somebody else
STOP_S = 2.0


class Grabber:
    """Owns ``display`` from ``start()`` on."""

    def __init__(
        self,
        display: Display,
        push_to_talk: KeyGrab | None,
        cancel: KeyGrab | None,
        keyboard_changed: Callable[[Keymap], None],
    ) -> None:
        """``push_to_talk`` is already taken; ``cancel`` is taken while it is watched."""
        self._display = display
        self._push_to_talk = push_to_talk
        self._cancel = cancel
        self._grabs = [grab for grab in (push_to_talk, cancel) if grab]
        self._keyboard_changed = keyboard_changed
        self._keymap = Keymap.of(display)
        self._is_watch_wanted = False
        self._is_watching = False
        self._is_ending = False
        self._bell, self._wake = socket.socketpair()
        self._bell.setblocking(False)
        self._wake.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="hotkey-grabber", daemon=True)

    # -- from any thread

    def start(self) -> None:
        self._thread.start()

    def watch_cancel(self, on: bool) -> None:
        self._is_watch_wanted = on
        self._ring()

    def stop(self) -> None:
        self._is_ending = True
        self._ring()
        self._thread.join(STOP_S)

    def _ring(self) -> None:
        with contextlib.suppress(OSError):  # full: it will wake anyway; closed: it has ended
            self._bell.send(b"!")

    # -- in its own thread

    def _run(self) -> None:
        try:
            self._serve()
            self._leave()
        except Exception:  # the top of a thread; mostly the X server is gone
            log.exception("No key reaches Mojo Voice any more")
        finally:
            self._bell.close()
            self._wake.close()

    def _serve(self) -> None:
        while not self._is_ending:
            self._sleep()
            self._watch_as_wanted()
            while self._display.pending_events():
                self._notice(self._display.next_event())
            self._look()

    def _sleep(self) -> None:
        """Until something happens. Events that came with an answer are in memory: ``select`` does not see those."""
        if self._display.pending_events():
            return
        is_any_down = any(grab.is_down for grab in self._grabs)
        ready, _, _ = select.select([self._display, self._wake], [], [], LOOK_S if is_any_down else None)
        if self._wake in ready:
            self._wake.recv(64)

    def _watch_as_wanted(self) -> None:
        wanted = self._is_watch_wanted
        if wanted == self._is_watching or not self._cancel:
            return
        self._is_watching = wanted
        if wanted:
            self._try(self._cancel.take)
        else:
            self._cancel.give_back()

    def _notice(self, event: rq.Event) -> None:
        if event.type == X.KeyPress:
            for grab in self._grabs:
                grab.key_went_down(event.detail)
            self._look()
        elif event.type == X.KeyRelease:
            self._look()
        elif event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._keymap = Keymap.of(self._display)
            for grab in self._grabs:
                self._try(grab.follow)
            self._try(self._keyboard_changed)

    def _look(self) -> None:
        if any(grab.is_down for grab in self._grabs):
            row = self._display.query_keymap()
            for grab in self._grabs:
                grab.look(self._keymap, row)

    def _try(self, action: Callable[[Keymap], None]) -> None:
        try:
            action(self._keymap)
        except HotkeyUnavailable as failure:
            log.warning("%s", failure)

    def _leave(self) -> None:
        for grab in self._grabs:
            grab.give_back()
        self._display.close()


def log_x_error(failure: error.XError, _request: request.Request | None) -> None:
    """In place of python-xlib's own way: printing to standard error."""
    log.warning("The X server refused something: %s", failure)
