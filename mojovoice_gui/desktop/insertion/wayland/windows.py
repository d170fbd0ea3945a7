"""Which windows there are, where the compositor tells (wlr-foreign-toplevel-management-unstable-v1)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import UNIT, Event

INTERFACE = "zwlr_foreign_toplevel_manager_v1"
TOPLEVEL = 0  # the manager's event
TITLE, APP_ID, STATE, CLOSED = 0, 1, 4, 6  # a window's events
ACTIVATE, DESTROY = 4, 7  # a window's requests
ACTIVATED = 2  # one of the states


@dataclass(slots=True)
class Window:
    number: int  # no other window gets it, while the compositor gives its own to the next one
    title: str = ""
    app_id: str = ""
    is_active: bool = False


class Windows:
    """Kept up to date by events. Without the protocol nothing is known."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._windows: dict[int, Window] = {}
        self._numbers = count(1)
        if connection.offers(INTERFACE):
            connection.bind(INTERFACE, 3, self._hear)

    @property
    def numbers(self) -> frozenset[int]:
        """Of those that are there."""
        return frozenset(window.number for window in self._windows.values())

    def front(self) -> Window | None:
        """The one that gets the keys; None when none does, or it is not known."""
        return next((window for window in self._windows.values() if window.is_active), None)

    def in_front(self) -> str:
        """Its app id, such as ``foot``; empty when it is not known."""
        window = self.front()
        return window.app_id if window else ""

    def activate(self, number: int, seat: int) -> None:
        """Ask for it to be brought to the front, if it is still there."""
        for handle, window in self._windows.items():
            if window.number == number:
                self._connection.send(handle, ACTIVATE, seat)

    def _hear(self, event: Event) -> None:
        if event.opcode == TOPLEVEL:
            handle = event.uint()
            self._windows[handle] = Window(next(self._numbers))
            self._connection.adopt(handle, self._hear_window)

    def _hear_window(self, event: Event) -> None:
        window = self._windows.get(event.target)
        if window is None:
            return
        if event.opcode == TITLE:
            window.title = event.text()
        elif event.opcode == APP_ID:
            window.app_id = event.text()
        elif event.opcode == STATE:
            window.is_active = ACTIVATED in {state for (state,) in UNIT.iter_unpack(event.block())}
        elif event.opcode == CLOSED:
            del self._windows[event.target]
            self._connection.send(event.target, DESTROY)
            self._connection.forget(event.target)
