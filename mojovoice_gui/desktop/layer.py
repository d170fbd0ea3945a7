"""A picture above all windows at the foot of the screen, in nobody's way (wlr-layer-shell-unstable-v1).

It takes neither the keyboard nor room from windows, for nobody asks for that here; clicks go through it. The compositor
chooses the screen: the one with the focus. Used by one thread; raises ``OSError`` once the compositor is gone.
"""

from __future__ import annotations

import contextlib
import mmap
import os
from collections.abc import Mapping

from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import Event, File
from mojovoice_gui.errors import DisplayMissing

SHELL, COMPOSITOR, MEMORY = "zwlr_layer_shell_v1", "wl_compositor", "wl_shm"
DESTROY = 0  # a request of surfaces, regions and buffers
GET_LAYER_SURFACE = 0  # the shell's request
CREATE_SURFACE, CREATE_REGION = 0, 1  # the compositor's
ATTACH, DAMAGE, SET_INPUT_REGION, COMMIT, SET_SCALE = 1, 2, 5, 6, 8  # a surface's
PREFERRED_SCALE = 2  # a surface's event, since version 6
SET_SIZE, SET_ANCHOR, SET_MARGIN, ACKNOWLEDGE, LEAVE = 0, 1, 3, 6, 7  # what a surface on a layer asks for
CONFIGURE, CLOSED = 0, 1  # and hears
CREATE_POOL = 0  # the memory's request
CREATE_BUFFER, DESTROY_POOL = 0, 1  # a pool's
OVERLAY, BOTTOM = 3, 2  # the uppermost layer; an edge
ARGB, PIXEL = 0, 4  # a format, premultiplied, and its bytes


class Layer:
    """Empty at first. ``SHELL`` is offered."""

    def __init__(self, connection: Connection) -> None:
        self.scale = 0  # that the compositor would like; 0 while it has not said so
        self._connection = connection
        self._shell, _ = connection.bind(SHELL, 1)
        self._compositor, _ = connection.bind(COMPOSITOR, 6)
        self._memory, _ = connection.bind(MEMORY, 1)
        self._surface = self._place = 0  # while it is empty
        self._size = (0, 0)
        self._is_placed = False
        self._pictures: Pictures | None = None

    def fileno(self) -> int:
        return self._connection.fileno()

    def listen(self) -> None:
        """Hear what has arrived, without waiting."""
        self._connection.listen()

    def take_place(self, width: int, height: int, above: int) -> None:
        """So large, and so far above the edge, both in pixels at 100 %; the compositor grants it a little later."""
        if (width, height) == self._size:
            return
        if not self._surface:
            self._appear(above)
        self._size = (width, height)
        self._is_placed = False
        self._connection.send(self._place, SET_SIZE, width, height)
        self._connection.send(self._surface, COMMIT)

    @property
    def is_ready(self) -> bool:
        """For another picture: the place is granted, and the compositor is done with the one before the last."""
        return self._is_placed and (self._pictures is None or self._pictures.have_room)

    def show(self, picture: bytes, scale: int) -> None:
        """As large as the place, times ``scale``; premultiplied ARGB of this machine. It ``is_ready``."""
        width, height = self._size
        size = (width * scale, height * scale)
        pictures = before = self._pictures
        if pictures is None or pictures.size != size:
            pictures = self._pictures = Pictures(self._connection, self._memory, size)
        self._connection.send(self._surface, ATTACH, pictures.keep(picture), 0, 0)
        self._connection.send(self._surface, SET_SCALE, scale)
        self._connection.send(self._surface, DAMAGE, 0, 0, width, height)
        self._connection.send(self._surface, COMMIT)
        if before is not None and before is not pictures:
            before.close()

    def hide(self) -> None:
        """The next place is on the screen that has the focus then."""
        if not self._surface:
            return
        self._connection.send(self._place, LEAVE)
        self._connection.send(self._surface, DESTROY)
        if self._pictures is not None:
            self._pictures.close()
        self._surface = self._place = 0
        self._size = (0, 0)
        self._is_placed = False
        self._pictures = None

    def close(self) -> None:
        self._connection.close()

    def _appear(self, above: int) -> None:
        send, new = self._connection.send, self._connection.new
        self._surface, self._place = new(self._hear_surface), new(self._hear_place)
        send(self._compositor, CREATE_SURFACE, self._surface)
        send(self._shell, GET_LAYER_SURFACE, self._place, self._surface, None, OVERLAY, "mojovoice-overlay")
        send(self._place, SET_ANCHOR, BOTTOM)
        send(self._place, SET_MARGIN, 0, 0, above, 0)
        nowhere = new(_ignore)
        send(self._compositor, CREATE_REGION, nowhere)
        send(self._surface, SET_INPUT_REGION, nowhere)
        send(nowhere, DESTROY)

    def _hear_surface(self, event: Event) -> None:
        if event.opcode == PREFERRED_SCALE:
            self.scale = event.uint()

    def _hear_place(self, event: Event) -> None:
        if event.target != self._place:  # left while this was on its way
            return
        if event.opcode == CONFIGURE:
            self._connection.send(self._place, ACKNOWLEDGE, event.uint())
            self._is_placed = True
        elif event.opcode == CLOSED:  # its screen is gone
            self.hide()


class Pictures:
    """Two of one size, in memory that the compositor sees: one is shown while the other is drawn."""

    def __init__(self, connection: Connection, memory: int, size: tuple[int, int]) -> None:
        self.size = size
        self._connection = connection
        width, height = size
        each = PIXEL * width * height
        file = os.memfd_create("overlay", os.MFD_CLOEXEC)
        try:
            os.truncate(file, 2 * each)
            self._pixels = mmap.mmap(file, 2 * each)
            pool = connection.new(_ignore)
            connection.send(memory, CREATE_POOL, pool, File(file), 2 * each)
        finally:
            os.close(file)
        self._places = {connection.new(self._release): begin for begin in (0, each)}
        for buffer, begin in self._places.items():
            connection.send(pool, CREATE_BUFFER, buffer, begin, width, height, PIXEL * width, ARGB)
        connection.send(pool, DESTROY_POOL)
        self._free = list(self._places)

    @property
    def have_room(self) -> bool:
        return bool(self._free)

    def keep(self, picture: bytes) -> int:
        """The buffer that holds it now."""
        buffer = self._free.pop()
        begin = self._places[buffer]
        self._pixels[begin : begin + len(picture)] = picture
        return buffer

    def close(self) -> None:
        for buffer in self._places:
            self._connection.send(buffer, DESTROY)

    def _release(self, event: Event) -> None:
        self._free.append(event.target)


def open_layer(environ: Mapping[str, str]) -> Layer | None:
    """None where the compositor has no layers, such as GNOME's, or does not answer."""
    try:
        connection = Connection(environ)
    except DisplayMissing:
        return None
    with contextlib.suppress(OSError):  # it is gone again
        if connection.offers(SHELL):
            return Layer(connection)
    connection.close()
    return None


def has_layers(environ: Mapping[str, str]) -> bool:
    layer = open_layer(environ)
    if layer is not None:
        layer.close()
    return layer is not None


def _ignore(_event: Event) -> None:
    """Of objects that tell nothing."""
