"""A Wayland compositor that is a socket: it tells of windows, brings them to the front, and draws nothing."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections import deque
from pathlib import Path

from mojovoice_gui.desktop.insertion.wayland.wire import HEADER, UNIT, Event
from tests.waiting import wait_until

DISPLAY, SYNC, GET_REGISTRY = 1, 0, 1
DELETE_ID = 1
MANAGER, SEAT = "zwlr_foreign_toplevel_manager_v1", "wl_seat"
TITLE, APP_ID, STATE, DONE, CLOSED = 0, 1, 4, 5, 6
ACTIVATE = 4
MAXIMIZED, ACTIVATED = 0, 2
PATIENCE_S = 20  # with a client that does not read


class FakeCompositor:
    """One client after another. A window has the number that the protocol gives it."""

    def __init__(self, folder: Path, *offered: str) -> None:
        self.environ = {"XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": "wayland-7"}
        self.asked: list[tuple[int, int, bytes]] = []  # of windows: which one, for what, and the rest of it
        self.obeys = True
        self.bound: dict[str, int] = {}
        self._offered = offered
        self._registry = self._front = 0
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / "wayland-7"))
        self._listening.listen()
        self._client: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def opens(self, window: int, title: str, app_id: str) -> None:
        """In front of the others."""
        wait_until(lambda: MANAGER in self.bound)
        self.tells(self.bound[MANAGER], 0, UNIT.pack(window))
        self.tells(window, TITLE, _text(title))
        self.tells(window, APP_ID, _text(app_id))
        self.brings(window)

    def brings(self, window: int) -> None:
        if self._front:
            self._has_state(self._front, MAXIMIZED)
        self._front = window
        self._has_state(window, MAXIMIZED, ACTIVATED)

    def ends(self, window: int) -> None:
        self._front = 0 if self._front == window else self._front
        self.tells(window, CLOSED)

    def tells(self, target: int, opcode: int, *units: bytes) -> None:
        assert self._client is not None
        body = b"".join(units)
        self._client.sendall(HEADER.pack(target, opcode, HEADER.size + len(body)) + body)

    def hangs_up(self) -> None:
        """As one does that crashes."""
        assert self._client is not None
        self._client.shutdown(socket.SHUT_RDWR)

    @property
    def has_client(self) -> bool:
        return self._client is not None

    def close(self) -> None:
        """After the last client has left."""
        wait_until(lambda: not self.has_client)
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _has_state(self, window: int, *states: int) -> None:
        data = b"".join(map(UNIT.pack, states))
        self.tells(window, STATE, UNIT.pack(len(data)), data)
        self.tells(window, DONE)

    # -- the thread

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # nobody comes any more
            while True:
                client, _ = self._listening.accept()
                client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", PATIENCE_S, 0))
                self._client = client
                with client, contextlib.suppress(OSError):  # it has left
                    self._hear(client)
                self.bound.clear()
                self._client = None

    def _hear(self, client: socket.socket) -> None:
        unread = b""
        while data := client.recv(4096):
            unread += data
            while len(unread) >= HEADER.size and len(unread) >= (size := HEADER.unpack_from(unread)[2]):
                target, opcode, _ = HEADER.unpack_from(unread)
                self._answer(target, opcode, unread[HEADER.size : size])
                unread = unread[size:]

    def _answer(self, target: int, opcode: int, body: bytes) -> None:
        arguments = Event(target, opcode, body, deque())
        if target == DISPLAY and opcode == GET_REGISTRY:
            self._registry = arguments.uint()
            for name, interface in enumerate(self._offered, 1):
                self.tells(self._registry, 0, UNIT.pack(name), _text(interface), UNIT.pack(3))
        elif target == DISPLAY:
            callback = arguments.uint()
            self.tells(callback, 0, UNIT.pack(0))
            self.tells(DISPLAY, DELETE_ID, UNIT.pack(callback))
        elif target == self._registry:
            _, interface, _, number = arguments.uint(), arguments.text(), arguments.uint(), arguments.uint()
            self.bound[interface] = number
        else:
            self.asked.append((target, opcode, body))
            if opcode == ACTIVATE and self.obeys:
                self.brings(target)


def _text(words: str) -> bytes:
    data = words.encode() + b"\0"
    return UNIT.pack(len(data)) + data.ljust(-(-len(data) // 4) * 4, b"\0")
