"""A Wayland compositor that is a socket: it keeps what it is asked for, and says only what it is told to say."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from mojovoice_gui.desktop.insertion.wayland.wire import HEADER, UNIT, Event
from tests.waiting import wait_until

NAME = "wayland-9"
LAYERS = ("wl_compositor", "wl_shm", "zwlr_layer_shell_v1")
MAKES = {  # object and request: what becomes of the first argument
    ("wl_compositor", 0): "surface",
    ("wl_compositor", 1): "region",
    ("zwlr_layer_shell_v1", 0): "place",
    ("wl_shm", 0): "pool",
    ("pool", 0): "buffer",
}
SYNC, REGISTRY, BIND = ("display", 0), ("display", 1), ("registry", 0)


class SocketCompositor:
    """Offers ``offered``, to one program after another."""

    def __init__(self, folder: Path, offered: tuple[str, ...] = LAYERS) -> None:
        self.environ: Mapping[str, str] = {"XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": NAME}
        self.programs = 0  # that have come so far
        self.asked: list[tuple[str, int, tuple[int, ...]]] = []  # object, request, its units
        self.files: list[int] = []
        self._offered = offered
        self._names: dict[int, str] = {}
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / NAME))
        self._listening.listen()
        self._program = self._listening  # nobody has come
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def requests(self, name: str, opcode: int) -> list[tuple[int, ...]]:
        """The arguments of each such request."""
        return [units for one, number, units in list(self.asked) if (one, number) == (name, opcode)]

    def wait(self, name: str, opcode: int, times: int = 1) -> tuple[int, ...]:
        """Until it has been asked for so often; the last arguments."""
        wait_until(lambda: len(self.requests(name, opcode)) >= times)
        return self.requests(name, opcode)[-1]

    def number(self, name: str) -> int:
        """Of the newest object of that kind."""
        return max(number for number, one in list(self._names.items()) if one == name)

    def tell(self, target: int, opcode: int, *arguments: bytes) -> None:
        body = b"".join(arguments)
        self._program.sendall(HEADER.pack(target, opcode, HEADER.size + len(body)) + body)

    def grant(self) -> None:
        """The place that was asked for."""
        self.tell(self.number("place"), 0, *map(UNIT.pack, (77, 0, 0)))

    def refuse(self) -> None:
        """As after a request that is against the rules."""
        self.tell(1, 0, UNIT.pack(1), UNIT.pack(3), packed("wrong"))

    def hang_up(self) -> None:
        self._program.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for end in (self._listening, self._program):
            with contextlib.suppress(OSError):  # closed already
                end.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()
        while self.files:
            os.close(self.files.pop())

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                self._program, _ = self._listening.accept()
                self.programs += 1
                self._names = {1: "display"}
                with self._program, contextlib.suppress(OSError):  # it has gone
                    self._hear()

    def _hear(self) -> None:
        unread = b""
        while True:
            data, files, _, _ = socket.recv_fds(self._program, 4096, 8)
            if not data:
                return
            self.files += files
            unread += data
            while len(unread) >= HEADER.size and len(unread) >= HEADER.unpack_from(unread)[2]:
                target, opcode, size = HEADER.unpack_from(unread)
                self._answer(self._names[target], opcode, unread[HEADER.size : size])
                unread = unread[size:]

    def _answer(self, name: str, opcode: int, body: bytes) -> None:
        request = Event(0, opcode, body, deque())
        if (name, opcode) == REGISTRY:
            registry = request.uint()
            self._names[registry] = "registry"
            for number, interface in enumerate(self._offered):
                self.tell(registry, 0, UNIT.pack(number), packed(interface), UNIT.pack(6))
        elif (name, opcode) == SYNC:
            self.tell(request.uint(), 0, UNIT.pack(0))
        elif (name, opcode) == BIND:
            _, interface, _ = request.uint(), request.text(), request.uint()
            self._names[request.uint()] = interface
        elif made := MAKES.get((name, opcode)):
            self._names[request.uint()] = made
        self.asked.append((name, opcode, tuple(unit for (unit,) in UNIT.iter_unpack(body))))


def packed(text: str) -> bytes:
    data = text.encode() + b"\0"
    return UNIT.pack(len(data)) + data.ljust(-(-len(data) // 4) * 4, b"\0")
