"""Which program is in front, where the compositor tells (wlr-foreign-toplevel-management-unstable-v1)."""

from __future__ import annotations

from dataclasses import dataclass

from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import UNIT, Event

INTERFACE = "zwlr_foreign_toplevel_manager_v1"
TOPLEVEL = 0  # the manager's event
APP_ID, STATE, CLOSED = 1, 4, 6  # a window's events
DESTROY = 7  # a window's request
ACTIVATED = 2  # one of the states


@dataclass(slots=True)
class Window:
    app_id: str = ""
    is_active: bool = False


class Windows:
    """Kept up to date by events. Without the protocol nothing is known."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._windows: dict[int, Window] = {}
        if connection.offers(INTERFACE):
            connection.bind(INTERFACE, 3, self._hear)

    def in_front(self) -> str:
        """The app id of the window that gets the keys, such as ``foot``; empty when it is not known."""
        return next((window.app_id for window in self._windows.values() if window.is_active), "")

    def _hear(self, event: Event) -> None:
        if event.opcode == TOPLEVEL:
            number = event.uint()
            self._windows[number] = Window()
            self._connection.adopt(number, self._hear_window)

    def _hear_window(self, event: Event) -> None:
        window = self._windows.get(event.target)
        if window is None:
            return
        if event.opcode == APP_ID:
            window.app_id = event.text()
        elif event.opcode == STATE:
            window.is_active = ACTIVATED in {state for (state,) in UNIT.iter_unpack(event.block())}
        elif event.opcode == CLOSED:
            del self._windows[event.target]
            self._connection.send(event.target, DESTROY)
            self._connection.forget(event.target)
