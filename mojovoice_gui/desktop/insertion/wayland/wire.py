"""The bytes of Wayland: requests out, events in. Knows no interface; used by one thread.

A message is the object's number, the opcode, its size and its arguments in units of 32 bits; files travel beside them.
"""

from __future__ import annotations

import array
import os
import select
import socket
import struct
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from mojovoice_gui.errors import DisplayMissing, Sentence

HEADER = struct.Struct("=IHH")
UNIT = struct.Struct("=I")
SIGNED = struct.Struct("=i")
MOST_BYTES = 65_536
MOST_FILES = 28  # in one message, as libwayland has it


@dataclass(frozen=True, slots=True)
class File:
    """An open file as an argument; it is duplicated on the way."""

    number: int


Argument: TypeAlias = "int | str | File | None"


class Event:
    """One message of the compositor; the arguments are taken from it in order."""

    def __init__(self, target: int, opcode: int, body: bytes, files: deque[int]) -> None:
        self.target = target
        self.opcode = opcode
        self._body = body
        self._at = 0
        self._files = files

    def uint(self) -> int:
        (value,) = UNIT.unpack_from(self._body, self._at)
        self._at += UNIT.size
        return int(value)

    def block(self) -> bytes:
        """An array."""
        size = self.uint()
        begin, self._at = self._at, self._at + _padded(size)
        return self._body[begin : begin + size]

    def text(self) -> str:
        return self.block().rstrip(b"\0").decode("utf-8", "replace")

    def file(self) -> int:
        """The taker closes it."""
        return self._files.popleft()


class Wire:
    """The socket; raises ``OSError`` once the compositor is gone."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Raises ``DisplayMissing``."""
        place = Path(environ.get("XDG_RUNTIME_DIR", "/"), environ.get("WAYLAND_DISPLAY") or "wayland-0")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.connect(str(place))
        except OSError as reason:
            self._socket.close()
            raise DisplayMissing(
                Sentence("The Wayland compositor cannot be reached: {why}.", why=reason.strerror),
                "Start Mojo Voice inside a desktop session.",
            ) from reason
        self._unread = b""
        self._files: deque[int] = deque()

    def fileno(self) -> int:
        return self._socket.fileno()

    def send(self, target: int, opcode: int, *arguments: Argument) -> None:
        """One request. None is no object or no string."""
        body = b"".join(_packed(argument) for argument in arguments if not isinstance(argument, File))
        files = [argument.number for argument in arguments if isinstance(argument, File)]
        message = HEADER.pack(target, opcode, HEADER.size + len(body)) + body
        sent = socket.send_fds(self._socket, [message], files)
        self._socket.sendall(message[sent:])

    def wait(self, timeout_s: float | None) -> bool:
        """Has something arrived within this time?"""
        return bool(select.select([self._socket], [], [], timeout_s)[0])

    def read(self) -> list[Event]:
        """What has arrived; waits when nothing has."""
        room = socket.CMSG_SPACE(MOST_FILES * array.array("i").itemsize)
        data, files, _, _ = socket.recv_fds(self._socket, MOST_BYTES, room)
        if not data:
            raise ConnectionResetError("the compositor has closed the connection")
        self._files.extend(files)
        self._unread += data
        return self._whole_events()

    def _whole_events(self) -> list[Event]:
        events = []
        while len(self._unread) >= HEADER.size:
            target, opcode, size = HEADER.unpack_from(self._unread)
            if len(self._unread) < size:
                break
            events.append(Event(target, opcode, self._unread[HEADER.size : size], self._files))
            self._unread = self._unread[size:]
        return events

    def close(self) -> None:
        self._socket.close()
        while self._files:
            os.close(self._files.popleft())


def _packed(argument: int | str | None) -> bytes:
    if argument is None:
        return UNIT.pack(0)
    if isinstance(argument, int):
        return SIGNED.pack(argument) if argument < 0 else UNIT.pack(argument)
    data = argument.encode() + b"\0"
    return UNIT.pack(len(data)) + data.ljust(_padded(len(data)), b"\0")


def _padded(size: int) -> int:
    return -(-size // UNIT.size) * UNIT.size
