"""Which window has the keyboard, and giving it to another one, where a Wayland compositor tells.

It names windows anew for each connection, so those who ask share one. A thread reads it all the time, for a compositor
cuts off whoever does not.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from queue import SimpleQueue

from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.windows import INTERFACE, Window, Windows
from mojovoice_gui.domain import Focus, NoFocus, Place

log = logging.getLogger(__name__)

SEAT = "wl_seat"
GIVE_S = 1.0
LOOK_AGAIN_S = 0.01
CLOSE_S = 5.0
NOBODY = "mojovoice-choice"
"""The app id of the window that asks where a text goes: nobody speaks to it."""


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see."""

    front: Place | None = None
    windows: frozenset[int] = frozenset()


NOTHING = View()


class Lookout:
    """Keeps the view up to date, in a thread of its own, until the compositor is gone. ``connection`` is its own.

    Raises ``OSError`` if that is so already. The compositor tells of its windows.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._windows = Windows(connection)
        self._seat, _ = connection.bind(SEAT, 1)
        connection.roundtrip()  # then it is known what there is
        self._view = self._look()
        self._wanted: SimpleQueue[int] = SimpleQueue()
        self._is_closing = threading.Event()
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="windows", daemon=True)
        self._thread.start()

    @property
    def view(self) -> View:
        """As it is now; frozen, so any thread may look."""
        return self._view

    def bring(self, window: int) -> None:
        """To the front, soon. Callable from any thread."""
        self._wanted.put(window)
        self._waker.send(b"!")

    def close(self) -> None:
        self._is_closing.set()
        self._waker.send(b"!")
        self._thread.join(CLOSE_S)
        self._waker.close()
        self._woken.close()

    # -- the thread

    def _run(self) -> None:
        try:
            self._serve()
        except OSError as reason:
            log.info("Nobody tells any more which window has the focus: %s", type(reason).__name__)
        except Exception:
            log.exception("The windows are watched no longer")
        self._view = NOTHING
        self._connection.close()

    def _serve(self) -> None:
        while not self._is_closing.is_set():
            self._connection.listen()
            self._view = self._look()
            if not self._wanted.empty():
                self._windows.activate(self._wanted.get(), self._seat)
                continue
            self._connection.sleep(None, self._woken)
            self._forget_wakes()

    def _forget_wakes(self) -> None:
        with contextlib.suppress(BlockingIOError):  # it was an event that woke us
            self._woken.recv(64)

    def _look(self) -> View:
        return View(_place(self._windows.front()), self._windows.numbers)


class WaylandFocus:
    """``domain.Focus`` from a lookout."""

    def __init__(self, lookout: Lookout, leave: Callable[[], None]) -> None:
        self._lookout = lookout
        self._leave = leave

    def place(self) -> Place | None:
        return self._lookout.view.front

    def give(self, place: Place) -> bool:
        """The compositor says nothing of a request that it does not follow: then time runs out."""
        self._lookout.bring(place.window)
        until = time.monotonic() + GIVE_S
        while (view := self._lookout.view).front != place:
            if place.window not in view.windows or time.monotonic() >= until:
                return False
            time.sleep(LOOK_AGAIN_S)
        return True

    def close(self) -> None:
        self._leave()


class WaylandFocuses:
    """All of one program: they share a lookout, which the first one opens and the last one closes."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._lock = threading.Lock()
        self._lookout: Lookout | None = None
        self._users = 0

    def open(self) -> Focus:
        """In the thread that uses it. Raises ``DisplayMissing``."""
        with self._lock:
            if self._lookout is None:
                self._lookout = _lookout(self._environ)
            if self._lookout is None:
                return NoFocus()
            self._users += 1
            return WaylandFocus(self._lookout, self._leave)

    def _leave(self) -> None:
        with self._lock:
            self._users -= 1
            if not self._users and self._lookout is not None:
                self._lookout.close()
                self._lookout = None


def tells_focus(environ: Mapping[str, str]) -> bool:
    """Does this compositor say which window has it? Raises ``DisplayMissing``."""
    connection = Connection(environ)
    connection.close()
    return _tells(connection)


def _lookout(environ: Mapping[str, str]) -> Lookout | None:
    """None where the compositor does not tell. Raises ``DisplayMissing``."""
    connection = Connection(environ)
    if _tells(connection):
        with contextlib.suppress(OSError):  # it is gone already
            return Lookout(connection)
    log.info("This compositor tells nobody which window has the focus")
    connection.close()
    return None


def _tells(connection: Connection) -> bool:
    return connection.offers(INTERFACE) and connection.offers(SEAT)


def _place(window: Window | None) -> Place | None:
    """Where it is on the screen, nobody says."""
    if window is None or window.app_id == NOBODY:
        return None
    return Place(window.number, window.title, application=window.app_id)
