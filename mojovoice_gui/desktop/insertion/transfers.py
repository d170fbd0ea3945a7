"""Large data on its way to other programs, piece by piece: each takes a piece away before it gets the next (INCR)."""

from __future__ import annotations

import time
from dataclasses import dataclass

from Xlib import X
from Xlib.protocol import rq
from Xlib.xobject.drawable import Window

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.content import Flavour

PIECE_BYTES = 192 * 1024  # an X request without extensions holds 256 KiB
PATIENCE_S = 5.0


@dataclass(slots=True)
class Transfer:
    reader: Window
    flavour: Flavour
    sent: int = 0  # bytes
    moved_at: float = 0.0


class Transfers:
    """All that are under way, by the reader's window and property."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._running: dict[tuple[int, int], Transfer] = {}

    def start(self, reader: Window, place: int, flavour: Flavour) -> None:
        """Announce the size; the rest follows as the reader takes it."""
        reader.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask)
        size = self._connection.atom("INCR")
        reader.change_property(place, size, 32, [len(flavour.data)])
        self._running[reader.id, place] = Transfer(reader, flavour, moved_at=time.monotonic())

    def handle(self, event: rq.Event) -> None:
        """A property was deleted: its reader wants the next piece. The last one is empty."""
        transfer = self._running.get((event.window.id, event.atom))
        if transfer is None or event.state != X.PropertyDelete:
            return
        flavour, begin = transfer.flavour, transfer.sent
        piece = flavour.data[begin : begin + PIECE_BYTES]
        transfer.reader.change_property(event.atom, self._connection.atom(flavour.kind), flavour.width, piece)
        transfer.sent += len(piece)
        transfer.moved_at = time.monotonic()
        if not piece:
            self._forget(event.window.id, event.atom)

    def expire(self) -> None:
        """Forget the readers that no longer take anything."""
        late = [key for key, transfer in self._running.items() if time.monotonic() - transfer.moved_at > PATIENCE_S]
        for key in late:
            self._forget(*key)

    def _forget(self, window_id: int, place: int) -> None:
        transfer = self._running.pop((window_id, place))
        if all(window_id != other for other, _ in self._running):
            transfer.reader.change_attributes(event_mask=X.NoEventMask)

    def stop(self, window_id: int) -> None:
        """The reader's window is gone (DestroyNotify)."""
        self._running = {key: transfer for key, transfer in self._running.items() if key[0] != window_id}

    @property
    def readers(self) -> set[int]:
        """The numbers of their windows."""
        return {window_id for window_id, _ in self._running}
