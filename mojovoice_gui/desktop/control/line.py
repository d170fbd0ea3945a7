"""Bytes between two processes of one user."""

from __future__ import annotations

import os
import socket
import struct
import time


def is_same_user(line: socket.socket) -> bool:
    """Whether the other end runs as the same user, as far as the system can tell."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True  # the folder's rights have to do
    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _, user, _ = struct.unpack("3i", credentials)
    return bool(user == os.geteuid())


def read_line(line: socket.socket, deadline: float, longest_bytes: int) -> bytes:
    """Up to the newline; raises ``TimeoutError`` at ``deadline``, ``ValueError`` if it is too long or has no end."""
    read = bytearray()
    while not read.endswith(b"\n"):
        line.settimeout(max(0.001, deadline - time.monotonic()))
        if time.monotonic() >= deadline:
            raise TimeoutError("no line in time")
        block = line.recv(65536)
        if not block:
            raise ValueError("the line has no end")
        read += block
        if len(read) > longest_bytes:
            raise ValueError("the line is too long")
    return bytes(read)


def has_left(client: socket.socket) -> bool:
    """Whether the client has hung up; asked without waiting."""
    client.setblocking(False)
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False
