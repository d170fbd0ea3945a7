"""The push-to-talk key: opened, exchanged and rested in a thread of its own, since a desktop may take its time."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeAlias

from mojovoice_gui.domain import Hotkeys, KeyActions, Notice
from mojovoice_gui.errors import DesktopError, Sentence

log = logging.getLogger(__name__)

OpenHotkeys: TypeAlias = Callable[[], Hotkeys]

DEAF = KeyActions(*(4 * (lambda: None,)))


class Keys:
    """Callable from any thread; each wish is seen to in turn. What goes wrong is told, and the key before it stays."""

    def __init__(self, actions: KeyActions, tell: Callable[[Notice], None]) -> None:
        self._actions = actions
        self._tell = tell
        self._thread = ThreadPoolExecutor(1, "keys")
        self._open: OpenHotkeys | None = None  # how the chosen ones are opened
        self._hotkeys: Hotkeys | None = None  # those that listen
        self._is_resting = False
        self._watches_cancel = False
        self._cancel = threading.Lock()  # what is wished of that key, and who listens to it

    def use(self, open_hotkeys: OpenHotkeys) -> None:
        """These from now on."""
        self._thread.submit(self._guarded, lambda: self._use(open_hotkeys))

    def rest(self) -> None:
        """Listen to none until ``wake``: somebody wants to press a key for another reason."""
        self._thread.submit(self._guarded, self._rest)

    def wake(self) -> None:
        self._thread.submit(self._guarded, self._wake)

    def attempt(self, open_hotkeys: OpenHotkeys, *, with_cancel: bool = False) -> Future[None]:
        """Would these work? For that moment those in use rest. The future raises ``DesktopError``."""
        return self._thread.submit(self._attempt, open_hotkeys, with_cancel=with_cancel)

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is ours only while something can be cancelled."""
        with self._cancel:
            self._watches_cancel = on
            if self._hotkeys is not None:
                self._hotkeys.watch_cancel(on)

    def close(self) -> None:
        """Release every key. May be called twice."""
        with contextlib.suppress(RuntimeError):  # it is closed already
            self._thread.submit(self._stop)
        self._thread.shutdown()

    # ---- in the thread of keys

    def _guarded(self, wish: Callable[[], None]) -> None:
        try:
            wish()
        except DesktopError as error:  # the tray icon and the commands still work
            log.warning("No push-to-talk key: %s", error)
            self._tell(Notice.of(error))
        except Exception:
            log.exception("The push-to-talk key is in trouble")
            self._tell(Notice("The push-to-talk key does not work.", "The log has the details."))

    def _use(self, new: OpenHotkeys) -> None:
        old, self._open = self._open, new
        if self._is_resting:
            return
        self._stop()
        try:
            self._start(new)
        except DesktopError as error:
            if old is None:
                raise
            self._open = old
            self._start(old)
            log.warning("The key stays as it was: %s", error)
            self._tell(
                Notice(Sentence("{sentence} The key before it still works.", sentence=error.sentence), error.action)
            )

    def _attempt(self, open_hotkeys: OpenHotkeys, *, with_cancel: bool) -> None:
        self._stop()
        try:
            hotkeys = open_hotkeys()
            hotkeys.watch_cancel(with_cancel)
            hotkeys.start(DEAF)
            hotkeys.stop()
        finally:
            if not self._is_resting and self._open is not None:
                self._guarded(self._wake)

    def _rest(self) -> None:
        self._is_resting = True
        self._stop()

    def _wake(self) -> None:
        self._is_resting = False
        if self._open is not None and self._hotkeys is None:
            self._start(self._open)

    def _start(self, open_hotkeys: OpenHotkeys) -> None:
        hotkeys = open_hotkeys()
        hotkeys.start(self._actions)
        with self._cancel:
            hotkeys.watch_cancel(self._watches_cancel)
            self._hotkeys = hotkeys

    def _stop(self) -> None:
        hotkeys, self._hotkeys = self._hotkeys, None
        if hotkeys is not None:
            hotkeys.stop()
