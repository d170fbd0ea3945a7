"""Read what another program offers as a selection: everything that can be given back later."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from Xlib import X
from Xlib.protocol import rq
from Xlib.xobject.drawable import Window

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.content import Content, Flavour, worth_saving

log = logging.getLogger(__name__)

PATIENCE_S = 2.0  # for one answer: a program may have to compress a picture first
LIMIT_S = 5.0  # for all of them
LIMIT_BYTES = 64 * 2**20
ALL_OF_IT = 2**26  # 32-bit units: more than the limit


class OwnerSilent(Exception):
    """The owner of a selection does not answer, or not to its end."""


def read_selection(connection: Connection, selection: str) -> Content | None:
    """Empty when nobody owns it, None when its owner says nothing. A slow owner is cut short: what matters is first."""
    if not connection.owner_of(selection):
        return {}
    window = connection.new_window()
    try:
        return Reading(connection, selection, window).everything()
    finally:
        window.destroy()


class Reading:
    """One selection, target after target, into one window made for it: what comes too late finds it gone."""

    def __init__(self, connection: Connection, selection: str, window: Window) -> None:
        self._connection = connection
        self._selection = connection.atom(selection)
        self._place = connection.atom("MOJOVOICE_READING")
        self._window = window
        self._time = connection.server_time()
        self._end = time.monotonic() + LIMIT_S

    def everything(self) -> Content | None:
        content: dict[str, Flavour] = {}
        try:
            for target in worth_saving(self._targets()):
                flavour = self._fetch(target)
                if flavour is not None and flavour.kind not in {"PIXMAP", "BITMAP", "DRAWABLE"}:
                    content[target] = flavour
        except OwnerSilent:
            log.warning("The clipboard's owner did not answer in time: %d formats saved", len(content))
            return content or None
        return content

    def _targets(self) -> tuple[str, ...]:
        offered = self._fetch("TARGETS")
        if offered is None or offered.width != 32:
            return ("UTF8_STRING", "STRING")
        return tuple(self._connection.name(atom) for atom in memoryview(offered.data).cast("I") if atom)

    def _fetch(self, target: str) -> Flavour | None:
        """None when the owner refuses."""
        wanted = self._connection.atom(target)
        self._window.convert_selection(self._selection, wanted, self._place, self._time)
        answer = self._wait(lambda event: event.type == X.SelectionNotify and event.requestor == self._window)
        if answer.property == X.NONE:
            return None
        first = self._take()
        if first is not None and first.kind == "INCR":
            return self._in_pieces()
        return first

    def _in_pieces(self) -> Flavour:
        """Taking one away asks for the next; an empty one is the end."""
        data = bytearray()
        while True:
            self._wait(
                lambda event: (
                    event.type == X.PropertyNotify
                    and event.window == self._window
                    and event.state == X.PropertyNewValue
                )
            )
            piece = self._take()
            if piece is None:  # the news of the announcement itself
                continue
            if not piece.data:
                return Flavour(piece.kind, piece.width, bytes(data))
            data += piece.data
            if len(data) > LIMIT_BYTES:
                raise OwnerSilent

    def _take(self) -> Flavour | None:
        """The property's value; it is deleted."""
        value = self._window.get_property(self._place, X.AnyPropertyType, 0, ALL_OF_IT, True)
        if value is None:
            return None
        data = value.value if isinstance(value.value, bytes) else value.value.tobytes()
        return Flavour(self._connection.name(value.property_type), value.format, data)

    def _wait(self, wanted: Callable[[rq.Event], bool]) -> rq.Event:
        patience_s = min(PATIENCE_S, self._end - time.monotonic())
        event = self._connection.wait_for(wanted, patience_s)
        if event is None:
            raise OwnerSilent
        return event
