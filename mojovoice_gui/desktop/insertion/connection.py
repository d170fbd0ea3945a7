"""One connection to the X server, with one window that nobody sees. Used by one thread."""

from __future__ import annotations

import contextlib
import logging
import select
import time
from collections.abc import Callable, Iterator

from Xlib import X, Xatom, display, error
from Xlib.ext import res
from Xlib.protocol import rq
from Xlib.xobject.drawable import Window

from mojovoice_gui.desktop.insertion.inserter import Readable
from mojovoice_gui.errors import DisplayMissing

log = logging.getLogger(__name__)

SERVER_ANSWER_S = 2.0
CANNOT_CONNECT = (error.DisplayError, error.XauthError, error.XNoAuthError, error.ConnectionClosedError, OSError)


class Connection:
    """``dispatch`` gets every event that nobody waits for at that moment."""

    def __init__(self, display_name: str | None = None) -> None:
        try:
            self.display = display.Display(display_name)
        except CANNOT_CONNECT as reason:
            raise DisplayMissing(
                "There is no X display to insert text on.", "Start Mojo Voice in a graphical session."
            ) from reason
        self.display.set_error_handler(_note_error)
        self.root: Window = self.display.screen().root
        self.window = self.new_window()
        self.dispatch: Callable[[rq.Event], None] = lambda _: None
        self._knows_processes = bool(self.display.has_extension(res.extname))
        self._names: dict[int, str] = {}

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """The server sees to nobody else meanwhile: so keep it short."""
        self.display.grab_server()
        try:
            yield
        finally:
            self.display.ungrab_server()
            self.display.flush()

    def new_window(self) -> Window:
        return self.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)

    def atom(self, name: str) -> int:
        return int(self.display.get_atom(name))

    def name(self, atom: int) -> str:
        """Empty for a number that is no atom."""
        if atom not in self._names:
            try:
                self._names[atom] = str(self.display.get_atom_name(atom))
            except error.BadAtom:
                return ""
        return self._names[atom]

    def client_of(self, window_id: int) -> int:
        """Windows made by way of one connection share it."""
        return window_id & ~int(self.display.display.info.resource_id_mask)

    def program_of(self, window_id: int) -> int:
        """Windows of one process share it: some programs read the clipboard by a connection of its own.

        The process's number; of a program on another machine, or a server that does not tell, minus the connection's.
        """
        if self._knows_processes:
            asked = [{"client": window_id, "mask": res.LocalClientPIDMask}]
            for found in res.query_client_ids(self.display, asked).ids:
                return int(found.value[0])
        return -self.client_of(window_id)

    # -- events

    def pending(self) -> Iterator[rq.Event]:
        """What has arrived, without waiting."""
        while self.display.pending_events():
            yield self.display.next_event()

    def sleep(self, timeout_s: float | None, *others: Readable) -> None:
        """Until an event arrives, one of the others can be read, or the time is over."""
        self.display.flush()
        if not self.display.pending_events():
            select.select([self.display, *others], [], [], timeout_s)

    def wait_for(self, wanted: Callable[[rq.Event], bool], timeout_s: float) -> rq.Event | None:
        """The first such event; the others go to ``dispatch``. None when the time is over."""
        end = time.monotonic() + timeout_s
        while (left_s := end - time.monotonic()) > 0:
            self.sleep(left_s)
            for event in self.pending():
                if wanted(event):
                    return event
                self.dispatch(event)
        return None

    def server_time(self) -> int:
        """Milliseconds of the server's own clock: selections are owned and asked for "since" one (ICCCM 2.1)."""
        stamp = self.atom("MOJOVOICE_TIME")
        self.window.change_property(stamp, Xatom.INTEGER, 32, [], X.PropModeAppend)
        event = self.wait_for(
            lambda seen: seen.type == X.PropertyNotify and seen.window == self.window and seen.atom == stamp,
            SERVER_ANSWER_S,
        )
        return int(event.time) if event else int(X.CurrentTime)

    # -- windows of others

    def focused(self) -> Window | None:
        """The window that gets the keys. _NET_ACTIVE_WINDOW may still name one that is gone."""
        focus = self.display.get_input_focus().focus
        if focus == X.PointerRoot:
            focus = self.root.query_pointer().child
        if not isinstance(focus, Window) or focus == self.root:
            return None
        return None if self.client_of(focus.id) == self._window_manager() else focus

    def _window_manager(self) -> int:
        """Its client: it takes the keys itself when no window shall have them. 0 without one."""
        check = self.root.get_full_property(self.atom("_NET_SUPPORTING_WM_CHECK"), X.AnyPropertyType)
        return self.client_of(int(check.value[0])) if check is not None and len(check.value) else 0

    @property
    def has_window_manager(self) -> bool:
        return self._window_manager() != 0

    def wm_class(self, window: Window) -> tuple[str, ...]:
        """Instance and class, of the next window around it that has them; empty when none has, or it is gone."""
        try:
            while not (names := window.get_wm_class()):
                window = window.query_tree().parent
                if not isinstance(window, Window) or window == self.root:
                    return ()
        except error.XError:
            return ()
        return tuple(names)

    def owner_of(self, selection: str) -> int:
        """The owner's window, 0 without one."""
        owner = self.display.get_selection_owner(self.atom(selection))
        return int(owner.id) if owner else 0

    def close(self) -> None:
        self.display.close()


def _note_error(reason: error.XError, _request: object) -> None:
    """A window that we answered may be gone by then. Only that is normal."""
    level = logging.DEBUG if isinstance(reason, error.BadWindow) else logging.WARNING
    log.log(level, "The X server refused a request: %s", type(reason).__name__)
