"""Which window has the keyboard, and giving it to another one, on X11."""

from __future__ import annotations

import contextlib
import logging
import time

from Xlib import X, error
from Xlib.protocol import event as protocol
from Xlib.xobject.drawable import Window

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.domain import Place

log = logging.getLogger(__name__)

GIVE_S = 1.0
LOOK_AGAIN_S = 0.01
AS_A_PAGER = 2  # what a taskbar says: window managers may keep a program from taking the focus for itself
NOBODY = "mojovoice-choice"
"""The role of the window that asks where a text goes: nobody speaks to it."""

FAILURES = (error.XError, error.ConnectionClosedError, OSError)


class X11Focus:
    """``domain.Focus`` on an X server. Raises ``DisplayMissing``."""

    def __init__(self, display_name: str | None = None) -> None:
        self._connection = Connection(display_name)
        self._state = self._connection.atom("WM_STATE")

    def place(self) -> Place | None:
        """The window with the frame around it, whichever field in it has the keyboard."""
        try:
            window = self._top_of(self._connection.focused())
            if window is None or self._text(window, "WM_WINDOW_ROLE") == NOBODY:
                return None
            application = "".join(self._connection.wm_class(window)[-1:])
            return Place(window.id, self._title(window), _centre(window), application)
        except FAILURES as reason:  # it went away while we looked
            log.info("The focus cannot be told: %s", type(reason).__name__)
            return None

    def give(self, place: Place) -> bool:
        window = self._connection.display.create_resource_object("window", place.window)
        try:
            self._ask_for(window)
            return self._has_it(place, time.monotonic() + GIVE_S)
        except FAILURES as reason:
            log.info("The focus cannot be given: %s", type(reason).__name__)
            return False

    def close(self) -> None:
        with contextlib.suppress(*FAILURES):  # the server is gone already
            self._connection.close()

    def _top_of(self, window: Window | None) -> Window | None:
        """The window manager marks those that it cares for; without one, the last below the root."""
        while window is not None and window.get_full_property(self._state, X.AnyPropertyType) is None:
            parent = window.query_tree().parent
            if not isinstance(parent, Window) or parent == self._connection.root:
                break
            window = parent
        return window

    def _title(self, window: Window) -> str:
        return self._text(window, "_NET_WM_NAME") or self._text(window, "WM_NAME")

    def _text(self, window: Window, name: str) -> str:
        found = window.get_full_property(self._connection.atom(name), X.AnyPropertyType)
        return found.value.decode(errors="replace") if found is not None and isinstance(found.value, bytes) else ""

    def _ask_for(self, window: Window) -> None:
        """It comes to the front on whichever desktop it is, opened if it was an icon."""
        window.get_attributes()  # raises BadWindow if it is gone
        root = self._connection.root
        message = protocol.ClientMessage(
            window=window,
            client_type=self._connection.atom("_NET_ACTIVE_WINDOW"),
            data=(32, [AS_A_PAGER, self._connection.server_time(), 0, 0, 0]),
        )
        root.send_event(message, event_mask=X.SubstructureNotifyMask | X.SubstructureRedirectMask)
        if not self._connection.has_window_manager:
            window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._connection.display.flush()

    def _has_it(self, place: Place, until: float) -> bool:
        while self.place() != place:
            if time.monotonic() >= until:
                return False
            time.sleep(LOOK_AGAIN_S)
        return True


def _centre(window: Window) -> tuple[int, int]:
    size = window.get_geometry()
    corner = size.root.translate_coords(window, 0, 0)
    return corner.x + size.width // 2, corner.y + size.height // 2
